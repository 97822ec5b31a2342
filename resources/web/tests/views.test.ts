// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the citizen reads, hears and has under the keyboard, from view to view.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';
import { settle } from './fakeTime.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';

const view = { state: 'occupied', waiting: 1, serving: 1, idle: 0, average_service_s: 600 };
const office = { id: kOffice, seq: 41, name: 'Bürgerservice', department: 'Amt', letter: 'B', hours: [], hours_today: [], special_days: [] };
const overview = { type: 'overview.snapshot', offices: [{ ...office, view }] };
const waiting = { type: 'ticket.state', ticket: kTicket, office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 2, epoch: 0 };
const clerk = { name: 'Frau Schmidt' };
const called = { ...waiting, rank: undefined, state: 'called', epoch: 1, enter_by: '2026-03-02T08:01:00.000Z', clerk };
const inCall = { ...waiting, rank: undefined, state: 'in_call', epoch: 1, clerk };
const feed = (seq: number, state: string): object => ({ type: 'office.feed', office: kOffice, seq, view: { ...view, state }, changes: [] });

const waitingPage = (): Promise<Page> => Page.opened(kToken, welcome, overview, waiting);

async function callPage(): Promise<Page> {
    const page = await waitingPage();
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.say(called, inCall);
    return page;
}

test('who opens a running call on another device is asked how to join, without a countdown', async () => {
    const page = await Page.opened(kToken, welcome, overview, inCall);
    assert.ok(page.has('Jetzt beitreten') && page.has('Ohne Kamera beitreten'));
    assert.ok(!page.has('Noch nicht'));
    assert.doesNotMatch(page.words, /Sekunden|an der Reihe/);
    assert.match(page.spoken('assertive'), /Gespräch/);
    assert.doesNotMatch(page.spoken('assertive'), /Sekunden/);
    await page.press('Ohne Kamera beitreten');
    assert.deepEqual(page.tab.devices.asking, ['audio']);
    assert.ok(page.has('Beenden'));
});

test('who is called hears who calls, not only how long', async () => {
    const page = await Page.opened(kToken, welcome, overview, called);
    assert.match(page.spoken('assertive'), /Frau Schmidt erwartet Sie/);
});

test('who is sent back to the lobby has the camera in one picture, not in those that are gone as well', async () => {
    const page = await callPage();
    const inTheCall = page.video('local-video');
    assert.ok(inTheCall.srcObject !== null);
    await page.tab.say({ ...waiting, epoch: 1 });
    assert.ok(page.video('preview-video').srcObject !== null);
    assert.equal(inTheCall.srcObject, null);
});

for (const [name, open, ask, stay] of [
    ['the lobby', waitingPage, 'Wartebereich verlassen', 'Weiter warten'],
    ['the call', callPage, 'Beenden', 'Im Gespräch bleiben'],
] as const) {
    for (const [way, answer] of [
        ['its button', (page: Page) => page.press(stay)],
        ['Escape', (page: Page) => page.key('Escape')],
    ] as const) {
        test(`who stays in ${name} by ${way} is back at the button that asked`, async () => {
            const page = await open();
            await page.press(ask);
            assert.match(page.focus.words, /wirklich/);
            await answer(page);
            assert.equal(page.focus.words.trim(), ask);
        });
    }
}

test('who has decided on devices is not lost: the focus stays at their section', async () => {
    const page = await waitingPage();
    await page.press('Kamera und Mikrofon testen');
    assert.equal(page.focus.id, 'devices-title');
    assert.match(page.spoken('status'), /Bitte erlauben Sie den Zugriff/);
    await page.tab.devices.grant();
    assert.equal(page.focus.id, 'devices-title');
});

test('a device’s problem is spoken, with its own way on, and trying again keeps the focus', async () => {
    const page = await waitingPage();
    await page.press('Ohne Mikrofon');
    await page.tab.devices.refuse('NotReadableError');
    assert.match(page.spoken('status'), /von einem anderen Programm benutzt/);
    assert.match(page.words, /Schließen Sie/);
    assert.doesNotMatch(page.words, /Symbol neben der Adresse/);
    await page.press('Erneut versuchen');
    assert.equal(page.focus.words.trim(), 'Kamera einschalten');
    await page.tab.devices.refuse('NotAllowedError');
    assert.match(page.spoken('status'), /gesperrt/);
    assert.match(page.words, /Symbol neben der Adresse/);
});

test('both devices’ problems are spoken together', async () => {
    const page = await waitingPage();
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.refuse('NotFoundError');
    await page.tab.devices.refuse('NotFoundError');
    await page.tab.devices.refuse('NotFoundError');
    assert.match(page.spoken('status'), /keine Kamera[^]*kein Mikrofon/);
});

test('what was typed outlives that no number can be drawn for a while', async () => {
    const page = await Page.opened(`#o=${kOffice}`, welcome, overview);
    await page.type('name', 'Kim');
    await page.type('concern', 'Ummelden');
    await page.tab.say(feed(43, 'intake_suspended'));
    assert.match(page.words, /nimmt gerade keine neuen Nummern an/);
    assert.ok(!page.has('Nummer ziehen'));
    await page.tab.say(feed(44, 'occupied'));
    assert.ok(page.has('Nummer ziehen'));
    assert.deepEqual([page.valueOf('name'), page.valueOf('concern')], ['Kim', 'Ummelden']);
});

test('a browser that cannot call reads so, and is promised no form', async () => {
    const page = await Page.opened(`#o=${kOffice}`);
    const kept = globalThis.RTCPeerConnection;
    Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
    await page.tab.say(welcome, overview);
    assert.match(page.words, /Dieser Browser kann keine Videogespräche führen/);
    assert.doesNotMatch(page.words, /erscheint hier das Formular/);
    Object.assign(globalThis, { RTCPeerConnection: kept });
});

test('who ends the call reads that the visit is over', async () => {
    const page = await callPage();
    await page.press('Beenden');
    page.session.leave();
    await page.tab.say({ type: 'ticket.ended', ticket: kTicket, reason: 'left' });
    await settle();
    assert.match(page.words, /Ihr Besuch ist beendet/);
    assert.doesNotMatch(page.words, /zurückgegeben/);
});

test('after the visit the overview is live', async () => {
    const page = await callPage();
    page.tab.forget();
    await page.tab.say({ type: 'ticket.ended', ticket: kTicket, reason: 'finished' });
    await page.press('Zur Übersicht der Büros');
    await page.tab.say({ ...overview, offices: [{ ...office, seq: 50, view: { ...view, waiting: 7 } }] });
    assert.equal(page.tab.sent('overview.watch').length, 1);
    assert.match(page.words, /Wartende\n7 Personen/);
});
