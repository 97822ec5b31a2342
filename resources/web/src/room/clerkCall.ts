// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of the call: told by the app what to do, answers the citizen's offers, reports what happens. Ready
// before the call: camera open, and the offer of whoever is next answered in all but words.
import type { ToApp, ToPage } from '../protocol/bridge.js';
import { configurationFrom } from './configuration.js';
import { LocalMedia, problemOf, sends } from './localMedia.js';
import type { LocalState, MediaKind, MediaProblem } from './localMedia.js';
import { Peer } from './peer.js';
import type { PeerState, SlotTracks } from './peer.js';

type Start = Extract<ToPage, { type: 'call.start' }>;
type Expect = Extract<ToPage, { type: 'call.expect' }>;
type SetMedia = Extract<ToPage, { type: 'media.set' }>;
type Configure = Extract<ToPage, { type: 'configure' }>;
type Flags = { readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean };

/** What the clerk sees; the page draws it. */
export interface ClerkView {
    readonly lang: 'de' | 'en';
    readonly call?: { readonly number: string; readonly name: string };
    readonly line: 'idle' | PeerState;
    readonly remote?: SlotTracks;
    /** Undefined until the other side has told. */
    readonly remoteMedia?: Flags;
    readonly camera: MediaStreamTrack | null;
    readonly screen: MediaStreamTrack | null;
    readonly speaker: string;
}

export interface ClerkWorld {
    report(message: ToApp): void;
    changed(view: ClerkView): void;
    createConnection(configuration: RTCConfiguration): RTCPeerConnection;
    captureScreen(): Promise<MediaStream>;
    setTimer(ms: number, action: () => void): () => void;
    now(): number;
}

const kHopelessMs = 6000;

export class ClerkCall {
    readonly #media: LocalMedia;
    #view: ClerkView = {
        lang: 'de',
        line: 'idle',
        camera: null,
        screen: null,
        speaker: '',
    };
    #configuration = configurationFrom({ servers: [], policy: 'all' });
    #spare: RTCPeerConnection | undefined;
    #warm = false;
    /** Whoever is next, and our connection to them that waits for the clerk's click. */
    #expected: { readonly of: Expect; readonly peer: Peer } | undefined;
    #call: Start | undefined;
    #peer: Peer | undefined;
    #startedAt = 0;
    #reportedMedia = '';
    /** What the clerk turned off stays off, also across calls; all else is open again before the next one. */
    #wants = { microphone: true, camera: true };
    #reportedProblems: { [K in MediaKind]?: MediaProblem } = {};
    #chosen: Record<string, string> = {};
    #cancelHopeless: () => void = () => undefined;

    constructor(private readonly world: ClerkWorld) {
        this.#media = new LocalMedia((state) => this.#mediaChanged(state));
    }

    obey(command: ToPage): void {
        switch (command.type) {
            case 'configure':
                return this.#configure(command);
            case 'warm':
                return this.#setWarm(command.on);
            case 'call.expect':
                return this.#expect(command);
            case 'call.start':
                return this.#start(command);
            case 'call.offer':
                if (command.epoch === this.#call?.epoch) this.#answer(command.generation, command.sdp);
                return undefined;
            case 'call.signal':
                if (command.epoch === this.#call?.epoch) this.#receive(command.signal);
                return undefined;
            case 'call.end':
                return this.#end();
            case 'media.set':
                return this.#setMedia(command);
            case 'devices.choose':
                return this.#choose(command.kind, command.id);
            case 'share.start':
                return void this.#startShare();
            case 'share.stop':
                return this.#stopShare();
            default:
                return command satisfies never;
        }
    }

    /** The first decoded picture of the citizen is on the screen. */
    firstFrame(): void {
        if (this.#call === undefined) return;
        this.world.report({ type: 'call.first_frame', ms: Math.round(this.world.now() - this.#startedAt) });
    }

    /** The device lists as the browser has them now. */
    reportDevices(devices: readonly MediaDeviceInfo[]): void {
        const of = (kind: MediaDeviceKind): { id: string; label: string }[] =>
            devices
                .filter((device) => device.kind === kind && device.deviceId !== '')
                .slice(0, 64)
                .map((device) => ({ id: device.deviceId.slice(0, 256), label: device.label.slice(0, 200) }));
        this.world.report({
            type: 'devices.changed',
            cameras: of('videoinput'),
            microphones: of('audioinput'),
            speakers: of('audiooutput'),
            chosen: { ...this.#chosen },
        });
    }

    #configure(command: Configure): void {
        this.#configuration = configurationFrom(command.ice);
        this.#makeSpare();
        if (this.#expected !== undefined) this.#expect(this.#expected.of);
        const { camera, microphone, speaker } = command.devices;
        this.#chosen = { ...command.devices };
        this.#media.prefer({ ...(camera !== undefined && { camera }), ...(microphone !== undefined && { microphone }) });
        this.#show({ lang: command.lang, speaker: speaker ?? '' });
    }

    #makeSpare(): void {
        this.#spare?.close();
        this.#spare = this.#warm ? this.world.createConnection(this.#configuration) : undefined;
    }

    #setWarm(on: boolean): void {
        this.#warm = on;
        this.#makeSpare();
        if (!on) this.#forgetExpected();
        if (on) void this.#media.open(this.#wants);
        else if (this.#call === undefined) this.#media.close();
    }

    /** A wish is always answered, also where all is as it was: the app's button must not stand for what is not so. */
    #setMedia({ microphone, camera }: SetMedia): void {
        this.#wants = { microphone: microphone ?? this.#wants.microphone, camera: camera ?? this.#wants.camera };
        this.#reportedMedia = '';
        if (microphone !== undefined) delete this.#reportedProblems.microphone;
        if (camera !== undefined) delete this.#reportedProblems.camera;
        // Cold and without a call nothing is opened: the wish holds for the next one.
        if (!this.#warm && this.#call === undefined) return;
        if (microphone !== undefined) this.#media.setMicrophone(microphone);
        if (camera !== undefined) this.#media.setCamera(camera);
    }

    #start(command: Start): void {
        this.#closePeer();
        this.#call = command;
        this.#startedAt = this.world.now();
        // The answer first: the face waits for it, the words beside it do not.
        if (command.offer !== undefined) this.#answer(command.offer.generation, command.offer.sdp);
        this.#show({
            call: { number: command.number, name: command.name ?? '' },
            line: 'connecting',
        });
        if (!this.#warm) void this.#media.open(this.#wants);
        this.world.report({ type: 'call.connection', state: 'connecting' });
    }

    #expect(of: Expect): void {
        this.#forgetExpected();
        if (!this.#warm || this.#call !== undefined) return;
        const peer = this.#makePeer(of.generation);
        this.#expected = { of, peer };
        peer.prepare(of.sdp, this.#tracks()).then(
            (sdp) => {
                const { ticket, generation } = of;
                if (sdp !== undefined) this.world.report({ type: 'call.prepared', ticket, generation, sdp });
            },
            () => {
                if (this.#expected?.peer === peer) this.#forgetExpected();
            },
        );
    }

    #forgetExpected(): void {
        this.#expected?.peer.close();
        this.#expected = undefined;
    }

    /** The connection that was prepared for just this offer, if there is one. */
    #takeExpected(generation: number): Peer | undefined {
        const expected = this.#expected;
        if (expected?.of.ticket !== this.#call?.ticket || expected?.of.generation !== generation) return undefined;
        this.#expected = undefined;
        return expected.peer;
    }

    #answer(generation: number, sdp: string): void {
        if (this.#peer !== undefined && generation <= this.#peer.generation) return;
        this.#closePeer();
        const prepared = this.#takeExpected(generation);
        this.#forgetExpected();
        const peer = prepared ?? this.#makePeer(generation);
        this.#peer = peer;
        const answered = prepared === undefined ? peer.answer(sdp, this.#tracks()) : peer.begin();
        answered.then(
            () => {
                if (this.#peer === peer) this.#signal({ media: this.#flags() });
            },
            () => {
                if (this.#peer === peer) this.#lineChanged('failed');
            },
        );
    }

    #makePeer(generation: number): Peer {
        const connection = this.#spare ?? this.world.createConnection(this.#configuration);
        this.#spare = undefined;
        const current = (): boolean => this.#peer === peer;
        const peer: Peer = new Peer({
            generation,
            polite: true,
            connection,
            events: {
                signal: (signal) => {
                    if (current()) this.#signal(signal);
                },
                state: (state) => {
                    if (current()) this.#lineChanged(state);
                },
                tracks: (remote) => {
                    if (current()) this.#show({ remote });
                },
                reborn: () => undefined,
            },
        });
        return peer;
    }

    #receive(signal: Extract<ToPage, { type: 'call.signal' }>['signal']): void {
        if ('media' in signal) {
            this.#show({ remoteMedia: signal.media });
            this.world.report({ type: 'peer.media', ...signal.media });
        } else if (!('restart' in signal)) void this.#peer?.receive(signal);
    }

    #lineChanged(state: PeerState): void {
        this.#show({ line: state });
        this.world.report({ type: 'call.connection', state });
        this.#cancelHopeless();
        if (state !== 'failed') return;
        // The credentials of the call's start may have run out.
        this.#peer?.restartIce(this.#configuration);
        this.#cancelHopeless = this.world.setTimer(kHopelessMs, () => {
            if (this.#view.line === 'failed') this.#signal({ restart: {} });
        });
    }

    #end(): void {
        this.#stopShare();
        this.#call = undefined;
        this.#closePeer();
        this.#makeSpare();
        if (!this.#warm) this.#media.close();
        const { call: _call, ...rest } = this.#view;
        this.#view = rest;
        this.#show({ line: 'idle' });
    }

    #closePeer(): void {
        this.#cancelHopeless();
        this.#peer?.close();
        this.#peer = undefined;
        const { remote: _remote, remoteMedia: _remoteMedia, ...rest } = this.#view;
        this.#view = rest;
    }

    #mediaChanged(state: LocalState): void {
        const tracks = this.#tracks();
        for (const slot of ['microphone', 'camera'] as const) {
            this.#peer?.setTrack(slot, tracks[slot]);
            this.#expected?.peer.setTrack(slot, tracks[slot]);
        }
        this.#show({ camera: state.camera.track });
        if (state.asking) return;
        for (const device of ['microphone', 'camera'] as const) this.#reportProblem(device, state[device].problem);
        this.#reportFlags();
    }

    #reportProblem(device: MediaKind, kind: MediaProblem | undefined): void {
        if (this.#reportedProblems[device] === kind) return;
        if (kind === undefined) delete this.#reportedProblems[device];
        else {
            this.#reportedProblems[device] = kind;
            this.world.report({ type: 'media.problem', kind, device });
        }
    }

    #reportFlags(): void {
        const flags = this.#flags();
        const text = `${flags.microphone} ${flags.camera} ${flags.screen}`;
        if (text === this.#reportedMedia) return;
        this.#reportedMedia = text;
        this.world.report({ type: 'media.changed', ...flags });
        if (this.#peer?.answered === true) this.#signal({ media: flags });
    }

    #choose(kind: MediaKind | 'speaker', id: string): void {
        this.#chosen = { ...this.#chosen, [kind]: id };
        if (kind === 'speaker') this.#show({ speaker: id });
        else this.#media.choose(kind, id);
    }

    async #startShare(): Promise<void> {
        if (this.#call === undefined) return this.world.report({ type: 'share.ended' });
        try {
            const call = this.#call;
            const stream = await this.world.captureScreen();
            const track = stream.getVideoTracks()[0];
            if (track === undefined || call !== this.#call) {
                for (const unused of stream.getTracks()) unused.stop();
                return this.world.report({ type: 'share.ended' });
            }
            this.#stopTrack();
            // Letters must stay sharp; a screen has few movements.
            track.contentHint = 'detail';
            track.onended = () => this.#stopShare();
            this.#show({ screen: track });
            this.#peer?.setTrack('screen', track);
            this.#reportFlags();
        } catch (problem) {
            this.world.report({ type: 'media.problem', kind: problemOf(problem), device: 'screen' });
            this.world.report({ type: 'share.ended' });
        }
        return undefined;
    }

    #stopShare(): void {
        if (this.#view.screen === null) return;
        this.#stopTrack();
        this.#show({ screen: null });
        this.#peer?.setTrack('screen', null);
        this.#reportFlags();
        this.world.report({ type: 'share.ended' });
    }

    #stopTrack(): void {
        const track = this.#view.screen;
        if (track === null) return;
        track.onended = null;
        track.stop();
    }

    #tracks(): SlotTracks {
        const { microphone, camera } = this.#media.state;
        return { microphone: microphone.track, camera: camera.track, screen: this.#view.screen };
    }

    #flags(): Flags {
        const { microphone, camera } = this.#media.state;
        return { microphone: sends(microphone), camera: sends(camera), screen: this.#view.screen !== null };
    }

    #signal(signal: Extract<ToApp, { type: 'call.signal' }>['signal']): void {
        if (this.#call !== undefined) this.world.report({ type: 'call.signal', epoch: this.#call.epoch, signal });
    }

    #show(part: Partial<ClerkView>): void {
        this.#view = { ...this.#view, ...part };
        this.world.changed(this.#view);
    }
}
