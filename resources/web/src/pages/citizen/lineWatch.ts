// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the wait was said to be when the number was drawn, and the moment in which it is nearly over.
import { type Model, ownWait } from '../../state/model.js';
import { firstPromise, takesLonger } from '../../state/waitEstimate.js';
import { attract } from './attention.js';
import type { Memory } from './memory.js';

const kNearRank = 2;

export class LineWatch {
    #alerted = false;

    constructor(private readonly memory: Memory) {}

    /** The wait is now longer at least than it was at most when the number was drawn. */
    takesLonger(model: Model): boolean {
        return takesLonger(this.memory.promisedMinutes, ownWait(model));
    }

    /** What was said of another line, or for another visit, counts no more. */
    begin(): void {
        this.memory.promisedMinutes = undefined;
        this.#alerted = false;
    }

    look(before: Model, now: Model): void {
        this.memory.promisedMinutes = firstPromise(this.memory.promisedMinutes, ownWait(now));
        const rank = now.ticket?.rank;
        if (rank === undefined || this.#alerted || rank > kNearRank) return;
        this.#alerted = true;
        // Somebody who draws a number and stands there already needs no alarm.
        if ((before.ticket?.rank ?? 0) > kNearRank) attract('soft');
    }
}
