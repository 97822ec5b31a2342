// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a connection counts, as far as one can tell from it how the line is; and what happened between two looks.
interface Entry {
    readonly id?: string;
    readonly type: string;
    readonly state?: string;
    readonly nominated?: boolean;
    /** Firefox says it of the pair, the others name the pair of the transport. */
    readonly selected?: boolean;
    readonly selectedCandidatePairId?: string;
    readonly packetsReceived?: number;
    readonly packetsLost?: number;
    readonly fractionLost?: number;
    readonly currentRoundTripTime?: number;
    readonly responsesReceived?: number;
    readonly availableOutgoingBitrate?: number;
}

/** The newest answer to a question whether the other side is there. */
export interface Answer {
    /** The way that it came; another way is another line. */
    readonly pair: string;
    /** Tells one answer from the next. */
    readonly count: number;
    readonly ms: number;
}

export interface Counters {
    readonly received: number;
    readonly lost: number;
    /** Of what we send: the share that the other side misses, in the worst of our slots. */
    readonly lostThere: number;
    readonly answer: Answer | undefined;
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

/** Of the pairs that could be used, the one that is. */
function pairInUse(entries: readonly Entry[]): Entry | undefined {
    const named = entries.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
    const pairs = entries.filter(({ type }) => type === 'candidate-pair');
    return pairs.find(({ id }) => id !== undefined && id === named) ?? pairs.find(({ selected }) => selected === true)
        ?? pairs.find(({ nominated, state }) => nominated === true && state === 'succeeded');
}

function answerOf({ id = '', currentRoundTripTime, responsesReceived }: Entry): Answer | undefined {
    if (currentRoundTripTime === undefined) return undefined;
    return { pair: id, count: responsesReceived ?? currentRoundTripTime, ms: currentRoundTripTime * 1000 };
}

export function countersOf(stats: Iterable<unknown>): Counters {
    const entries = [...(stats as Iterable<Entry>)];
    let [received, lost, lostThere] = [0, 0, 0];
    for (const entry of entries) {
        if (entry.type === 'inbound-rtp') {
            received += entry.packetsReceived ?? 0;
            lost += entry.packetsLost ?? 0;
        } else if (entry.type === 'remote-inbound-rtp') lostThere = Math.max(lostThere, entry.fractionLost ?? 0);
    }
    const pair = pairInUse(entries);
    return { received, lost, lostThere, answer: pair && answerOf(pair), room: pair?.availableOutgoingBitrate };
}

/** How long it takes there and back, by the last answers: one alone tells more of a busy computer than of the line. */
export class RoundTrip {
    #newest: Answer | undefined;
    #last: readonly number[] = [];

    /** Once a look; the same answer counts once. */
    look(answer: Answer | undefined): number | undefined {
        if (answer !== undefined && answer.pair !== this.#newest?.pair) this.#last = [answer.ms];
        else if (answer !== undefined && answer.count !== this.#newest?.count) this.#last = [...this.#last.slice(-2), answer.ms];
        this.#newest = answer ?? this.#newest;
        const sorted = [...this.#last].sort((one, other) => one - other);
        return sorted[Math.floor((sorted.length - 1) / 2)];
    }
}

/** Counters begin anew with a new connection, and packets that come late count as less lost: never below nothing. */
export function between(before: Counters, now: Counters): Omit<Stretch, 'roundTripMs'> {
    const received = Math.max(0, now.received - before.received);
    const lost = Math.max(0, now.lost - before.lost);
    const lostHere = received + lost === 0 ? 0 : lost / (received + lost);
    return { received, loss: Math.max(lostHere, now.lostThere), room: now.room };
}
