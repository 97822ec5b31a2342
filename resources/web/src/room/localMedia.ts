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

export class LocalMedia {
    #state: LocalState = kNothing;
    #chosen: Chosen = {};
    #round = 0;
    readonly #devices: MediaDevices | undefined = navigator.mediaDevices as MediaDevices | undefined;

    constructor(private readonly changed: (state: LocalState) => void) {
        this.#devices?.addEventListener('devicechange', () => void this.#reclaim());
    }

    get state(): LocalState {
        return this.#state;
    }

    /** Turns devices on; asks for permission where needed. Resolves when it is known what there is. */
    async open(asked: Asked): Promise<void> {
        const round = ++this.#round;
        this.#update({
            asking: true,
            microphone: { ...without(this.#state.microphone), wanted: asked.microphone },
            camera: { ...without(this.#state.camera), wanted: asked.camera },
        });
        const need = {
            microphone: asked.microphone && this.#state.microphone.track === null,
            camera: asked.camera && this.#state.camera.track === null,
        };
        await this.#acquire(need, round);
        if (round === this.#round) this.#update({ asking: false });
    }

    /** Muting keeps the microphone: sound must be back within a syllable. */
    async setMicrophone(on: boolean): Promise<void> {
        if (on && this.#state.microphone.track === null) {
            await this.open({ microphone: true, camera: this.#state.camera.wanted });
            return;
        }
        if (this.#state.microphone.track !== null) this.#state.microphone.track.enabled = on;
        this.#update({ microphone: { ...this.#state.microphone, wanted: on } });
    }

    /** Turning the camera off lets go of it: its light must go out. */
    async setCamera(on: boolean): Promise<void> {
        if (on) {
            await this.open({ microphone: this.#state.microphone.wanted, camera: true });
            return;
        }
        this.#release('camera');
        this.#update({ camera: { wanted: false, track: null } });
    }

    async choose(kind: MediaKind, id: string): Promise<void> {
        this.#chosen[kind] = id;
        if (this.#state[kind].track === null) return;
        const enabled = this.#state[kind].track?.enabled ?? true;
        this.#release(kind);
        this.#update({ [kind]: { wanted: this.#state[kind].wanted, track: null } });
        await this.#acquire({ microphone: kind === 'microphone', camera: kind === 'camera' }, ++this.#round);
        const track = this.#state[kind].track;
        if (track !== null) track.enabled = enabled;
    }

    prefer(chosen: Chosen): void {
        this.#chosen = { ...chosen };
    }

    close(): void {
        this.#round += 1;
        this.#release('microphone');
        this.#release('camera');
        this.#update(kNothing);
    }

    async #acquire(need: Asked, round: number): Promise<void> {
        if (!need.microphone && !need.camera) return;
        const together = await this.#ask(need);
        if (round !== this.#round) return stopAll(together.stream);
        if (together.stream !== undefined) return this.#take(together.stream, need);
        if (!need.microphone || !need.camera) {
            return this.#fail(need.microphone ? 'microphone' : 'camera', together.problem);
        }
        // One of the two spoils the other: ask for each alone.
        for (const kind of ['microphone', 'camera'] as const) {
            const alone = { microphone: kind === 'microphone', camera: kind === 'camera' };
            const result = await this.#ask(alone);
            if (round !== this.#round) return stopAll(result.stream);
            if (result.stream !== undefined) this.#take(result.stream, alone);
            else this.#fail(kind, result.problem);
        }
    }

    async #ask(need: Asked): Promise<{ stream?: MediaStream; problem: MediaProblem }> {
        if (this.#devices === undefined) return { problem: 'unsupported' };
        try {
            const stream = await this.#devices.getUserMedia({
                audio: need.microphone && this.#audioWish(),
                video: need.camera && this.#videoWish(),
            });
            return { stream, problem: 'unsupported' };
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

    #take(stream: MediaStream, need: Asked): void {
        for (const kind of ['microphone', 'camera'] as const) {
            if (!need[kind]) continue;
            const track = (kind === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks())[0];
            if (track === undefined) this.#fail(kind, 'missing');
            else this.#keep(kind, track);
        }
    }

    #keep(kind: MediaKind, track: MediaStreamTrack): void {
        if (kind === 'camera') track.contentHint = 'motion';
        track.onended = () => {
            if (this.#state[kind].track === track) this.#fail(kind, 'missing');
        };
        this.#update({ [kind]: { wanted: true, track } });
    }

    #fail(kind: MediaKind, problem: MediaProblem): void {
        this.#update({ [kind]: { wanted: this.#state[kind].wanted, track: null, problem } });
    }

    /** A device was plugged in: whatever is wanted and missing is tried again. */
    async #reclaim(): Promise<void> {
        if (this.#state.asking) return;
        const lost = (side: MediaSide): boolean => side.wanted && (side.problem === 'missing' || side.problem === 'busy');
        const need = { microphone: lost(this.#state.microphone), camera: lost(this.#state.camera) };
        await this.#acquire(need, this.#round);
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

function stopAll(stream: MediaStream | undefined): void {
    for (const track of stream?.getTracks() ?? []) track.stop();
}

export const sends = (side: MediaSide): boolean => side.wanted && side.track !== null && side.track.enabled;
