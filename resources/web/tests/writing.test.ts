// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Writing with the clerk, as the citizen has it on the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VisitText, unreadLines } from '../src/room/visitText.js';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const kHash = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const inCall = { type: 'ticket.state', ticket: kTicket, office: kOffice, seq: 45, number: 'B 017', state: 'in_call', epoch: 1, clerk: { name: 'Frau Schmidt' } };
const lines = (...all: object[]): object => ({ type: 'text.lines', lines: all });
const clerkSays = (line: number, text: string, stage = 'done'): object =>
    lines({ from: 'clerk', line, stage, text, at: '2026-03-02T08:05:00.000Z' });

async function inConversation(...more: object[]): Promise<Page> {
    const page = await Page.opened(kHash, welcome, inCall);
    // By text alone: the question about the devices is answered with neither.
    await page.session.join({ microphone: false, camera: false });
    await page.tab.say(...more);
    return page;
}

test('a line of the clerk is counted and spoken while the text is closed, and read when it is opened', async () => {
    const page = await inConversation(clerkSays(1, 'Guten Tag'));
    assert.match(page.spoken('status'), /Frau Schmidt: Guten Tag/);
    assert.doesNotMatch(page.words, /09:05/);
    await page.press('Text öffnen, ungelesen: 1');
    assert.match(page.words, /Frau Schmidt 09:05\nGuten Tag/);
    assert.equal(page.focus.id, 'text-field');
    assert.ok(page.has('Text schließen'));
});

test('letters of the clerk are seen as they come and never spoken', async () => {
    const page = await inConversation();
    await page.press('Text öffnen');
    await page.tab.say(clerkSays(1, 'Bringen S', 'writing'));
    assert.match(page.words, /Frau Schmidt schreibt … Bringen S/);
    assert.doesNotMatch(page.spoken('status'), /Bringen/);
    await page.tab.say(clerkSays(1, '', 'unseen'));
    assert.match(page.words, /Frau Schmidt schreibt …/);
    assert.doesNotMatch(page.words, /Bringen/);
    await page.tab.say(clerkSays(1, 'Bringen Sie den Ausweis mit.'));
    assert.doesNotMatch(page.words, /schreibt …/);
    assert.match(page.spoken('status'), /Frau Schmidt: Bringen Sie den Ausweis mit\./);
});

const hostile: readonly (readonly [string, string])[] = [
    ['markup', '<img src=x onerror=alert(1)><b>fett</b>'],
    ['a script', '</p><script>alert(1)</script>'],
    ['an address', 'javascript:alert(1) https://boese.example'],
    ['the other direction', '\u202Erechnung fdp.exe'],
    ['piled up accents', 'Z\u0338\u0322\u031Ba\u0335l\u0336g\u0337o'],
    ['many emoji', '\u{1F600}'.repeat(300)],
];
for (const [what, words] of hostile) {
    test(`what the clerk writes is words and nothing else: ${what}`, async () => {
        const page = await inConversation(clerkSays(1, words));
        await page.press('Text öffnen, ungelesen: 1');
        const all = page.tab.document.body.all;
        const shown = all.find((element) => element.attributes.get('class') === 'text-words');
        assert.equal(shown?.words.trim(), words);
        assert.equal(shown?.all.length, 0);
        // Whatever direction it turns to, its neighbours keep theirs.
        assert.equal(shown?.attributes.get('dir'), 'auto');
    });
}

test('Enter sends, with Shift it does not, and the line stands under one’s own name', async () => {
    const page = await inConversation();
    await page.press('Text öffnen');
    await page.type('text-field', 'Guten Tag');
    assert.equal(page.tab.the('text.line').text, 'Guten Tag');
    page.tab.forget();
    page.focus.dispatch('keydown', { key: 'Enter', shiftKey: true });
    page.focus.dispatch('keydown', { key: 'Enter', isComposing: true });
    assert.equal(page.tab.sent('text.line').length, 0);
    await page.key('Enter');
    const { stage, line } = page.tab.the('text.line');
    assert.equal(stage, 'done');
    assert.match(page.words, /Sie wird gesendet …\nGuten Tag/);
    assert.equal(page.valueOf('text-field'), '');
    await page.tab.say(lines({ from: 'citizen', line, stage: 'done', text: 'Guten Tag', at: '2026-03-02T08:05:00.000Z' }));
    assert.match(page.words, /Sie 09:05\nGuten Tag/);
    assert.doesNotMatch(page.spoken('status'), /Guten Tag/);
});

test('the switch says only that somebody writes, and is remembered', async () => {
    const page = await inConversation();
    await page.press('Text öffnen');
    page.session.writing.setLetters(false);
    await page.type('text-field', 'Geheim');
    const { stage, text } = page.tab.the('text.line');
    assert.deepEqual([stage, text], ['unseen', '']);
    assert.equal(page.session.memory.writing.letters, false);
});

test('the text stays open over a reload, and is closed with the visit', async () => {
    const page = await inConversation();
    await page.press('Text öffnen');
    assert.equal(page.session.memory.writing.open, true);
    await page.tab.say(clerkSays(1, 'Guten Tag'), { type: 'ticket.ended', ticket: kTicket, reason: 'finished' });
    assert.equal(page.session.memory.writing.open, false);
    assert.deepEqual(page.session.ui.written.talk.done, []);
    assert.doesNotMatch(page.words + page.spoken('status'), /Guten Tag/);
});

test('Escape closes, and the focus is at the button again', async () => {
    const page = await inConversation();
    await page.press('Text öffnen');
    await page.key('Escape');
    assert.ok(page.has('Text öffnen'));
    assert.equal(page.focus.id, 'toggle-text');
});

test('after a lost line what had no receipt is said again, when the server knows who speaks', async () => {
    const page = await inConversation();
    await page.press('Text öffnen');
    await page.type('text-field', 'Noch da?');
    await page.key('Enter');
    await page.tab.hangUp();
    page.tab.forget();
    await page.tab.timers.pass(20_000);
    await page.tab.take();
    await page.tab.say(welcome);
    assert.equal(page.tab.sent('text.line').length, 0);
    await page.tab.say(inCall);
    assert.equal(page.tab.the('text.line').text, 'Noch da?');
});

test('in the lobby there is nothing to write into', async () => {
    const page = await Page.opened(kHash, welcome, { ...inCall, state: 'waiting', rank: 1 });
    assert.ok(!page.has('Text öffnen'));
});

test('whoever cannot hear sees over the picture that the clerk writes, and opens it there', async () => {
    const page = await inConversation(clerkSays(1, 'Bringen S', 'writing'));
    assert.match(page.words, /Frau Schmidt schreibt …Bringen S/);
    await page.tab.say(clerkSays(1, 'Bringen Sie den Ausweis mit.'));
    await page.press('Frau SchmidtBringen Sie den Ausweis mit.');
    assert.equal(page.focus.id, 'text-field');
    assert.equal(page.words.match(/Bringen Sie/g)?.length, 1);
});

test('what was read before the page was reloaded is not news', async () => {
    const page = await inConversation();
    page.session.writing.show(true);
    await page.tab.say(clerkSays(7, 'Guten Tag'));
    const kept = new Map(page.tab.storage);
    const again = await Page.opened(kHash);
    for (const [key, value] of kept) again.tab.storage.set(key, value);
    assert.equal(again.session.memory.writing.readUpTo, 7);
    const reloaded = new VisitText({ notify: () => true, now: () => 0, setTimer: () => () => undefined, changed: () => undefined }, { ...again.session.memory.writing, open: false });
    reloaded.receive([{ from: 'clerk', line: 7, stage: 'done', text: 'Guten Tag', at: '2026-03-02T08:05:00.000Z' }]);
    assert.equal(unreadLines(reloaded.view).length, 0);
});
