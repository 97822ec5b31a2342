// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Time that passes when the test says so.

/** Lets everything that is already promised happen. */
export async function settle(): Promise<void> {
    for (let round = 0; round < 30; round += 1) await Promise.resolve();
}

export class FakeTimers {
    #now = 0;
    #timers: { at: number; action: () => void }[] = [];

    readonly setTimer = (ms: number, action: () => void): (() => void) => {
        const timer = { at: this.#now + ms, action };
        this.#timers.push(timer);
        return () => {
            this.#timers = this.#timers.filter((other) => other !== timer);
        };
    };

    get now(): number {
        return this.#now;
    }
    get pending(): number {
        return this.#timers.length;
    }

    async pass(ms: number): Promise<void> {
        this.#now += ms;
        const due = this.#timers.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
        this.#timers = this.#timers.filter(({ at }) => at > this.#now);
        for (const { action } of due) action();
        await settle();
    }
}
