// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Files, as the citizen has them on the page: in the lobby and in the call.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const kHash = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const kFile = 'doc_05kq7rjm3t8xv2bnc4hw9ey1sd';
const waiting = { type: 'ticket.state', ticket: kTicket, office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 2, epoch: 0 };
const inCall = { ...waiting, seq: 45, state: 'in_call', rank: undefined, epoch: 1, clerk: { name: 'Frau Schmidt' } };
const list = (...files: object[]): object => ({ type: 'file.list', files });
const card = (from: string, state: string): object => ({
    file: kFile,
    from,
    state,
    name: 'Mietvertrag.pdf',
    kind: 'pdf',
    bytes: 482133,
    received: 482133,
});

test('who waits can hand over already, and reads what became of it', async () => {
    const page = await Page.opened(kHash, welcome, waiting);
    assert.ok(page.has('Datei übergeben'));
    await page.tab.say(list(card('citizen', 'offered')));
    assert.match(page.words, /Mietvertrag\.pdf\n471 KB · übergeben, wartet auf Annahme/);
    assert.ok(page.has('Mietvertrag.pdf zurücknehmen'));
    await page.tab.say(list(card('citizen', 'refused')));
    assert.match(page.words, /nicht angenommen/);
    assert.match(page.spoken('status'), /Mietvertrag\.pdf wurde nicht angenommen/);
    assert.ok(!page.has('Mietvertrag.pdf zurücknehmen'));
});

test('in the call files are behind a button, and what the clerk hands over is spoken', async () => {
    const page = await Page.opened(kHash, welcome, JSON.parse(JSON.stringify(inCall)) as object);
    await page.session.join({ microphone: false, camera: false });
    await page.tab.say(list());
    await page.tab.say(list(card('clerk', 'accepted')));
    assert.match(page.spoken('status'), /Ihre Ansprechperson übergibt Ihnen die Datei Mietvertrag\.pdf/);
    await page.press('Dateien öffnen, für Sie: 1');
    assert.match(page.words, /von Ihrer Ansprechperson/);
    assert.equal(page.focus.id, 'add-document');
    assert.ok(page.has('Mietvertrag.pdf herunterladen'));
    await page.key('Escape');
    assert.equal(page.focus.id, 'toggle-documents');
});

test('what was said of files is nowhere in the page once the visit is over', async () => {
    const page = await Page.opened(kHash, welcome, JSON.parse(JSON.stringify(inCall)) as object);
    await page.session.join({ microphone: false, camera: false });
    await page.tab.say(list());
    await page.tab.say(list(card('clerk', 'accepted')));
    assert.match(page.spoken('status'), /Mietvertrag/);
    await page.tab.say({ type: 'ticket.ended', ticket: kTicket, reason: 'finished' });
    assert.equal(page.spoken('status'), '');
    assert.doesNotMatch(page.words, /Mietvertrag/);
});

test('the next visit knows nothing of the files of this one', async () => {
    const page = await Page.opened(kHash, welcome, waiting, list(card('citizen', 'offered')));
    assert.equal(page.session.ui.documents.cards.length, 1);
    await page.tab.say({ type: 'ticket.ended', ticket: kTicket, reason: 'finished' });
    assert.equal(page.session.ui.documents.cards.length, 0);
    assert.doesNotMatch(page.words, /Mietvertrag/);
});
