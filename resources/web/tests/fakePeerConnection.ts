// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A peer connection without a network: keeps the signalling states of the standard and refuses what they forbid.
import assert from 'node:assert/strict';
import './fakeMedia.js';

interface Encoding {
    active?: boolean;
    maxBitrate?: number;
    scaleResolutionDownBy?: number;
    priority?: string;
}
interface FakeSender {
    track: unknown;
    readonly parameters: { readonly encodings: readonly Encoding[]; degradationPreference?: string };
    replaceTrack(track: unknown): Promise<void>;
    setStreams(): void;
    getParameters(): unknown;
    setParameters(parameters: FakeSender['parameters']): Promise<void>;
}
interface FakeTransceiver {
    readonly kind: string;
    direction: string;
    readonly sender: FakeSender;
    readonly receiver: { readonly track: { readonly id: string; kind: string; enabled: boolean } };
}

type Description = { readonly type: 'offer' | 'answer'; readonly sdp: string };

export class FakePeerConnection {
    static made: FakePeerConnection[] = [];
    signalingState = 'stable';
    connectionState = 'new';
    iceGatheringState = 'complete';
    localDescription: Description | null = null;
    remoteDescription: Description | null = null;
    onicecandidate: ((event: { candidate: unknown }) => void) | null = null;
    onconnectionstatechange: (() => void) | null = null;
    onnegotiationneeded: (() => void) | null = null;
    readonly candidates: string[] = [];
    readonly transceivers: FakeTransceiver[] = [];
    restarts = 0;
    closed = false;
    #count = 0;

    constructor(public configuration: RTCConfiguration) {
        FakePeerConnection.made.push(this);
    }

    addTransceiver(kind: string, init: { direction: string }): FakeTransceiver {
        let asked: unknown;
        const sender = {
            track: null as unknown,
            parameters: { encodings: [{ active: true }] as readonly Encoding[] },
            replaceTrack: (track: unknown): Promise<void> => {
                sender.track = track;
                return Promise.resolve();
            },
            setStreams: () => undefined,
            getParameters: () => (asked = structuredClone(sender.parameters)),
            setParameters: (parameters: FakeSender['parameters']): Promise<void> => {
                assert.equal(parameters, asked, 'browsers take what they gave, once');
                asked = undefined;
                sender.parameters = parameters;
                return Promise.resolve();
            },
        };
        const track = { id: `remote-${this.transceivers.length}`, kind, enabled: true };
        let direction = init.direction;
        const negotiate = (): void => {
            if (this.signalingState === 'stable') this.onnegotiationneeded?.();
        };
        const transceiver: FakeTransceiver = {
            kind,
            sender,
            receiver: { track },
            get direction() {
                return direction;
            },
            set direction(wanted) {
                if (wanted === direction) return;
                direction = wanted;
                negotiate();
            },
        };
        this.transceivers.push(transceiver);
        return transceiver;
    }
    getTransceivers(): FakeTransceiver[] {
        return this.transceivers;
    }
    createOffer(): Promise<Description> {
        return Promise.resolve({ type: 'offer', sdp: `offer ${++this.#count}` });
    }
    createAnswer(): Promise<Description> {
        assert.equal(this.signalingState, 'have-remote-offer');
        return Promise.resolve({ type: 'answer', sdp: `answer ${++this.#count}` });
    }
    setLocalDescription(description: Description): Promise<void> {
        const wanted = description.type === 'offer' ? 'stable' : 'have-remote-offer';
        assert.equal(this.signalingState, wanted, `a local ${description.type} in ${this.signalingState}`);
        this.signalingState = description.type === 'offer' ? 'have-local-offer' : 'stable';
        this.localDescription = description;
        return Promise.resolve();
    }
    setRemoteDescription(description: Description): Promise<void> {
        // An offer rolls one's own back, as browsers do.
        const fits = description.type === 'offer' || this.signalingState === 'have-local-offer';
        assert.ok(fits, `a remote ${description.type} in ${this.signalingState}`);
        this.signalingState = description.type === 'offer' ? 'have-remote-offer' : 'stable';
        this.remoteDescription = description;
        if (description.type === 'offer' && this.transceivers.length === 0) {
            for (const kind of ['audio', 'video', 'video']) this.addTransceiver(kind, { direction: 'recvonly' });
        }
        return Promise.resolve();
    }
    /** What the next look at the counters shows. */
    stats: readonly object[] = [];
    getStats(): Promise<ReadonlyMap<string, object>> {
        assert.ok(!this.closed, 'nobody looks at a closed connection');
        return Promise.resolve(new Map(this.stats.map((entry, i) => [String(i), entry])));
    }
    addIceCandidate(candidate: { candidate: string }): Promise<void> {
        assert.ok(this.remoteDescription !== null, 'no candidate before the description');
        this.candidates.push(candidate.candidate);
        return Promise.resolve();
    }
    setConfiguration(configuration: RTCConfiguration): void {
        assert.equal(configuration.bundlePolicy, this.configuration.bundlePolicy, 'browsers keep the bundling');
        this.configuration = configuration;
    }
    restartIce(): void {
        this.restarts += 1;
        this.onnegotiationneeded?.();
    }
    close(): void {
        this.closed = true;
    }
    addEventListener(): void {
        assert.equal(this.iceGatheringState, 'gathering', 'gathering is complete: nobody needs to wait');
    }
    removeEventListener(): void {
        assert.equal(this.iceGatheringState, 'gathering');
    }

    find(candidate: string): void {
        this.onicecandidate?.({ candidate: { candidate, sdpMid: '0', sdpMLineIndex: 0 } });
    }
    become(state: string): void {
        this.connectionState = state;
        this.onconnectionstatechange?.();
    }
}

export const asReal = (fake: FakePeerConnection): RTCPeerConnection => fake as unknown as RTCPeerConnection;
