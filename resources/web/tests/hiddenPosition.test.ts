// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// An office that does not show how many are ahead. In a file of its own: what is spoken remembers what was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const view = { state: 'occupied', waiting: 3, serving: 1, idle: 0, average_service_s: 600 };
const office = {
    id: kOffice, seq: 41, name: 'Bürgerservice', department: 'Amt', letter: 'B', hours: [], hours_today: [], special_days: [], view,
    hides_position: true,
};
const welcome = {
    type: 'welcome', protocol: 1, server_time: new Date().toISOString(), authority: 'Landkreis Musterland', consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
};
const overview = { type: 'overview.snapshot', offices: [office] };
const waiting = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 2, epoch: 0 };

test('a hidden position is neither shown nor spoken nor in the title, and the wait is', async () => {
    const page = await Page.opened('#t=nG4xF1qPz0mYc7dKq2VbLw', welcome, overview, waiting);
    assert.doesNotMatch(page.words, /Vor Ihnen|Personen/);
    assert.match(page.words, /Wartezeit\nca\. 15–30\sMin\./);
    assert.equal(page.tab.document.title, 'B 017 – Landkreis Musterland');
    await page.tab.timers.pass(31_000);
    assert.match(page.spoken('polite'), /^Wartezeit: ca/);
    await page.tab.say({ ...waiting, seq: 43, rank: 0 });
    assert.doesNotMatch(page.words, /als Nächstes/);
});
