// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's end of the call: keeps a standing offer while waiting, applies the clerk's answer at once, and begins a
// new generation whenever the old connection cannot be continued. Nothing here knows the page.
import type { Answer } from '../connection/connection.js';
import type { Command, Message, Notice, Signal } from '../protocol/messages.js';
import { configurationFrom } from './configuration.js';
import { LineWatch } from './lineWatch.js';
import type { Line } from './lineWatch.js';
import { OutageClock } from './outage.js';
import type { Outage } from './outage.js';
import { Peer } from './peer.js';
import type { PeerEvents, PeerState, SlotTracks } from './peer.js';

export interface MediaFlags {
    readonly microphone: boolean;
    readonly camera: boolean;
    readonly screen: boolean;
    /** Its last picture stands. */
    readonly screen_paused?: boolean;
}

export interface Situation {
    /** Undefined: no ticket. */
    readonly state?: Message<'ticket.state'>['state'];
    readonly epoch: number;
    readonly rank?: number;
    readonly prepareRanks: number;
    readonly online: boolean;
    /** The clerk sends nothing, and nothing leaves here. */
    readonly onHold?: boolean;
    /** A card is held to the camera: letters count more than movement. */
    readonly reads?: boolean;
    /** The citizen has decided on camera and microphone (with, without, or neither). */
    readonly devicesDecided: boolean;
}

export type CallPhase = 'idle' | 'ready' | PeerState;
export interface CallView {
    readonly phase: CallPhase;
    readonly remote?: SlotTracks;
    readonly remoteMedia?: MediaFlags;
    readonly outage?: Outage;
    readonly line?: Line;
}

export interface CallWorld {
    command(command: Command): Promise<Answer>;
    notify(notice: Notice): boolean;
    createConnection(configuration: RTCConfiguration): RTCPeerConnection;
    nextGeneration(): number;
    setTimer(ms: number, action: () => void): () => void;
    changed(view: CallView): void;
    /** The line to the server may be as dead as that to the clerk. */
    suspectLine(): void;
}

const kGatherWaitingMs = 3000;
const kGatherCalledMs = 250;
const kInterruptedMs = 1500;
const kRecoveryMs = 8000;

/** Not with a clerk, and called any moment. */
const isAside = (state: Situation['state']): boolean => state === 'waiting' || state === 'parked';

export class CitizenCall {
    #situation: Situation = { epoch: 0, prepareRanks: 0, online: false, devicesDecided: false };
    #tracks: SlotTracks = { microphone: null, camera: null, screen: null };
    #media: MediaFlags = { microphone: false, camera: false, screen: false };
    #view: CallView = { phase: 'idle' };
    #peer: Peer | undefined;
    #offer: { readonly generation: number; readonly sdp: string } | undefined;
    #answeredEpoch = 0;
    /** Whose answer was dealt with: signals come in heaps, the first success counts. */
    #appliedTo: Peer | undefined;
    #building = false;
    #attempt = 0;
    #cancelRefresh: () => void = () => undefined;
    #cancelRecovery: () => void = () => undefined;
    #cancelRetry: () => void = () => undefined;

    readonly #watch: LineWatch;
    readonly #outage: OutageClock;

    constructor(private readonly world: CallWorld) {
        this.#watch = new LineWatch(world, {
            line: (line) => this.#lineTurned(line),
            doubt: () => world.suspectLine(),
            silent: () => void this.#restartIce(),
        });
        this.#outage = new OutageClock(world.setTimer, (outage) => this.#show({ ...this.#view, outage }));
    }

    get view(): CallView {
        return this.#view;
    }

    update(situation: Situation): void {
        const before = this.#situation;
        this.#situation = situation;
        if (situation.online && !before.online) this.#resendOffer();
        if (situation.onHold !== before.onHold) this.#watch.rest(situation.onHold === true);
        this.#watch.read(situation.reads === true);
        if (!this.#needed()) {
            if (situation.state !== 'held') this.#drop();
            return;
        }
        if (before.state === 'waiting' && situation.state !== 'waiting') this.#peer?.hurry();
        const stale = this.#peer?.answered === true && this.#answeredEpoch !== situation.epoch;
        // Out of the conversation, nobody sees or hears anything any more.
        if (isAside(situation.state) && this.#peer?.answered === true) this.#renew();
        else if (stale && situation.state === 'in_call') this.#renew();
        else if (this.#peer === undefined) void this.#build();
    }

    /** Of so many people is the conversation. */
    crowd(people: number): void {
        this.#watch.crowd(people);
    }

    setMedia(tracks: SlotTracks, media: MediaFlags): void {
        this.#tracks = tracks;
        for (const slot of ['microphone', 'camera', 'screen'] as const) this.#peer?.setTrack(slot, tracks[slot]);
        const changed = JSON.stringify(media) !== JSON.stringify(this.#media);
        this.#media = media;
        if (changed && this.#peer?.answered === true) this.#sendMedia();
    }

    receive(epoch: number, signal: Signal): void {
        if (epoch < this.#situation.epoch) return;
        if ('media' in signal) {
            this.#show({ ...this.#view, remoteMedia: signal.media });
        } else if ('restart' in signal) {
            if (this.#peer?.answered === true) this.#renew();
        } else {
            const peer = this.#peer;
            void peer?.receive(signal).then(() => {
                if (peer === this.#peer && peer.answered && this.#appliedTo !== peer) this.#answerApplied(peer, epoch);
            });
        }
    }

    /** The network changed: what was gathered may be worth nothing. */
    networkChanged(): void {
        if (this.#peer === undefined) return;
        if (this.#peer.answered) void this.#restartIce();
        else this.#renew();
    }

    close(): void {
        this.#situation = { ...this.#situation, devicesDecided: false };
        this.#drop();
    }

    #needed(): boolean {
        const { state, rank, prepareRanks, devicesDecided } = this.#situation;
        if (!devicesDecided || state === undefined) return false;
        if (state === 'waiting') return rank !== undefined && rank < prepareRanks;
        return state !== 'held' && state !== 'missed';
    }

    async #build(): Promise<void> {
        if (this.#building) return;
        this.#building = true;
        const attempt = ++this.#attempt;
        try {
            const answer = await this.world.command({ type: 'call.prepare' });
            if (attempt !== this.#attempt || !this.#needed()) return;
            if (!answer.ok || answer.message.type !== 'call.ice') return this.#tryLater();
            await this.#makeOffer(answer.message, attempt);
        } finally {
            if (attempt === this.#attempt) this.#building = false;
        }
    }

    async #makeOffer(ice: Message<'call.ice'>, attempt: number): Promise<void> {
        const connection = this.world.createConnection(configurationFrom(ice));
        const peer = new Peer({
            generation: this.world.nextGeneration(),
            polite: false,
            connection,
            events: this.#events(() => peer),
        });
        this.#peer = peer;
        this.#watch.follow(peer);
        const waiting = isAside(this.#situation.state);
        const sdp = await peer.offer(this.#tracks, waiting ? kGatherWaitingMs : kGatherCalledMs);
        if (attempt !== this.#attempt || this.#peer !== peer) return peer.close();
        this.#offer = { generation: peer.generation, sdp };
        this.#resendOffer();
        this.#show({ phase: waiting ? 'ready' : 'connecting' });
        this.#cancelRefresh();
        this.#cancelRefresh = this.world.setTimer(Math.max(30, ice.ttl_s * 0.8) * 1000, () => {
            if (this.#peer === peer && !peer.answered) this.#renew();
        });
    }

    #resendOffer(): void {
        if (this.#offer === undefined || this.#peer?.answered !== false) return;
        this.world.notify({ type: 'ticket.offer', ...this.#offer });
    }

    #tryLater(): void {
        this.#cancelRetry();
        this.#cancelRetry = this.world.setTimer(2000, () => {
            if (this.#needed() && this.#peer === undefined) void this.#build();
        });
    }

    #events(peer: () => Peer): PeerEvents {
        const current = (): boolean => this.#peer === peer();
        return {
            signal: (signal) => {
                if (current()) this.#send(signal);
            },
            state: (state) => {
                if (current()) this.#stateChanged(state);
            },
            tracks: (remote) => {
                if (current()) this.#show({ ...this.#view, phase: 'connecting', remote });
            },
            reborn: () => {
                if (current()) this.#renew();
            },
        };
    }

    #answerApplied(peer: Peer, epoch: number): void {
        this.#appliedTo = peer;
        this.#answeredEpoch = epoch;
        this.#cancelRefresh();
        this.#sendMedia();
        this.#watchForConnection();
    }

    /** A picture that the line leaves out is not there, though the camera is on. */
    #sendMedia(): void {
        const withheld = this.#watch.line.picture === 'none';
        this.#send({ media: { ...this.#media, camera: this.#media.camera && !withheld } });
    }

    #lineTurned(line: Line): void {
        const turned = (line.picture === 'none') !== (this.#view.line?.picture === 'none');
        this.#show({ ...this.#view, line });
        if (turned && this.#peer?.answered === true) this.#sendMedia();
    }

    #send(signal: Signal): void {
        const epoch = Math.max(this.#situation.epoch, this.#answeredEpoch);
        this.world.notify({ type: 'call.signal', epoch, signal });
    }

    #stateChanged(state: PeerState): void {
        this.#cancelRecovery();
        this.#show({ ...this.#view, phase: state });
        if (state === 'interrupted') {
            this.#cancelRecovery = this.world.setTimer(kInterruptedMs, () => void this.#restartIce());
        } else if (state === 'failed') void this.#restartIce();
    }

    async #restartIce(): Promise<void> {
        const peer = this.#peer;
        if (peer === undefined || this.#situation.state === 'held') return;
        this.#watchForConnection();
        this.world.suspectLine();
        const answer = await this.world.command({ type: 'call.prepare' });
        if (peer !== this.#peer) return;
        const fresh = answer.ok && answer.message.type === 'call.ice' ? configurationFrom(answer.message) : undefined;
        peer.restartIce(fresh);
    }

    /** A connection that does not come up in time is given up for a new generation. */
    #watchForConnection(): void {
        this.#cancelRecovery();
        const peer = this.#peer;
        this.#cancelRecovery = this.world.setTimer(kRecoveryMs, () => {
            if (this.#peer !== peer || this.#isSettled()) return;
            if (this.#situation.online) this.#renew();
            else this.#watchForConnection();
        });
    }

    /** Connected, and nothing left half negotiated by a word that was lost. */
    #isSettled(): boolean {
        return this.#view.phase === 'connected' && this.#peer?.connection.signalingState === 'stable';
    }

    #renew(): void {
        this.#forget();
        this.#show({ ...this.#view, phase: this.#situation.state === 'waiting' ? 'idle' : 'connecting' });
        if (this.#needed()) void this.#build();
    }

    #drop(): void {
        // Epochs count within one visit: the next begins anew.
        this.#answeredEpoch = 0;
        if (this.#peer === undefined && !this.#building && this.#view.phase === 'idle') return;
        const standing = this.#offer;
        if (standing !== undefined && this.#peer?.answered === false && this.#situation.state === 'waiting') {
            this.world.notify({ type: 'ticket.offer_withdraw', generation: standing.generation });
        }
        this.#forget();
        this.#show({ phase: 'idle' });
    }

    #forget(): void {
        this.#attempt += 1;
        this.#building = false;
        this.#cancelRefresh();
        this.#cancelRecovery();
        this.#cancelRetry();
        this.#watch.follow(undefined);
        this.#peer?.close();
        this.#peer = undefined;
        this.#offer = undefined;
    }

    #show(view: CallView): void {
        const { phase } = this.#view;
        this.#view = view;
        if (view.phase !== phase) this.#phaseTurned(view.phase);
        this.world.changed(this.#view);
    }

    #phaseTurned(phase: CallPhase): void {
        if (phase === 'idle' || phase === 'ready') return this.#outage.reset();
        this.#watch.told(phase);
        return this.#outage.told(phase);
    }
}
