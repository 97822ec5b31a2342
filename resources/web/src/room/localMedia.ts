// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Our own microphone and camera: asked for together, lived with apart. Each may be off, missing, denied or busy, and the
// other goes on.
export type MediaKind = 'microphone' | 'camera';
export type MediaProblem = 'denied' | 'missing' | 'busy' | 'unsupported';

export interface MediaSide {
    readonly wanted: boolean;
    readonly track: MediaStreamTrack | null;
    readonly problem?: MediaProblem;
}
export interface LocalState {
    readonly microphone: MediaSide;
    readonly camera: MediaSide;
    readonly asking: boolean;
}

const kNothing: LocalState = {
    microphone: { wanted: false, track: null },
    camera: { wanted: false, track: null },
    asking: false,
};

export function problemOf(error: unknown): MediaProblem {
    const name = error instanceof Error || error instanceof DOMException ? error.name : '';
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
    if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
    if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
    return 'unsupported';
}

type Asked = { readonly [K in MediaKind]: boolean };
type Chosen = { [K in MediaKind]?: string };
type Answer = { readonly stream: MediaStream } | { readonly problem: MediaProblem };

const kKinds = ['microphone', 'camera'] as const;

/**
 * Wishes change at once, browsers answer whenever they like. So the wish is kept apart from what there is, one question
 * is put at a time, and each answer is held against the wish of the moment in which it comes.
 */
export class LocalMedia {
    #state: LocalState = kNothing;
    #chosen: Chosen = {};
    /** What is to be asked for, next. */
    readonly #due = new Set<MediaKind>();
    /** What the browser is being asked for. */
    #asked: readonly MediaKind[] = [];
    #pursuit: Promise<void> | undefined;
    /** Counts the closings: an answer to a question from before one is nobody's. */
    #round = 0;
    readonly #devices: MediaDevices | undefined = navigator.mediaDevices as MediaDevices | undefined;

    constructor(private readonly changed: (state: LocalState) => void) {
        this.#devices?.addEventListener('devicechange', () => this.#reclaim());
    }

    get state(): LocalState {
        return this.#state;
    }

    /** Turns devices on; asks for permission where needed. Resolves when it is known what there is. */
    open(asked: Asked): Promise<void> {
        const microphone = this.#wish('microphone', asked.microphone);
        const camera = this.#wish('camera', asked.camera);
        return this.#ask({ microphone, camera });
    }

    setMicrophone(on: boolean): void {
        void this.#ask({ microphone: this.#wish('microphone', on) });
    }

    setCamera(on: boolean): void {
        void this.#ask({ camera: this.#wish('camera', on) });
    }

    /** The device before serves until the new one is there. */
    choose(kind: MediaKind, id: string): void {
        this.#chosen[kind] = id;
        this.#due.add(kind);
        this.#update({ [kind]: without(this.#state[kind]) });
        void this.#pursue();
    }

    prefer(chosen: Chosen): void {
        this.#chosen = { ...chosen };
    }

    close(): void {
        this.#round += 1;
        this.#pursuit = undefined;
        this.#due.clear();
        this.#asked = [];
        for (const kind of kKinds) this.#release(kind);
        this.#update(kNothing);
    }

    /**
     * Muting keeps the microphone: sound must be back within a syllable. Turning the camera off lets go of it: its light
     * must go out.
     */
    #wish(kind: MediaKind, on: boolean): MediaSide {
        const { track } = this.#state[kind];
        if (on && track === null && !this.#asked.includes(kind)) this.#due.add(kind);
        if (kind === 'camera' && !on) {
            this.#release(kind);
            return { wanted: false, track: null };
        }
        if (track !== null) track.enabled = on;
        return { wanted: on, track };
    }

    #ask(wishes: Partial<LocalState>): Promise<void> {
        this.#update(this.#due.size === 0 ? wishes : { ...wishes, asking: true });
        return this.#pursue();
    }

    #pursue(): Promise<void> {
        this.#pursuit ??= this.#acquire(this.#round);
        return this.#pursuit;
    }

    async #acquire(round: number): Promise<void> {
        let together = true;
        for (;;) {
            // Wishes of one moment become one question.
            await Promise.resolve();
            if (round !== this.#round) return;
            this.#asked = this.#takeDue(together);
            const [first, second] = this.#asked;
            if (first === undefined) break;
            const answer = await this.#request(this.#asked);
            if (round !== this.#round) return stopAll(answer);
            const asked = this.#asked;
            this.#asked = [];
            if ('stream' in answer) this.#take(answer.stream, asked);
            else if (second === undefined) this.#fail(first, answer.problem);
            else {
                // One of the two spoils the other: ask for each alone.
                together = false;
                for (const kind of asked) this.#due.add(kind);
            }
        }
        this.#pursuit = undefined;
        if (this.#state.asking) this.#update({ asking: false });
    }

    /** A muted microphone is still there and may be exchanged; what is off and not there is nobody's wish any more. */
    #takeDue(together: boolean): readonly MediaKind[] {
        for (const kind of kKinds) {
            if (!this.#state[kind].wanted && this.#state[kind].track === null) this.#due.delete(kind);
        }
        const due = kKinds.filter((kind) => this.#due.has(kind)).slice(0, together ? 2 : 1);
        for (const kind of due) this.#due.delete(kind);
        return due;
    }

    async #request(kinds: readonly MediaKind[]): Promise<Answer> {
        if (this.#devices === undefined) return { problem: 'unsupported' };
        try {
            const stream = await this.#devices.getUserMedia({
                audio: kinds.includes('microphone') && this.#audioWish(),
                video: kinds.includes('camera') && this.#videoWish(),
            });
            return { stream };
        } catch (error) {
            return { problem: problemOf(error) };
        }
    }

    #audioWish(): MediaTrackConstraints {
        const id = this.#chosen.microphone;
        return {
            echoCancellation: true,
            noiseSuppression: true,
            autoGainControl: true,
            ...(id !== undefined && { deviceId: { ideal: id } }),
        };
    }

    #videoWish(): MediaTrackConstraints {
        // Two cores encode and decode 480 lines with ease, 720 not.
        const small = navigator.hardwareConcurrency <= 2;
        const id = this.#chosen.camera;
        return {
            width: { ideal: small ? 640 : 1280 },
            height: { ideal: small ? 480 : 720 },
            frameRate: { ideal: 30, max: 30 },
            facingMode: 'user',
            ...(id !== undefined && { deviceId: { ideal: id } }),
        };
    }

    #take(stream: MediaStream, asked: readonly MediaKind[]): void {
        for (const kind of asked) {
            const track = (kind === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks())[0];
            if (track === undefined) this.#fail(kind, 'missing');
            else this.#keep(kind, track);
        }
    }

    #keep(kind: MediaKind, track: MediaStreamTrack): void {
        const { wanted } = this.#state[kind];
        if (kind === 'camera' && !wanted) return track.stop();
        if (kind === 'camera') track.contentHint = 'motion';
        track.enabled = wanted;
        track.onended = () => {
            if (this.#state[kind].track === track) this.#fail(kind, 'missing');
        };
        this.#release(kind);
        return this.#update({ [kind]: { wanted, track } });
    }

    #fail(kind: MediaKind, problem: MediaProblem): void {
        this.#release(kind);
        this.#update({ [kind]: { wanted: this.#state[kind].wanted, track: null, problem } });
    }

    /** A device was plugged in: whatever is wanted and missing is tried again. */
    #reclaim(): void {
        for (const kind of kKinds) {
            const { wanted, problem } = this.#state[kind];
            const lost = wanted && (problem === 'missing' || problem === 'busy');
            if (lost && !this.#asked.includes(kind)) this.#due.add(kind);
        }
        void this.#pursue();
    }

    #release(kind: MediaKind): void {
        const track = this.#state[kind].track;
        if (track === null) return;
        track.onended = null;
        track.stop();
    }

    #update(part: Partial<LocalState>): void {
        this.#state = { ...this.#state, ...part };
        this.changed(this.#state);
    }
}

function without(side: MediaSide): MediaSide {
    return { wanted: side.wanted, track: side.track };
}

function stopAll(answer: Answer): void {
    if (!('stream' in answer)) return;
    for (const track of answer.stream.getTracks()) track.stop();
}

export const sends = (side: MediaSide): boolean => side.wanted && side.track !== null && side.track.enabled;

const kMediaPatienceMs = 1500;

/** How long a reloaded page waits for its camera before it offers the call without: the picture may follow. */
export function mediaPatience(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, kMediaPatienceMs));
}
