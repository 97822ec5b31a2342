// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a clerk says to somebody who waits: shown, heard, and put away.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const welcome = {
    type: 'welcome',
    protocol: 1,
    server_time: '2026-03-02T08:00:00.000Z',
    authority: 'Landkreis Musterland',
    consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
};
const waiting = { type: 'ticket.state', ticket: kTicket, office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 7, epoch: 0 };
const longer = { type: 'message.received', message: 1, at: '2026-03-02T08:07:00.000Z', sentence: 'takes_longer' };
const own = { type: 'message.received', message: 2, at: '2026-03-02T08:08:00.000Z', text: 'Bitte den <b>Mietvertrag</b> mitbringen.' };
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
