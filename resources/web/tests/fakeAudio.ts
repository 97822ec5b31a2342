// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Sound that nobody hears: microphones are as loud as the test says, tones are written down and last until it ends them.
import assert from 'node:assert/strict';
import type { FakeStream, FakeTrack } from './fakeMedia.js';
import { settle } from './fakeTime.js';

interface Tone {
    readonly frequency: number;
    over(): void;
}

class FakeContext {
    readonly currentTime = 0;
    readonly destination = { context: this };

    constructor(private readonly audio: FakeAudio) {
        audio.contexts += 1;
    }
    createAnalyser(): object {
        return { fftSize: 8, getFloatTimeDomainData: (samples: Float32Array) => samples.fill(this.audio.loudness) };
    }
    createMediaStreamSource(stream: FakeStream): object {
        const [track] = stream.getAudioTracks();
        assert.ok(track !== undefined, 'something to listen to');
        return { connect: () => this.audio.heard.push(track) };
    }
    createMediaStreamDestination(): object {
        return { context: this, stream: {} };
    }
    createGain(): object {
        const ramp = { setValueAtTime: () => 0, linearRampToValueAtTime: () => 0, exponentialRampToValueAtTime: () => 0 };
        return { gain: ramp, connect: (to: object) => to };
    }
    createOscillator(): object {
        const frequency = { value: 0 };
        return {
            frequency,
            connect: (to: object) => to,
            start: () => undefined,
            stop: () => undefined,
            addEventListener: (type: string, over: () => void) => {
                assert.equal(type, 'ended');
                this.audio.tones.push({ frequency: frequency.value, over });
            },
        };
    }
    resume(): Promise<void> {
        return Promise.resolve();
    }
    close(): Promise<void> {
        this.audio.contexts -= 1;
        return Promise.resolve();
    }
}

export class FakeAudio {
    /** Of every sample: 0 to 1. */
    loudness = 0;
    contexts = 0;
    readonly heard: FakeTrack[] = [];
    /** The last tone of each test. */
    readonly tones: Tone[] = [];
    /** Where sound was sent to. */
    readonly sinks: string[] = [];
    /** A loudspeaker that plays nothing. */
    broken = '-';

    /** Until the next FakeAudio. */
    static install(): FakeAudio {
        const audio = new FakeAudio();
        class Context extends FakeContext {
            constructor() {
                super(audio);
            }
        }
        class Player {
            srcObject: unknown = null;
            play(): Promise<void> {
                return Promise.resolve();
            }
            setSinkId(id: string): Promise<void> {
                if (id === audio.broken) return Promise.reject(new DOMException('', 'NotFoundError'));
                audio.sinks.push(id);
                return Promise.resolve();
            }
        }
        Object.assign(globalThis, { AudioContext: Context, Audio: Player, HTMLMediaElement: Player });
        return audio;
    }

    async endTones(): Promise<void> {
        for (const tone of this.tones.splice(0)) tone.over();
        await settle();
    }
}
