// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is spoken, when, and what no longer.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeTab } from './fakeBrowser.js';
import { announce, prepareAnnouncements } from '../src/pages/citizen/announcer.js';

let tab: FakeTab;
let now = 0;

async function pass(ms: number): Promise<void> {
    now += ms;
    await tab.timers.pass(ms);
}
function spoken(how: 'polite' | 'status' | 'assertive'): string[] {
    const region = tab.document.getElementById(`announce-${how}`);
    return region?.words.split('\n').filter((line) => line !== '') ?? [];
}

beforeEach(() => {
    tab = new FakeTab();
    Date.now = () => now;
    // Long after whatever the test before had to say.
    now += 1_000_000;
    prepareAnnouncements();
});

test('the regions stand before the first news', () => {
    for (const how of ['polite', 'status', 'assertive']) assert.ok(tab.document.getElementById(`announce-${how}`));
});

test('small news comes at most every 30 seconds, and then the newest', async () => {
    announce('Vor Ihnen: 3', 'polite');
    await pass(0);
    assert.deepEqual(spoken('polite'), ['Vor Ihnen: 3']);
    announce('Vor Ihnen: 2', 'polite');
    announce('Vor Ihnen: 1', 'polite');
    await pass(29_000);
    assert.deepEqual(spoken('polite'), ['Vor Ihnen: 3']);
    await pass(1_000);
    assert.deepEqual(spoken('polite'), ['Vor Ihnen: 1']);
});

test('small news that waits is dropped by a call', async () => {
    announce('Vor Ihnen: 7', 'polite');
    await pass(0);
    announce('Vor Ihnen: niemand', 'polite');
    announce('Sie sind an der Reihe', 'urgent');
    assert.deepEqual(spoken('assertive'), ['Sie sind an der Reihe']);
    await pass(60_000);
    assert.deepEqual(spoken('polite'), ['Vor Ihnen: 7']);
    assert.deepEqual(spoken('assertive'), [], 'whoever looks later reads what is so by then');
});

test('news that a call dropped is news again after it', async () => {
    announce('Vor Ihnen: 1', 'polite');
    await pass(0);
    announce('Vor Ihnen: niemand', 'polite');
    announce('Sie sind an der Reihe', 'urgent');
    announce('Vor Ihnen: niemand', 'polite');
    await pass(30_000);
    assert.deepEqual(spoken('polite'), ['Vor Ihnen: niemand']);
});

test('two words on what concerns the reader are both said, at once, and tidied away', async () => {
    announce('Es wurde keine Kamera gefunden', 'status');
    announce('Es wurde kein Mikrofon gefunden', 'status');
    assert.equal(spoken('status').length, 2);
    await pass(10_000);
    assert.deepEqual(spoken('status'), []);
});
