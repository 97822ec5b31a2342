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

/** One is started ahead, so that the first document does not wait for it. */
export class Workers {
    #spare: Promise<Worker> | undefined;

    constructor(private readonly start: () => Promise<Worker>) {}

    warm(): void {
        this.#spare ??= this.start();
        this.#spare.catch(() => (this.#spare = undefined));
    }

    readonly take = async (): Promise<Worker> => {
        const spare = this.#spare ?? this.start();
        this.#spare = undefined;
        return spare;
    };
}
