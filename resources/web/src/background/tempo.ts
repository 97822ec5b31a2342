// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Whether this machine is quick enough: twenty pictures a second are needed for signs and lips (EN 301 549), and the call
// needs the rest of the time.
const kLongestMs = 40;
/** Three seconds of pictures. One hiccup is none of a slow machine. */
const kWindow = 60;
/** The first pictures come while the machine still prepares itself. */
const kWarmUp = 10;

export class Tempo {
    #seen = 0;
    readonly #times: number[] = [];

    /** What one picture took, in ms; true: too slow, over the whole window. */
    isTooSlow(ms: number): boolean {
        this.#seen += 1;
        if (this.#seen <= kWarmUp) return false;
        this.#times.push(ms);
        if (this.#times.length < kWindow) return false;
        const sorted = [...this.#times].sort((a, b) => a - b);
        this.#times.shift();
        return (sorted[kWindow / 2] ?? 0) > kLongestMs;
    }
}
