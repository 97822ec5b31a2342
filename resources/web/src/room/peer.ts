// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// One connection to the other side: three fixed slots (microphone, camera, screen), perfect negotiation, trickled
// candidates. A new generation is a new Peer; within one, turning a camera on only puts a track into its slot. The first
// screen and an ICE restart are negotiated.
import type { Signal } from '../protocol/messages.js';
import { offerFewCodecs, withoutStrays } from './codecs.js';
import { quickStart } from './quickStart.js';
import { withoutCandidates } from './withoutCandidates.js';

export const kSlots = ['microphone', 'camera', 'screen'] as const;
export type Slot = (typeof kSlots)[number];
export type SlotFlags = { readonly [S in Slot]: boolean };
export type SlotTracks = { readonly [S in Slot]: MediaStreamTrack | null };
export type PeerState = 'connecting' | 'connected' | 'interrupted' | 'failed';

export interface PeerEvents {
    signal(signal: Signal): void;
    state(state: PeerState): void;
    /** The other side's tracks; there once the descriptions are exchanged, silent until something is sent. */
    tracks(tracks: SlotTracks): void;
    /** The other side answers anew though it had answered: it lost its end. */
    reborn(): void;
}

export interface PeerSettings {
    readonly generation: number;
    readonly polite: boolean;
    readonly connection: RTCPeerConnection;
    readonly events: PeerEvents;
}

const kGatherPreparedMs = 3000;

type DescriptionSignal = Extract<Signal, { readonly description: unknown }>;
type CandidateSignal = Extract<Signal, { readonly candidate: unknown }>;

export class Peer {
    readonly generation: number;
    readonly connection: RTCPeerConnection;
    readonly #polite: boolean;
    readonly #events: PeerEvents;
    /** Binds our sound and picture together, so that the other side plays them in step. */
    readonly #stream = new MediaStream();
    #transceivers: readonly RTCRtpTransceiver[] = [];
    #tracks: SlotTracks = { microphone: null, camera: null, screen: null };
    #heard: SlotFlags = { microphone: true, camera: true, screen: true };
    #established = false;
    #closed = false;
    /** Something is to be negotiated once the two agree again. */
    #unsettled = false;
    /** What was forbidden is offered anew, and not agreed on yet. */
    #renewing = false;
    #makingOffer = false;
    #ignoredOffer = false;
    #heldCandidates: CandidateSignal[] | undefined;
    #earlyCandidates: CandidateSignal[] = [];
    #enough: () => void = () => undefined;
    #prepared: Promise<unknown> = Promise.resolve();
    #given = false;
    #keptBack: readonly RTCIceCandidateInit[] = [];
    #work: Promise<void> = Promise.resolve();

    constructor(settings: PeerSettings) {
        this.generation = settings.generation;
        this.connection = settings.connection;
        this.#polite = settings.polite;
        this.#events = settings.events;
        this.connection.onicecandidate = (event) => this.#candidateFound(event.candidate);
        this.connection.onconnectionstatechange = () => this.#reportState();
        this.connection.onnegotiationneeded = () => void this.#negotiate();
    }

    get answered(): boolean {
        return this.#established;
    }

    sender(slot: Slot): RTCRtpSender | undefined {
        return this.#transceivers[kSlots.indexOf(slot)]?.sender;
    }

    sends(slot: Slot): boolean {
        return this.#tracks[slot] !== null;
    }

    /** The complete offer, or as much as was gathered when the time is over; what comes later waits for release(). */
    async offer(tracks: SlotTracks, gatherMs: number): Promise<string> {
        this.#heldCandidates = [];
        this.#tracks = tracks;
        const connection = this.connection;
        this.#transceivers = kSlots.map((slot) => {
            const kind = slot === 'microphone' ? 'audio' : 'video';
            const direction = this.#directionOf(slot);
            const transceiver = connection.addTransceiver(kind, { direction, streams: [this.#stream] });
            offerFewCodecs(transceiver, kind);
            return transceiver;
        });
        await Promise.all(kSlots.map((slot) => this.#put(slot)));
        await connection.setLocalDescription(await connection.createOffer());
        await gathered(connection, gatherMs, (enough) => (this.#enough = enough));
        this.#heldCandidates = [];
        return withoutStrays(connection.localDescription?.sdp ?? '');
    }

    /** The offer is waited for by now: what is gathered must do, the rest follows. */
    hurry(): void {
        this.#enough();
    }

    /** Candidates found after the offer was handed over, and all later ones, go to the other side from now on. */
    release(): void {
        const held = this.#heldCandidates ?? [];
        this.#heldCandidates = undefined;
        for (const candidate of held) this.#events.signal(candidate);
    }

    async answer(sdp: string, tracks: SlotTracks): Promise<void> {
        // The other side works it in while ours still does; candidates follow by themselves.
        const { put } = await this.#settleAnswer(sdp, tracks, (answer) => this.#sendDescription(answer));
        this.#becomeEstablished();
        await put;
        await this.#addEarlyCandidates();
    }

    /**
     * All of an answer but saying it, until begin(): the other side hears nothing of us, and where it can be reached is
     * kept back from our own side, so that nothing is sent there either. What comes is the whole answer, for whoever
     * says it faster than begin() can; undefined where begin() has said it.
     */
    async prepare(sdp: string, tracks: SlotTracks): Promise<string | undefined> {
        const { description, candidates } = withoutCandidates(sdp);
        this.#heldCandidates = [];
        this.#keptBack = candidates;
        this.#prepared = this.#settleAnswer(description, tracks, () => undefined);
        await this.#prepared;
        await gathered(this.connection, kGatherPreparedMs, (enough) => (this.#enough = enough));
        return this.#giveAnswer();
    }

    /** The call is there: the answer is said, if it was not given away before, and the other side reached. */
    async begin(): Promise<void> {
        await this.#prepared;
        if (this.#closed) return;
        if (this.#giveAnswer() !== undefined) this.#sendDescription(this.connection.localDescription);
        this.#enough();
        this.release();
        this.#becomeEstablished();
        await Promise.all(this.#keptBack.map((candidate) => this.connection.addIceCandidate(candidate)));
        await this.#addEarlyCandidates();
    }

    /** Once: with all candidates that are found by now. */
    #giveAnswer(): string | undefined {
        if (this.#given || this.#closed) return undefined;
        this.#given = true;
        this.#heldCandidates = [];
        return withoutStrays(this.connection.localDescription?.sdp ?? '');
    }

    setTrack(slot: Slot, track: MediaStreamTrack | null): void {
        this.#tracks = { ...this.#tracks, [slot]: track };
        void this.#put(slot);
    }

    /** What of the other side is heard and seen: all else is silent and black here, whatever comes. */
    hear(slots: SlotFlags): void {
        this.#heard = slots;
        for (const [i, slot] of kSlots.entries()) {
            const track = this.#transceivers[i]?.receiver.track;
            if (track !== undefined) track.enabled = slots[slot];
        }
    }

    /** What was cut out of descriptions on their way may pass again. */
    renegotiate(): void {
        this.#renewing = true;
        void this.#negotiate();
    }

    /** One signal after the other: descriptions and candidates must not overtake each other. */
    receive(signal: Signal): Promise<void> {
        this.#work = this.#work.then(() => this.#receive(signal)).catch(() => undefined);
        return this.#work;
    }

    restartIce(configuration?: RTCConfiguration): void {
        if (this.#closed || !this.#established) return;
        if (configuration !== undefined) this.connection.setConfiguration(configuration);
        this.connection.restartIce();
    }

    close(): void {
        this.#closed = true;
        this.connection.onicecandidate = null;
        this.connection.onconnectionstatechange = null;
        this.connection.onnegotiationneeded = null;
        this.connection.close();
    }

    /** What is returned is the tracks finding their way into their slots: nobody has to wait for that. */
    async #settleAnswer(
        sdp: string,
        tracks: SlotTracks,
        made: (answer: RTCSessionDescriptionInit) => void,
    ): Promise<{ readonly put: Promise<unknown> }> {
        this.#tracks = tracks;
        const connection = this.connection;
        await connection.setRemoteDescription({ type: 'offer', sdp: quickStart(sdp) });
        this.#transceivers = connection.getTransceivers().slice(0, kSlots.length);
        for (const [i, transceiver] of this.#transceivers.entries()) {
            transceiver.direction = this.#directionOf(kSlots[i]);
            // Firefox before 113 has no setStreams; there sound and picture go without the bond.
            if ('setStreams' in transceiver.sender) transceiver.sender.setStreams(this.#stream);
        }
        const put = Promise.all(kSlots.map((slot) => this.#put(slot)));
        const answer = await connection.createAnswer();
        made(answer);
        await connection.setLocalDescription(answer);
        return { put };
    }

    async #put(slot: Slot): Promise<void> {
        const transceiver = this.#transceivers[kSlots.indexOf(slot)];
        const track = this.#tracks[slot];
        if (transceiver === undefined || transceiver.sender.track === track || this.#closed) return;
        await transceiver.sender.replaceTrack(track).catch(() => undefined);
        if (track !== null && !this.#closed) transceiver.direction = 'sendrecv';
    }

    /**
     * Few calls have a screen. One that could be sent costs both sides an encoder before the first picture, and the
     * camera half of what the line is taken to carry.
     */
    #directionOf(slot: Slot | undefined): RTCRtpTransceiverDirection {
        return slot === 'screen' && this.#tracks.screen === null ? 'recvonly' : 'sendrecv';
    }

    async #receive(signal: Signal): Promise<void> {
        if (this.#closed) return;
        if ('description' in signal && signal.generation === this.generation) await this.#describe(signal);
        if ('candidate' in signal && signal.generation === this.generation) await this.#addCandidate(signal);
    }

    async #describe({ description }: DescriptionSignal): Promise<void> {
        const connection = this.connection;
        if (description.type === 'rollback') return;
        if (description.type === 'answer') {
            if (connection.signalingState === 'have-local-offer') {
                await connection.setRemoteDescription({ type: 'answer', sdp: quickStart(description.sdp) });
                this.#becomeEstablished();
                this.release();
                await this.#addEarlyCandidates();
                this.#renewing = this.#unsettled;
                this.#settle();
            } else if (this.#established) this.#events.reborn();
            return;
        }
        const collision = this.#makingOffer || connection.signalingState !== 'stable';
        this.#ignoredOffer = !this.#polite && collision;
        if (this.#ignoredOffer) return;
        // Giving way takes our own offer back; what it was for may have been cut out of theirs.
        this.#unsettled ||= this.#renewing;
        await connection.setRemoteDescription({ type: 'offer', sdp: quickStart(description.sdp) });
        await connection.setLocalDescription(await connection.createAnswer());
        this.#sendDescription(connection.localDescription);
        this.#settle();
    }

    async #addCandidate(signal: CandidateSignal): Promise<void> {
        if (this.connection.remoteDescription === null) {
            this.#earlyCandidates.push(signal);
            return;
        }
        const { candidate, sdp_mid: sdpMid, sdp_m_line_index: sdpMLineIndex } = signal.candidate;
        const init = { candidate, sdpMLineIndex, ...(sdpMid !== undefined && { sdpMid }) };
        try {
            await this.connection.addIceCandidate(init);
        } catch (problem) {
            // Candidates of an offer that we ignored belong to nothing; a bad one must not stop the others.
            if (!this.#ignoredOffer) console.warn('sprechtag: candidate refused', (problem as Error).name);
        }
    }

    async #addEarlyCandidates(): Promise<void> {
        const early = this.#earlyCandidates;
        this.#earlyCandidates = [];
        for (const signal of early) await this.#addCandidate(signal);
    }

    async #negotiate(): Promise<void> {
        if (!this.#established || this.#closed) return;
        if (this.connection.signalingState !== 'stable') {
            this.#unsettled = true;
            return;
        }
        try {
            this.#makingOffer = true;
            const offer = await this.connection.createOffer();
            // An offer of the other side came in between; when it is dealt with, it is our turn.
            this.#unsettled = this.connection.signalingState !== 'stable';
            if (this.#unsettled) return;
            await this.connection.setLocalDescription(offer);
            this.#sendDescription(this.connection.localDescription);
        } catch (problem) {
            console.warn('sprechtag: negotiation failed', (problem as Error).name);
        } finally {
            this.#makingOffer = false;
        }
    }

    #settle(): void {
        if (!this.#unsettled) return;
        this.#unsettled = false;
        void this.#negotiate();
    }

    #sendDescription(description: RTCSessionDescriptionInit | null): void {
        if (description === null || (description.type !== 'offer' && description.type !== 'answer')) return;
        const { type, sdp = '' } = description;
        this.#events.signal({ description: { type, sdp: withoutStrays(sdp) }, generation: this.generation });
    }

    #candidateFound(found: RTCIceCandidate | null): void {
        if (found === null || found.candidate === '') return;
        const signal: CandidateSignal = {
            candidate: {
                candidate: found.candidate,
                ...(found.sdpMid !== null && { sdp_mid: found.sdpMid }),
                sdp_m_line_index: found.sdpMLineIndex ?? 0,
            },
            generation: this.generation,
        };
        if (this.#heldCandidates !== undefined) this.#heldCandidates.push(signal);
        else this.#events.signal(signal);
    }

    #becomeEstablished(): void {
        this.hear(this.#heard);
        // The tracks are those of the beginning, and a line that stands is not built anew by another agreement.
        if (this.#established) return;
        this.#established = true;
        const [microphone, camera, screen] = kSlots.map((slot, i) => this.#received(slot, i));
        this.#events.tracks({ microphone: microphone ?? null, camera: camera ?? null, screen: screen ?? null });
    }

    /** Sound in the place of a picture is no slot of ours. */
    #received(slot: Slot, i: number): MediaStreamTrack | null {
        const track = this.#transceivers[i]?.receiver.track;
        return track?.kind === (slot === 'microphone' ? 'audio' : 'video') ? track : null;
    }

    #reportState(): void {
        switch (this.connection.connectionState) {
            case 'connected':
                return this.#events.state('connected');
            case 'disconnected':
                return this.#events.state('interrupted');
            case 'failed':
                return this.#events.state('failed');
            default:
                return undefined;
        }
    }
}

function gathered(connection: RTCPeerConnection, capMs: number, begun: (enough: () => void) => void): Promise<void> {
    if (connection.iceGatheringState === 'complete') return Promise.resolve();
    return new Promise((resolve) => {
        const finish = (): void => {
            clearTimeout(timer);
            connection.removeEventListener('icegatheringstatechange', look);
            resolve();
        };
        const look = (): void => {
            if (connection.iceGatheringState === 'complete') finish();
        };
        const timer = setTimeout(finish, capMs);
        connection.addEventListener('icegatheringstatechange', look);
        begun(finish);
    });
}
