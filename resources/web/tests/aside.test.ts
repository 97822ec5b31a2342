// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Out of line for a while and back, and on to another office: what is asked, read, heard, and under the keyboard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kOther = 'off_01h455vb4pex5vsknk084sn02r';
const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const kNow = Date.now();
const inMinutes = (count: number): string => new Date(kNow + count * 60_000).toISOString();
const clockIn = (minutes: number): string =>
    new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' }).format(
        kNow + minutes * 60_000,
    );

const welcome = {
    type: 'welcome',
    protocol: 1,
    server_time: inMinutes(0),
    authority: 'Landkreis Musterland',
    consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
};
const view = { state: 'occupied', waiting: 1, serving: 1, idle: 0, average_service_s: 600 };
const office = { id: kOffice, seq: 41, name: 'Bürgerservice', department: 'Amt', letter: 'B', hours: [], hours_today: [], special_days: [], view };
const cars = { ...office, id: kOther, seq: 7, name: 'Kfz-Zulassung', letter: 'K' };
const overview = { type: 'overview.snapshot', offices: [office, cars] };
const ticket = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, number: 'B 017' };
const waiting = { ...ticket, seq: 42, state: 'waiting', rank: 2, epoch: 0 };
const away = { ...ticket, seq: 43, state: 'waiting', epoch: 0, away_until: inMinutes(20) };
const clerk = { name: 'Frau Schmidt' };
const called = { ...ticket, seq: 44, state: 'called', epoch: 1, enter_by: inMinutes(1), clerk };
const inCall = { ...ticket, seq: 45, state: 'in_call', epoch: 1, clerk };
const transfer = { to: kOther, name: 'Kfz-Zulassung', ahead: 2, open: true };
const asked = { ...inCall, seq: 46, transfer };

const waitingPage = (): Promise<Page> => Page.opened(kToken, welcome, overview, waiting);
async function callPage(...messages: object[]): Promise<Page> {
    const page = await waitingPage();
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.say(called, inCall, ...messages);
    return page;
}

test('who steps away says so, reads until when, and has the way back under the keyboard', async () => {
    const page = await waitingPage();
    await page.press('Kurz weg');
    page.tab.the('ticket.step_away');
    await page.tab.say(away);
    assert.match(page.words, new RegExp(`Sie sind kurz weg[^]*Um ${clockIn(20)}\\sUhr`));
    assert.match(page.spoken('status'), /Ihr Platz bleibt/);
    assert.equal(page.focus.id, 'place');
    assert.ok(!page.has('Kurz weg'));
    await page.press('Ich bin wieder da');
    page.tab.the('ticket.come_back');
    await page.tab.say({ ...waiting, seq: 44 });
    assert.match(page.words, /Vor Ihnen\n2 Personen/);
    assert.equal(page.focus.id, 'place');
});

test('a change of line that nobody pressed for takes no focus away', async () => {
    const page = await waitingPage();
    await page.press('Wartebereich verlassen');
    const before = page.focus;
    await page.tab.say(away);
    assert.equal(page.focus, before);
});

test('who is called and says not yet gives the call back, and reads from when on the next one comes', async () => {
    const page = await Page.opened(kToken, welcome, overview, called);
    assert.match(page.words, /verliert den Platz/);
    await page.press('Noch nicht');
    assert.equal(page.tab.the('ticket.not_yet').epoch, 1);
    await page.tab.say({ ...waiting, seq: 45, epoch: 1, returned: 'not_yet', not_before: inMinutes(5) });
    assert.match(page.words, new RegExp(`ab ${clockIn(5)}\\sUhr wieder aufgerufen`));
});

test('a pause that is over is not told any more', async () => {
    const page = await Page.opened(kToken, welcome, overview, { ...waiting, returned: 'not_yet', not_before: inMinutes(-1) });
    assert.match(page.words, /Sie behalten Ihren Platz und werden wieder aufgerufen/);
});

for (const [reason, words] of [
    ['fills_in_form', /füllen Sie jetzt das Formular aus/],
    ['fetches_papers', /holen Sie jetzt Ihre Unterlagen/],
    ['other', /was Sie besprochen haben/],
] as const) {
    test(`who is parked reads what to do (${reason}), and says when it is done`, async () => {
        const page = await callPage();
        await page.tab.say({ ...ticket, seq: 47, state: 'parked', epoch: 1, parked: { reason, remind_at: inMinutes(15) } });
        assert.match(page.words, words);
        assert.match(page.words, new RegExp(`Um ${clockIn(15)}\\sUhr`));
        assert.ok(!page.has('Kurz weg'));
        await page.press('Ich bin bereit');
        page.tab.the('ticket.ready');
    });
}

test('who missed the calls reads until when, and may draw anew in the same office', async () => {
    const page = await waitingPage();
    await page.tab.say({ ...ticket, seq: 50, state: 'missed', epoch: 3, missed_until: inMinutes(30) });
    assert.match(page.words, new RegExp(`bis ${clockIn(30)}\\sUhr vorgemerkt`));
    await page.press('Neue Nummer ziehen');
    const { id } = page.tab.the('ticket.leave');
    await page.tab.say({ type: 'ticket.ended', ticket: ticket.ticket, reason: 'left' }, { type: 'done', re: id });
    assert.match(page.words, /Nummer ziehen: Bürgerservice/);
});

test('a transfer is asked with the office and the people there, and heard at once', async () => {
    const page = await callPage(asked);
    assert.match(page.words, /Frau Schmidt möchte Sie an „Kfz-Zulassung“ weiterleiten\. Ihre Nummer B\u00a0017 gilt dort weiter/);
    assert.match(page.words, /Vor Ihnen dort: 2 Personen/);
    assert.match(page.spoken('assertive'), /2 Personen/);
    assert.equal(page.focus.id, 'transfer-question');
    assert.ok(page.has('Beenden'), 'the call can be ended as before');
});

test('who agrees is asked once, and goes on in the other office with the same number', async () => {
    const page = await callPage(asked);
    page.tab.forget();
    await page.press('Einverstanden');
    await page.press('Einverstanden');
    assert.equal(page.tab.the('transfer.agree').epoch, 1);
    await page.tab.say({ ...waiting, office: kOther, seq: 8, epoch: 1, rank: 1, origin: { name: 'Bürgerservice' } });
    assert.match(page.words, /B 017/);
    assert.match(page.words, /jetzt im Wartebereich: Kfz-Zulassung/);
    assert.match(page.words, /Vor Ihnen\n1 Person/);
    assert.equal(page.tab.sent('overview.watch').length, 1, 'the line there is news');
});

test('who stays is not told of a transfer again', async () => {
    const page = await callPage(asked);
    await page.press('Hier bleiben');
    assert.equal(page.tab.the('transfer.decline').epoch, 1);
    await page.tab.say({ ...inCall, seq: 47 });
    assert.doesNotMatch(page.words, /Weiterleitung/);
});

test('an office that filled up meanwhile is told in a plain sentence, until it is read', async () => {
    const page = await callPage(asked);
    await page.press('Einverstanden');
    const { id } = page.tab.the('transfer.agree');
    await page.tab.say({ ...inCall, seq: 47 }, { type: 'error', re: id, code: 'target_closed' });
    assert.match(page.words, /nicht mehr möglich[^]*„Kfz-Zulassung“ nimmt gerade niemanden mehr an\. Ihr Gespräch geht hier weiter/);
    assert.match(page.spoken('status'), /nicht mehr möglich/);
    await page.press('Verstanden');
    assert.doesNotMatch(page.words, /nicht mehr möglich/);
});

test('a transfer that the clerk withdraws is told', async () => {
    const page = await callPage(asked, { ...inCall, seq: 47 });
    assert.match(page.words, /Weiterleitung wurde zurückgezogen/);
});

test('another office asked for instead is asked anew', async () => {
    const page = await callPage(asked);
    await page.press('Einverstanden');
    await page.tab.say({ ...asked, seq: 47, transfer: { ...transfer, to: kOffice, name: 'Wohngeld' } });
    assert.match(page.words, /an „Wohngeld“ weiterleiten/);
    page.tab.forget();
    await page.press('Einverstanden');
    page.tab.the('transfer.agree');
});

test('an office that takes nobody can only be declined', async () => {
    const page = await callPage({ ...asked, transfer: { ...transfer, open: false } });
    assert.ok(!page.has('Einverstanden') && page.has('Hier bleiben'));
    assert.match(page.words, /gerade niemand mehr angenommen/);
});
