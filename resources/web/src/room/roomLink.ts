// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// One line of a room of several: between us and one other person. Of two people one always offers and gives way to
// nobody, the other answers; a line that cannot be continued is built anew by who offers.
import type { Signal } from '../protocol/messages.js';
import { LineWatch } from './lineWatch.js';
import { kSlots, Peer } from './peer.js';
import type { MediaFlags } from './citizenCall.js';
import type { PeerState, SlotFlags, SlotTracks } from './peer.js';

export interface LinkWorld {
    /** A connection with credentials that hold; undefined: not now. */
    connect(): Promise<RTCPeerConnection | undefined>;
    signal(signal: Signal): void;
    nextGeneration(): number;
    setTimer(ms: number, action: () => void): () => void;
    changed(): void;
}

export interface Outgoing {
    readonly tracks: SlotTracks;
    readonly media: MediaFlags;
}
/** What each of the two may send to the other. */
export interface Allowed {
    readonly mine: SlotFlags;
    readonly theirs: SlotFlags;
}

const kGatherMs = 1000;
const kAgainMs = 2000;
const kInterruptedMs = { offers: 1500, answers: 2500 };
const kRecoveryMs = { offers: 8000, answers: 11_000 };
const kNoTracks: SlotTracks = { microphone: null, camera: null, screen: null };
const kNothing: SlotFlags = { microphone: false, camera: false, screen: false };

const isLess = (before: SlotFlags, now: SlotFlags): boolean => kSlots.some((slot) => now[slot] && !before[slot]);

export class RoomLink {
    phase: PeerState = 'connecting';
    remote: SlotTracks | undefined;
    /** What the other side says to send; undefined until it has. */
    media: MediaFlags | undefined;
    #peer: Peer | undefined;
    #outgoing: Outgoing = { tracks: kNoTracks, media: kNothing };
    #allowed: Allowed = { mine: kNothing, theirs: kNothing };
    #attempt = 0;
    #told = '';
    #cancel: () => void = () => undefined;
    readonly #watch: LineWatch;
    readonly #role: 'offers' | 'answers';

    constructor(
        private readonly world: LinkWorld,
        offers: boolean,
    ) {
        this.#role = offers ? 'offers' : 'answers';
        this.#watch = new LineWatch(world, {
            line: () => this.#tellMedia(),
            doubt: () => undefined,
            silent: () => this.#restart(),
        });
        if (offers) void this.#offer();
        else this.#renew();
    }

    set(outgoing: Outgoing, allowed: Allowed): void {
        const before = this.#allowed;
        this.#outgoing = outgoing;
        this.#allowed = allowed;
        const peer = this.#peer;
        if (peer === undefined) return;
        const tracks = this.#tracks();
        for (const slot of kSlots) peer.setTrack(slot, tracks[slot]);
        peer.hear(allowed.theirs);
        this.#rest();
        const relaxed = isLess(before.mine, allowed.mine) || isLess(before.theirs, allowed.theirs);
        if (relaxed && this.#role === 'offers') peer.renegotiate();
        this.#tellMedia();
    }

    crowd(people: number): void {
        this.#watch.crowd(people);
    }

    receive(signal: Signal): void {
        if ('media' in signal) {
            this.media = signal.media;
            this.world.changed();
        } else if ('restart' in signal) {
            if (this.#role === 'offers' && this.#peer?.answered === true) void this.#offer();
        } else if ('description' in signal && this.#role === 'answers' && signal.generation > (this.#peer?.generation ?? -1)) {
            if (signal.description.type === 'offer') void this.#answer(signal.generation, signal.description.sdp);
        } else {
            const peer = this.#peer;
            const answeredBefore = peer?.answered;
            void peer?.receive(signal).then(() => {
                if (peer === this.#peer && peer.answered && answeredBefore === false) this.#established();
            });
        }
    }

    networkChanged(): void {
        if (this.#peer?.answered === true) this.#restart();
    }

    close(): void {
        this.#attempt += 1;
        this.#cancel();
        this.#watch.follow(undefined);
        this.#peer?.close();
        this.#peer = undefined;
        this.remote = undefined;
        this.media = undefined;
        this.#told = '';
    }

    async #offer(): Promise<void> {
        const made = await this.#begin(this.world.nextGeneration());
        if (made === undefined) return;
        const sdp = await made.peer.offer(this.#tracks(), kGatherMs);
        if (made.attempt !== this.#attempt) return;
        this.world.signal({ description: { type: 'offer', sdp }, generation: made.peer.generation });
    }

    async #answer(generation: number, sdp: string): Promise<void> {
        const made = await this.#begin(generation);
        if (made === undefined) return;
        await made.peer.answer(sdp, this.#tracks()).catch(() => undefined);
        if (made.attempt === this.#attempt) this.#established();
    }

    async #begin(generation: number): Promise<{ readonly peer: Peer; readonly attempt: number } | undefined> {
        this.close();
        this.#show('connecting');
        const attempt = ++this.#attempt;
        this.#watchForConnection();
        const connection = await this.world.connect();
        if (attempt !== this.#attempt) {
            connection?.close();
            return undefined;
        }
        if (connection === undefined) {
            this.#later(kAgainMs, () => this.#renew());
            return undefined;
        }
        const peer = this.#makePeer(generation, connection);
        this.#peer = peer;
        peer.hear(this.#allowed.theirs);
        this.#watch.follow(peer);
        this.#rest();
        return { peer, attempt };
    }

    #makePeer(generation: number, connection: RTCPeerConnection): Peer {
        const current = (): boolean => this.#peer === peer;
        const peer: Peer = new Peer({
            generation,
            polite: this.#role === 'answers',
            connection,
            events: {
                signal: (signal) => {
                    if (current()) this.world.signal(signal);
                },
                state: (state) => {
                    if (current()) this.#stateChanged(state);
                },
                tracks: (remote) => {
                    if (!current()) return;
                    this.remote = remote;
                    this.world.changed();
                },
                reborn: () => {
                    if (current()) void this.#offer();
                },
            },
        });
        return peer;
    }

    #established(): void {
        this.#told = '';
        this.#tellMedia();
        this.#watchForConnection();
    }

    #stateChanged(state: PeerState): void {
        this.#cancel();
        this.#watch.told(state);
        this.#show(state);
        if (state === 'interrupted') this.#later(kInterruptedMs[this.#role], () => this.#restart());
        else if (state === 'failed') this.#restart();
    }

    #restart(): void {
        this.#watchForConnection();
        this.#peer?.restartIce();
    }

    /** A line that does not come up in time is given up for a new one. */
    #watchForConnection(): void {
        this.#later(kRecoveryMs[this.#role], () => {
            if (this.phase !== 'connected' || this.#peer?.connection.signalingState !== 'stable') this.#renew();
        });
    }

    /** Who offers and was answered before, by a page that is no more, begins anew; else it has an offer under way. */
    #renew(): void {
        if (this.#role === 'offers') return void this.#offer();
        this.world.signal({ restart: {} });
        return this.#watchForConnection();
    }

    #later(ms: number, action: () => void): void {
        this.#cancel();
        this.#cancel = this.world.setTimer(ms, action);
    }

    /** Nothing is to come from whoever may send nothing. */
    #rest(): void {
        this.#watch.rest(!this.#allowed.theirs.microphone && !this.#allowed.theirs.camera);
    }

    #tracks(): SlotTracks {
        const { tracks } = this.#outgoing;
        const { mine } = this.#allowed;
        return {
            microphone: mine.microphone ? tracks.microphone : null,
            camera: mine.camera ? tracks.camera : null,
            screen: mine.screen ? tracks.screen : null,
        };
    }

    /** A picture that the line leaves out is not there, though the camera is on. */
    #tellMedia(): void {
        if (this.#peer?.answered !== true) return;
        const { media } = this.#outgoing;
        const { mine } = this.#allowed;
        const said = {
            microphone: media.microphone && mine.microphone,
            camera: media.camera && mine.camera && this.#watch.line.picture !== 'none',
            screen: media.screen && mine.screen,
            ...(media.screen_paused === true && mine.screen && { screen_paused: true }),
        };
        const text = JSON.stringify(said);
        if (text === this.#told) return;
        this.#told = text;
        this.world.signal({ media: said });
    }

    #show(phase: PeerState): void {
        this.phase = phase;
        this.world.changed();
    }
}
