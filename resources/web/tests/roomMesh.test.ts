// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Several people: who has a line to whom, what goes over it, and how it comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, Signal } from '../src/protocol/messages.js';
import { RoomMesh } from '../src/room/roomMesh.js';
import type { RoomPerson } from '../src/room/roomMesh.js';
import type { Outgoing } from '../src/room/roomLink.js';
import { kUncontrolled } from '../src/state/control.js';
import { FakeTrack } from './fakeMedia.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

const clerk: Person = { peer: 0, role: 'clerk', state: 'in_room', name: 'Frau Schmidt' };
const kim: Person = { peer: 1, role: 'citizen', state: 'in_room', name: 'Kim' };
const deniz: Person = { peer: 2, role: 'guest', state: 'in_room', name: 'Deniz' };
const jan: Person = { peer: 3, role: 'guest', state: 'in_room', name: 'Jan' };

const track = (kind: 'audio' | 'video'): MediaStreamTrack => new FakeTrack(kind) as unknown as MediaStreamTrack;
const sending = (): Outgoing => ({
    tracks: { microphone: track('audio'), camera: track('video'), screen: null },
    media: { microphone: true, camera: true, screen: false },
});

/** A room with its server: signals go where they are sent, one after the other. */
class Room {
    readonly timers = new FakeTimers();
    readonly connections = new Map<number, FakePeerConnection[]>();
    readonly meshes = new Map<number, RoomMesh>();
    readonly shown = new Map<number, readonly RoomPerson[]>();
    /** From whom to whom, what. */
    readonly sent: string[] = [];
    /** Whose words get lost. */
    deaf = false;
    #people: readonly Person[] = [];
    #generation = 100;

    async enter(...people: Person[]): Promise<void> {
        this.#people = people;
        for (const { peer } of people) if (!this.meshes.has(peer)) this.meshes.set(peer, this.#mesh(peer));
        for (const [peer, mesh] of this.meshes) {
            if (people.some((person) => person.peer === peer)) mesh.update(peer, people);
        }
        await this.quiet();
    }
    async set(peer: number, part: Partial<Person>): Promise<void> {
        await this.enter(...this.#people.map((person) => (person.peer === peer ? { ...person, ...part } : person)));
    }
    async quiet(): Promise<void> {
        for (let round = 0; round < 10; round += 1) await settle();
    }
    of(peer: number): RoomMesh {
        const mesh = this.meshes.get(peer);
        assert.ok(mesh !== undefined);
        return mesh;
    }
    seenBy(peer: number, other: number): RoomPerson {
        const person = this.shown.get(peer)?.find((some) => some.peer === other);
        assert.ok(person !== undefined, `${peer} sees ${other}`);
        return person;
    }
    open(peer: number): FakePeerConnection[] {
        return (this.connections.get(peer) ?? []).filter(({ closed }) => !closed);
    }

    #mesh(peer: number): RoomMesh {
        const mesh = new RoomMesh({
            connect: () => {
                const fake = new FakePeerConnection({});
                this.connections.set(peer, [...(this.connections.get(peer) ?? []), fake]);
                return Promise.resolve(asReal(fake));
            },
            signal: (to, signal) => this.#pass(peer, to, signal),
            nextGeneration: () => ++this.#generation,
            setTimer: this.timers.setTimer,
            changed: (people) => this.shown.set(peer, people),
        });
        mesh.setMedia(sending());
        return mesh;
    }
    #pass(from: number, to: number, signal: Signal): void {
        const kind = 'description' in signal ? signal.description.type : (Object.keys(signal)[0] ?? '');
        this.sent.push(`${from}>${to} ${kind}`);
        if (!this.deaf) queueMicrotask(() => this.meshes.get(to)?.receive(from, signal));
    }
}

test('every guest has a line to everybody, and clerk and citizen have none here', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz, jan);
    assert.deepEqual([0, 1, 2, 3].map((peer) => room.open(peer).length), [2, 2, 3, 3]);
    assert.equal(room.seenBy(0, 1).phase, undefined);
    assert.ok(room.seenBy(0, 2).remote !== undefined);
    assert.ok(room.seenBy(2, 3).remote !== undefined);
});

test('of two people the higher number offers', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz, jan);
    const offers = room.sent.filter((words) => words.endsWith(' offer')).sort();
    assert.deepEqual(offers, ['2>0 offer', '2>1 offer', '3>0 offer', '3>1 offer', '3>2 offer']);
    const answers = room.sent.filter((words) => words.endsWith(' answer')).sort();
    assert.deepEqual(answers, ['0>2 answer', '0>3 answer', '1>2 answer', '1>3 answer', '2>3 answer']);
});

test('all are named, in the order of their numbers, and who waits is nobody', async () => {
    const room = new Room();
    await room.enter(kim, clerk, deniz);
    room.of(0).update(0, [jan, deniz, kim, clerk].map((some) => (some === jan ? { ...some, state: 'waiting' } : some)));
    assert.deepEqual(room.shown.get(0)?.map(({ name }) => name), ['Kim', 'Deniz']);
    assert.equal(room.open(0).length, 1);
});

test('whoever is not named any more is let go at once', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz, jan);
    await room.enter(clerk, kim, jan);
    assert.deepEqual([0, 1, 3].map((peer) => room.open(peer).length), [1, 1, 2]);
    assert.deepEqual(room.shown.get(1)?.map(({ peer }) => peer), [0, 3]);
});

test('somebody who is muted sends no sound, and is not heard whatever comes', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    await room.set(2, { control: { ...kUncontrolled, muted: true } });
    const [line] = room.open(2);
    assert.equal(line?.transceivers[0]?.sender.track, null);
    assert.ok(line?.transceivers[1]?.sender.track !== null);
    const [heard] = room.open(1);
    assert.equal(heard?.transceivers[0]?.receiver.track.enabled, false);
    assert.equal(heard?.transceivers[1]?.receiver.track.enabled, true);
});

test('whoever is on hold hears nobody, and nobody hears them', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    await room.set(1, { control: { ...kUncontrolled, on_hold: true } });
    for (const peer of [1, 2]) {
        const line = room.open(peer).at(peer === 1 ? 0 : 1);
        assert.deepEqual(line?.transceivers.map(({ sender }) => sender.track), [null, null, null], String(peer));
        assert.ok(line?.transceivers.every(({ receiver }) => !receiver.track.enabled), String(peer));
    }
    const [toClerk] = room.open(2);
    assert.ok(toClerk?.transceivers[0]?.sender.track !== null);
});

test('whoever is away for long is talked to by nobody and heard by nobody, until they are back', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    await room.set(2, { state: 'away' });
    await room.timers.pass(9000);
    const [line] = room.open(0);
    assert.ok(line?.transceivers[0]?.sender.track !== null, 'a short loss of the line stops nothing');
    await room.timers.pass(1000);
    assert.deepEqual(line?.transceivers.map(({ sender }) => sender.track), [null, null, null]);
    assert.ok(line?.transceivers.every(({ receiver }) => !receiver.track.enabled));
    await room.set(2, { state: 'in_room' });
    assert.ok(line?.transceivers[0]?.sender.track !== null);
    assert.equal(line?.transceivers[0]?.receiver.track.enabled, true);
});

test('whoever is back in time is talked to all the while', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    await room.set(2, { state: 'away' });
    await room.timers.pass(9000);
    await room.set(2, { state: 'in_room' });
    await room.timers.pass(9000);
    await room.set(2, { state: 'away' });
    await room.timers.pass(9000);
    assert.ok(room.open(0)[0]?.transceivers[0]?.sender.track !== null);
});

test('what is allowed again is negotiated again', async () => {
    const room = new Room();
    await room.enter(clerk, kim, { ...deniz, control: { ...kUncontrolled, muted: true } });
    room.sent.length = 0;
    await room.set(2, { control: kUncontrolled });
    assert.ok(room.sent.includes('2>0 offer'));
    assert.ok(room.sent.includes('2>1 offer'));
    assert.equal(room.open(0).length, 1);
});

test('an offer that got lost is made again', async () => {
    const room = new Room();
    room.deaf = true;
    await room.enter(clerk, kim, deniz);
    room.deaf = false;
    await room.timers.pass(8000);
    await room.quiet();
    assert.ok(room.seenBy(0, 2).remote !== undefined);
    assert.deepEqual([0, 1, 2].map((peer) => room.open(peer).length), [1, 1, 2]);
});

test('an interrupted line is restarted, and one that does not come back is built anew', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    const [line] = room.open(2);
    line?.become('connected');
    await room.quiet();
    assert.equal(room.seenBy(2, 0).phase, 'connected');
    line?.become('disconnected');
    await room.timers.pass(1500);
    await room.quiet();
    assert.equal(line?.restarts, 1);
    await room.timers.pass(8000);
    await room.quiet();
    assert.equal(line?.closed, true);
    assert.equal(room.open(2).length, 2);
});

test('a page that lost its end has a new line at once', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    const before = room.open(2);
    for (const line of [...before, ...room.open(0), ...room.open(1)]) line.become('connected');
    await room.quiet();
    room.of(0).close();
    room.meshes.delete(0);
    await room.enter(clerk, kim, deniz);
    assert.equal(before[0]?.closed, true);
    assert.equal(room.open(2).length, 2);
    assert.ok(room.seenBy(0, 2).remote !== undefined);
});

test('what a person sends is told to each of the others', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    assert.deepEqual(room.seenBy(0, 2).media, { microphone: true, camera: true, screen: false });
    room.of(2).setMedia({ ...sending(), media: { microphone: false, camera: true, screen: false } });
    await room.quiet();
    assert.deepEqual(room.seenBy(0, 2).media, { microphone: false, camera: true, screen: false });
    assert.deepEqual(room.seenBy(1, 2).media, { microphone: false, camera: true, screen: false });
});

test('what is held to the camera for the clerk goes to nobody else', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    const [toGuest] = room.open(1);
    const camera = toGuest?.transceivers[1]?.sender.track;
    assert.ok(camera !== null && camera !== undefined);
    room.of(1).showToClerkAlone(true);
    assert.equal(toGuest?.transceivers[1]?.sender.track, null);
    assert.ok(toGuest?.transceivers[0]?.sender.track !== null, 'the sound is for all');
    await room.enter(clerk, kim, deniz, jan);
    assert.deepEqual(room.open(1).map((line) => line.transceivers[1]?.sender.track), [null, null]);
    room.of(1).showToClerkAlone(false);
    assert.equal(toGuest?.transceivers[1]?.sender.track, camera);
});

test('when it is closed nothing is left open', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz, jan);
    for (const mesh of room.meshes.values()) mesh.close();
    assert.deepEqual([0, 1, 2, 3].map((peer) => room.open(peer).length), [0, 0, 0, 0]);
    assert.deepEqual(room.shown.get(1), []);
    assert.equal(room.timers.pending, 0);
});

const alone: Person = { peer: 4, role: 'colleague', state: 'consulting', name: 'Herr Özdemir', office_name: 'Wohngeldstelle' };

test('a colleague who is consulted has a line to the clerk alone', async () => {
    const room = new Room();
    await room.enter({ ...clerk, state: 'consulting' }, kim, deniz, alone);
    assert.deepEqual([0, 1, 2, 4].map((peer) => room.open(peer).length), [2, 1, 2, 1]);
    assert.equal(room.of(0).consults, true);
    assert.equal(room.seenBy(0, 4).isConsulting, true);
    assert.equal(room.seenBy(0, 4).office, 'Wohngeldstelle');
    assert.ok(!room.sent.some((words) => words.startsWith('4>1') || words.startsWith('4>2')));
});

test('while the clerk consults, no word of it goes to a guest', async () => {
    const room = new Room();
    await room.enter(clerk, kim, deniz);
    await room.enter({ ...clerk, state: 'consulting' }, kim, deniz, alone);
    const [toGuest, toColleague] = room.open(0);
    assert.equal(toGuest?.transceivers[0]?.sender.track, null);
    assert.ok(toGuest?.transceivers[1]?.sender.track !== null);
    assert.ok(toColleague?.transceivers[0]?.sender.track !== null);
    await room.enter(clerk, kim, deniz, { ...alone, state: 'in_room' });
    assert.ok(toGuest?.transceivers[0]?.sender.track !== null);
});

test('whoever was consulted and is taken in has a line to everybody', async () => {
    const room = new Room();
    await room.enter({ ...clerk, state: 'consulting' }, kim, alone);
    const [before] = room.open(4);
    await room.enter(clerk, kim, { ...alone, state: 'in_room' });
    assert.equal(room.open(4).length, 2);
    assert.equal(room.open(4)[0], before);
    assert.equal(room.of(0).consults, false);
});
