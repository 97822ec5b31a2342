// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The standing offer, and what renews it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer } from '../src/connection/connection.js';
import type { Notice, Signal } from '../src/protocol/messages.js';
import { CitizenCall } from '../src/room/citizenCall.js';
import type { CallView, Situation } from '../src/room/citizenCall.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

const ice: Answer = { ok: true, message: { type: 'call.ice', re: 'x', servers: [], policy: 'all', ttl_s: 600 } };
const waiting: Situation = { state: 'waiting', rank: 0, epoch: 0, prepareRanks: 5, online: true, devicesDecided: true };
const called: Situation = { state: 'called', epoch: 1, prepareRanks: 5, online: true, devicesDecided: true };
const inCall: Situation = { ...called, state: 'in_call' };

class World {
    readonly timers = new FakeTimers();
    readonly notices: Notice[] = [];
    readonly views: CallView[] = [];
    readonly connections: FakePeerConnection[] = [];
    prepared = 0;
    /** How often the line to the server was put in doubt. */
    suspicions = 0;
    gathering = 'complete';
    answer: Answer = ice;
    heard = true;
    #generation = 100;
    readonly call = new CitizenCall({
        command: (command) => {
            assert.equal(command.type, 'call.prepare');
            this.prepared += 1;
            return Promise.resolve(this.answer);
        },
        notify: (notice) => {
            if (this.heard) this.notices.push(notice);
            return this.heard;
        },
        createConnection: (configuration) => {
            const fake = new FakePeerConnection(configuration);
            fake.iceGatheringState = this.gathering;
            this.connections.push(fake);
            return asReal(fake);
        },
        nextGeneration: () => ++this.#generation,
        setTimer: this.timers.setTimer,
        changed: (view) => this.views.push(view),
        suspectLine: () => (this.suspicions += 1),
    });

    async update(situation: Situation): Promise<void> {
        this.call.update(situation);
        await settle();
    }
    async answerOffer(generation: number, epoch = 1): Promise<void> {
        this.call.receive(epoch, { description: { type: 'answer', sdp: 'answer' }, generation });
        await settle();
    }
    offers(): number[] {
        return this.notices.flatMap((notice) => (notice.type === 'ticket.offer' ? [notice.generation] : []));
    }
    signals(): Signal[] {
        return this.notices.flatMap((notice) => (notice.type === 'call.signal' ? [notice.signal] : []));
    }
    get connection(): FakePeerConnection {
        const last = this.connections.at(-1);
        assert.ok(last !== undefined);
        return last;
    }
}

async function inConnectedCall(): Promise<World> {
    const world = new World();
    await world.update(waiting);
    await world.update(called);
    await world.answerOffer(101);
    world.connection.become('connected');
    await world.update(inCall);
    return world;
}

test('nothing is prepared before the citizen has decided on devices', async () => {
    const world = new World();
    await world.update({ ...waiting, devicesDecided: false });
    assert.equal(world.prepared, 0);
});

test('nothing is prepared far back in the line, and an offer stands near its front', async () => {
    const world = new World();
    await world.update({ ...waiting, rank: 5 });
    assert.equal(world.prepared, 0);
    await world.update({ ...waiting, rank: 4 });
    assert.deepEqual(world.offers(), [101]);
    assert.equal(world.call.view.phase, 'ready');
});

test('who is called while the offer still gathers is not kept waiting for the rest', async () => {
    const world = new World();
    world.gathering = 'gathering';
    await world.update(waiting);
    assert.deepEqual(world.offers(), []);
    await world.update(called);
    assert.deepEqual(world.offers(), [101]);
    world.connection.find('late');
    await world.answerOffer(101);
    assert.ok(world.signals().some((signal) => 'candidate' in signal && signal.candidate.candidate === 'late'));
});

test('the way to the front makes one offer, not one a step', async () => {
    const world = new World();
    for (const rank of [3, 2, 1, 0]) await world.update({ ...waiting, rank });
    assert.deepEqual(world.offers(), [101]);
});

test('who is refused the servers for now asks again later', async () => {
    const world = new World();
    world.answer = { ok: false, code: 'not_yet' };
    await world.update(waiting);
    assert.deepEqual(world.offers(), []);
    world.answer = ice;
    await world.timers.pass(2000);
    assert.deepEqual(world.offers(), [101]);
});

test('an unanswered offer is said again when the line is back', async () => {
    const world = new World();
    await world.update(waiting);
    await world.update({ ...waiting, online: false });
    await world.update(waiting);
    assert.deepEqual(world.offers(), [101, 101]);
});

test('an answered offer is not said again', async () => {
    const world = await inConnectedCall();
    await world.update({ ...inCall, online: false });
    await world.update(inCall);
    assert.deepEqual(world.offers(), [101]);
});

test('an offer is renewed before its credentials run out', async () => {
    const world = new World();
    await world.update(waiting);
    await world.timers.pass(479_000);
    assert.deepEqual(world.offers(), [101]);
    await world.timers.pass(1_000);
    assert.deepEqual(world.offers(), [101, 102]);
    assert.ok(world.connections[0]?.closed);
});

test('who falls back in the line takes the offer back', async () => {
    const world = new World();
    await world.update(waiting);
    await world.update({ ...waiting, rank: 5 });
    assert.deepEqual(world.notices.at(-1), { type: 'ticket.offer_withdraw', generation: 101 });
    assert.ok(world.connection.closed);
});

test('the answer is applied at once, and one’s own media told once, though signals come in a heap', async () => {
    const world = new World();
    await world.update(waiting);
    await world.update(called);
    world.call.receive(1, { description: { type: 'answer', sdp: 'answer' }, generation: 101 });
    const found = { candidate: 'c', sdp_m_line_index: 0 };
    world.call.receive(1, { candidate: found, generation: 101 });
    world.call.receive(1, { candidate: found, generation: 101 });
    await settle();
    assert.equal(world.connection.signalingState, 'stable');
    assert.deepEqual(world.signals(), [{ media: { microphone: false, camera: false, screen: false } }]);
    assert.deepEqual(world.connection.candidates, ['c', 'c']);
});

test('a signal of an earlier epoch changes nothing', async () => {
    const world = new World();
    await world.update(called);
    world.call.receive(0, { media: { microphone: true, camera: true, screen: true } });
    await world.answerOffer(101, 0);
    assert.equal(world.call.view.remoteMedia, undefined);
    assert.equal(world.connection.signalingState, 'have-local-offer');
});

test('a clerk who comes back under a new epoch gets a new offer', async () => {
    const world = await inConnectedCall();
    await world.update({ ...inCall, state: 'held' });
    assert.deepEqual(world.offers(), [101]);
    await world.update({ ...inCall, epoch: 2 });
    assert.deepEqual(world.offers(), [101, 102]);
    await world.answerOffer(102, 2);
    await world.update({ ...inCall, epoch: 2 });
    assert.deepEqual(world.offers(), [101, 102]);
});

test('sent back to the lobby, one gets a new standing offer', async () => {
    const world = await inConnectedCall();
    await world.update({ ...waiting, epoch: 1 });
    assert.deepEqual(world.offers(), [101, 102]);
    assert.ok(world.connections[0]?.closed);
    assert.equal(world.call.view.remote, undefined);
});

for (const [name, signal] of [
    ['asks for it', { restart: {} }],
    ['answers a second time', { description: { type: 'answer', sdp: 'again' }, generation: 101 }],
] as const) {
    test(`a new generation begins when the other side ${name}`, async () => {
        const world = await inConnectedCall();
        world.call.receive(1, signal);
        await settle();
        assert.deepEqual(world.offers(), [101, 102]);
    });
}

test('an interruption is given a moment, then ICE restarts with fresh servers', async () => {
    const world = await inConnectedCall();
    world.connection.become('disconnected');
    assert.equal(world.call.view.phase, 'interrupted');
    assert.equal(world.connection.restarts, 0);
    await world.timers.pass(1500);
    assert.equal(world.connection.restarts, 1);
    assert.equal(world.suspicions, 1);
    assert.equal(world.prepared, 2);
    assert.deepEqual(world.offers(), [101]);
});

test('an interruption that heals by itself restarts nothing', async () => {
    const world = await inConnectedCall();
    world.connection.become('disconnected');
    world.connection.become('connected');
    await world.timers.pass(20_000);
    assert.equal(world.connection.restarts, 0);
    assert.equal(world.call.view.phase, 'connected');
});

test('a connection that does not come back is replaced', async () => {
    const world = await inConnectedCall();
    world.connection.become('failed');
    await settle();
    await world.timers.pass(8000);
    assert.deepEqual(world.offers(), [101, 102]);
});

test('what is lost is told with the seconds that are left, until the line is back', async () => {
    const world = await inConnectedCall();
    world.connection.become('disconnected');
    assert.deepEqual(world.call.view.outage, { kind: 'restoring', seconds: 60 });
    await world.timers.pass(1000);
    assert.deepEqual(world.call.view.outage, { kind: 'restoring', seconds: 59 });
    world.connection.become('connected');
    assert.deepEqual(world.call.view.outage, { kind: 'none' });
});

test('a restart whose answer got lost ends in a new connection', async () => {
    const world = await inConnectedCall();
    world.call.networkChanged();
    await settle();
    assert.equal(world.connection.signalingState, 'have-local-offer');
    await world.timers.pass(8000);
    assert.deepEqual(world.offers(), [101, 102]);
});

test('a picture turned off is told to the other side', async () => {
    const world = await inConnectedCall();
    const tracks = { microphone: null, camera: null, screen: null };
    world.call.setMedia(tracks, { microphone: true, camera: false, screen: false });
    world.call.setMedia(tracks, { microphone: true, camera: false, screen: false });
    assert.deepEqual(world.signals().slice(1), [{ media: { microphone: true, camera: false, screen: false } }]);
});

test('the next visit’s signals are of its own epoch, not of the last visit’s', async () => {
    const world = new World();
    await world.update({ ...called, epoch: 4 });
    await world.answerOffer(101, 4);
    await world.update({ ...inCall, epoch: 4 });
    world.call.close();
    world.notices.length = 0;
    await world.update(waiting);
    await world.update(called);
    world.connection.find('late');
    await world.answerOffer(102, 1);
    const epochs = world.notices.flatMap((notice) => (notice.type === 'call.signal' ? [notice.epoch] : []));
    assert.deepEqual(epochs, [1, 1]);
});

test('the end closes everything', async () => {
    const world = await inConnectedCall();
    world.call.close();
    assert.ok(world.connection.closed);
    assert.equal(world.call.view.phase, 'idle');
    await world.timers.pass(100_000);
    assert.equal(world.connections.length, 1);
});

test('who is parked sends nothing to the clerk any more, and stands ready with a new offer', async () => {
    const world = await inConnectedCall();
    const before = world.connection;
    await world.update({ ...inCall, state: 'parked' });
    assert.ok(before.closed, 'nobody sees or hears who is parked');
    assert.deepEqual(world.offers(), [101, 102]);
    assert.equal(world.call.view.phase, 'ready');
    await world.update({ ...waiting, epoch: 1 });
    assert.deepEqual(world.offers(), [101, 102], 'the offer stands on in the line');
});

test('who goes on far back in the line of another office has nothing open', async () => {
    const world = await inConnectedCall();
    await world.update({ ...waiting, rank: 9, epoch: 1 });
    assert.ok(world.connection.closed);
    assert.equal(world.call.view.phase, 'idle');
});

test('who missed the calls has nothing open', async () => {
    const world = new World();
    await world.update(waiting);
    await world.update({ ...called, state: 'missed', epoch: 3 });
    assert.ok(world.connection.closed);
    assert.equal(world.call.view.phase, 'idle');
});
