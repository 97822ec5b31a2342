// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Who helps: interpreters and where they stand, what guests read of others, and somebody who waits and is asked to come in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asRead } from '../src/pages/citizen/guest/guestText.js';
import type { Message, Person, SpokenLine } from '../src/protocol/messages.js';
import { isGuest, pinned, RoomMesh, type RoomPerson } from '../src/room/roomMesh.js';
import { emptyTalk, heard } from '../src/state/talk.js';
import { translator } from '../src/text/index.js';
import { roleWords } from '../src/text/roles.js';
import { settle } from './fakeTime.js';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const de = translator('de');
const control = { muted: false, camera_off: false, may_share: false, on_hold: false };
const at = '2026-03-02T08:05:03.000Z';

const waiting: Message<'ticket.state'> = {
    type: 'ticket.state',
    ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n',
    office: 'off_01h455vb4pex5vsknk084sn02q',
    seq: 42,
    number: 'B 018',
    state: 'waiting',
    rank: 0,
    epoch: 0,
};
const offer = {
    type: 'guest.offer',
    code: 'BCDFGHJK',
    number: 'B 017',
    office_name: 'Bürgerbüro',
    expires_at: '2026-03-02T08:20:00.000Z',
};

const somebody = (part: Partial<RoomPerson> & Pick<RoomPerson, 'peer' | 'role'>): RoomPerson => ({
    name: '',
    isAway: false, isConsulting: false, office: '',
    control,
    ...part,
});

test('an interpreter stands before other guests, who keep their order', () => {
    const people = [
        somebody({ peer: 2, role: 'guest' }),
        somebody({ peer: 3, role: 'guest' }),
        somebody({ peer: 4, role: 'interpreter' }),
    ];
    assert.deepEqual(pinned(people).map(({ peer }) => peer), [4, 2, 3]);
});

test('whoever is neither clerk nor citizen is a guest', () => {
    const roles: readonly Person['role'][] = ['clerk', 'citizen', 'guest', 'interpreter'];
    assert.deepEqual(roles.map((role) => isGuest({ role })), [false, false, true, true]);
});

test('an interpreter is named with the language', () => {
    assert.equal(roleWords(somebody({ peer: 2, role: 'interpreter', language: 'tr' }), de), 'Dolmetscht Türkisch');
    assert.match(roleWords(somebody({ peer: 2, role: 'interpreter', language: 'gsg', signs: true }), de), /Gebärdensprache/);
    assert.equal(roleWords(somebody({ peer: 2, role: 'guest' }), de), 'Gast');
});

test('whoever is only asked to come in is not there yet', () => {
    let seen: readonly RoomPerson[] = [];
    const mesh = new RoomMesh({
        connect: () => Promise.resolve(undefined),
        signal: () => undefined,
        nextGeneration: () => 1,
        setTimer: () => () => undefined,
        changed: (people) => (seen = people),
    });
    mesh.update(0, [
        { peer: 0, role: 'clerk', state: 'in_room' },
        { peer: 1, role: 'citizen', state: 'in_room' },
        { peer: 2, role: 'guest', state: 'invited', name: 'B 018' },
        { peer: 3, role: 'interpreter', state: 'in_room', language: 'gsg', sign_language: true },
    ]);
    assert.deepEqual(seen.map(({ peer, signs }) => [peer, signs]), [[1, undefined], [3, true]]);
});

const line = (from: SpokenLine['from'], number: number, text: string, part: Partial<SpokenLine> = {}): SpokenLine => ({
    from,
    line: number,
    stage: 'done',
    text,
    at,
    ...part,
});

test('to a guest the own lines are the own ones, and the citizen is somebody with a name', () => {
    const read = asRead(
        [line('guest', 1, 'Ich', { peer: 2, name: 'Deniz' }), line('guest', 2, 'Jan', { peer: 3, name: 'Jan' }), line('citizen', 3, 'Kim'), line('clerk', 4, 'Frau S')],
        2,
        'Kim',
    );
    assert.deepEqual(
        read.map(({ from, peer, name }) => [from, peer, name]),
        [['citizen', undefined, undefined], ['guest', 3, 'Jan'], ['guest', 1, 'Kim'], ['clerk', undefined, undefined]],
    );
});

test('lines of two guests with the same number are two lines', () => {
    const talk = [line('guest', 1, 'a', { peer: 2 }), line('guest', 1, 'b', { peer: 3 })].reduce(heard, emptyTalk);
    assert.deepEqual(talk.done.map(({ text }) => text), ['a', 'b']);
});

test('who stops writing takes away the own letters alone', () => {
    const writing = (peer: number, text: string): SpokenLine => line('guest', peer, text, { peer, stage: 'writing', name: `G${peer}` });
    const talk = [writing(2, 'Hal'), writing(3, 'Gu'), writing(2, '')].reduce(heard, emptyTalk);
    assert.equal(talk.growing?.text, 'Gu');
    assert.equal(talk.growing?.name, 'G3');
    assert.equal(heard(talk, line('guest', 3, 'Guten Tag', { peer: 3 })).growing, undefined);
});

test('who waits reads what coming in means before the answer, and hears of it', async () => {
    const page = await Page.opened('', welcome, waiting);
    await page.tab.say(offer);
    assert.match(page.words, /Sie werden in das Gespräch von B 017 geholt/);
    assert.match(page.words, /endet Ihr eigenes Warten, und Ihre Nummer B 018 gilt nicht mehr/);
    assert.match(page.spoken('assertive'), /B 017/);
});

test('who goes on waiting says so, and reads of it no more', async () => {
    const page = await Page.opened('', welcome, waiting);
    await page.tab.say(offer);
    await page.press('Weiter warten');
    assert.equal(page.tab.sent('guest.decline').length, 1);
    assert.doesNotMatch(page.words, /Dazukommen/);
});

test('who comes in goes on as a guest with the code, and keeps the place until the door opens', async () => {
    const page = await Page.opened('#t=nG4xF1qPz0mYc7dKq2VbLw', welcome, waiting);
    await page.tab.say(offer);
    await page.press('Dazukommen');
    await settle();
    const { guest } = page.session.memory;
    assert.deepEqual([guest?.code, guest?.name, guest?.place], ['BCDFGHJK', 'B 018', true]);
    assert.equal(location.hash, '#gast=BCDFGHJK&t=nG4xF1qPz0mYc7dKq2VbLw');
    assert.equal(page.session.memory.token, 'nG4xF1qPz0mYc7dKq2VbLw');
});

test('an offer that is over is gone', async () => {
    const page = await Page.opened('', welcome, waiting);
    await page.tab.say(offer, { type: 'guest.offer_ended' });
    assert.doesNotMatch(page.words, /Dazukommen/);
});
