// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The way to another device: a picture that cameras read, an address, and who must not see it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { qrOf } from '../src/pages/citizen/qr.js';
import { Page } from './page.js';

const kToken = 'nG4xF1qPz0mYc7dKq2VbLw';
const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const view = { state: 'occupied', waiting: 3, serving: 1, idle: 0, average_service_s: 600 };
const office = { id: kOffice, seq: 41, name: 'Bürgerservice', department: 'Amt', letter: 'B', hours: [], hours_today: [], special_days: [], view };
const welcome = {
    type: 'welcome', protocol: 1, server_time: '2026-03-02T08:00:00.000Z', authority: 'Landkreis Musterland', consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
};
const waiting = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, seq: 42, number: 'B 017', state: 'waiting', rank: 2, epoch: 0 };
const waitingPage = (): Promise<Page> => Page.opened(`#t=${kToken}`, welcome, { type: 'overview.snapshot', offices: [office] }, waiting);

/** The dark modules of the picture, as text: a line a row. */
function rowsOf({ size, path }: { readonly size: number; readonly path: string }): string[] {
    const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x},${y}`));
    const places = Array.from({ length: size }, (_, index) => index);
    return places.map((y) => places.map((x) => (dark.has(`${x},${y}`) ? '#' : '.')).join(''));
}

test('the picture has a quiet border of four modules and the three marks that cameras look for', () => {
    const rows = rowsOf(qrOf('https://sprechtag.example/#t=' + kToken));
    const size = rows.length;
    const mark = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
    const at = (x: number, y: number): string[] => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
    for (const [x, y] of [[4, 4], [size - 11, 4], [4, size - 11]] as const) assert.deepEqual(at(x, y), mark);
    for (const row of [...rows.slice(0, 4), ...rows.slice(-4)]) assert.doesNotMatch(row, /#/);
    for (const row of rows) assert.match(row, /^\.{4}.*\.{4}$/);
});

test('another address is another picture', () => {
    assert.notEqual(qrOf('https://a.example/#t=1').path, qrOf('https://a.example/#t=2').path);
});

test('who opens it has the picture, and reads whom not to show it', async () => {
    const page = await waitingPage();
    assert.ok(!page.shows('svg', 'QR-Code mit der Adresse Ihres Platzes'));
    await page.unfold('Auf ein anderes Gerät wechseln');
    assert.ok(page.shows('svg', 'QR-Code mit der Adresse Ihres Platzes'));
    assert.match(page.words, /bekommt Ihren Platz/);
});

test('the address can be copied, and that is told', async () => {
    const page = await waitingPage();
    await page.unfold('Auf ein anderes Gerät wechseln');
    await page.press('Adresse kopieren');
    assert.equal(page.tab.clipboard, `https://sprechtag.example/#t=${kToken}`);
    assert.match(page.spoken('status'), /Adresse kopiert/);
    assert.ok(page.has('Adresse kopiert'));
});

test('a browser that does not copy promises nothing', async () => {
    const page = await waitingPage();
    page.tab.mayCopy = false;
    await page.unfold('Auf ein anderes Gerät wechseln');
    await page.press('Adresse kopieren');
    assert.ok(page.has('Adresse kopieren'));
    assert.equal(page.spoken('status'), '');
});

test('the page that the place has left says where it is, and can have it back', async () => {
    const page = await waitingPage();
    await page.tab.say({ type: 'goodbye', reason: 'taken_over', action: 'stop' });
    assert.match(page.words, /Ihr Platz ist umgezogen/);
    assert.ok(page.has('Hier weitermachen'));
});
