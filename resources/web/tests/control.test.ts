// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk sets for the visitor: what follows of it, and that the clerk's own page holds it against any client.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ToApp, CallCommand } from '../src/protocol/bridge.js';
import type { CallControl } from '../src/protocol/messages.js';
import { ClerkCall } from '../src/room/clerkCall.js';
import type { ClerkView } from '../src/room/clerkView.js';
import { controlNews, isRelaxed, kUncontrolled, showsNothing, visitorMaySend } from '../src/state/control.js';
import { FakeDevices, FakeStream, FakeTrack } from './fakeMedia.js';
import { FakeHearing } from './fakeHearing.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

const set = (...keys: (keyof CallControl)[]): CallControl => ({
    ...kUncontrolled,
    ...Object.fromEntries(keys.map((key) => [key, true])),
});
const words = (flags: object): string =>
    Object.entries(flags)
        .filter(([, on]) => on === true)
        .map(([name]) => name)
        .join(' ');

const rules: readonly (readonly [string, CallControl, string])[] = [
    ['all but the screen, where nothing is set', kUncontrolled, 'microphone camera'],
    ['no sound when muted', set('muted'), 'camera'],
    ['no picture when the camera is off', set('camera_off'), 'microphone'],
    ['the screen when it may be shared', set('may_share'), 'microphone camera screen'],
    ['nothing on hold', set('on_hold', 'may_share'), ''],
];
for (const [name, control, may] of rules) {
    test(`a visitor may send ${name}`, () => assert.equal(words(visitorMaySend(control)), may));
}

const screen = { microphone: true, camera: false, screen: true };
const dark = { ...screen, screen: false };
const pictures: readonly (readonly [string, Parameters<typeof showsNothing>, boolean])[] = [
    ['the camera, until something else is told', [undefined], false],
    ['nothing without the camera', [dark], true],
    ['the screen in the place of the camera', [screen], false],
    ['no screen that is not allowed', [screen, visitorMaySend(kUncontrolled)], true],
    ['the screen that is allowed while the camera is forbidden', [screen, visitorMaySend(set('may_share', 'camera_off'))], false],
    ['no camera that is forbidden', [undefined, visitorMaySend(set('camera_off'))], true],
];
for (const [name, told, nothing] of pictures) {
    test(`to be seen is ${name}`, () => assert.equal(showsNothing(...told), nothing));
}

const changes: readonly (readonly [string, CallControl, CallControl, string, boolean])[] = [
    ['nothing', set('muted'), set('muted'), '', false],
    ['muted', kUncontrolled, set('muted'), 'muted', false],
    ['unmuted', set('muted'), kUncontrolled, 'unmuted', true],
    ['the camera', set('camera_off'), set('may_share'), 'camera_on may_share', true],
    ['sharing taken back', set('may_share'), kUncontrolled, 'share_stopped', false],
    ['hold comes first', kUncontrolled, set('muted', 'on_hold'), 'on_hold muted', false],
    ['off hold the clerk sends again, though the visitor may not', set('on_hold', 'muted', 'camera_off'), set('muted', 'camera_off'), 'off_hold', true],
    ['muted on hold', set('on_hold'), set('on_hold', 'muted'), 'muted', false],
];
for (const [name, before, now, news, relaxed] of changes) {
    test(`news of a change: ${name}`, () => {
        assert.equal(controlNews(before, now).join(' '), news);
        assert.equal(isRelaxed(before, now), relaxed);
    });
}

const start = {
    type: 'call.start',
    ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n',
    epoch: 3,
    number: 'B 017',
    offer: { generation: 7, sdp: 'offer' },
} as const;

class Clerk {
    readonly devices = FakeDevices.install();
    readonly said: ToApp[] = [];
    readonly made: FakePeerConnection[] = [];
    readonly #hearing = new FakeHearing();
    readonly #timers = new FakeTimers();
    screen = new FakeTrack('video');
    view: ClerkView | undefined;
    readonly #call = new ClerkCall({
        report: (message) => this.said.push(message),
        changed: (view) => (this.view = view),
        createConnection: (configuration) => {
            const fake = new FakePeerConnection(configuration);
            this.made.push(fake);
            return asReal(fake);
        },
        captureScreen: () => Promise.resolve(new FakeStream([this.screen]) as unknown as MediaStream),
        watchPicture: () => ({ freeze: () => null, thaw: () => undefined, close: () => undefined }),
        setTimer: this.#timers.setTimer,
        hear: (track) => this.#hearing.open(track),
        testSpeaker: () => Promise.reject(new Error('nobody tests the loudspeaker')),
        paintBackground: () => assert.fail('nobody asked for a background'),
        now: () => 1000,
    });

    async obey(...commands: CallCommand[]): Promise<void> {
        for (const command of commands) {
            this.#call.obey(command);
            await settle();
        }
    }
    control(...keys: (keyof CallControl)[]): Promise<void> {
        return this.obey({ type: 'call.control', control: set(...keys) });
    }
    static async inCall(...before: (keyof CallControl)[]): Promise<Clerk> {
        const clerk = new Clerk();
        await clerk.obey(
            { type: 'configure', lang: 'de', ice: { servers: [], policy: 'all' }, devices: {} },
            { type: 'warm', on: true },
        );
        await clerk.devices.grant();
        await clerk.control(...before);
        await clerk.obey(start);
        clerk.connection.become('connected');
        return clerk;
    }
    get connection(): FakePeerConnection {
        const last = this.made.at(-1);
        assert.ok(last !== undefined);
        return last;
    }
    /** What of the other side is let through, as 'microphone camera'. */
    get hears(): string {
        return this.#slots((i) => this.connection.transceivers[i]?.receiver.track.enabled === true);
    }
    get sends(): string {
        return this.#slots((i) => this.connection.transceivers[i]?.sender.track !== null);
    }
    get offers(): number {
        return this.said.filter((m) => m.type === 'call.signal' && 'description' in m.signal && m.signal.description.type === 'offer').length;
    }
    #slots(is: (i: number) => boolean): string {
        return ['microphone', 'camera', 'screen'].filter((_, i) => is(i)).join(' ');
    }
}

const signal = (said: object): CallCommand => ({ type: 'call.signal', epoch: 3, signal: said }) as CallCommand;

test('from the first moment a screen is not let through that the clerk has not allowed', async () => {
    const clerk = await Clerk.inCall();
    assert.equal(clerk.hears, 'microphone camera');
    await clerk.control('may_share');
    assert.equal(clerk.hears, 'microphone camera screen');
});

test('what is forbidden is silent and black at once, whatever the other side goes on sending', async () => {
    const clerk = await Clerk.inCall();
    await clerk.control('muted');
    assert.equal(clerk.hears, 'camera');
    await clerk.control('muted', 'camera_off');
    assert.equal(clerk.hears, '');
    assert.equal(clerk.sends, 'microphone camera', 'the visitor goes on hearing and seeing');
    await clerk.control();
    assert.equal(clerk.hears, 'microphone camera');
});

test('on hold nothing is let through and nothing is sent, and one word brings all of it back', async () => {
    const clerk = await Clerk.inCall();
    await clerk.control('on_hold');
    assert.equal(clerk.hears, '');
    assert.equal(clerk.sends, '');
    assert.ok(clerk.view?.control.on_hold);
    await clerk.control();
    assert.equal(clerk.hears, 'microphone camera');
    assert.equal(clerk.sends, 'microphone camera');
});

test('a camera that comes on while on hold is not sent, and is when it goes on', async () => {
    const clerk = await Clerk.inCall();
    await clerk.obey({ type: 'media.set', camera: false });
    await clerk.control('on_hold');
    await clerk.obey({ type: 'media.set', camera: true });
    await clerk.devices.grant();
    await clerk.obey({ type: 'share.start' });
    assert.equal(clerk.sends, '');
    await clerk.control();
    assert.equal(clerk.sends, 'microphone camera screen');
});

test('what is allowed again is negotiated anew, what is forbidden is not', async () => {
    const clerk = await Clerk.inCall();
    await clerk.control('on_hold');
    await clerk.control('on_hold', 'muted');
    assert.equal(clerk.offers, 0);
    await clerk.control('muted');
    assert.equal(clerk.offers, 1);
    await clerk.obey(signal({ description: { type: 'answer', sdp: 'answer' }, generation: 7 }));
    await clerk.control();
    assert.equal(clerk.offers, 2);
});

test('what is allowed while the two are negotiating is negotiated as soon as they are done', async () => {
    const clerk = await Clerk.inCall('muted');
    await clerk.obey({ type: 'share.start' });
    assert.equal(clerk.offers, 1, 'the screen is negotiated');
    await clerk.control();
    assert.equal(clerk.offers, 1);
    await clerk.obey(signal({ description: { type: 'answer', sdp: 'answer' }, generation: 7 }));
    assert.equal(clerk.offers, 2);
});

test('what is allowed again is offered anew where the visitor’s own offer came in between', async () => {
    const clerk = await Clerk.inCall('muted');
    await clerk.control();
    assert.equal(clerk.offers, 1);
    // Theirs was cut on the way, for it was made before they heard of it.
    await clerk.obey(signal({ description: { type: 'offer', sdp: 'theirs' }, generation: 7 }));
    assert.equal(clerk.offers, 2);
    await clerk.obey(signal({ description: { type: 'answer', sdp: 'answer' }, generation: 7 }));
    await clerk.obey(signal({ description: { type: 'offer', sdp: 'theirs' }, generation: 7 }));
    assert.equal(clerk.offers, 2, 'once is enough');
});

test('it holds for a page of the visitor that begins anew', async () => {
    const clerk = await Clerk.inCall();
    await clerk.control('muted');
    await clerk.obey({ type: 'call.offer', epoch: 3, generation: 8, sdp: 'offer' });
    assert.equal(clerk.made.length, 2);
    assert.equal(clerk.hears, 'camera');
});

test('it holds for a page of the clerk that was loaded anew, and for no other call', async () => {
    const clerk = await Clerk.inCall('muted', 'on_hold');
    assert.equal(clerk.hears, '');
    assert.equal(clerk.sends, '');
    await clerk.obey({ type: 'call.end' }, { ...start, epoch: 4, offer: { generation: 9, sdp: 'offer' } });
    assert.equal(clerk.hears, 'microphone camera');
    assert.equal(clerk.sends, 'microphone camera');
});
