// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How loud one is, and that one is told when nobody hears it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ear } from '../src/room/ear.js';
import { FakeHearing } from './fakeHearing.js';
import { FakeTrack } from './fakeMedia.js';
import { FakeTimers } from './fakeTime.js';

class World {
    readonly timers = new FakeTimers();
    readonly hearing = new FakeHearing();
    readonly levels: number[] = [];
    readonly told: boolean[] = [];
    readonly ear = new Ear(
        { hear: (track) => this.hearing.open(track), setTimer: this.timers.setTimer },
        (unheard) => this.told.push(unheard),
    );

    constructor() {
        this.ear.onLevel((level) => this.levels.push(level));
    }
    /** What comes first in a call is over by then. */
    async follow(track: FakeTrack | null, live: boolean): Promise<void> {
        this.ear.follow(track as MediaStreamTrack | null, live);
        await this.timers.pass(1500);
        this.levels.length = 0;
    }
    async hears(level: number, tenths: number): Promise<void> {
        this.hearing.level = level;
        for (let i = 0; i < tenths; i += 1) await this.timers.pass(100);
    }
}

test('a microphone that is on shows how loud it is', async () => {
    const world = new World();
    await world.follow(new FakeTrack('audio'), true);
    await world.hears(40, 2);
    assert.deepEqual(world.levels, [40, 40]);
    assert.deepEqual(world.told, []);
});

test('who speaks while the microphone is off is told once, and no more when silent again', async () => {
    const world = new World();
    await world.follow(new FakeTrack('audio'), false);
    await world.hears(40, 20);
    assert.deepEqual(world.told, [true]);
    assert.ok(world.levels.every((level) => level === 0), 'what nobody hears is no level');
    await world.hears(0, 29);
    assert.deepEqual(world.told, [true], 'a breath is no end');
    await world.hears(0, 2);
    assert.deepEqual(world.told, [true, false]);
});

test('a cough is no speech, and a murmur neither', async () => {
    const world = new World();
    await world.follow(new FakeTrack('audio'), false);
    await world.hears(80, 4);
    await world.hears(0, 10);
    await world.hears(8, 50);
    assert.deepEqual(world.told, []);
});

test('the sign goes as soon as one is heard', async () => {
    const world = new World();
    const track = new FakeTrack('audio');
    await world.follow(track, false);
    await world.hears(40, 5);
    world.ear.follow(track as unknown as MediaStreamTrack, true);
    assert.deepEqual(world.told, [true, false]);
    await world.hears(40, 10);
    assert.deepEqual(world.told, [true, false]);
    await world.follow(track, false);
    await world.hears(0, 1);
    assert.deepEqual(world.told, [true, false], 'what was heard by others counts no more');
});

test('another microphone is listened to instead, and none at the end', async () => {
    const world = new World();
    const [first, second] = [new FakeTrack('audio'), new FakeTrack('audio')];
    await world.follow(first, true);
    assert.deepEqual(world.hearing.heard, [first.id]);
    await world.follow(second, true);
    assert.deepEqual(world.hearing.heard, [second.id]);
    await world.follow(null, false);
    assert.deepEqual(world.hearing.heard, []);
    assert.equal(world.timers.pending, 0);
});

test('whoever no longer looks is told nothing', async () => {
    const world = new World();
    const late: number[] = [];
    const stop = world.ear.onLevel((level) => late.push(level));
    stop();
    await world.follow(new FakeTrack('audio'), true);
    await world.hears(40, 1);
    assert.deepEqual(late, []);
});

test('the first moments of a call are left to the call', async () => {
    const world = new World();
    const [first, second] = [new FakeTrack('audio'), new FakeTrack('audio')];
    world.ear.follow(first as unknown as MediaStreamTrack, true);
    await world.timers.pass(1400);
    assert.deepEqual(world.hearing.heard, []);
    world.ear.follow(second as unknown as MediaStreamTrack, true);
    await world.timers.pass(1500);
    assert.deepEqual(world.hearing.heard, [second.id]);
    world.ear.follow(null, false);
    assert.equal(world.levels.at(-1), 0);
});
