// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Who comes into a conversation and who leaves it is heard by a citizen who cannot see it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';

const ticket = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: 'off_01h455vb4pex5vsknk084sn02q', number: 'B 017' };
const waiting = { ...ticket, seq: 42, state: 'waiting', rank: 0, epoch: 0 };
const inCall = { ...ticket, seq: 43, state: 'in_call', epoch: 1, clerk: { name: 'Frau Schmidt' } };

const clerk = { peer: 0, role: 'clerk', state: 'in_room', name: 'Frau Schmidt' };
const kim = { peer: 1, role: 'citizen', state: 'in_room', name: 'Kim' };
const deniz = { peer: 2, role: 'guest', state: 'in_room', name: 'Deniz' };
const jan = { peer: 3, role: 'interpreter', state: 'in_room', name: 'Jan', language: 'tr' };
const nameless = { peer: 4, role: 'guest', state: 'in_room' };
const colleague = { peer: 5, role: 'colleague', state: 'in_room', name: 'Herr Özdemir', office_name: 'Wohngeldstelle' };
const room = (...others: object[]): object => ({ type: 'room.state', peer: 1, people: [clerk, kim, ...others] });

async function callPage(...others: object[]): Promise<Page> {
    const page = await Page.opened(kToken, welcome, waiting);
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.say(inCall);
    await page.tab.say(room(...others));
    return page;
}
/** Urgent news are gone after a while, and small ones have come by then. */
const pass = (page: Page): Promise<void> => page.tab.timers.pass(30_000);

test('who comes in is heard at once, with name and role', async () => {
    const page = await callPage();
    assert.doesNotMatch(page.spoken('assertive'), /jetzt im Gespräch/);
    await page.tab.say(room(deniz));
    assert.equal(page.spoken('assertive'), 'Deniz (Gast) ist jetzt im Gespräch.');
});

test('who leaves is heard when there is time for it', async () => {
    const page = await callPage(deniz, jan);
    await page.tab.say(room(jan));
    await page.tab.timers.pass(1000);
    assert.ok(page.spoken('status').includes('Deniz (Gast) ist nicht mehr im Gespräch.'));
});

test('several at once are one announcement, those found in the room too', async () => {
    const page = await callPage(deniz, jan);
    assert.equal(page.spoken('assertive'), 'Deniz (Gast) ist jetzt im Gespräch. Jan (Dolmetscht Türkisch) ist jetzt im Gespräch.');
    await page.tab.say(room());
    await page.tab.timers.pass(1000);
    assert.ok(page.spoken('status').includes('Deniz (Gast) ist nicht mehr im Gespräch. Jan (Dolmetscht Türkisch) ist nicht mehr im Gespräch.'));
});

test('of two who take turns both are heard of', async () => {
    const page = await callPage(deniz);
    await page.tab.say(room(jan));
    assert.equal(page.spoken('assertive'), 'Jan (Dolmetscht Türkisch) ist jetzt im Gespräch.');
    await page.tab.timers.pass(1000);
    assert.ok(page.spoken('status').includes('Deniz (Gast) ist nicht mehr im Gespräch.'));
});

test('who has no name is called by the role, once', async () => {
    const page = await callPage(nameless);
    assert.equal(page.spoken('assertive'), 'Gast ist jetzt im Gespräch.');
});

test('who is out of line for a moment, or on hold, has neither left nor come', async () => {
    const page = await callPage(deniz);
    await pass(page);
    const before = page.spoken('status');
    await page.tab.say(room({ ...deniz, state: 'away' }));
    await page.tab.say(room({ ...deniz, control: { muted: true, camera_off: false, may_share: false, on_hold: true } }));
    await page.tab.say(room(deniz));
    assert.doesNotMatch(page.spoken('assertive'), /Deniz/);
    await pass(page);
    assert.equal(page.spoken('status'), before);
});

test('a colleague who is only consulted is not heard of, but is when taken in, and so is that the consultation is over', async () => {
    const page = await callPage();
    // The word of a consultation stands in the place of that of the line.
    Object.assign(page.session.ui.call, { phase: 'connected' });
    await page.tab.say({ ...room({ ...colleague, state: 'consulting' }), people: [{ ...clerk, state: 'consulting' }, kim, { ...colleague, state: 'consulting' }] });
    assert.doesNotMatch(page.spoken('assertive'), /Özdemir/);
    await page.tab.say(room(colleague));
    assert.equal(page.spoken('assertive'), 'Herr Özdemir (Wohngeldstelle) ist jetzt im Gespräch.');
    assert.match(page.spoken('status'), /Sie werden wieder gehört/);
});

test('when the conversation is over, nobody is said to have left it', async () => {
    const page = await callPage(deniz);
    await pass(page);
    const before = page.spoken('status');
    await page.tab.say({ type: 'ticket.ended', ticket: ticket.ticket, reason: 'finished' });
    await pass(page);
    assert.equal(page.spoken('status'), before);
});
