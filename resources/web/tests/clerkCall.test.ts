// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's call page: what the app tells it, what it tells the app.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToApp, ToPage } from '../src/protocol/bridge.js';
import { ClerkCall } from '../src/room/clerkCall.js';
import type { ClerkView } from '../src/room/clerkCall.js';
import { FakeDevices, FakeStream, FakeTrack } from './fakeMedia.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

type Said<T extends ToApp['type']> = Extract<ToApp, { type: T }>;

const ice = (name: string): Extract<ToPage, { type: 'configure' }>['ice'] => ({
    servers: [{ urls: ['turn:turn.example'], username: name, credential: 'secret' }],
    policy: 'all',
});
const start = {
    type: 'call.start',
    ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n',
    epoch: 3,
    number: 'B 017',
    name: 'Kim',
    offer: { generation: 7, sdp: 'offer' },
} as const;

class World {
    readonly devices = FakeDevices.install();
    readonly timers = new FakeTimers();
    readonly connections: FakePeerConnection[] = [];
    readonly said: ToApp[] = [];
    view: ClerkView | undefined;
    /** What the next capture of the screen gives; nothing prepared fails. */
    screen: FakeTrack | Error | undefined;
    readonly call = new ClerkCall({
        report: (message) => this.said.push(message),
        changed: (view) => (this.view = view),
        createConnection: (configuration) => {
            const fake = new FakePeerConnection(configuration);
            this.connections.push(fake);
            return asReal(fake);
        },
        captureScreen: () => {
            assert.ok(this.screen !== undefined, 'nobody asked for the screen');
            if (this.screen instanceof Error) return Promise.reject(this.screen);
            return Promise.resolve(new FakeStream([this.screen]) as unknown as MediaStream);
        },
        setTimer: this.timers.setTimer,
        now: () => 1000,
    });

    async obey(...commands: ToPage[]): Promise<void> {
        for (const command of commands) {
            this.call.obey(command);
            await settle();
        }
    }
    of<T extends ToApp['type']>(type: T): Said<T>[] {
        return this.said.filter((message): message is Said<T> => message.type === type);
    }
    get media(): string[] {
        return this.of('media.changed').map(({ microphone, camera, screen }) =>
            [microphone && 'microphone', camera && 'camera', screen && 'screen'].filter((word) => word).join('+'),
        );
    }
    get connection(): FakePeerConnection {
        const last = this.connections.at(-1);
        assert.ok(last !== undefined);
        return last;
    }
}

const configure = { type: 'configure', lang: 'de', ice: ice('first'), devices: {} } as const;
const warm = { type: 'warm', on: true } as const;

async function warmed(): Promise<World> {
    const world = new World();
    await world.obey(configure, warm);
    await world.devices.grant();
    return world;
}

async function inCall(): Promise<World> {
    const world = await warmed();
    await world.obey(start);
    world.connection.become('connected');
    await settle();
    return world;
}

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

test('a failed line restarts with the credentials of today, and asks for a new one when that does not help', async () => {
    const world = await inCall();
    await world.obey({ ...configure, ice: ice('fresh') });
    const connection = world.connections[0];
    connection?.become('failed');
    await settle();
    assert.equal(connection?.restarts, 1);
    assert.equal(connection?.configuration.iceServers?.[0]?.username, 'fresh');
    await world.timers.pass(6000);
    assert.deepEqual(world.of('call.signal').at(-1)?.signal, { restart: {} });
});

test('a line that comes back asks for nothing', async () => {
    const world = await inCall();
    world.connection.become('failed');
    world.connection.become('connected');
    await settle();
    await world.timers.pass(6000);
    assert.ok(!world.of('call.signal').some(({ signal }) => 'restart' in signal));
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
