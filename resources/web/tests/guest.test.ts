// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A guest's tab from the link to the end of the conversation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeTab } from './fakeBrowser.js';
import { createElement, options, render } from 'preact';
import { prepareAnnouncements } from '../src/pages/citizen/announcer.js';
import { GuestApp } from '../src/pages/citizen/guest/guestApp.js';
import { GuestSession, codeIn } from '../src/pages/citizen/guest/guestSession.js';
import type { FakeElement } from './fakeDocument.js';
import { FakePeerConnection } from './fakePeerConnection.js';
import { settle } from './fakeTime.js';
import { welcome } from './welcome.js';

options.requestAnimationFrame = (act) => queueMicrotask(act);

const waiting = { type: 'guest.state', peer: 2, number: 'B 017', office_name: 'Bürgerbüro', state: 'waiting', epoch: 1 };
const admitted = { ...waiting, state: 'in_room' };
const people = [
    { peer: 0, role: 'clerk', state: 'in_room', name: 'Frau Schmidt' },
    { peer: 1, role: 'citizen', state: 'in_room', name: 'Kim' },
    { peer: 2, role: 'guest', state: 'in_room', name: 'Deniz' },
];
const room = { type: 'room.state', peer: 2, people };
const control = { muted: false, camera_off: false, may_share: false, on_hold: false };

class Guest {
    readonly tab: FakeTab;
    readonly session: GuestSession;
    readonly #root: FakeElement;

    constructor(hash: string, storage: ReadonlyMap<string, string> = new Map()) {
        this.tab = new FakeTab(hash);
        for (const [key, value] of storage) this.tab.storage.set(key, value);
        this.#root = this.tab.document.createElement('div');
        this.tab.document.body.append(this.#root);
        prepareAnnouncements();
        this.session = new GuestSession('ws://x/ws/citizen', () => queueMicrotask(() => this.#draw()));
    }
    static async arrived(hash = '#gast=BCDFGHJK', storage?: ReadonlyMap<string, string>): Promise<Guest> {
        const guest = new Guest(hash, storage);
        guest.#draw();
        guest.session.start();
        await guest.tab.take();
        await guest.tab.say(welcome);
        return guest;
    }
    /** At the door, and let to it. */
    static async knocked(): Promise<Guest> {
        const guest = await Guest.arrived();
        await guest.fill('Deniz');
        await guest.tab.say({ type: 'done', re: guest.tab.the('guest.knock').id }, waiting);
        return guest;
    }
    static async inside(): Promise<Guest> {
        const guest = await Guest.knocked();
        await guest.tab.say(admitted, room);
        await guest.giveIce();
        return guest;
    }
    get words(): string {
        return this.#root.words.replace(/\s*\n\s*/g, '\n');
    }
    async fill(name: string): Promise<void> {
        const field = this.tab.document.getElementById('guest-name');
        assert.ok(field !== null);
        field.value = name;
        field.dispatch('input');
        const consent = this.tab.document.getElementById('consent');
        assert.ok(consent !== null);
        Object.assign(consent, { checked: true });
        consent.dispatch('change');
        await settle();
        await this.submit();
    }
    async submit(): Promise<void> {
        this.#root.all.find((element) => element.localName === 'form')?.dispatch('submit');
        await settle();
    }
    async press(name: string): Promise<void> {
        const [button, ...more] = this.#root.all.filter(
            (element) => element.localName === 'button' && element.shown && (element.attributes.get('aria-label') ?? element.words.trim()) === name,
        );
        assert.ok(button !== undefined && more.length === 0, `one button ${name} in ${this.words}`);
        button.dispatch('click');
        await settle();
    }
    async giveIce(): Promise<void> {
        const { id } = this.tab.the('call.prepare');
        await this.tab.say({ type: 'call.ice', re: id, servers: [], policy: 'all', ttl_s: 600 });
        for (let round = 0; round < 5; round += 1) await settle();
    }
    get offers(): number[] {
        return this.tab.sent('room.signal').flatMap(({ peer, signal }) => ('description' in signal ? [peer] : []));
    }
    #draw(): void {
        render(createElement(GuestApp, { session: this.session }), this.#root as unknown as Element);
    }
}

test('a code is its letters, however it is typed', () => {
    assert.equal(codeIn(' bcdf-ghjk '), 'BCDFGHJK');
    assert.equal(codeIn('B C D F, G H J K'), 'BCDFGHJK');
});

test('the link brings the code, and nobody comes in without a name and consent', async () => {
    const guest = await Guest.arrived();
    assert.equal(guest.tab.document.getElementById('guest-code')?.value, 'BCDFGHJK');
    await guest.submit();
    assert.equal(guest.tab.sent('guest.knock').length, 0);
    assert.match(guest.words, /niemand namenlos/);
    await guest.fill('Deniz');
    const { code, name, consent_version: consent, token } = guest.tab.the('guest.knock');
    assert.deepEqual([code, name, consent], ['BCDFGHJK', 'Deniz', '2026-01']);
    assert.match(token, /^[\w-]{22}$/);
});

test('a code that does not open is told, and another one may be tried', async () => {
    const guest = await Guest.arrived();
    await guest.fill('Deniz');
    await guest.tab.say({ type: 'error', re: guest.tab.the('guest.knock').id, code: 'gone' });
    assert.match(guest.words, /Dieser Code gilt nicht/);
    guest.tab.forget();
    await guest.submit();
    assert.equal(guest.tab.sent('guest.knock').length, 1);
});

test('who waits reads whose guest it is, and sends nothing', async () => {
    const guest = await Guest.knocked();
    assert.match(guest.words, /Gast zu B 017/);
    assert.match(guest.words, /Bis dahin sieht und hört Sie niemand/);
    assert.equal(FakePeerConnection.made.length, 0);
});

test('the code is no longer in the address once it is used', async () => {
    await Guest.knocked();
    assert.equal(location.hash, '#gast');
});

test('who is admitted has a line to everybody, and sees them by name', async () => {
    const guest = await Guest.inside();
    assert.deepEqual(guest.offers, [0, 1]);
    assert.match(guest.words, /Frau Schmidt/);
    assert.match(guest.words, /Kim/);
    assert.doesNotMatch(guest.words, /Deniz/);
});

test('a reloaded page goes on as the same guest', async () => {
    const before = await Guest.inside();
    const { token } = before.tab.the('guest.knock');
    const after = await Guest.arrived('#gast', before.tab.storage);
    assert.equal(after.tab.the('guest.knock').token, token);
    await after.tab.say({ type: 'done', re: after.tab.the('guest.knock').id }, admitted, room);
    await after.giveIce();
    assert.deepEqual(after.offers, [0, 1]);
});

test('a line that was lost is taken up again without a new admission, and what is heard and seen stays', async () => {
    const guest = await Guest.inside();
    const lines = FakePeerConnection.made.length;
    const { token } = guest.tab.the('guest.knock');
    guest.tab.forget();
    await guest.tab.hangUp();
    await guest.tab.timers.pass(20_000);
    await guest.tab.take();
    await guest.tab.say(welcome);
    assert.equal(guest.tab.the('guest.knock').token, token);
    await guest.tab.say({ type: 'done', re: guest.tab.the('guest.knock').id }, admitted, room);
    assert.ok(FakePeerConnection.made.length >= lines);
    assert.match(guest.words, /Frau Schmidt/);
});

test('who is there is heard, and who comes and leaves', async () => {
    const guest = await Guest.inside();
    const spoken = (how: 'status' | 'assertive'): string => guest.tab.document.getElementById(`announce-${how}`)?.words.trim() ?? '';
    assert.equal(spoken('assertive'), 'Frau Schmidt ist jetzt im Gespräch. Kim ist jetzt im Gespräch.');
    const jan = { peer: 3, role: 'interpreter', state: 'in_room', name: 'Jan', language: 'tr' };
    await guest.tab.say({ ...room, people: [...people, jan] });
    assert.equal(spoken('assertive'), 'Jan (Dolmetscht Türkisch) ist jetzt im Gespräch.');
    await guest.tab.say({ ...room, people });
    await guest.tab.timers.pass(1000);
    assert.ok(spoken('status').includes('Jan (Dolmetscht Türkisch) ist nicht mehr im Gespräch.'));
    // A clerk who confers with somebody is still in the conversation.
    await guest.tab.say({ ...room, people: people.map((person) => (person.role === 'clerk' ? { ...person, state: 'consulting' } : person)) });
    await guest.tab.say({ ...room, people });
    assert.doesNotMatch(spoken('assertive'), /Frau Schmidt/);
    assert.doesNotMatch(spoken('status'), /Frau Schmidt/);
});

test('what the clerk turns off is said', async () => {
    const guest = await Guest.inside();
    const muted = people.map((person) => (person.peer === 2 ? { ...person, control: { ...control, muted: true } } : person));
    await guest.tab.say({ ...room, people: muted });
    assert.match(guest.words, /Mikrofon gesperrt/);
});

test('whom the clerk removes is told, and holds nothing open', async () => {
    const guest = await Guest.inside();
    await guest.tab.say({ type: 'guest.ended', reason: 'removed' });
    assert.match(guest.words, /Sie sind nicht mehr im Gespräch/);
    assert.ok(FakePeerConnection.made.every(({ closed }) => closed));
    assert.equal(guest.session.memory.guest, undefined);
});

test('leaving asks once', async () => {
    const guest = await Guest.inside();
    await guest.press('Verlassen');
    assert.equal(guest.tab.sent('guest.leave').length, 0);
    await guest.press('Verlassen');
    assert.equal(guest.tab.sent('guest.leave').length, 1);
    await guest.tab.say({ type: 'guest.ended', reason: 'left' });
    assert.match(guest.words, /Sie haben das Gespräch verlassen/);
});

test('somebody may be wanted large, and is small again', async () => {
    const guest = await Guest.inside();
    await guest.press('Kim groß zeigen');
    const pressed = (): string | undefined =>
        guest.tab.document.body.all.find((element) => element.attributes.get('aria-label') === 'Kim groß zeigen')?.attributes.get('aria-pressed');
    assert.equal(pressed(), 'true');
    await guest.press('Kim groß zeigen');
    assert.equal(pressed(), 'false');
});

test('a guest writes with the epoch of the visit, and reads the others by name', async () => {
    const guest = await Guest.inside();
    await guest.tab.say({
        type: 'text.lines',
        lines: [
            { from: 'citizen', line: 1, stage: 'done', text: 'Hallo', at: '2026-03-02T08:05:03.000Z' },
            { from: 'guest', peer: 2, name: 'Deniz', line: 2, stage: 'done', text: 'Guten Tag', at: '2026-03-02T08:05:04.000Z' },
        ],
    });
    guest.session.writing.show(true);
    await settle();
    assert.match(guest.words, /Kim\s+\d+:\d+\s+Hallo/);
    assert.match(guest.words, /Sie\s+\d+:\d+\s+Guten Tag/);
    guest.session.writing.type('Ja');
    await settle();
    const { epoch, text } = guest.tab.the('text.line');
    assert.deepEqual([epoch, text], [1, 'Ja']);
});

test('what is shown to all is shown to a guest, who only looks on', async () => {
    const guest = await Guest.inside();
    const file = 'doc_05kq7rjm3t8xv2bnc4hw9ey1sd';
    await guest.tab.say(
        { type: 'file.list', files: [{ file, from: 'clerk', state: 'accepted', name: 'Plan.pdf', kind: 'pdf', bytes: 1000, received: 1000 }] },
        { type: 'view.state', view: { file, place: { page: 1, zoom: 100, x: 5000, y: 5000 }, marks: [] } },
    );
    assert.equal(guest.session.ui.sight?.file, file);
    guest.session.sight.view.turn({ page: 2, zoom: 100, x: 5000, y: 5000 });
    guest.session.sight.view.point({ page: 1, x: 1, y: 1 });
    await settle();
    assert.equal(guest.tab.sent('view.change').length, 0);
    await guest.tab.say({ type: 'view.state' });
    assert.equal(guest.session.ui.sight, undefined);
});
