// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's call page without a page: what it was told, what it says, and the devices and connections it uses.
import assert from 'node:assert/strict';
import type { BackdropWorld } from '../src/background/backdrop.js';
import type { ToApp, CallCommand } from '../src/protocol/bridge.js';
import { ClerkCall } from '../src/room/clerkCall.js';
import type { ClerkView } from '../src/room/clerkView.js';
import { FakeDevices, FakeStream, FakeTrack } from './fakeMedia.js';
import { FakeHearing } from './fakeHearing.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

type Said<T extends ToApp['type']> = Extract<ToApp, { type: T }>;

export const ice = (name: string): Extract<CallCommand, { type: 'configure' }>['ice'] => ({
    servers: [{ urls: ['turn:turn.example'], username: name, credential: 'secret' }],
    policy: 'all',
});
export const start = {
    type: 'call.start',
    ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n',
    epoch: 3,
    number: 'B 017',
    name: 'Kim',
    offer: { generation: 7, sdp: 'offer' },
} as const;

export class World {
    readonly devices = FakeDevices.install();
    readonly timers = new FakeTimers();
    readonly connections: FakePeerConnection[] = [];
    readonly said: ToApp[] = [];
    readonly hearing = new FakeHearing();
    /** From which loudspeakers tones came. */
    readonly tested: string[] = [];
    /** Who paints the background; nobody prepared fails. */
    painter: BackdropWorld['paint'] | undefined;
    mute = false;
    view: ClerkView | undefined;
    /** What the next capture of the screen gives; nothing prepared fails. */
    screen: FakeTrack | Error | undefined;
    /** What was asked of the picture that can stand still, and whether it has a frame. */
    held: string[] = [];
    hasFrame = true;
    readonly call = new ClerkCall({
        report: (message) => this.said.push(message),
        changed: (view) => (this.view = view),
        createConnection: (configuration) => {
            const fake = new FakePeerConnection(configuration);
            this.connections.push(fake);
            return asReal(fake);
        },
        watchPicture: (track) => {
            const held = new FakeTrack('video', 'held');
            this.held.push(`watch ${track.id}`);
            const note = (word: string) => (): void => void this.held.push(word);
            const freeze = (): MediaStreamTrack | null => {
                this.held.push('freeze');
                return this.hasFrame ? (held as unknown as MediaStreamTrack) : null;
            };
            return { freeze, thaw: note('thaw'), close: note('close') };
        },
        captureScreen: () => {
            assert.ok(this.screen !== undefined, 'nobody asked for the screen');
            if (this.screen instanceof Error) return Promise.reject(this.screen);
            return Promise.resolve(new FakeStream([this.screen]) as unknown as MediaStream);
        },
        setTimer: this.timers.setTimer,
        hear: (track) => this.hearing.open(track),
        testSpeaker: (sink) => {
            this.tested.push(sink);
            return this.mute ? Promise.reject(new DOMException('', 'NotFoundError')) : Promise.resolve();
        },
        paintBackground: (camera, background, events) => {
            assert.ok(this.painter !== undefined, 'nobody asked for a background');
            return this.painter(camera, background, events);
        },
        now: () => 1000,
    });

    async obey(...commands: CallCommand[]): Promise<void> {
        for (const command of commands) {
            this.call.obey(command);
            await settle();
        }
    }
    of<T extends ToApp['type']>(type: T): Said<T>[] {
        return this.said.filter((message): message is Said<T> => message.type === type);
    }
    get media(): string[] {
        return this.of('media.changed').map(({ microphone, camera, screen, screen_paused }) =>
            [microphone && 'microphone', camera && 'camera', screen && 'screen', screen_paused === true && 'paused'].filter((word) => word).join('+'),
        );
    }
    get connection(): FakePeerConnection {
        const last = this.connections.at(-1);
        assert.ok(last !== undefined);
        return last;
    }
}

export const configure = { type: 'configure', lang: 'de', ice: ice('first'), devices: {} } as const;
export const warm = { type: 'warm', on: true } as const;

export async function warmed(): Promise<World> {
    const world = new World();
    await world.obey(configure, warm);
    await world.devices.grant();
    return world;
}

export async function inCall(): Promise<World> {
    const world = await warmed();
    await world.obey(start);
    world.connection.become('connected');
    await settle();
    return world;
}
