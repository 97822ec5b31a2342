// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is typed reaches the server in time, once, and again when it was lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Notice, SpokenLine } from '../src/protocol/messages.js';
import { VisitText, unreadLines } from '../src/room/visitText.js';
import { fitting } from '../src/state/talk.js';
import { FakeTimers } from './fakeTime.js';

const kNow = 1_772_438_700_000;
const talking = { talking: true, epoch: 1, online: true };

class Desk {
    readonly timers = new FakeTimers();
    readonly sent: Extract<Notice, { type: 'text.line' }>[] = [];
    readonly text: VisitText;

    constructor(choice = { letters: true, open: true, readUpTo: 0 }) {
        this.text = new VisitText(
            {
                notify: (notice) => {
                    assert.equal(notice.type, 'text.line');
                    this.sent.push(notice as Extract<Notice, { type: 'text.line' }>);
                    return true;
                },
                now: () => kNow + this.timers.now,
                setTimer: this.timers.setTimer,
                changed: () => undefined,
            },
            choice,
        );
        this.text.update(talking);
    }

    /** What was sent since the last time that somebody asked, as "stage text". */
    said(): string[] {
        return this.sent.splice(0).map(({ stage, text }) => `${stage} ${text}`.trim());
    }
    hear(from: 'citizen' | 'clerk', line: number, stage: SpokenLine['stage'], text: string): void {
        this.text.receive([{ from, line, stage, text, at: '2026-03-02T08:05:00.000Z' }]);
    }
    get lines(): string[] {
        return this.text.view.talk.done.map(({ from, text, kept }) => `${from}: ${text}${kept ? '' : ' (…)'}`);
    }
}

test('the first letter is sent at once, the next ones together within a quarter of a second', async () => {
    const { text, timers, ...desk } = new Desk();
    const said = (): string[] => desk.sent.splice(0).map((line) => line.text);
    text.type('G');
    assert.deepEqual(said(), ['G']);
    text.type('Gu');
    text.type('Gut');
    assert.deepEqual(said(), []);
    await timers.pass(250);
    assert.deepEqual(said(), ['Gut']);
    await timers.pass(1000);
    assert.deepEqual(said(), [], 'nothing new, nothing said');
    text.type('Gute');
    assert.deepEqual(said(), ['Gute']);
});

test('a line that is done is said at once, and again until there is a receipt', async () => {
    const desk = new Desk();
    desk.text.type('Guten Tag ');
    desk.text.finish();
    assert.deepEqual(desk.said(), ['writing Guten Tag', 'done Guten Tag']);
    assert.deepEqual(desk.lines, ['citizen: Guten Tag (…)']);
    assert.equal(desk.text.view.draft, '');
    await desk.timers.pass(3000);
    assert.deepEqual(desk.said(), ['done Guten Tag']);
    desk.hear('citizen', kNow, 'done', 'Guten Tag');
    assert.deepEqual(desk.lines, ['citizen: Guten Tag']);
    await desk.timers.pass(9000);
    assert.deepEqual(desk.said(), []);
});

test('every line has a number above the one before, though no time has passed', () => {
    const desk = new Desk();
    for (const words of ['a', 'b', 'c']) {
        desk.text.type(words);
        desk.text.finish();
    }
    const numbers = desk.sent.filter(({ stage }) => stage === 'done').map(({ line }) => line);
    assert.deepEqual([...new Set(numbers)], [kNow, kNow + 1, kNow + 2]);
});

test('blanks are no line', () => {
    const desk = new Desk();
    desk.text.type('  \n');
    desk.said();
    desk.text.finish();
    assert.deepEqual(desk.said(), []);
    assert.deepEqual(desk.lines, []);
});

test('who does not let letters be read says only that somebody writes, and no longer than somebody does', async () => {
    const desk = new Desk({ letters: false, open: true, readUpTo: 0 });
    desk.text.type('G');
    desk.text.type('Gu');
    await desk.timers.pass(300);
    assert.deepEqual(desk.said(), ['unseen']);
    await desk.timers.pass(5000);
    assert.deepEqual(desk.said(), ['writing'], 'taken back');
    desk.text.type('Gut');
    await desk.timers.pass(300);
    assert.deepEqual(desk.said(), ['unseen']);
    desk.text.finish();
    assert.deepEqual(desk.said(), ['done Gut']);
});

test('the switch counts at once for what is being written', () => {
    const desk = new Desk();
    desk.text.type('Geheim');
    desk.said();
    desk.text.setLetters(false);
    assert.deepEqual(desk.said(), ['unseen']);
    desk.text.setLetters(true);
    assert.deepEqual(desk.said(), ['writing Geheim']);
});

test('what was typed and deleted is taken back', async () => {
    const desk = new Desk();
    desk.text.type('x');
    desk.text.type('');
    await desk.timers.pass(250);
    assert.deepEqual(desk.said(), ['writing x', 'writing']);
});

test('after a lost line, all that has no receipt is said again, in order', () => {
    const desk = new Desk();
    desk.text.update({ ...talking, online: false });
    desk.text.type('eins');
    desk.text.finish();
    desk.text.type('zwei');
    desk.text.finish();
    desk.text.type('drei');
    assert.deepEqual(desk.said(), []);
    desk.text.update(talking);
    assert.deepEqual(desk.said(), ['done eins', 'done zwei', 'writing drei']);
});

test('under a new epoch it is said again, with that one', () => {
    const desk = new Desk();
    desk.text.type('eins');
    desk.text.finish();
    desk.sent.length = 0;
    desk.text.update({ ...talking, epoch: 2 });
    assert.deepEqual(desk.sent.map(({ epoch, text }) => `${epoch} ${text}`), ['2 eins']);
});

test('a page that was reloaded goes on with the line that it was writing, above all its numbers', () => {
    const desk = new Desk();
    desk.text.receive([
        { from: 'citizen', line: kNow + 50, stage: 'done', text: 'eins', at: '2026-03-02T08:05:00.000Z' },
        { from: 'citizen', line: kNow + 60, stage: 'writing', text: 'zw', at: '2026-03-02T08:05:00.000Z' },
    ]);
    assert.equal(desk.text.view.draft, 'zw');
    desk.text.type('zwei');
    desk.text.finish();
    desk.text.type('drei');
    desk.text.finish();
    assert.deepEqual(desk.sent.map(({ line, stage }) => `${line - kNow} ${stage}`), ['60 writing', '60 done', '61 done']);
});

test('what a page was writing unseen before it was reloaded, nobody writes any more', () => {
    const desk = new Desk();
    desk.hear('citizen', kNow, 'unseen', '');
    assert.deepEqual(desk.said(), ['writing']);
});

test('the other one is read while writing, and the line is there once when it is done', () => {
    const desk = new Desk();
    desk.hear('clerk', 5, 'writing', 'Gut');
    assert.deepEqual(desk.text.view.talk.growing, { line: 5, text: 'Gut' });
    desk.hear('clerk', 5, 'done', 'Guten Tag');
    desk.hear('clerk', 5, 'done', 'Guten Tag');
    assert.equal(desk.text.view.talk.growing, undefined);
    assert.deepEqual(desk.lines, ['clerk: Guten Tag']);
    desk.hear('clerk', 6, 'unseen', '');
    assert.deepEqual(desk.text.view.talk.growing, { line: 6, text: '' });
    desk.hear('clerk', 6, 'writing', '');
    assert.equal(desk.text.view.talk.growing, undefined);
});

test('what is unread is counted while it is closed, the own lines are not', () => {
    const desk = new Desk({ letters: true, open: false, readUpTo: 4 });
    desk.hear('clerk', 4, 'done', 'read before a reload');
    desk.hear('clerk', 5, 'done', 'eins');
    desk.hear('clerk', 5, 'done', 'eins');
    desk.hear('clerk', 6, 'done', 'zwei');
    desk.hear('clerk', 7, 'writing', 'dr');
    desk.hear('citizen', 7, 'done', 'ich');
    assert.equal(unreadLines(desk.text.view).length, 2);
    desk.text.show(true);
    assert.equal(unreadLines(desk.text.view).length, 0);
    desk.hear('clerk', 7, 'done', 'drei');
    assert.equal(unreadLines(desk.text.view).length, 0);
});

test('with the visit everything is forgotten, and nothing is said any more', async () => {
    const desk = new Desk();
    desk.hear('clerk', 5, 'done', 'eins');
    desk.text.type('zwei');
    desk.text.finish();
    desk.text.type('drei');
    desk.sent.length = 0;
    desk.text.update({ ...talking, talking: false });
    await desk.timers.pass(60_000);
    assert.deepEqual(desk.said(), []);
    assert.deepEqual(desk.text.view, { talk: { done: [] }, draft: '', letters: true, open: false, readUpTo: 0 });
});

const rows: readonly (readonly [string, string, string])[] = [
    ['several lines stay', 'a\nb', 'a\nb'],
    ['line ends of Windows become ours', 'a\r\nb\rc', 'a\nb\nc'],
    ['a tab and other control characters become blanks', 'a\tb\u0007c\u2028d', 'a b c d'],
    ['half a character becomes a blank', 'a\ud83d', 'a '],
    ['a whole one stays', 'a😀', 'a😀'],
    ['too much is cut', 'x'.repeat(1200), 'x'.repeat(1000)],
    ['and not through a character', `${'x'.repeat(999)}😀`, 'x'.repeat(999)],
];
for (const [name, typed, sent] of rows) test(`what can be sent: ${name}`, () => assert.equal(fitting(typed), sent));
