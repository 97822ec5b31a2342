// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How a line is judged, and what is left out of it so that the sound comes through.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LineLevel, levelOf } from '../src/room/lineLevel.js';
import { type Answer, between, countersOf, RoundTrip } from '../src/room/lineSample.js';
import { kGoodLine, LineWatch } from '../src/room/lineWatch.js';
import type { Line } from '../src/room/lineWatch.js';
import { OutageClock } from '../src/room/outage.js';
import type { Outage } from '../src/room/outage.js';
import { Peer } from '../src/room/peer.js';
import { Recovery } from '../src/room/recovery.js';
import { kPictureOff, pictureFor, Thrift } from '../src/room/thrift.js';
import { FakeTrack } from './fakeMedia.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

const fine = { received: 100, loss: 0, roundTripMs: 30, room: 2_000_000 };
const steps = (thrift: Thrift, looks: number, stretch: typeof fine, sending = true): number => {
    for (let i = 0; i < looks; i += 1) thrift.look(stretch, sending);
    return thrift.step;
};

test('what is lost on the way is told by both sides, the worse counts', () => {
    const counters = (received: number, lost: number, fractionLost: number): ReturnType<typeof countersOf> =>
        countersOf([
            { type: 'inbound-rtp', packetsReceived: received, packetsLost: lost },
            { type: 'remote-inbound-rtp', fractionLost },
            { type: 'candidate-pair', nominated: true, state: 'succeeded', availableOutgoingBitrate: 9 },
            { type: 'codec' },
        ]);
    const before = counters(100, 0, 0);
    assert.deepEqual(between(before, counters(190, 10, 0.02)), { received: 90, loss: 0.1, room: 9 });
    assert.equal(between(before, counters(200, 0, 0.3)).loss, 0.3);
    assert.deepEqual(between(before, counters(5, 0, 0)), { received: 0, loss: 0, room: 9 }, 'counters begin anew');
});

const usable = { type: 'candidate-pair', nominated: true, state: 'succeeded' };
for (const [name, marks, chosen] of [
    ['the transport names it', { transport: { id: 'T', type: 'transport', selectedCandidatePairId: 'A' } }, 'A'],
    ['it says so itself', { A: { selected: false }, B: { selected: true } }, 'B'],
    ['it alone is usable', { A: { nominated: false, state: 'in-progress' } }, 'B'],
    ['no pair is', { A: { state: 'failed' }, B: { nominated: false } }, undefined],
] as const)
    test(`the pair of addresses that is in use: ${name}`, () => {
        const { A = {}, B = {}, transport } = marks as Readonly<Record<string, object | undefined>>;
        const pairs = [
            { ...usable, id: 'A', currentRoundTripTime: 0.05, responsesReceived: 7, availableOutgoingBitrate: 5, ...A },
            { ...usable, id: 'B', currentRoundTripTime: 0.14, responsesReceived: 8, availableOutgoingBitrate: 6, ...B },
        ];
        const answers = { A: { answer: { pair: 'A', count: 7, ms: 50 }, room: 5 }, B: { answer: { pair: 'B', count: 8, ms: 140 }, room: 6 } };
        const nothing = { received: 0, lost: 0, lostThere: 0 };
        for (const order of [pairs, [...pairs].reverse()]) {
            const stats = [...order, ...(transport === undefined ? [] : [transport])];
            const expected = chosen === undefined ? { answer: undefined, room: undefined } : answers[chosen];
            assert.deepEqual(countersOf(stats), { ...nothing, ...expected });
        }
    });

test('a browser that does not count its answers tells them apart by how long they took', () => {
    const answer = (seconds: number): Answer | undefined => countersOf([{ ...usable, currentRoundTripTime: seconds }]).answer;
    assert.notEqual(answer(0.05)?.count, answer(0.06)?.count);
    assert.equal(answer(0.05)?.count, answer(0.05)?.count);
});

for (const [name, answers, expected] of [
    ['the first answer counts', [[1, 40]], [40]],
    ['one slow answer is none of the line', [[1, 40], [2, 3800], [2, 3800], [2, 3800], [3, 45]], [40, 40, 40, 40, 45]],
    ['two slow ones of three are', [[1, 40], [2, 1500], [3, 1300]], [40, 40, 1300]],
    ['a slow one that is over is forgotten', [[1, 3800], [2, 40], [3, 45], [4, 50]], [3800, 40, 45, 45]],
    ['without a new one the last ones stay', [[1, 40], undefined, undefined], [40, 40, 40]],
    ['none yet', [undefined], [undefined]],
] as const)
    test(`there and back: ${name}`, () => {
        const roundTrip = new RoundTrip();
        const said = answers.map((one) => roundTrip.look(one && { pair: 'A', count: one[0], ms: one[1] }));
        assert.deepEqual(said, expected);
    });

test('there and back by another way begins anew', () => {
    const roundTrip = new RoundTrip();
    for (const count of [1, 2, 3]) roundTrip.look({ pair: 'A', count, ms: 2000 });
    assert.equal(roundTrip.look({ pair: 'B', count: 3, ms: 30 }), 30);
});

test('a good line leaves the picture as it is', () => {
    assert.equal(steps(new Thrift(), 100, fine), 0);
});

test('on a thin line the picture gets smaller until it fits, and no smaller', () => {
    const thrift = new Thrift();
    assert.equal(steps(thrift, 60, { ...fine, room: 150_000 }), 2);
});

test('on a line that carries the sound alone, the picture is left out', () => {
    assert.equal(steps(new Thrift(), 30, { ...fine, room: 60_000 }), kPictureOff);
});

test('one packet in five lost: the picture is left out, and stays out while it is so', () => {
    const thrift = new Thrift();
    assert.equal(steps(thrift, 30, { ...fine, loss: 0.2 }), kPictureOff);
    assert.equal(steps(thrift, 200, { ...fine, loss: 0.2 }), kPictureOff);
});

test('a line of five percent loss keeps its picture', () => {
    assert.equal(steps(new Thrift(), 100, { ...fine, loss: 0.05 }), 0);
});

test('when the line is good again, the picture comes back', () => {
    const thrift = new Thrift();
    steps(thrift, 30, { ...fine, loss: 0.2 });
    assert.equal(steps(thrift, 60, fine), 0);
});

test('a picture that came back too early is tried again after longer each time', () => {
    const thrift = new Thrift();
    const thin = { ...fine, room: 60_000 };
    steps(thrift, 30, thin);
    const rises: number[] = [];
    let last = thrift.step;
    for (let second = 0; second < 120; second += 1) {
        const step = thrift.look(thin, last !== kPictureOff);
        if (step < last) rises.push(second);
        last = step;
    }
    const gaps = rises.slice(1).map((at, i) => at - (rises[i] ?? 0));
    assert.ok(gaps.length >= 2, `rises at ${rises.join(' ')}`);
    for (const [i, gap] of gaps.slice(1).entries()) assert.ok(gap > (gaps[i] ?? 0), `gaps ${gaps.join(' ')}`);
});

test('a browser finds out in the first seconds what the line carries: that is no thin line', () => {
    assert.equal(steps(new Thrift(), 4, { ...fine, room: 50_000 }), 0);
});

test('who sends no picture has a thin line only when packets are lost', () => {
    assert.equal(steps(new Thrift(), 60, { ...fine, room: 50_000 }, false), 0);
});

test('the word for the line', () => {
    assert.equal(levelOf(fine, 0), 'good');
    assert.equal(levelOf({ ...fine, loss: 0.05 }, 0), 'weak');
    assert.equal(levelOf({ ...fine, roundTripMs: 500 }, 0), 'weak');
    assert.equal(levelOf(fine, 1), 'weak');
    assert.equal(levelOf({ ...fine, loss: 0.2 }, 0), 'bad');
    assert.equal(levelOf({ ...fine, roundTripMs: 900 }, 0), 'bad');
    assert.equal(levelOf(fine, kPictureOff), 'bad');
});

test('the word turns worse quickly and better slowly', () => {
    const level = new LineLevel();
    const said = (...levels: ('good' | 'weak' | 'bad')[]): string[] => levels.map((one) => level.look(one));
    assert.deepEqual(said('weak', 'good', 'weak', 'weak'), ['good', 'good', 'good', 'weak']);
    assert.deepEqual(said('good', 'good', 'good', 'good', 'good'), ['weak', 'weak', 'weak', 'weak', 'good']);
    assert.deepEqual(said('weak', 'bad'), ['good', 'bad'], 'worse and worse counts together');
});

function outage(): { readonly timers: FakeTimers; readonly clock: OutageClock; readonly said: Outage[] } {
    const timers = new FakeTimers();
    const said: Outage[] = [];
    return { timers, said, clock: new OutageClock(timers.setTimer, (one) => said.push(one)) };
}

test('a line that is lost counts sixty seconds down, and then says that it does not come', async () => {
    const { timers, clock } = outage();
    clock.told('connecting');
    clock.told('connected');
    clock.told('interrupted');
    assert.deepEqual(clock.outage, { kind: 'restoring', seconds: 60 });
    for (let second = 0; second < 18; second += 1) await timers.pass(1000);
    clock.told('failed');
    clock.told('connecting');
    assert.deepEqual(clock.outage, { kind: 'restoring', seconds: 42 }, 'tries in between begin nothing anew');
    for (let second = 0; second < 42; second += 1) await timers.pass(1000);
    assert.deepEqual(clock.outage, { kind: 'unreachable' });
    clock.told('connected');
    assert.deepEqual(clock.outage, { kind: 'none' });
    assert.equal(timers.pending, 0);
});

test('a first line that does not come is said within fifteen seconds', async () => {
    const { timers, clock, said } = outage();
    clock.told('connecting');
    assert.deepEqual(said, [{ kind: 'building' }]);
    await timers.pass(15_000);
    assert.deepEqual(said, [{ kind: 'building' }, { kind: 'unreachable' }]);
});

test('the next call begins without the past of the one before', () => {
    const { clock } = outage();
    clock.told('connecting');
    clock.told('connected');
    clock.reset();
    clock.told('connecting');
    assert.deepEqual(clock.outage, { kind: 'building' });
});

class Watched {
    readonly timers = new FakeTimers();
    readonly connection = new FakePeerConnection({});
    readonly lines: Line[] = [];
    silences = 0;
    doubts = 0;
    readonly peer = new Peer({
        generation: 1,
        polite: true,
        connection: asReal(this.connection),
        events: { signal: () => undefined, state: () => undefined, tracks: () => undefined, reborn: () => undefined },
    });
    readonly watch = new LineWatch(this.timers, {
        line: (line) => this.lines.push(line),
        doubt: () => (this.doubts += 1),
        silent: () => (this.silences += 1),
    });
    #received = 0;

    async begin(): Promise<this> {
        const camera = new FakeTrack('video') as unknown as MediaStreamTrack;
        await this.peer.answer('offer', { microphone: null, camera, screen: null });
        this.watch.follow(this.peer);
        this.connection.become('connected');
        this.watch.told('connected');
        return this;
    }
    async second(packets: number, fractionLost = 0, pair: object = {}): Promise<void> {
        this.#received += packets;
        this.connection.stats = [
            { type: 'inbound-rtp', packetsReceived: this.#received, packetsLost: 0 },
            { type: 'remote-inbound-rtp', fractionLost },
            { ...usable, ...pair },
        ];
        await this.timers.pass(1000);
        await settle();
    }
    get picture(): { active?: boolean; scaleResolutionDownBy?: number; maxBitrate?: number } | undefined {
        return this.connection.transceivers[1]?.sender.parameters.encodings[0];
    }
}

test('sound goes before the picture from the first second on', async () => {
    const world = await new Watched().begin();
    await world.second(50);
    const [sound, picture] = world.connection.transceivers.map(({ sender }) => sender.parameters);
    assert.equal(sound?.encodings[0]?.priority, 'high');
    assert.equal(picture?.encodings[0]?.priority, 'low');
    assert.equal(picture?.degradationPreference, 'maintain-framerate');
});

test('on a lossy line the picture is made smaller, then left out, said each time, and comes back', async () => {
    const world = await new Watched().begin();
    for (let i = 0; i < 30; i += 1) await world.second(50, 0.2);
    assert.equal(world.picture?.active, false);
    assert.deepEqual(world.watch.line, { level: 'bad', picture: 'none' });
    assert.ok(world.lines.some(({ picture }) => picture === 'less'));
    for (let i = 0; i < 60; i += 1) await world.second(50);
    assert.deepEqual(world.picture, { active: true, scaleResolutionDownBy: 1, priority: 'low' });
    assert.deepEqual(world.watch.line, kGoodLine);
});

test('one slow answer leaves the picture as it is, a slow line does not', async () => {
    const world = await new Watched().begin();
    let count = 0;
    const answered = async (ms: number): Promise<void> => {
        count += 1;
        // The next one comes after five looks.
        for (let i = 0; i < 5; i += 1) await world.second(50, 0, { id: 'A', currentRoundTripTime: ms / 1000, responsesReceived: count });
    };
    for (const ms of [40, 40, 3500, 40, 40, 3500, 40]) await answered(ms);
    assert.deepEqual(world.lines, []);
    for (const ms of [1500, 1500, 1500]) await answered(ms);
    assert.notEqual(world.watch.line.picture, 'full');
});

for (const [step, people, expected] of [
    [0, 2, { sent: true, shrink: 1, needs: 350_000 }],
    [0, 3, { sent: true, shrink: 1.5, bits: 700_000 }],
    [0, 4, { sent: true, shrink: 2, bits: 400_000 }],
    [0, 5, { sent: true, shrink: 2, bits: 400_000 }],
    [2, 3, { sent: true, shrink: 2, bits: 200_000 }],
    [3, 5, { sent: true, shrink: 4, bits: 80_000 }],
    [4, 5, { sent: false, shrink: 4, bits: 80_000 }],
    [5, 2, undefined],
] as const)
    test(`step ${step} among ${people} people`, () => assert.deepEqual(pictureFor(step, people), expected));

test('the more people there are, the smaller is the picture that each gets, and it grows again', async () => {
    const world = await new Watched().begin();
    await world.second(50);
    await world.second(50);
    world.watch.crowd(5);
    assert.equal(world.picture?.scaleResolutionDownBy, 2);
    assert.equal(world.picture?.maxBitrate, 400_000);
    world.watch.crowd(2);
    assert.deepEqual(world.picture, { active: true, scaleResolutionDownBy: 1, priority: 'low' });
});

test('a line that begins among five people begins small', async () => {
    const world = new Watched();
    world.watch.crowd(5);
    await world.begin();
    await world.second(50);
    await world.second(50);
    assert.equal(world.picture?.scaleResolutionDownBy, 2);
});

test('a side that was heard and falls silent is doubted after a second and noticed after the next look, and again', async () => {
    const world = await new Watched().begin();
    await world.second(50);
    await world.second(50);
    await world.second(0);
    assert.deepEqual([world.doubts, world.silences], [1, 0]);
    await world.timers.pass(500);
    assert.deepEqual([world.doubts, world.silences], [1, 1]);
    for (let looks = 0; looks < 6; looks += 1) await world.timers.pass(500);
    assert.deepEqual([world.doubts, world.silences], [1, 2]);
});

test('a side that may send nothing now is not silent, and is again when it may', async () => {
    const world = await new Watched().begin();
    await world.second(50);
    await world.second(50);
    world.watch.rest(true);
    for (let i = 0; i < 10; i += 1) await world.second(0);
    assert.equal(world.silences, 0);
    world.watch.rest(false);
    for (const packets of [0, 0, 50, 50, 0, 0]) await world.second(packets);
    assert.equal(world.silences, 1);
});

test('a side that sends nothing is not silent', async () => {
    const world = await new Watched().begin();
    for (let i = 0; i < 10; i += 1) await world.second(1);
    for (let i = 0; i < 10; i += 1) await world.second(0);
    assert.equal(world.silences, 0);
});

test('a connection that is not there is not looked at', async () => {
    const world = await new Watched().begin();
    await world.second(50);
    world.connection.become('disconnected');
    world.watch.told('interrupted');
    assert.equal(world.timers.pending, 0);
    world.watch.told('connected');
    world.watch.follow(undefined);
    assert.equal(world.timers.pending, 0);
});

test('the clerk restarts a line that stays away, and asks for a new one as often as it takes', async () => {
    const timers = new FakeTimers();
    const did: string[] = [];
    let settled = false;
    const recovery = new Recovery({
        setTimer: timers.setTimer,
        restart: () => did.push('restart'),
        renew: () => did.push('renew'),
        settled: () => settled,
    });
    recovery.told('interrupted');
    recovery.told('connected');
    await timers.pass(60_000);
    assert.deepEqual(did, [], 'what heals by itself is left alone');
    recovery.told('interrupted');
    await timers.pass(2500);
    assert.deepEqual(did, ['restart']);
    await timers.pass(6000);
    assert.deepEqual(did, ['restart', 'renew', 'restart']);
    settled = true;
    await timers.pass(60_000);
    assert.deepEqual(did, ['restart', 'renew', 'restart']);
    assert.equal(timers.pending, 0);
});
