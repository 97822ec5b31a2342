// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Microphones and cameras that nobody has: a request for them waits until the test grants or refuses it.
import assert from 'node:assert/strict';
import { settle } from './fakeTime.js';

export class FakeTrack {
    static #count = 0;
    readonly id = `track-${++FakeTrack.#count}`;
    enabled = true;
    stopped = false;
    contentHint = '';
    onended: (() => void) | null = null;

    constructor(
        readonly kind: 'audio' | 'video',
        readonly device = 'default',
        readonly label = device,
    ) {}

    getSettings(): { readonly deviceId: string } {
        return { deviceId: this.device };
    }

    /** What was asked of it, newest last. */
    readonly constraints: MediaTrackConstraints[] = [];
    getConstraints(): MediaTrackConstraints {
        return this.constraints.at(-1) ?? {};
    }
    applyConstraints(constraints: MediaTrackConstraints): Promise<void> {
        this.constraints.push(constraints);
        return Promise.resolve();
    }

    stop(): void {
        this.stopped = true;
    }
    clone(): FakeTrack {
        return new FakeTrack(this.kind, this.device, this.label);
    }
    /** The device was pulled out. */
    end(): void {
        this.onended?.();
    }
}

export class FakeStream {
    readonly id = 'stream';

    constructor(private readonly tracks: readonly FakeTrack[] = []) {}

    getTracks(): readonly FakeTrack[] {
        return this.tracks;
    }
    getAudioTracks(): readonly FakeTrack[] {
        return this.tracks.filter(({ kind }) => kind === 'audio');
    }
    getVideoTracks(): readonly FakeTrack[] {
        return this.tracks.filter(({ kind }) => kind === 'video');
    }
}
Object.assign(globalThis, { MediaStream: FakeStream });

interface Wish extends MediaTrackConstraints {
    readonly deviceId?: { readonly ideal?: string; readonly exact?: string };
}
interface Asked {
    readonly audio: false | Wish;
    readonly video: false | Wish;
}
interface Pending {
    readonly asked: Asked;
    grant(stream: FakeStream): void;
    refuse(problem: Error): void;
}

function named(name: string): Error {
    return Object.assign(new Error(name), { name });
}

const kKindOf = { audio: 'audioinput', video: 'videoinput' } as const;

export class FakeDevices {
    readonly tracks: FakeTrack[] = [];
    /** What is plugged in; a browser that names nothing by itself. */
    #plugs: MediaDeviceInfo[] = [];
    #pending: Pending[] = [];
    #plugged: (() => void)[] = [];

    /** Puts these devices where pages look for them. */
    static install(): FakeDevices {
        const devices = new FakeDevices();
        const mediaDevices = {
            addEventListener: (type: string, listener: () => void): void => {
                assert.equal(type, 'devicechange');
                devices.#plugged.push(listener);
            },
            enumerateDevices: (): Promise<readonly MediaDeviceInfo[]> => Promise.resolve([...devices.#plugs]),
            getUserMedia: (asked: Asked): Promise<FakeStream> => {
                assert.ok(asked.audio !== false || asked.video !== false, 'browsers refuse to give nothing');
                return new Promise((grant, refuse) => devices.#pending.push({ asked, grant, refuse }));
            },
        };
        const navigator = { hardwareConcurrency: 4, languages: ['de'], mediaDevices };
        Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true, writable: true });
        return devices;
    }

    /** What is being asked for now, in words: 'audio', 'video' or 'audio+video', one a request. */
    get asking(): string[] {
        return this.#pending.map(({ asked }) =>
            (['audio', 'video'] as const).filter((kind) => asked[kind] !== false).join('+'),
        );
    }

    /** What the next request says of its devices, in words: 'exact second', 'ideal second', or nothing. */
    get wishes(): string[] {
        const [{ asked } = { asked: undefined }] = this.#pending;
        return (['audio', 'video'] as const).flatMap((kind) => {
            const wish = asked?.[kind];
            return wish === undefined || wish === false ? [] : Object.entries(wish.deviceId ?? {}).map((words) => words.join(' '));
        });
    }
    /** All that is asked of a microphone. */
    get soundWish(): Wish {
        const audio = this.#pending[0]?.asked.audio;
        assert.ok(audio !== undefined && audio !== false, 'nobody asks for a microphone');
        return audio;
    }

    get live(): FakeTrack[] {
        return this.tracks.filter((track) => !track.stopped);
    }

    async grant(): Promise<FakeTrack[]> {
        const { asked, grant } = this.#next();
        const made = (['audio', 'video'] as const).flatMap((kind) => {
            const wish = asked[kind];
            return wish === false ? [] : [this.#open(kind, wish)];
        });
        this.tracks.push(...made);
        grant(new FakeStream(made));
        await settle();
        return made;
    }

    async refuse(name: string): Promise<void> {
        this.#next().refuse(named(name));
        await settle();
    }

    /** What is there from now on: 'video front' or 'audio headset', the first of a kind is what browsers choose. */
    async plugIn(...plugs: string[]): Promise<void> {
        this.offer(...plugs);
        for (const listener of this.#plugged) listener();
        await settle();
    }
    /** The same without news of it. */
    offer(...plugs: string[]): void {
        const kinds = { audio: 'audioinput', video: 'videoinput', speaker: 'audiooutput' } as const;
        this.#plugs = plugs.map((plug) => {
            const [kind, deviceId] = plug.split(' ');
            assert.ok((kind === 'audio' || kind === 'video' || kind === 'speaker') && deviceId !== undefined, plug);
            return { kind: kinds[kind], deviceId, label: `The ${deviceId}` } as MediaDeviceInfo;
        });
    }

    /** As browsers choose: just that one, or the one that is liked if it is there, or the first. */
    #open(kind: 'audio' | 'video', { deviceId }: Wish): FakeTrack {
        const plugs = this.#plugs.filter((plug) => plug.kind === kKindOf[kind]);
        if (plugs.length === 0) return new FakeTrack(kind, deviceId?.exact ?? deviceId?.ideal);
        const wanted = deviceId?.exact ?? deviceId?.ideal;
        const plug = plugs.find((one) => one.deviceId === wanted) ?? (deviceId?.exact === undefined ? plugs[0] : undefined);
        assert.ok(plug !== undefined, `no ${kind} device ${wanted ?? ''} can be granted`);
        return new FakeTrack(kind, plug.deviceId, plug.label);
    }

    #next(): Pending {
        const next = this.#pending.shift();
        assert.ok(next !== undefined, 'nobody asks for a device');
        return next;
    }
}
