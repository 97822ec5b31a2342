// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Where PDFs are read: a thread of its own, so that nothing waits for a large one.

interface Trust {
    createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The pages' policy trusts no address of a script by itself. */
const trusted = (globalThis as { trustedTypes?: Trust }).trustedTypes?.createPolicy('sprechtag-document', {
    createScriptURL: (url) => url,
});

export function startWorker(url: string): Worker {
    return new Worker(trusted?.createScriptURL(url) ?? url);
}

/** The page has done its work by then that the next one would disturb. */
const kNextAfterMs = 3000;

/** One is started ahead, so that no document waits for it, the second as little as the first. */
export class Workers {
    #spare: Promise<Worker> | undefined;

    constructor(
        private readonly start: () => Promise<Worker>,
        private readonly setTimer: (ms: number, action: () => void) => void,
    ) {}

    warm(): void {
        this.#spare ??= this.start();
        this.#spare.catch(() => (this.#spare = undefined));
    }

    readonly take = async (): Promise<Worker> => {
        const spare = this.#spare ?? this.start();
        this.#spare = undefined;
        this.setTimer(kNextAfterMs, () => this.warm());
        return spare;
    };
}
