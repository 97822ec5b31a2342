// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is behind the clerk: the parts that need no pictures.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backdrop } from '../src/background/backdrop.js';
import type { BackdropWorld } from '../src/background/backdrop.js';
import { intoAlpha, smooth } from '../src/background/mask.js';
import { Tempo } from '../src/background/tempo.js';
import { inCall, warmed } from './clerkKit.js';
import { FakeTrack } from './fakeMedia.js';
import { settle } from './fakeTime.js';

test('a doubt of the model moves the mask a little, a movement nearly all the way', () => {
    const state = Float32Array.of(0.5, 0);
    smooth(state, Float32Array.of(0.6, 1));
    assert.ok(Math.abs((state[0] ?? 0) - 0.54) < 0.001, `${state[0]}`);
    assert.ok(Math.abs((state[1] ?? 0) - 0.9) < 0.001, `${state[1]}`);
});

test('what flickers around the edge comes to rest', () => {
    const state = Float32Array.of(0.5);
    const seen: number[] = [];
    for (let i = 0; i < 40; i += 1) {
        smooth(state, Float32Array.of(i % 2 === 0 ? 0.6 : 0.4));
        seen.push(state[0] ?? 0);
    }
    const last = seen.slice(-10);
    assert.ok(Math.max(...last) - Math.min(...last) < 0.06, last.join(' '));
});

test('sure background is empty, a sure person is whole, the edge is soft', () => {
    const pixels = new Uint8ClampedArray(5 * 4).fill(7);
    intoAlpha(Float32Array.of(0, 0.2, 0.5, 0.8, 1), pixels);
    const alpha = [3, 7, 11, 15, 19].map((at) => pixels[at]);
    assert.deepEqual([alpha[0], alpha[1], alpha[3], alpha[4]], [0, 0, 255, 255]);
    assert.ok((alpha[2] ?? 0) > 100 && (alpha[2] ?? 0) < 155);
    assert.equal(pixels[0], 7, 'colours stay');
});

function tooSlowAt(times: readonly number[]): number {
    const tempo = new Tempo();
    return times.findIndex((ms) => tempo.isTooSlow(ms));
}

test('a machine that takes too long for every picture is found out within seventy of them', () => {
    assert.equal(tooSlowAt(new Array(100).fill(60)), 69);
});

test('a quick machine stays, also with hiccups and a slow beginning', () => {
    assert.equal(tooSlowAt([...new Array(10).fill(400), ...Array.from({ length: 500 }, (_, i) => (i % 3 === 0 ? 200 : 20))]), -1);
});

test('a machine that gets slow in the middle of a call is found out too', () => {
    const at = tooSlowAt([...new Array(200).fill(20), ...new Array(100).fill(70)]);
    assert.ok(at > 200 && at < 260, `${at}`);
});

const asTrack = (fake: FakeTrack): MediaStreamTrack => fake as unknown as MediaStreamTrack;

class World {
    readonly said: string[] = [];
    readonly painting: { readonly camera: MediaStreamTrack; readonly what: string; readonly events: Parameters<BackdropWorld['paint']>[2] }[] = [];
    readonly made: FakeTrack[] = [];
    stopped = 0;
    broken = false;
    readonly backdrop = new Backdrop({
        paint: (camera, what, events) => {
            if (this.broken) return Promise.reject(new Error('no canvas'));
            this.painting.push({ camera, what, events });
            const track = new FakeTrack('video');
            this.made.push(track);
            return Promise.resolve({ track: asTrack(track), stop: () => (this.stopped += 1) });
        },
        changed: () => undefined,
        report: (background, reason) => this.said.push(`${background} ${reason}`),
    });

    constructor() {
        this.backdrop.setActive(true);
    }
}

test('while nobody is spoken with nothing is painted, and nothing of the room is seen either', async () => {
    const world = new World();
    world.backdrop.setActive(false);
    world.backdrop.choose('blur');
    world.backdrop.follow(asTrack(new FakeTrack('video')));
    await settle();
    assert.equal(world.painting.length, 0);
    assert.equal(world.backdrop.track, null);
    world.backdrop.setActive(true);
    await settle();
    world.painting[0]?.events.first();
    assert.notEqual(world.backdrop.track, null);
    world.backdrop.setActive(false);
    assert.equal(world.stopped, 1);
    assert.equal(world.backdrop.track, null);
});

test('nothing of the room is seen before the first picture is painted, and all of it after it is chosen so', async () => {
    const world = new World();
    const camera = asTrack(new FakeTrack('video'));
    world.backdrop.follow(camera);
    assert.equal(world.backdrop.track, camera);
    world.backdrop.choose('blur');
    assert.equal(world.backdrop.track, null);
    await settle();
    assert.equal(world.backdrop.track, null, 'still being prepared');
    world.painting[0]?.events.first();
    assert.equal(world.backdrop.track, asTrack(world.made[0] as FakeTrack));
    world.backdrop.choose('none');
    assert.equal(world.backdrop.track, camera);
    assert.equal(world.stopped, 1);
    assert.deepEqual(world.said, ['blur chosen', 'none chosen']);
});

test('another camera is painted as well, and a camera that is off is not', async () => {
    const world = new World();
    world.backdrop.choose('picture');
    assert.equal(world.painting.length, 0);
    world.backdrop.follow(asTrack(new FakeTrack('video', 'first')));
    await settle();
    const second = asTrack(new FakeTrack('video', 'second'));
    world.backdrop.follow(second);
    await settle();
    assert.equal(world.stopped, 1);
    assert.equal(world.painting[1]?.camera, second);
    assert.equal(world.painting[1]?.what, 'picture');
    world.painting[0]?.events.first();
    assert.equal(world.backdrop.track, null, 'the first camera shows nothing any more');
    world.backdrop.follow(null);
    assert.equal(world.stopped, 2);
    assert.equal(world.backdrop.track, null);
});

test('on a machine that is too slow it ends by itself, and says why', async () => {
    const world = new World();
    const camera = asTrack(new FakeTrack('video'));
    world.backdrop.follow(camera);
    world.backdrop.choose('blur');
    await settle();
    world.painting[0]?.events.first();
    for (let i = 0; i < 100; i += 1) world.painting[0]?.events.took(80);
    assert.equal(world.backdrop.track, camera);
    assert.deepEqual(world.said, ['blur chosen', 'none slow']);
    assert.equal(world.stopped, 1);
});

test('where nothing can be painted, that is said', async () => {
    const world = new World();
    world.broken = true;
    world.backdrop.follow(asTrack(new FakeTrack('video')));
    world.backdrop.choose('blur');
    await settle();
    assert.deepEqual(world.said, ['blur chosen', 'none unsupported']);
});

test('in a call the painted picture takes the place of the camera, without a negotiation', async () => {
    const world = await inCall();
    let first: () => void = () => undefined;
    const painted = asTrack(new FakeTrack('video'));
    world.painter = (_camera, _what, events) => {
        first = () => events.first();
        return Promise.resolve({ track: painted, stop: () => undefined });
    };
    const camera = world.connection.transceivers[1]?.sender.track;
    await world.obey({ type: 'background.choose', background: 'blur' });
    assert.equal(world.connection.transceivers[1]?.sender.track, null);
    first();
    await settle();
    assert.equal(world.connection.transceivers[1]?.sender.track, painted);
    assert.equal(world.view?.camera, painted);
    assert.equal(world.connection.signalingState, 'stable');
    await world.obey({ type: 'background.choose', background: 'none' });
    assert.equal(world.connection.transceivers[1]?.sender.track, camera);
    assert.deepEqual(world.of('background.changed').map(({ background }) => background), ['blur', 'none']);
});

test('without a background nothing is prepared for one', async () => {
    const world = await warmed();
    assert.equal(world.painter, undefined);
    assert.deepEqual(world.of('background.changed'), []);
});
