// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Devices that come, go, and are chosen while one is being seen and heard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDevice } from '../src/room/devices.js';
import { LocalMedia, sends } from '../src/room/localMedia.js';
import { Speaker } from '../src/room/speaker.js';
import type { SpeakerState } from '../src/room/speaker.js';
import { FakeDevices } from './fakeMedia.js';
import { settle } from './fakeTime.js';

const kAll = ['audio desk', 'audio headset', 'video front', 'video document'];
const both = { microphone: true, camera: true };

class World {
    readonly devices = FakeDevices.install();
    readonly media = new LocalMedia(() => undefined);

    get used(): string {
        const { microphone, camera } = this.media.state;
        return [microphone, camera].map((side) => (sends(side) ? side.track?.getSettings().deviceId : '-')).join(' ');
    }
    /** Pulls it out: its track ends, and it is on no list any more. */
    async pullOut(device: string, ...left: string[]): Promise<void> {
        this.devices.offer(...left);
        this.devices.live.find((track) => track.device === device)?.end();
        await settle();
    }
}

async function opened(...plugs: string[]): Promise<World> {
    const world = new World();
    world.devices.offer(...plugs);
    void world.media.open(both);
    await settle();
    await world.devices.grant();
    return world;
}

test('what can be chosen is known with the permission', async () => {
    const world = new World();
    world.devices.offer(...kAll, 'speaker room');
    assert.deepEqual(world.media.state.devices.camera, []);
    void world.media.open(both);
    await settle();
    await world.devices.grant();
    const { microphone, camera, speaker } = world.media.state.devices;
    assert.deepEqual([microphone, camera, speaker].map((list) => list.map(({ id }) => id)),
        [['desk', 'headset'], ['front', 'document'], ['room']]);
    assert.deepEqual(world.media.state.inUse, { microphone: 'desk', camera: 'front' });
});

test('a microphone is asked for without echo, noise and jumps of loudness, whichever it is', async () => {
    const world = new World();
    void world.media.open(both);
    await settle();
    const { echoCancellation, noiseSuppression, autoGainControl } = world.devices.soundWish;
    assert.deepEqual([echoCancellation, noiseSuppression, autoGainControl], [true, true, true]);
    world.devices.offer(...kAll);
    await world.devices.grant();
    world.media.choose('microphone', 'headset');
    await settle();
    assert.deepEqual({ ...world.devices.soundWish, deviceId: undefined },
        { echoCancellation: true, noiseSuppression: true, autoGainControl: true, deviceId: undefined });
});

test('the camera that is chosen is asked for exactly', async () => {
    const world = await opened(...kAll);
    world.media.choose('camera', 'document');
    await settle();
    assert.deepEqual(world.devices.wishes, ['exact document']);
    await world.devices.grant();
    assert.equal(world.used, 'desk document');
    assert.equal(world.media.state.camera.switched, undefined);
});

test('a camera that is pulled out is followed by the next, and that is said', async () => {
    const world = await opened(...kAll);
    await world.pullOut('front', 'audio desk', 'video document');
    assert.deepEqual(world.devices.asking, ['video']);
    await world.devices.grant();
    assert.equal(world.used, 'desk document');
    assert.deepEqual(world.media.state.camera.switched, { reason: 'lost', other: 'The front', now: 'The document' });
    world.media.acknowledge('camera');
    assert.equal(world.media.state.camera.switched, undefined);
    assert.equal(world.used, 'desk document');
});

test('a chosen camera that is pulled out is not asked for again, and taken back when it is there again', async () => {
    const world = await opened(...kAll);
    world.media.choose('camera', 'document');
    await settle();
    await world.devices.grant();
    await world.pullOut('document', 'audio desk', 'video front');
    assert.deepEqual(world.devices.wishes, []);
    await world.devices.grant();
    assert.equal(world.used, 'desk front');
    await world.devices.plugIn(...kAll);
    assert.deepEqual(world.devices.wishes, ['exact document']);
    assert.equal(world.used, 'desk front', 'the one before serves until then');
    await world.devices.grant();
    assert.equal(world.used, 'desk document');
    assert.deepEqual(world.media.state.camera.switched, { reason: 'back', other: 'The front', now: 'The document' });
});

test('a microphone that is on no list any more is lost, though its browser says nothing', async () => {
    const world = await opened(...kAll);
    await world.devices.plugIn('audio headset', 'video front');
    assert.deepEqual(world.devices.asking, ['audio']);
    await world.devices.grant();
    assert.equal(world.used, 'headset front');
    assert.equal(world.media.state.microphone.switched?.other, 'The desk');
});

test('a microphone that is pulled out while it is muted is not opened in secret', async () => {
    const world = await opened(...kAll);
    world.media.setMicrophone(false);
    await world.pullOut('desk', 'audio headset', 'video front');
    assert.deepEqual(world.devices.asking, []);
    world.media.setMicrophone(true);
    await settle();
    await world.devices.grant();
    assert.equal(world.used, 'headset front');
    assert.deepEqual(world.media.state.microphone.switched, { reason: 'lost', other: 'The desk', now: 'The headset' });
});

test('a device that ends and is there again at once is no news', async () => {
    const world = await opened(...kAll);
    await world.pullOut('front', ...kAll);
    await world.devices.grant();
    assert.equal(world.used, 'desk front');
    assert.equal(world.media.state.camera.switched, undefined);
});

test('where no other one is left, that is said, and the next that is plugged in is taken', async () => {
    const world = await opened('audio desk', 'video front');
    await world.pullOut('front', 'audio desk');
    await world.devices.refuse('NotFoundError');
    assert.equal(world.media.state.camera.problem, 'missing');
    assert.equal(world.used, 'desk -');
    await world.devices.plugIn('audio desk', 'video document');
    await world.devices.grant();
    assert.equal(world.used, 'desk document');
    assert.equal(world.media.state.camera.problem, undefined);
});

test('a permission that is taken back is no lost device, and not begged for', async () => {
    const world = await opened(...kAll);
    world.devices.live.find(({ kind }) => kind === 'video')?.end();
    await settle();
    await world.devices.refuse('NotAllowedError');
    assert.equal(world.media.state.camera.problem, 'denied');
    await world.devices.plugIn(...kAll);
    assert.deepEqual(world.devices.asking, []);
});

test('a microphone that is chosen and cannot be used changes nothing, and that is said', async () => {
    const world = await opened(...kAll);
    world.media.choose('microphone', 'headset');
    await settle();
    await world.devices.refuse('NotReadableError');
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.used, 'desk front');
    assert.equal(world.media.state.microphone.problem, undefined);
    assert.deepEqual(world.media.state.microphone.switched, { reason: 'refused', other: 'The headset', now: 'The desk' });
    assert.equal(world.media.state.inUse.microphone, 'desk');
});

test('where cameras open one at a time, the one before makes room', async () => {
    const world = await opened(...kAll);
    world.media.choose('camera', 'document');
    await settle();
    await world.devices.refuse('NotReadableError');
    assert.equal(world.used, 'desk -');
    assert.deepEqual(world.devices.wishes, ['exact document']);
    await world.devices.grant();
    assert.equal(world.used, 'desk document');
    assert.equal(world.media.state.camera.switched, undefined);
});

test('where it did so in vain, it comes back', async () => {
    const world = await opened(...kAll);
    world.media.choose('camera', 'document');
    await settle();
    await world.devices.refuse('NotReadableError');
    await world.devices.refuse('NotReadableError');
    assert.deepEqual(world.devices.wishes, ['exact front']);
    await world.devices.grant();
    assert.equal(world.used, 'desk front');
    assert.deepEqual(world.media.state.camera.switched, { reason: 'refused', other: 'The document', now: 'The front' });
});

test('a camera that is preferred and busy gives way to the browser’s choice', async () => {
    const world = new World();
    world.devices.offer(...kAll);
    await world.media.look();
    world.media.prefer({ camera: 'document' });
    void world.media.open({ microphone: false, camera: true });
    await settle();
    assert.deepEqual(world.devices.wishes, ['exact document']);
    await world.devices.refuse('NotReadableError');
    assert.deepEqual(world.devices.wishes, []);
    await world.devices.grant();
    assert.equal(world.used, '- front');
    assert.deepEqual(world.media.state.camera.switched, { reason: 'refused', other: 'The document', now: 'The front' });
});

test('a browser in which nothing opens is asked once more, not for ever', async () => {
    const world = await opened(...kAll);
    world.media.choose('camera', 'document');
    await settle();
    for (let time = 0; time < 4; time += 1) await world.devices.refuse('NotReadableError');
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.media.state.camera.problem, 'busy');
    assert.equal(world.used, 'desk -');
});

test('what is preferred by its name is what is seen first, and nothing else before', async () => {
    const world = new World();
    world.devices.offer(...kAll);
    world.media.prefer({ camera: 'The document', microphone: 'The headset' });
    void world.media.open(both);
    await settle();
    assert.deepEqual(world.devices.wishes, ['ideal The headset', 'ideal The document']);
    await world.devices.grant();
    assert.equal(world.used, '- -');
    assert.deepEqual(world.devices.live, []);
    await world.devices.grant();
    assert.equal(world.used, 'headset document');
});

test('what is preferred and not there asks no second time', async () => {
    const world = new World();
    world.devices.offer(...kAll);
    world.media.prefer({ camera: 'The ceiling' });
    void world.media.open(both);
    await settle();
    await world.devices.grant();
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.used, 'desk front');
    assert.equal(world.media.state.camera.switched, undefined);
});

test('a browser that gives another device all the same is not asked a third time', async () => {
    const world = await opened(...kAll);
    world.media.choose('microphone', 'The headset');
    await settle();
    world.devices.offer('audio headset', 'video front');
    const liar = world.devices.grant.bind(world.devices);
    await liar();
    assert.deepEqual(world.devices.asking, []);
    assert.equal(world.used, 'headset front');
});

test('the id says more than the name', () => {
    const devices = [{ id: 'a', label: 'b' }, { id: 'b', label: 'x' }];
    assert.equal(findDevice(devices, 'b')?.label, 'x');
    assert.equal(findDevice(devices, 'x')?.id, 'b');
    assert.equal(findDevice(devices, ''), undefined);
    assert.equal(findDevice(devices, undefined), undefined);
});

class Room {
    readonly told: SpeakerState[] = [];
    readonly speaker = new Speaker((state) => this.told.push(state));

    has(...ids: string[]): void {
        this.speaker.look(ids.map((id) => ({ id, label: `The ${id}` })));
    }
}

test('a loudspeaker that is pulled out gives way to the system’s own, and comes back', () => {
    const room = new Room();
    room.has('desk', 'headset');
    room.speaker.choose('The headset');
    assert.deepEqual(room.speaker.state, { id: 'headset' });
    room.has('desk');
    assert.deepEqual(room.speaker.state, { id: '', switched: { reason: 'lost', other: 'The headset', now: '' } });
    room.has('desk', 'headset');
    assert.deepEqual(room.speaker.state, { id: 'headset', switched: { reason: 'back', other: '', now: 'The headset' } });
    room.speaker.acknowledge();
    assert.deepEqual(room.speaker.state, { id: 'headset' });
});

test('a loudspeaker that is remembered is used as soon as it is there, without a word', () => {
    const room = new Room();
    room.speaker.choose('The headset');
    assert.deepEqual(room.speaker.state, { id: '' });
    room.has('desk');
    assert.deepEqual(room.speaker.state, { id: '' });
    room.has('desk', 'headset');
    assert.deepEqual(room.speaker.state, { id: 'headset' });
});

test('the system’s own loudspeaker needs no name', () => {
    const room = new Room();
    room.has('desk');
    room.speaker.choose('desk');
    room.speaker.choose('');
    room.has();
    assert.deepEqual(room.speaker.state, { id: '' });
});
