// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Our own microphone and camera: what is asked for, what is kept, and what never goes live against the wish.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LocalMedia, problemOf, sends } from '../src/room/localMedia.js';
import type { LocalState } from '../src/room/localMedia.js';
import { FakeDevices } from './fakeMedia.js';
import { settle } from './fakeTime.js';

const both = { microphone: true, camera: true };
const soundOnly = { microphone: true, camera: false };

class World {
    readonly devices = FakeDevices.install();
    /** What went out after each change. */
    readonly told: string[] = [];
    readonly media = new LocalMedia((state) => this.told.push(goingOut(state)));

    get live(): string {
        return goingOut(this.media.state);
    }
}

/** 'microphone', 'camera', both or nothing. */
function goingOut(state: LocalState): string {
    return (['microphone', 'camera'] as const).filter((kind) => sends(state[kind])).join('+');
}

async function opened(asked = both): Promise<World> {
    const world = new World();
    void world.media.open(asked);
    await settle();
    await world.devices.grant();
    return world;
}

test('microphone and camera are asked for in one question', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    assert.deepEqual(world.devices.asking, ['audio+video']);
    assert.equal(world.media.state.asking, true);
    await world.devices.grant();
    assert.equal(world.live, 'microphone+camera');
    assert.equal(world.media.state.asking, false);
});

test('only what is wanted is asked for', async () => {
    const world = new World();
    void world.media.open(soundOnly);
    await settle();
    assert.deepEqual(world.devices.asking, ['audio']);
    await world.devices.grant();
    assert.equal(world.live, 'microphone');
});

test('nothing wanted asks nobody', async () => {
    const world = new World();
    await world.media.open({ microphone: false, camera: false });
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.media.state.asking, false);
});

test('a browser without devices says that it cannot', async () => {
    const world = new World();
    Object.assign(navigator, { mediaDevices: undefined });
    const media = new LocalMedia(() => undefined);
    await media.open(both);
    assert.equal(media.state.camera.problem, 'unsupported');
    assert.equal(media.state.microphone.problem, 'unsupported');
    assert.deepEqual(world.devices.asking, []);
});

test('where one of the two spoils the other, each is asked for alone', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    await world.devices.refuse('NotFoundError');
    assert.deepEqual(world.devices.asking, ['audio']);
    await world.devices.grant();
    assert.deepEqual(world.devices.asking, ['video']);
    await world.devices.refuse('NotFoundError');
    assert.equal(world.live, 'microphone');
    assert.equal(world.media.state.camera.problem, 'missing');
    assert.equal(world.media.state.camera.wanted, true);
    assert.equal(world.media.state.asking, false);
});

const problems = [
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['TypeError', 'unsupported'],
] as const;
for (const [name, problem] of problems) {
    test(`${name} means ${problem}`, () => {
        assert.equal(problemOf(Object.assign(new Error(name), { name })), problem);
    });
}

test('muting keeps the microphone open but silent', async () => {
    const world = await opened();
    world.media.setMicrophone(false);
    assert.equal(world.live, 'camera');
    assert.equal(world.devices.live.length, 2);
    world.media.setMicrophone(true);
    assert.equal(world.live, 'microphone+camera');
    assert.deepEqual(world.devices.asking, []);
});

test('turning the camera off lets go of it, and on asks again', async () => {
    const world = await opened();
    world.media.setCamera(false);
    assert.deepEqual(world.devices.live.map(({ kind }) => kind), ['audio']);
    world.media.setCamera(true);
    await settle();
    assert.deepEqual(world.devices.asking, ['video']);
    await world.devices.grant();
    assert.equal(world.live, 'microphone+camera');
});

test('what is turned off while the browser still asks does not go live', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    world.media.setMicrophone(false);
    world.media.setCamera(false);
    await world.devices.grant();
    assert.equal(world.live, '');
    assert.deepEqual([...new Set(world.told)], ['']);
    assert.deepEqual(world.devices.live.map(({ kind, enabled }) => [kind, enabled]), [['audio', false]]);
    assert.equal(world.media.state.asking, false);
});

test('off and on again while the browser still asks is one question, and on', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    world.media.setMicrophone(false);
    world.media.setMicrophone(true);
    await settle();
    assert.deepEqual(world.devices.asking, ['audio+video']);
    await world.devices.grant();
    assert.equal(world.live, 'microphone+camera');
});

test('what is turned off in the same moment is never asked for', async () => {
    const world = new World();
    void world.media.open(both);
    world.media.setMicrophone(false);
    world.media.setCamera(false);
    await settle();
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.media.state.asking, false);
});

test('another microphone, chosen while muted, is muted from its first moment', async () => {
    const world = await opened();
    world.media.setMicrophone(false);
    world.told.length = 0;
    world.media.choose('microphone', 'headset');
    await settle();
    const [headset] = await world.devices.grant();
    assert.equal(headset?.device, 'headset');
    assert.deepEqual([...new Set(world.told)], ['camera']);
    assert.equal(world.media.state.microphone.track?.id, headset?.id);
    world.media.setMicrophone(true);
    assert.equal(world.live, 'microphone+camera');
});

test('another camera takes over from the one before, which is let go', async () => {
    const world = await opened();
    const first = world.media.state.camera.track;
    world.media.choose('camera', 'document-camera');
    await settle();
    assert.deepEqual(world.devices.asking, ['video']);
    await world.devices.grant();
    assert.notEqual(world.media.state.camera.track, first);
    assert.deepEqual(world.devices.live.map(({ kind, device }) => [kind, device]), [
        ['audio', 'default'],
        ['video', 'document-camera'],
    ]);
});

test('another microphone, chosen while the camera opens, drops nothing', async () => {
    const world = await opened(soundOnly);
    world.media.setCamera(true);
    await settle();
    world.media.choose('microphone', 'headset');
    await settle();
    await world.devices.grant();
    assert.deepEqual(world.devices.asking, ['audio']);
    await world.devices.grant();
    assert.equal(world.live, 'microphone+camera');
    assert.equal(world.media.state.asking, false);
    assert.deepEqual(world.devices.live.map(({ device }) => device).sort(), ['default', 'headset']);
});

test('another camera, chosen after the first failed, is tried', async () => {
    const world = new World();
    void world.media.open({ microphone: false, camera: true });
    await settle();
    await world.devices.refuse('NotReadableError');
    world.media.choose('camera', 'second');
    await settle();
    const [second] = await world.devices.grant();
    assert.equal(second?.device, 'second');
    assert.equal(world.live, 'camera');
    assert.equal(world.media.state.camera.problem, undefined);
});

test('a camera chosen while it is off stays off', async () => {
    const world = await opened(soundOnly);
    world.media.choose('camera', 'second');
    await settle();
    assert.deepEqual(world.devices.asking, []);
});

test('a device that is pulled out is missing, and taken up when it is back', async () => {
    const world = await opened();
    world.devices.tracks.find(({ kind }) => kind === 'video')?.end();
    await settle();
    await world.devices.refuse('NotFoundError');
    assert.equal(world.media.state.camera.problem, 'missing');
    assert.equal(world.live, 'microphone');
    await world.devices.plugIn();
    await world.devices.grant();
    assert.equal(world.live, 'microphone+camera');
});

test('news of devices in a heap opens a camera once', async () => {
    const world = new World();
    void world.media.open({ microphone: false, camera: true });
    await settle();
    await world.devices.refuse('NotReadableError');
    await world.devices.plugIn();
    await world.devices.plugIn();
    assert.deepEqual(world.devices.asking, ['video']);
    await world.devices.grant();
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.devices.live.length, 1);
    assert.equal(world.live, 'camera');
});

test('what was denied is not asked for again because something was plugged in', async () => {
    const world = new World();
    void world.media.open({ microphone: false, camera: true });
    await settle();
    await world.devices.refuse('NotAllowedError');
    await world.devices.plugIn();
    assert.deepEqual(world.devices.asking, []);
});

test('a camera that fails a second time says so a second time', async () => {
    const world = new World();
    for (let time = 0; time < 2; time += 1) {
        world.media.setCamera(true);
        await settle();
        assert.equal(world.media.state.camera.problem, undefined);
        await world.devices.refuse('NotReadableError');
        assert.equal(world.media.state.camera.problem, 'busy');
    }
});

test('what is granted after the end is let go at once', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    world.media.close();
    await world.devices.grant();
    assert.deepEqual(world.devices.live, []);
    assert.equal(world.live, '');
    assert.equal(world.media.state.asking, false);
});

test('opened again before the first answer, only the second answer counts', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    world.media.close();
    void world.media.open(soundOnly);
    await settle();
    assert.deepEqual(world.devices.asking, ['audio+video', 'audio']);
    await world.devices.grant();
    assert.equal(world.live, '');
    await world.devices.grant();
    assert.equal(world.live, 'microphone');
    assert.equal(world.devices.live.length, 1);
});

test('what the clerk prefers is what is asked for', async () => {
    const world = new World();
    world.media.prefer({ camera: 'ceiling' });
    void world.media.open(both);
    await settle();
    const made = await world.devices.grant();
    assert.deepEqual(made.map(({ device }) => device), ['default', 'ceiling']);
});
