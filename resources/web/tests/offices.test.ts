// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Seven states of an office, its concerns, and where else these are dealt with: as rules, and as a reader has them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OfficeView, OverviewOffice } from '../src/protocol/messages.js';
import { noNumbers, othersFor, viewFor, wordsIn } from '../src/state/offices.js';
import { Page } from './page.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kOther = 'off_01h455vb4pex5vsknk084sn02r';
const kMoving = 'cnc_04x2mqb8t7kz1nf5vg9wd3hs6j';
const kPassport = 'cnc_04x2mqb8t7kz1nf5vg9wd3hs6k';
const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const kNow = Date.now();
const inMinutes = (count: number): string => new Date(kNow + count * 60_000).toISOString();
const clockOf = (at: number): string =>
    new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Berlin' }).format(at);

const view: OfficeView = { state: 'occupied', waiting: 3, serving: 1, idle: 0, average_service_s: 600 };
const moving = { id: kMoving, names: { de: 'Wohnsitz ummelden', en: 'Change of address' }, checklist: [{ de: 'Personalausweis' }, { de: 'Mietvertrag' }] };
const passport = { id: kPassport, names: { de: 'Reisepass' }, checklist: [] };
const office: OverviewOffice = {
    id: kOffice, seq: 41, name: 'Bürgerservice', department: 'Amt', letter: 'B', hours: [], hours_today: [], special_days: [], view,
    concerns: [moving, passport],
};
const branch: OverviewOffice = { ...office, id: kOther, name: 'Außenstelle', view: { ...view, state: 'free', waiting: 0, idle: 1 }, concerns: [moving] };
const offices = new Map([office, branch].map((one) => [one.id, one]));

const welcome = {
    type: 'welcome', protocol: 1, server_time: inMinutes(0), authority: 'Landkreis Musterland', consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
};
const overview = (...shown: OverviewOffice[]): object => ({ type: 'overview.snapshot', offices: shown });
const withView = (more: Partial<OfficeView>): OverviewOffice => ({ ...office, view: { ...view, ...more } });
const waiting = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 2, epoch: 0 };
const overviewPage = (...shown: OverviewOffice[]): Promise<Page> => Page.opened('', welcome, overview(...shown));
const drawPage = (...shown: OverviewOffice[]): Promise<Page> => Page.opened(`#o=${kOffice}`, welcome, overview(...shown));
const waitingPage = (state: object, ...shown: OverviewOffice[]): Promise<Page> =>
    Page.opened(kToken, welcome, overview(...shown), { ...waiting, ...state });

const rows: readonly (readonly [string, Partial<OfficeView>, ReturnType<typeof noNumbers>])[] = [
    ['free', { state: 'free' }, undefined],
    ['occupied', {}, undefined],
    ['away for a moment: somebody comes back', { state: 'away' }, undefined],
    ['closed', { state: 'closed' }, 'closed'],
    ['intake suspended', { state: 'intake_suspended' }, 'suspended'],
    ['nobody there', { state: 'interrupted' }, 'interrupted'],
    ['no seat', { seats: 0 }, 'full'],
    ['numbers until later', { intake_ends_at: inMinutes(1) }, undefined],
    ['the last number was given this very moment', { intake_ends_at: inMinutes(0) }, 'late'],
];
for (const [name, more, expected] of rows) {
    test(`numbers are to be had or not: ${name}`, () => assert.equal(noNumbers({ ...view, ...more }, kNow), expected));
}

test('a concern has a length of its own, where it is known', () => {
    const known = { ...view, by_concern: [{ concern: kMoving, average_service_s: 300 }] };
    assert.equal(viewFor(known, kMoving).average_service_s, 300);
    assert.equal(viewFor(known, kPassport).average_service_s, 600);
    assert.equal(viewFor(known, undefined).average_service_s, 600);
});

test('other offices are those with the same concern, or with any of them', () => {
    assert.deepEqual(othersFor(offices, kOffice, kMoving), [branch]);
    assert.deepEqual(othersFor(offices, kOffice, kPassport), []);
    assert.deepEqual(othersFor(offices, kOffice), [branch]);
});

test('the town’s words are read in one’s own language, else in the town’s', () => {
    assert.equal(wordsIn('en', moving.names), 'Change of address');
    assert.equal(wordsIn('en', passport.names), 'Reisepass');
    assert.equal(wordsIn('de', { tr: 'Merhaba' }), 'Merhaba');
});

test('an office that is away says until when, and gives numbers', async () => {
    const page = await overviewPage(withView({ state: 'away', serving: 0, back_at: inMinutes(10) }));
    assert.match(page.words, new RegExp(`Kurz abwesend[^]*Zurück\\ngegen ${clockOf(kNow + 600_000)}\\sUhr`));
    assert.ok(page.has('Nummer ziehen: Bürgerservice'));
});

test('a return that is overdue is promised no more', async () => {
    const page = await overviewPage(withView({ state: 'away', back_at: inMinutes(-1) }));
    assert.doesNotMatch(page.words, /gegen/);
});

test('the end of the intake is told in advance, and no number is offered after it', async () => {
    const end = kNow + 30 * 60_000;
    const page = await overviewPage(withView({ intake_ends_at: inMinutes(30) }));
    assert.match(page.words, new RegExp(`Nummern bis\\netwa ${clockOf(Math.floor(end / 300_000) * 300_000)}\\sUhr`));
    const late = await overviewPage(withView({ intake_ends_at: inMinutes(-1) }));
    assert.match(late.words, /Für heute gibt es keine Nummern mehr/);
    assert.ok(!late.has('Nummer ziehen: Bürgerservice'));
});

test('an office that is open on the eve of its hours names no end of the intake', async () => {
    const page = await overviewPage(withView({ intake_ends_at: inMinutes(21 * 60) }));
    assert.ok(page.has('Nummer ziehen: Bürgerservice'));
    assert.doesNotMatch(page.words, /Nummern bis/);
});

for (const [name, more, words] of [
    ['closed', { state: 'closed' }, /Das Büro ist geschlossen[^]*wann es wieder öffnet/],
    ['suspended', { state: 'intake_suspended' }, /keine neuen Nummern[^]*wird noch bedient/],
    ['interrupted', { state: 'interrupted' }, /kurz unterbrochen[^]*von selbst/],
    ['full', { seats: 0 }, /alle Plätze belegt[^]*von selbst/],
    ['late', { intake_ends_at: inMinutes(-1) }, /keine Nummern mehr[^]*nächsten Sprechzeit/],
] as const) {
    test(`who comes when it is ${name} reads what to do, and where else there is a number`, async () => {
        const page = await drawPage(withView(more), branch);
        assert.match(page.words, words);
        await page.press('Nummer ziehen: Außenstelle');
        assert.match(page.words, /Nummer ziehen: Außenstelle[^]*einverstanden/);
    });
}

test('a concern is chosen with what to have at hand, and sent', async () => {
    const page = await drawPage(office);
    await page.choose('concern-id', kMoving);
    assert.match(page.words, /Bitte bereithalten:\n[^]*Personalausweis\nMietvertrag/);
    await page.tick('consent');
    await page.submit();
    assert.equal(page.tab.the('ticket.draw').concern_id, kMoving);
});

test('an office without a catalogue asks in words, and one that wants no name asks for none', async () => {
    const { concerns: _concerns, ...plain } = office;
    const page = await drawPage({ ...plain, nameless: true, welcome: { de: 'Willkommen im Rathaus' } });
    assert.match(page.words, /Ihr Anliegen/);
    assert.doesNotMatch(page.words, /Ihr Name/);
    assert.match(page.words, /Willkommen im Rathaus/);
    assert.equal(page.valueOf('concern-id'), undefined);
});

const ticksOf = (page: Page): number[] => [0, 1].filter((place) => page.isTicked(`checklist-${place}`));

test('what is ticked is told, shown at once, and stays when the server knows it', async () => {
    const page = await waitingPage({ concern: kMoving }, office);
    assert.match(page.words, /Wohnsitz ummelden\nBitte bereithalten/);
    await page.tick('checklist-1');
    const { id, ticked } = page.tab.the('checklist.tick');
    assert.deepEqual(ticked, [1]);
    assert.deepEqual(ticksOf(page), [1]);
    await page.tab.say({ ...waiting, concern: kMoving, seq: 43 });
    assert.deepEqual(ticksOf(page), [1], 'told before the server had heard of it');
    await page.tab.say({ type: 'done', re: id });
    assert.deepEqual(ticksOf(page), [1]);
});

test('a reloaded page, or another device, shows what the server knows', async () => {
    const page = await waitingPage({ concern: kMoving, ticked: [0, 1] }, office);
    assert.deepEqual(ticksOf(page), [0, 1]);
    await page.tick('checklist-0');
    assert.deepEqual(page.tab.the('checklist.tick').ticked, [1]);
});

test('of two ticks the answer to the first takes nothing back', async () => {
    const page = await waitingPage({ concern: kMoving }, office);
    await page.tick('checklist-1');
    await page.tick('checklist-0');
    const [first, second] = page.tab.sent('checklist.tick');
    assert.deepEqual(second?.ticked, [0, 1]);
    await page.tab.say({ type: 'done', re: first?.id });
    assert.deepEqual(ticksOf(page), [0, 1]);
    await page.tab.say({ type: 'done', re: second?.id });
    assert.deepEqual(ticksOf(page), [0, 1]);
});

test('what the server could not keep is not shown as if it had', async () => {
    const page = await waitingPage({ concern: kMoving }, office);
    await page.tick('checklist-1');
    await page.tab.say({ type: 'error', re: page.tab.the('checklist.tick').id, code: 'storage_full', after_s: 30 });
    assert.deepEqual(ticksOf(page), []);
});

test('another office that is free is offered, and changed to after one question', async () => {
    const page = await waitingPage({ concern: kMoving }, office, branch);
    await page.press('Zu „Außenstelle“ wechseln');
    assert.match(page.focus.words, /Zu „Außenstelle“ wechseln\?/);
    await page.press('Wechseln');
    const { id } = page.tab.the('ticket.leave');
    await page.tab.say({ type: 'ticket.ended', ticket: waiting.ticket, reason: 'left' }, { type: 'done', re: id });
    assert.match(page.words, /Nummer ziehen: Außenstelle/);
});

test('who only leaves after thinking of changing goes nowhere else', async () => {
    const page = await waitingPage({ concern: kMoving }, office, branch);
    await page.press('Zu „Außenstelle“ wechseln');
    await page.press('Weiter warten');
    await page.press('Wartebereich verlassen');
    assert.match(page.focus.words, /Wartebereich wirklich verlassen/);
});

for (const [name, state, shown] of [
    ['an office that is busy', { concern: kMoving }, { ...branch, view }],
    ['an office for something else', { concern: kPassport }, branch],
    ['anybody who is next', { concern: kMoving, rank: 0 }, branch],
] as const) {
    test(`no change is offered to ${name}`, async () => {
        const page = await waitingPage(state, office, shown);
        assert.ok(!page.has('Zu „Außenstelle“ wechseln'));
    });
}

test('the wait is that of the concern', async () => {
    const page = await waitingPage({ concern: kMoving }, withView({ by_concern: [{ concern: kMoving, average_service_s: 1200 }] }));
    assert.match(page.words, /2 Personen, 1 Ansprechperson, Ø 20\sMin/);
});

test('who waits reads that no more numbers are given, and until when the clerk is away', async () => {
    const page = await waitingPage({}, withView({ state: 'intake_suspended' }));
    assert.match(page.words, /Sie kommen noch an die Reihe/);
    await page.tab.say({ type: 'office.feed', office: kOffice, seq: 43, view: { ...view, state: 'away', back_at: inMinutes(10) }, changes: [] });
    assert.match(page.words, new RegExp(`zurück gegen ${clockOf(kNow + 600_000)}\\sUhr`));
});
