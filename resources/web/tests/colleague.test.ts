// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's call page with a colleague: consulted unheard by the citizen, and as a guest in somebody else's room.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../src/protocol/messages.js';
import { inCall, warmed } from './clerkKit.js';

const clerk: Person = { peer: 0, role: 'clerk', state: 'in_room', name: 'Frau Schmidt' };
const kim: Person = { peer: 1, role: 'citizen', state: 'in_room', name: 'Kim' };
const colleague: Person = { peer: 2, role: 'colleague', state: 'consulting', name: 'Herr Özdemir', office_name: 'Wohngeldstelle' };
const consulting = { type: 'room.people', epoch: 3, people: [{ ...clerk, state: 'consulting' }, kim, colleague] } as const;

test('what is said to a colleague alone does not go to the citizen, and comes back with the end of it', async () => {
    const world = await inCall();
    const toCitizen = world.connection;
    const sound = toCitizen.transceivers[0]?.sender.track;
    assert.ok(sound !== null && sound !== undefined);
    await world.obey({ ...consulting, people: [...consulting.people] });
    assert.equal(world.view?.consults, true);
    assert.equal(toCitizen.transceivers[0]?.sender.track, null);
    assert.ok(toCitizen.transceivers[1]?.sender.track !== null);
    await world.obey({ type: 'room.people', epoch: 3, people: [clerk, kim] });
    assert.equal(world.view?.consults, false);
    assert.equal(toCitizen.transceivers[0]?.sender.track, sound);
});

test('what was agreed on with the citizen meanwhile is agreed on anew, for the sound was left out of it', async () => {
    const world = await inCall();
    const offers = (): number => world.of('call.signal').filter(({ signal }) => 'description' in signal && signal.description.type === 'offer').length;
    const before = offers();
    await world.obey({ ...consulting, people: [...consulting.people] });
    assert.equal(offers(), before);
    await world.obey({ type: 'room.people', epoch: 3, people: [clerk, kim] });
    await world.obey();
    assert.equal(offers(), before + 1);
});

test('the citizen is told that the microphone is silent meanwhile', async () => {
    const world = await inCall();
    await world.obey({ ...consulting, people: [...consulting.people] });
    const told = world.of('call.signal').flatMap(({ signal }) => ('media' in signal ? [signal.media.microphone] : []));
    assert.equal(told.at(-1), false);
});

test('in the conversation of a colleague all lines are those of the room, and they are offered from here', async () => {
    const world = await warmed();
    await world.obey({ type: 'call.join', epoch: 9, peer: 2, number: 'B 017' });
    assert.deepEqual(world.view?.call, { number: 'B 017', name: '', joined: true });
    await world.obey({ type: 'room.people', epoch: 9, people: [{ ...clerk, state: 'consulting' }, colleague] });
    for (let round = 0; round < 10; round += 1) await world.obey();
    assert.deepEqual(world.view?.people.map(({ peer }) => peer), [0]);
    const [first] = world.of('room.signal');
    assert.equal(first?.peer, 0);
    assert.equal(first?.epoch, 9);
    assert.ok(first !== undefined && 'description' in first.signal && first.signal.description.type === 'offer');
    assert.deepEqual(world.of('call.signal'), []);
});

test('when it ends nothing of it is left', async () => {
    const world = await warmed();
    await world.obey({ type: 'call.join', epoch: 9, peer: 2, number: 'B 017' });
    await world.obey({ type: 'room.people', epoch: 9, people: [clerk, kim, { ...colleague, state: 'in_room' }] });
    await world.obey({ type: 'call.end' });
    assert.deepEqual(world.view?.people, []);
    assert.equal(world.view?.call, undefined);
});
