// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a clerk says to somebody who waits: shown, heard, and put away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const waiting = { type: 'ticket.state', ticket: kTicket, office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 7, epoch: 0 };
const longer = { type: 'message.received', message: 1, at: '2026-03-02T08:07:00.000Z', sentence: 'takes_longer' };
const own = { type: 'message.received', message: 2, at: '2026-03-02T08:08:00.000Z', text: 'Bitte den <b>Mietvertrag</b> mitbringen.' };
const clerk = { name: 'Frau Schmidt' };
const called = { ...waiting, rank: undefined, seq: 44, state: 'called', epoch: 1, enter_by: '2026-03-02T08:10:00.000Z', clerk };
const inCall = { ...called, seq: 45, state: 'in_call', enter_by: undefined };
const kLonger = /Es dauert heute länger als gedacht/;

const waitingPage = (): Promise<Page> => Page.opened('#t=nG4xF1qPz0mYc7dKq2VbLw', welcome, waiting);

test('a message is shown, spoken without haste, and stays until it is put away', async () => {
    const page = await waitingPage();
    await page.tab.say(longer);
    assert.match(page.words, kLonger);
    assert.match(page.spoken('status'), kLonger);
    assert.doesNotMatch(page.spoken('assertive'), kLonger);
    assert.equal(page.tab.the('message.shown').message, 1);
    await page.tab.say({ ...waiting, seq: 43, rank: 6 });
    assert.match(page.words, kLonger);
    await page.press('Gelesen');
    assert.doesNotMatch(page.words, kLonger);
    assert.equal(page.tab.the('message.read').message, 1);
});

test('a message that comes again after a lost line is shown once', async () => {
    const page = await waitingPage();
    await page.tab.say(longer, longer);
    assert.equal(page.words.match(/Es dauert heute länger/g)?.length, 1);
});

test("the clerk's own words are words and nothing else", async () => {
    const page = await waitingPage();
    await page.tab.say(own);
    assert.match(page.words, /Bitte den <b>Mietvertrag<\/b> mitbringen\./);
});

test('the last word of an office that closes is there after the end of the visit', async () => {
    const page = await waitingPage();
    await page.tab.say({ ...longer, sentence: 'closes_now' }, { type: 'ticket.ended', ticket: kTicket, reason: 'office_closed' });
    assert.match(page.words, /Das Büro muss jetzt leider schließen/);
});

test('the title tells of a message until it is put away', async () => {
    const page = await waitingPage();
    await page.tab.say(longer);
    assert.match(page.tab.document.title, /^Neue Nachricht/);
    await page.press('Gelesen');
    assert.doesNotMatch(page.tab.document.title, /Neue Nachricht/);
});

test('a message that was read without a line stays read, and the server hears of it when it says it again', async () => {
    const page = await waitingPage();
    await page.tab.say(longer);
    await page.tab.hangUp();
    await page.press('Gelesen');
    page.tab.forget();
    await page.tab.timers.pass(20_000);
    await page.tab.take();
    await page.tab.say(welcome, waiting, longer, own);
    assert.equal(page.tab.the('message.read').message, 1);
    assert.equal(page.tab.the('message.shown').message, 2);
    assert.doesNotMatch(page.words, kLonger);
    assert.match(page.words, /Mietvertrag/);
});

test('what was read stays read over a reload, and for this visit alone', async () => {
    const page = await waitingPage();
    await page.tab.say(longer);
    await page.press('Gelesen');
    const kept = page.tab.storage.get('sprechtag.read') ?? '';
    const { memory } = page.session;
    assert.deepEqual([...memory.readMessages], ['2026-03-02T08:07:00.000Z 1']);
    assert.doesNotMatch(kept, /takes_longer/);
    await page.tab.say({ type: 'ticket.ended', ticket: kTicket, reason: 'left' });
    assert.equal(page.tab.storage.has('sprechtag.read'), false);
});

test('of what was read the newest is remembered, as many as the server says again', async () => {
    const page = await waitingPage();
    for (let message = 1; message <= 25; message += 1) {
        await page.tab.say({ ...longer, message });
        await page.press('Gelesen');
    }
    const read = [...page.session.memory.readMessages];
    assert.equal(read.length, 20);
    assert.equal(read.at(-1), '2026-03-02T08:07:00.000Z 25');
});

test('in a conversation what is unread is one line, is not spoken again, and can be read all the same', async () => {
    const page = await waitingPage();
    await page.tab.say(longer, own);
    await page.tab.timers.pass(20_000);
    assert.equal(page.spoken('status'), '');
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.say(called, inCall);
    assert.ok(!page.has('Gelesen'));
    assert.doesNotMatch(page.spoken('status'), kLonger);
    await page.unfold('Nachrichten der Mitarbeitenden: 2');
    assert.equal(page.count('Gelesen'), 2);
});
