// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a connection counts, as far as one can tell from it how the line is; and what happened between two looks.
interface Entry {
    readonly type: string;
    readonly state?: string;
    readonly nominated?: boolean;
    readonly packetsReceived?: number;
    readonly packetsLost?: number;
    readonly fractionLost?: number;
    readonly currentRoundTripTime?: number;
    readonly availableOutgoingBitrate?: number;
}

export interface Counters {
    readonly received: number;
    readonly lost: number;
    /** Of what we send: the share that the other side misses, in the worst of our slots. */
    readonly lostThere: number;
    readonly roundTripMs: number | undefined;
    /** Bits a second that the line is taken to carry from here; not every browser tells. */
    readonly room: number | undefined;
}

export interface Stretch {
    readonly received: number;
    /** Share of packets, the worse of the two directions. */
    readonly loss: number;
    readonly roundTripMs: number | undefined;
    readonly room: number | undefined;
}

export function countersOf(stats: Iterable<unknown>): Counters {
    let [received, lost, lostThere] = [0, 0, 0];
    let roundTripMs: number | undefined;
    let room: number | undefined;
    for (const entry of stats as Iterable<Entry>) {
        if (entry.type === 'inbound-rtp') {
            received += entry.packetsReceived ?? 0;
            lost += entry.packetsLost ?? 0;
        } else if (entry.type === 'remote-inbound-rtp') lostThere = Math.max(lostThere, entry.fractionLost ?? 0);
        else if (entry.type === 'candidate-pair' && entry.nominated === true && entry.state === 'succeeded') {
            if (entry.currentRoundTripTime !== undefined) roundTripMs = entry.currentRoundTripTime * 1000;
            room = entry.availableOutgoingBitrate ?? room;
        }
    }
    return { received, lost, lostThere, roundTripMs, room };
}

/** Counters begin anew with a new connection, and packets that come late count as less lost: never below nothing. */
export function between(before: Counters, now: Counters): Stretch {
    const received = Math.max(0, now.received - before.received);
    const lost = Math.max(0, now.lost - before.lost);
    const lostHere = received + lost === 0 ? 0 : lost / (received + lost);
    return { received, loss: Math.max(lostHere, now.lostThere), roundTripMs: now.roundTripMs, room: now.room };
}
