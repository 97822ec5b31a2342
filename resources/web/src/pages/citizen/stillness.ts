// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// To draw the call takes the thread that has to work the clerk's answer in: the face comes first, what stands around it
// this much later at most, which nobody sees.
const kStillAtMostMs = 120;

/** Passes on that there is something new to draw, but for a moment in which the page has better things to do. */
export class Stillness {
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(
        private readonly draw: () => void,
        private readonly over: () => boolean,
    ) {}

    show(): void {
        if (this.#timer === undefined) this.draw();
        else if (this.over()) this.end();
    }

    begin(): void {
        this.#timer ??= setTimeout(() => this.end(), kStillAtMostMs);
    }

    end(): void {
        if (this.#timer === undefined) return;
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.draw();
    }
}
