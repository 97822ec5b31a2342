// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's call page: what the app tells it, what it tells the app.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configure, ice, inCall, start, warm, warmed, World } from './clerkKit.js';
import { FakeTrack } from './fakeMedia.js';
import { settle } from './fakeTime.js';

test('warm, it has camera, microphone and a connection ready before the first call', async () => {
    const world = await warmed();
    assert.deepEqual(world.media, ['microphone+camera']);
    assert.equal(world.connections.length, 1);
});

test('the call takes the connection that is ready, and answers the offer at once', async () => {
    const world = await warmed();
    await world.obey(start);
    assert.equal(world.connections.length, 1);
    const signals = world.of('call.signal');
    assert.deepEqual(signals.map(({ epoch }) => epoch), [3, 3]);
    assert.deepEqual(signals.at(-1)?.signal, { media: { microphone: true, camera: true, screen: false } });
    assert.equal(world.view?.call?.number, 'B 017');
});

const kindsOf = (world: World): (string | undefined)[] =>
    world.of('call.signal').map(({ signal }) => Object.keys(signal)[0]);
const expected = { type: 'call.expect', ticket: start.ticket, generation: 7, sdp: 'offer' } as const;

test('whoever is expected is answered, and the app has the answer for the call', async () => {
    const world = await warmed();
    await world.obey(expected);
    assert.equal(world.connections.length, 1);
    assert.deepEqual(world.of('call.prepared'),
        [{ type: 'call.prepared', ticket: start.ticket, generation: 7, sdp: 'answer 1' }]);
    assert.equal(world.view?.remote, undefined);
    await world.obey(start);
    assert.equal(world.connections.length, 1);
    assert.deepEqual(kindsOf(world), ['media']);
    assert.ok(world.view?.remote !== undefined);
});

test('a call that is faster than the candidates has its answer from the page', async () => {
    const world = await warmed();
    world.connection.iceGatheringState = 'gathering';
    await world.obey(expected);
    assert.deepEqual(world.of('call.prepared'), []);
    await world.obey(start);
    assert.deepEqual(kindsOf(world), ['description', 'media']);
    assert.deepEqual(world.of('call.prepared'), []);
});

for (const [who, call] of [
    ['somebody else', { ...start, ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8p' }],
    ['an offer that is newer', { ...start, offer: { generation: 8, sdp: 'newer' } }],
] as const) {
    test(`a call with ${who} has nothing of what was prepared`, async () => {
        const world = await warmed();
        await world.obey(expected, call);
        assert.equal(world.connections.length, 2);
        assert.ok(world.connections[0]?.closed);
        assert.equal(world.connection.remoteDescription?.sdp, call.offer.sdp);
        assert.equal(world.of('call.signal').length, 2);
    });
}

test('who is expected next takes the place of who was expected before', async () => {
    const world = await warmed();
    await world.obey(expected, { ...expected, generation: 8, sdp: 'newer' });
    assert.ok(world.connections[0]?.closed);
    assert.equal(world.connection.remoteDescription?.sdp, 'newer');
    await world.obey({ ...start, offer: { generation: 8, sdp: 'newer' } });
    assert.equal(world.connections.length, 2);
});

test('fresh credentials prepare anew', async () => {
    const world = await warmed();
    await world.obey(expected, { ...configure, ice: ice('fresh') }, start);
    assert.deepEqual(world.connections.filter(({ closed }) => !closed).map(({ configuration, localDescription }) =>
        [configuration.iceServers?.[0]?.username, localDescription?.type]), [['fresh', 'answer']]);
});

test('a camera turned off while somebody is expected is off in the call', async () => {
    const world = await warmed();
    await world.obey(expected, { type: 'media.set', camera: false }, start);
    assert.equal(world.connection.transceivers[1]?.sender.track, null);
});

test('cold, or in a call, nobody is prepared for', async () => {
    const world = await warmed();
    await world.obey(expected, { type: 'warm', on: false });
    assert.deepEqual(world.connections.map(({ closed }) => closed), [true]);
    await world.obey(expected);
    assert.equal(world.connections.length, 1);
    const busy = await inCall();
    await busy.obey({ ...expected, ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8p' });
    assert.equal(busy.connections.length, 1);
});

test('after the call a new connection is ready and the devices stay open', async () => {
    const world = await inCall();
    await world.obey({ type: 'call.end' });
    assert.ok(world.connections[0]?.closed);
    assert.equal(world.connections.length, 2);
    assert.equal(world.devices.live.length, 2);
    assert.equal(world.view?.line, 'idle');
});

test('cold, a call opens the devices and its end closes them', async () => {
    const world = new World();
    await world.obey(configure, start);
    await world.devices.grant();
    assert.deepEqual(world.media.at(-1), 'microphone+camera');
    await world.obey({ type: 'call.end' });
    assert.deepEqual(world.devices.live, []);
});

test('cold and idle, the clerk’s wish opens nothing and holds for the call', async () => {
    const world = new World();
    await world.obey(configure, { type: 'media.set', microphone: false, camera: true });
    assert.deepEqual(world.devices.asking, []);
    await world.obey(start);
    assert.deepEqual(world.devices.asking, ['video']);
});

for (const [name, commands] of [
    ['before it is warm', [{ type: 'media.set', microphone: false, camera: false }, warm]],
    ['while it opens the devices', [warm, { type: 'media.set', microphone: false, camera: false }]],
] as const) {
    test(`a page begun anew keeps what the clerk turned off, told ${name}`, async () => {
        const world = new World();
        await world.obey(configure, ...commands, start);
        while (world.devices.asking.length > 0) await world.devices.grant();
        assert.deepEqual([...new Set(world.media)], ['']);
        assert.ok(world.devices.live.every(({ enabled }) => !enabled));
    });
}

test('what the clerk turned off in one call is off in the next', async () => {
    const world = await inCall();
    await world.obey({ type: 'media.set', camera: false }, { type: 'call.end' }, { ...start, epoch: 4 });
    assert.equal(world.media.at(-1), 'microphone');
    assert.deepEqual(world.devices.asking, []);
});

test('a device that fails a second time is reported a second time', async () => {
    const world = new World();
    await world.obey(configure, { type: 'media.set', microphone: false, camera: true }, warm);
    await world.devices.refuse('NotReadableError');
    assert.equal(world.of('media.problem').length, 1);
    world.said.length = 0;
    await world.obey({ type: 'media.set', camera: true });
    await world.devices.refuse('NotReadableError');
    assert.deepEqual(world.of('media.problem'), [{ type: 'media.problem', kind: 'busy', device: 'camera' }]);
    assert.deepEqual(world.media, ['']);
});

test('a device that fails again by itself is reported once', async () => {
    const world = new World();
    await world.obey(configure, { type: 'media.set', microphone: false, camera: true }, warm);
    await world.devices.refuse('NotReadableError');
    await world.devices.plugIn();
    await world.devices.refuse('NotReadableError');
    assert.equal(world.of('media.problem').length, 1);
});

test('every wish is answered with what is the case, though nothing changed', async () => {
    const world = await inCall();
    await world.obey({ type: 'media.set', microphone: true });
    assert.deepEqual(world.media, ['microphone+camera', 'microphone+camera']);
});

test('a signal of another epoch is nobody’s', async () => {
    const world = await inCall();
    await world.obey(
        { type: 'call.signal', epoch: 2, signal: { media: { microphone: false, camera: false, screen: false } } },
        { type: 'call.offer', epoch: 2, generation: 9, sdp: 'late' },
    );
    assert.deepEqual(world.of('peer.media'), []);
    assert.equal(world.connections.length, 1);
});

test('a newer offer of the same call replaces the connection, an older one does not', async () => {
    const world = await inCall();
    await world.obey({ type: 'call.offer', epoch: 3, generation: 7, sdp: 'again' });
    assert.equal(world.connections.length, 1);
    await world.obey({ type: 'call.offer', epoch: 3, generation: 8, sdp: 'newer' });
    assert.equal(world.connections.length, 2);
    assert.ok(world.connections[0]?.closed);
});

test('the screen is shared and told to both sides, and its end too', async () => {
    const world = await inCall();
    world.screen = new FakeTrack('video');
    await world.obey({ type: 'share.start' });
    assert.equal(world.media.at(-1), 'microphone+camera+screen');
    const told = world.of('call.signal').slice(-2).map(({ signal }) => ('media' in signal ? signal : Object.keys(signal)[0]));
    assert.deepEqual(told, [{ media: { microphone: true, camera: true, screen: true } }, 'description']);
    world.screen.end();
    assert.equal(world.media.at(-1), 'microphone+camera');
    assert.ok(world.screen.stopped);
    assert.equal(world.of('share.ended').length, 1);
});

test('a paused screen stands still: its last picture is sent on, and both sides are told', async () => {
    const world = await inCall();
    const screen = new FakeTrack('video');
    world.screen = screen;
    await world.obey({ type: 'share.start' });
    const sent = (): string | undefined => (world.connection.transceivers[2]?.sender.track as FakeTrack | null | undefined)?.device;
    const live = sent();
    await world.obey({ type: 'share.pause', paused: true });
    assert.equal(sent(), 'held');
    assert.equal(screen.stopped, false);
    assert.equal(world.media.at(-1), 'microphone+camera+screen+paused');
    const shown = { microphone: true, camera: true, screen: true };
    assert.deepEqual(world.of('call.signal').at(-1)?.signal, { media: { ...shown, screen_paused: true } });
    assert.ok(world.view?.screenPaused);
    await world.obey({ type: 'share.pause', paused: true }, { type: 'share.pause', paused: false });
    assert.equal(sent(), live);
    assert.equal(world.media.at(-1), 'microphone+camera+screen');
    assert.deepEqual(world.held.slice(1), ['freeze', 'thaw']);
});

test('a screen that is paused before its first picture shows nothing', async () => {
    const world = await inCall();
    world.screen = new FakeTrack('video');
    world.hasFrame = false;
    await world.obey({ type: 'share.start' }, { type: 'share.pause', paused: true });
    assert.equal(world.connection.transceivers[2]?.sender.track, null);
    assert.equal(world.media.at(-1), 'microphone+camera+screen+paused');
});

test('a paused share that ends is over, and the next one moves', async () => {
    const world = await inCall();
    world.screen = new FakeTrack('video');
    await world.obey({ type: 'share.start' }, { type: 'share.pause', paused: true }, { type: 'share.stop' });
    assert.equal(world.media.at(-1), 'microphone+camera');
    assert.equal(world.held.at(-1), 'close');
    assert.equal(world.view?.screenPaused, false);
    world.screen = new FakeTrack('video');
    await world.obey({ type: 'share.start' });
    assert.equal(world.media.at(-1), 'microphone+camera+screen');
});

test('where nothing is shown nothing is paused', async () => {
    const world = await inCall();
    await world.obey({ type: 'share.pause', paused: true });
    assert.equal(world.media.at(-1), 'microphone+camera');
    assert.deepEqual(world.held, []);
});

test('a screen that was not given is a problem, and the sharing has ended', async () => {
    const world = await inCall();
    world.screen = Object.assign(new Error('no'), { name: 'NotAllowedError' });
    await world.obey({ type: 'share.start' });
    assert.deepEqual(world.of('media.problem'), [{ type: 'media.problem', kind: 'denied', device: 'screen' }]);
    assert.equal(world.of('share.ended').length, 1);
});

test('a screen given after the call has ended is let go', async () => {
    const world = await inCall();
    world.screen = new FakeTrack('video');
    world.call.obey({ type: 'share.start' });
    await world.obey({ type: 'call.end' });
    assert.ok(world.screen.stopped);
    assert.equal(world.view?.screen, null);
    assert.equal(world.of('share.ended').length, 1);
});

test('without a call nothing is shared', async () => {
    const world = await warmed();
    await world.obey({ type: 'share.start' });
    assert.deepEqual(world.of('share.ended'), [{ type: 'share.ended' }]);
});

const kTwoCameras = ['audio desk', 'video front', 'video document', 'speaker room'];

async function withTwoCameras(): Promise<World> {
    const world = new World();
    world.devices.offer(...kTwoCameras);
    await world.obey(configure, warm);
    await world.devices.grant();
    await world.obey(start);
    return world;
}

test('the app is told what can be chosen and what is in use, each change once', async () => {
    const world = await withTwoCameras();
    const told = world.of('devices.changed');
    assert.deepEqual(told.at(-1), {
        type: 'devices.changed',
        microphones: [{ id: 'desk', label: 'The desk' }],
        cameras: [{ id: 'front', label: 'The front' }, { id: 'document', label: 'The document' }],
        speakers: [{ id: 'room', label: 'The room' }],
        chosen: { microphone: 'desk', camera: 'front' },
    });
    world.said.length = 0;
    await world.devices.plugIn(...kTwoCameras);
    assert.deepEqual(world.of('devices.changed'), []);
    await world.obey({ type: 'devices.choose', kind: 'speaker', id: 'room' });
    assert.deepEqual(world.of('devices.changed').map(({ chosen }) => chosen.speaker), ['room']);
    assert.equal(world.view?.speaker, 'room');
});

test('another camera comes into the call that is there', async () => {
    const world = await withTwoCameras();
    const slot = world.connection.transceivers[1];
    await world.obey({ type: 'devices.choose', kind: 'camera', id: 'document' });
    const [document] = await world.devices.grant();
    assert.equal(slot?.sender.track, document);
    assert.equal(world.connections.length, 1);
    assert.deepEqual(kindsOf(world), ['description', 'media'], 'nothing is negotiated anew');
    assert.equal(world.of('devices.changed').at(-1)?.chosen.camera, 'document');
});

test('a camera that is pulled out in the call is followed by the next, and the app is told once', async () => {
    const world = await withTwoCameras();
    const slot = world.connection.transceivers[1];
    world.devices.offer('audio desk', 'video document');
    world.devices.live.find(({ kind }) => kind === 'video')?.end();
    await settle();
    const [document] = await world.devices.grant();
    await world.devices.plugIn('audio desk', 'video document');
    assert.equal(slot?.sender.track, document);
    assert.deepEqual(world.of('device.switched'),
        [{ type: 'device.switched', device: 'camera', reason: 'lost', other: 'The front', now: 'The document' }]);
    assert.deepEqual(world.of('media.problem'), []);
    assert.ok(!kindsOf(world).slice(1).includes('description'), 'nothing is negotiated anew');
    assert.equal(world.connections.length, 1);
});

test('a loudspeaker that is pulled out is told, too', async () => {
    const world = await withTwoCameras();
    await world.obey({ type: 'devices.choose', kind: 'speaker', id: 'room' });
    await world.devices.plugIn('audio desk', 'video front');
    assert.equal(world.view?.speaker, '');
    assert.deepEqual(world.of('device.switched'),
        [{ type: 'device.switched', device: 'speaker', reason: 'lost', other: 'The room', now: '' }]);
});

test('what the clerk chose another day is found by its name', async () => {
    const world = new World();
    world.devices.offer(...kTwoCameras);
    await world.obey({ ...configure, devices: { camera: 'The document', speaker: 'The room' } }, warm);
    while (world.devices.asking.length > 0) await world.devices.grant();
    assert.deepEqual(world.of('devices.changed').at(-1)?.chosen, { microphone: 'desk', camera: 'document', speaker: 'room' });
    assert.equal(world.view?.camera, world.devices.live.find(({ device }) => device === 'document'));
});

test('the loudspeaker that is tried is the one in use, then the system’s own, and then it is a problem', async () => {
    const world = await withTwoCameras();
    await world.obey({ type: 'speaker.test' }, { type: 'devices.choose', kind: 'speaker', id: 'room' }, { type: 'speaker.test' });
    assert.deepEqual(world.tested, ['', 'room']);
    assert.deepEqual(world.of('media.problem'), []);
    world.mute = true;
    await world.obey({ type: 'speaker.test' });
    assert.deepEqual(world.of('device.switched'),
        [{ type: 'device.switched', device: 'speaker', reason: 'refused', other: 'The room', now: '' }]);
    await world.obey({ type: 'speaker.test' });
    assert.deepEqual(world.of('media.problem'), [{ type: 'media.problem', kind: 'missing', device: 'speaker' }]);
});

test('the clerk’s microphone is listened to in a call alone, and who speaks unheard sees it', async () => {
    const world = await warmed();
    assert.deepEqual(world.hearing.heard, []);
    await world.obey(start, { type: 'media.set', microphone: false });
    await world.timers.pass(1500);
    assert.equal(world.hearing.heard.length, 1);
    world.hearing.level = 60;
    for (let tenth = 0; tenth < 10; tenth += 1) await world.timers.pass(100);
    assert.equal(world.view?.unheard, true);
    await world.obey({ type: 'media.set', microphone: true });
    assert.equal(world.view?.unheard, false);
    await world.obey({ type: 'call.end' });
    assert.deepEqual(world.hearing.heard, []);
});
