// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Our own microphone and camera: asked for together, lived with apart. Each may be off, missing, denied or busy, and the
// other goes on. One that is unplugged is followed by the next.
import { pictureWish, soundWish } from './constraints.js';
import { DeviceWatch, findDevice, kDeviceNameChars, kNoDevices } from './devices.js';
import type { Device, DeviceList, DeviceSwitch } from './devices.js';

export type MediaKind = 'microphone' | 'camera';
export type MediaProblem = 'denied' | 'missing' | 'busy' | 'unsupported';

export interface MediaSide {
    readonly wanted: boolean;
    readonly track: MediaStreamTrack | null;
    readonly problem?: MediaProblem;
    /** Stands until the next choice, or until it was read. */
    readonly switched?: DeviceSwitch;
}
export interface LocalState {
    readonly microphone: MediaSide;
    readonly camera: MediaSide;
    readonly asking: boolean;
    /** What can be chosen. */
    readonly devices: DeviceList;
    /** The ids of what is on or would be turned on; empty: the browser chooses. */
    readonly inUse: { readonly [K in MediaKind]: string };
}

const kNothing: LocalState = {
    microphone: { wanted: false, track: null },
    camera: { wanted: false, track: null },
    asking: false,
    devices: kNoDevices,
    inUse: { microphone: '', camera: '' },
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

const deviceOf = (track: MediaStreamTrack): string | undefined => track.getSettings().deviceId;
const nameOf = (track: MediaStreamTrack): string => track.label.slice(0, kDeviceNameChars);

/** What is to be said of the device that comes next. */
interface Turn {
    readonly reason: DeviceSwitch['reason'];
    readonly other: string;
}

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
    readonly #turns = new Map<MediaKind, Turn>();
    /** Where the camera before had to be let go, so that the chosen one can open: what to return to. */
    readonly #yielded = new Map<MediaKind, string | undefined>();
    /** Opened a second time already, because the first time the browser gave another device than the chosen one. */
    readonly #corrected = new Set<MediaKind>();
    readonly #devices: MediaDevices | undefined = navigator.mediaDevices as MediaDevices | undefined;
    readonly #watch = new DeviceWatch(this.#devices, (before, plugged) => this.#looked(before, plugged));

    constructor(private readonly changed: (state: LocalState) => void) {}

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

    /** By id or name. The device before serves until the new one is there. */
    choose(kind: MediaKind, wanted: string): void {
        this.#chosen[kind] = wanted;
        this.#turns.delete(kind);
        this.#yielded.delete(kind);
        this.#corrected.delete(kind);
        this.#due.add(kind);
        this.#update({ [kind]: without(this.#state[kind]) });
        void this.#pursue();
    }

    /** What is to be opened, next time. */
    prefer(chosen: Chosen): void {
        this.#chosen = { ...chosen };
    }

    /** That another device is in use was read. */
    acknowledge(kind: MediaKind): void {
        const { switched: _read, ...side } = this.#state[kind];
        this.#update({ [kind]: side });
    }

    /** Says what there is to choose among, as far as the browser tells. */
    look(): Promise<void> {
        return this.#watch.look();
    }

    close(): void {
        this.#round += 1;
        this.#pursuit = undefined;
        this.#due.clear();
        this.#asked = [];
        for (const kind of kKinds) this.#release(kind);
        this.#turns.clear();
        this.#yielded.clear();
        this.#corrected.clear();
        this.#update({ ...kNothing, devices: this.#watch.list });
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
            if ('stream' in answer) await this.#learn(this.#asked);
            if (round !== this.#round) return stopAll(answer);
            const asked = this.#asked;
            this.#asked = [];
            if ('stream' in answer) this.#take(answer.stream, asked);
            else if (second === undefined) this.#refused(first, answer.problem);
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

    /** With the permission the browser tells ids and names; who has chosen nothing need not wait for them. */
    #learn(asked: readonly MediaKind[]): Promise<void> {
        const looking = this.#watch.look();
        const unsure = asked.some((kind) => this.#chosen[kind] !== undefined && this.#found(kind) === undefined);
        return unsure ? looking : Promise.resolve();
    }

    #found(kind: MediaKind): Device | undefined {
        return findDevice(this.#watch.list[kind], this.#chosen[kind]);
    }

    async #request(kinds: readonly MediaKind[]): Promise<Answer> {
        if (this.#devices === undefined) return { problem: 'unsupported' };
        // What has just been unplugged must not be asked for by its id.
        if (kinds.some((kind) => this.#turns.get(kind)?.reason === 'lost')) await this.#watch.look();
        try {
            const stream = await this.#devices.getUserMedia({
                audio: kinds.includes('microphone') && soundWish(this.#deviceWish('microphone')),
                video: kinds.includes('camera') && pictureWish(this.#deviceWish('camera')),
            });
            return { stream };
        } catch (error) {
            return { problem: problemOf(error) };
        }
    }

    /** Exactly, where it is there: as a mere wish it would lose against a camera with the better picture. */
    #deviceWish(kind: MediaKind): ConstrainDOMStringParameters | undefined {
        const wanted = this.#chosen[kind];
        if (wanted === undefined || wanted === '') return undefined;
        const found = this.#found(kind);
        if (found !== undefined) return { exact: found.id };
        return this.#watch.list[kind].length === 0 ? { ideal: wanted } : undefined;
    }

    #take(stream: MediaStream, asked: readonly MediaKind[]): void {
        for (const kind of asked) {
            const track = (kind === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks())[0];
            if (track === undefined) this.#fail(kind, 'missing');
            else if (this.#isAnother(kind, track)) this.#correct(kind, track);
            else this.#keep(kind, track);
        }
    }

    #isAnother(kind: MediaKind, track: MediaStreamTrack): boolean {
        const found = this.#found(kind);
        return found !== undefined && deviceOf(track) !== found.id && !this.#corrected.has(kind);
    }

    /** The chosen device is known now, and nobody has seen or heard the other one. */
    #correct(kind: MediaKind, track: MediaStreamTrack): void {
        track.stop();
        this.#corrected.add(kind);
        this.#due.add(kind);
    }

    #keep(kind: MediaKind, track: MediaStreamTrack): void {
        const { wanted } = this.#state[kind];
        if (kind === 'camera' && !wanted) return track.stop();
        if (kind === 'camera') track.contentHint = 'motion';
        track.enabled = wanted;
        track.onended = () => {
            if (this.#state[kind].track === track) this.#lose(kind, track);
        };
        this.#release(kind);
        const turn = this.#turns.get(kind);
        this.#turns.delete(kind);
        this.#yielded.delete(kind);
        const switched = turn !== undefined && turn.other !== nameOf(track) ? { ...turn, now: nameOf(track) } : undefined;
        return this.#update({ [kind]: { wanted, track, ...(switched && { switched }) } });
    }

    /** The device is gone: the next one takes its place, in the very same slots of the call. */
    #lose(kind: MediaKind, track: MediaStreamTrack): void {
        const { wanted } = this.#state[kind];
        this.#release(kind);
        this.#turns.set(kind, { reason: 'lost', other: nameOf(track) });
        this.#due.add(kind);
        this.#update({ [kind]: { wanted, track: null } });
        void this.#pursue();
    }

    /** A device that was chosen and cannot be used leaves the call as it was. */
    #refused(kind: MediaKind, problem: MediaProblem): void {
        const { track } = this.#state[kind];
        const chosen = this.#chosen[kind];
        if (track !== null && kind === 'camera' && problem === 'busy' && !this.#yielded.has(kind)) {
            // Phones open one camera at a time.
            this.#yielded.set(kind, deviceOf(track));
            this.#release(kind);
            this.#update({ [kind]: { wanted: this.#state[kind].wanted, track: null } });
            this.#due.add(kind);
        } else if (chosen === undefined || problem === 'denied' || problem === 'unsupported') this.#fail(kind, problem);
        else this.#fallBack(kind, findDevice(this.#watch.list[kind], chosen)?.label ?? '');
    }

    #fallBack(kind: MediaKind, other: string): void {
        const { wanted, track } = this.#state[kind];
        const before = track === null ? this.#yielded.get(kind) : deviceOf(track);
        if (before === undefined) delete this.#chosen[kind];
        else this.#chosen[kind] = before;
        this.#yielded.delete(kind);
        if (track !== null) {
            this.#update({ [kind]: { wanted, track, switched: { reason: 'refused', other, now: nameOf(track) } } });
            return;
        }
        if (!this.#turns.has(kind)) this.#turns.set(kind, { reason: 'refused', other });
        this.#due.add(kind);
    }

    #fail(kind: MediaKind, problem: MediaProblem): void {
        this.#release(kind);
        this.#turns.delete(kind);
        this.#yielded.delete(kind);
        this.#update({ [kind]: { wanted: this.#state[kind].wanted, track: null, problem } });
    }

    #looked(before: DeviceList, plugged: boolean): void {
        this.#update({ devices: this.#watch.list });
        if (!plugged) return;
        for (const kind of kKinds) this.#compare(kind, before[kind], this.#watch.list[kind]);
        void this.#pursue();
    }

    #compare(kind: MediaKind, before: readonly Device[], now: readonly Device[]): void {
        const { wanted, track, problem } = this.#state[kind];
        if (this.#asked.includes(kind)) return;
        if (track === null) {
            if (wanted && (problem === 'missing' || problem === 'busy')) this.#due.add(kind);
            return;
        }
        const used = deviceOf(track);
        const isUsed = ({ id }: Device): boolean => id === used;
        const chosen = this.#found(kind);
        const isChosen = ({ id }: Device): boolean => id === chosen?.id;
        // Not every browser ends the track of what was pulled out.
        if (before.some(isUsed) && !now.some(isUsed)) this.#lose(kind, track);
        else if (chosen !== undefined && chosen.id !== used && before.length > 0 && !before.some(isChosen)) {
            this.#turns.set(kind, { reason: 'back', other: nameOf(track) });
            this.#due.add(kind);
        }
    }

    #release(kind: MediaKind): void {
        const track = this.#state[kind].track;
        if (track === null) return;
        track.onended = null;
        track.stop();
    }

    #update(part: Partial<LocalState>): void {
        const state = { ...this.#state, ...part };
        const inUse = (kind: MediaKind): string => {
            const { track } = state[kind];
            return (track === null ? this.#found(kind)?.id : deviceOf(track)) ?? '';
        };
        this.#state = { ...state, inUse: { microphone: inUse('microphone'), camera: inUse('camera') } };
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
