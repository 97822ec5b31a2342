// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of the call: told by the app what to do, answers the citizen's offers, reports what happens. Ready
// before the call: camera open, and the offer of whoever is next answered in all but words.
import type { CallCommand, ToApp, ToPage } from '../protocol/bridge.js';
import { Backdrop } from '../background/backdrop.js';
import { ClerkLine } from './clerkLine.js';
import { ClerkRoom } from './clerkRoom.js';
import { ClerkShare } from './clerkShare.js';
import { type ClerkView, type Flags, forCitizen, kFirstView } from './clerkView.js';
import type { ClerkWorld } from './clerkWorld.js';
import type { CallControl } from '../protocol/messages.js';
import { isRelaxed, kUncontrolled, visitorMaySend } from '../state/control.js';
import { configurationFrom } from './configuration.js';
import { DeviceReports } from './deviceReports.js';
import { Ear } from './ear.js';
import { LocalMedia, type LocalState, problemOf, sends } from './localMedia.js';
import { kSlots, Peer, type PeerState, type SlotTracks } from './peer.js';
import { Speaker, type SpeakerState } from './speaker.js';

type Expect = Extract<ToPage, { type: 'call.expect' }>;

export class ClerkCall {
    readonly #media: LocalMedia;
    readonly #speaker: Speaker;
    readonly ear: Ear;
    readonly #share: ClerkShare;
    readonly #reports: DeviceReports;
    readonly #backdrop: Backdrop;
    readonly #line: ClerkLine;
    readonly #room: ClerkRoom;
    #view = kFirstView;
    #configuration = configurationFrom({ servers: [], policy: 'all' });
    #spare: RTCPeerConnection | undefined;
    #warm = false;
    /** Whoever is next, and our connection to them that waits for the clerk's click. */
    #expected: { readonly of: Expect; readonly peer: Peer } | undefined;
    #call: { readonly ticket?: string; readonly epoch: number } | undefined;
    #peer: Peer | undefined;
    #startedAt = 0;
    #reportedMedia = '';
    #local: LocalState | undefined;
    /** What the clerk turned off stays off, also across calls; all else is open again before the next one. */
    #wants = { microphone: true, camera: true };

    constructor(private readonly world: ClerkWorld) {
        this.#reports = new DeviceReports((message) => world.report(message));
        this.#share = new ClerkShare(world, () => this.#shareChanged());
        this.ear = new Ear(world, (unheard) => this.#show({ unheard }));
        this.#backdrop = new Backdrop({
            paint: (...what) => world.paintBackground(...what),
            changed: () => this.#showCamera(),
            report: (background, reason) => world.report({ type: 'background.changed', background, reason }),
        });
        this.#media = new LocalMedia((state) => this.#mediaChanged(state));
        this.#local = this.#media.state;
        this.#speaker = new Speaker((state) => this.#speakerChanged(state));
        this.#line = new ClerkLine({
            setTimer: world.setTimer,
            report: (message) => world.report(message),
            outage: (outage) => this.#show({ outage }),
            pictureTurned: () => this.#tellMedia(),
            // The credentials of the call's start may have run out.
            restart: (peer) => peer.restartIce(this.#configuration),
            askForNew: () => this.#signal({ restart: {} }),
        });
        this.#room = new ClerkRoom(world, () => this.#configuration, this.#line, (people) => this.#peopleChanged(people));
    }

    networkChanged(): void {
        this.#room.mesh.networkChanged();
        this.#line.networkChanged();
    }

    obey(command: CallCommand): void {
        if (this.#room.obey(command)) return undefined;
        switch (command.type) {
            case 'configure':
                return this.#configure(command);
            case 'warm':
                return this.#setWarm(command.on);
            case 'call.expect':
                return this.#expect(command);
            case 'call.start':
                return this.#start(command);
            case 'call.join':
                return this.#join(command);
            case 'call.offer':
                if (command.epoch === this.#call?.epoch) this.#answer(command.generation, command.sdp);
                return undefined;
            case 'call.signal':
                if (command.epoch === this.#call?.epoch) this.#receive(command.signal);
                return undefined;
            case 'call.control':
                return this.#control(command.control);
            case 'call.end':
                return this.#end();
            case 'media.set':
                return this.#setMedia(command);
            case 'devices.choose':
                return command.kind === 'speaker' ? this.#speaker.choose(command.id) : this.#media.choose(command.kind, command.id);
            case 'speaker.test':
                return this.#testSpeaker();
            case 'background.choose':
                return this.#backdrop.choose(command.background);
            case 'share.start':
                return this.#call === undefined ? this.world.report({ type: 'share.ended' }) : void this.#share.start();
            case 'share.pause':
                return this.#share.pause(command.paused);
            case 'share.stop':
                return this.#share.stop();
            default:
                return command satisfies never;
        }
    }

    /** The first decoded picture of the citizen is on the screen. */
    firstFrame(): void {
        if (this.#call === undefined) return;
        this.world.report({ type: 'call.first_frame', ms: Math.round(this.world.now() - this.#startedAt) });
    }

    #configure(command: Extract<ToPage, { type: 'configure' }>): void {
        this.#configuration = configurationFrom(command.ice);
        this.#makeSpare();
        if (this.#expected !== undefined) this.#expect(this.#expected.of);
        const { camera, microphone, speaker } = command.devices;
        this.#media.prefer({ ...(camera !== undefined && { camera }), ...(microphone !== undefined && { microphone }) });
        this.#speaker.choose(speaker ?? '');
        this.#show({ lang: command.lang });
        void this.#media.look();
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
    #setMedia({ microphone, camera }: Extract<ToPage, { type: 'media.set' }>): void {
        this.#wants = { microphone: microphone ?? this.#wants.microphone, camera: camera ?? this.#wants.camera };
        this.#reportedMedia = '';
        if (microphone !== undefined) this.#reports.forget('microphone');
        if (camera !== undefined) this.#reports.forget('camera');
        // Cold and without a call nothing is opened: the wish holds for the next one.
        if (!this.#warm && this.#call === undefined) return;
        if (microphone !== undefined) this.#media.setMicrophone(microphone);
        if (camera !== undefined) this.#media.setCamera(camera);
    }

    #start(command: Extract<ToPage, { type: 'call.start' }>): void {
        this.#closePeer();
        this.#line.begin();
        this.#call = command;
        this.#room.begin(command.epoch);
        this.#startedAt = this.world.now();
        // The answer first: the face waits for it, the words beside it do not.
        if (command.offer !== undefined) this.#answer(command.offer.generation, command.offer.sdp);
        this.#show({ call: { number: command.number, name: command.name ?? '' }, line: 'connecting' });
        if (!this.#warm) void this.#media.open(this.#wants);
        this.#listen();
    }

    /** Somebody else's conversation: there is no line but those of the room. */
    #join({ epoch, peer, number }: Extract<ToPage, { type: 'call.join' }>): void {
        this.#closePeer();
        this.#call = { epoch };
        this.#room.begin(epoch, peer);
        this.#show({ call: { number, name: '', joined: true } });
        if (!this.#warm) void this.#media.open(this.#wants);
        this.#listen();
    }

    #peopleChanged(people: ClerkView['people']): void {
        const { consults } = this.#room.mesh;
        const turned = consults !== this.#view.consults;
        this.#show({ people, consults });
        if (!turned) return;
        this.#putTracks();
        this.#tellMedia();
        // What the two agreed on meanwhile leaves the sound out.
        if (!consults) this.#peer?.renegotiate();
    }

    /** On hold nothing leaves either. What was forbidden was cut out of all that the two have agreed on meanwhile. */
    #control(control: CallControl): void {
        const before = this.#view.control;
        this.#show({ control });
        const may = visitorMaySend(control);
        this.#peer?.hear(may);
        this.#line.rest(!may.microphone && !may.camera);
        this.#putTracks();
        if (isRelaxed(before, control)) this.#peer?.renegotiate();
    }

    #putTracks(): void {
        const tracks = this.#tracks();
        this.#room.mesh.setMedia({ tracks: this.#ownTracks(), media: this.#flags() });
        for (const peer of [this.#peer, this.#expected?.peer]) for (const slot of kSlots) peer?.setTrack(slot, tracks[slot]);
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
        this.#line.follow(peer);
        peer.hear(visitorMaySend(this.#view.control));
        const answered = prepared === undefined ? peer.answer(sdp, this.#tracks()) : peer.begin();
        answered.then(
            () => {
                if (this.#peer === peer) this.#tellMedia();
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
        this.#line.told(state);
    }

    #end(): void {
        this.#share.stop();
        this.#room.end();
        this.#call = undefined;
        this.#closePeer();
        this.#line.end();
        this.#makeSpare();
        if (!this.#warm) this.#media.close();
        this.#listen();
        const { call: _call, ...rest } = this.#view;
        this.#view = rest;
        this.#show({ line: 'idle', control: kUncontrolled });
        this.#line.rest(false);
    }

    #closePeer(): void {
        this.#line.follow(undefined);
        this.#peer?.close();
        this.#peer = undefined;
        const { remote: _remote, remoteMedia: _remoteMedia, ...rest } = this.#view;
        this.#view = rest;
    }

    #showCamera(): void {
        this.#putTracks();
        this.#show({ camera: this.#backdrop.track });
    }

    #mediaChanged(state: LocalState): void {
        this.#backdrop.follow(state.camera.track);
        this.#showCamera();
        this.#listen();
        this.#speaker.look(state.devices.speaker);
        this.#reports.tell(state, this.#speaker.state);
        // What is plugged in says nothing of what is on.
        const before = this.#local;
        this.#local = state;
        const isSame = before?.microphone === state.microphone && before.camera === state.camera && before.asking === state.asking;
        if (!state.asking && !isSame) this.#reportFlags();
    }

    #speakerChanged(speaker: SpeakerState): void {
        this.#show({ speaker: speaker.id });
        this.#reports.tell(this.#media.state, speaker);
    }

    /** In a call alone: for nobody else has the clerk anything to say. */
    #listen(): void {
        const { microphone } = this.#media.state;
        this.ear.follow(this.#call === undefined ? null : microphone.track, sends(microphone));
        this.#backdrop.setActive(this.#call !== undefined);
    }

    #testSpeaker(): void {
        this.world.testSpeaker(this.#speaker.state.id).catch((problem: unknown) => {
            if (!this.#speaker.refuse()) this.world.report({ type: 'media.problem', kind: problemOf(problem), device: 'speaker' });
        });
    }

    #reportFlags(): void {
        const flags = this.#flags();
        const text = JSON.stringify(flags);
        if (text === this.#reportedMedia) return;
        this.#reportedMedia = text;
        this.#putTracks();
        this.world.report({ type: 'media.changed', ...flags });
        this.#tellMedia();
    }

    /** A picture that the line leaves out is not there, though the camera is on. */
    #tellMedia(): void {
        const flags = this.#flags();
        const media = { ...flags, microphone: flags.microphone && !this.#view.consults, camera: flags.camera && !this.#line.pictureWithheld };
        if (this.#peer?.answered === true) this.#signal({ media });
    }

    #shareChanged(): void {
        this.#show({ screen: this.#share.track, screenPaused: this.#share.paused });
        this.#putTracks();
        this.#reportFlags();
    }

    #tracks(): SlotTracks {
        return forCitizen(this.#ownTracks(), this.#view);
    }

    #ownTracks(): SlotTracks {
        return { microphone: this.#media.state.microphone.track, camera: this.#backdrop.track, screen: this.#share.track };
    }

    #flags(): Flags {
        const { microphone, camera } = this.#media.state;
        return { microphone: sends(microphone), camera: sends(camera), screen: this.#share.shown, ...(this.#share.paused && { screen_paused: true }) };
    }

    #signal(signal: Extract<ToApp, { type: 'call.signal' }>['signal']): void {
        if (this.#call !== undefined) this.world.report({ type: 'call.signal', epoch: this.#call.epoch, signal });
    }

    #show(part: Partial<ClerkView>): void {
        this.#view = { ...this.#view, ...part };
        this.world.changed(this.#view);
    }
}
