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
    ) {}

    stop(): void {
        this.stopped = true;
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

interface Wish {
    readonly deviceId?: { readonly ideal: string };
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

export class FakeDevices {
    readonly tracks: FakeTrack[] = [];
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

    get live(): FakeTrack[] {
        return this.tracks.filter((track) => !track.stopped);
    }

    async grant(): Promise<FakeTrack[]> {
        const { asked, grant } = this.#next();
        const made = (['audio', 'video'] as const).flatMap((kind) => {
            const wish = asked[kind];
            return wish === false ? [] : [new FakeTrack(kind, wish.deviceId?.ideal)];
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

    async plugIn(): Promise<void> {
        for (const listener of this.#plugged) listener();
        await settle();
    }

    #next(): Pending {
        const next = this.#pending.shift();
        assert.ok(next !== undefined, 'nobody asks for a device');
        return next;
    }
}
