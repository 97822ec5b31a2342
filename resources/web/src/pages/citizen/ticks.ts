// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What of the checklist is at hand: as it was ticked here last, and as the server knows it once it has answered.
import type { Answer } from '../../connection/connection.js';
import type { Command } from '../../protocol/messages.js';

export type Places = ReadonlySet<number>;

export class Ticks {
    #unanswered: Places | undefined;

    constructor(
        private readonly command: (command: Command) => Promise<Answer>,
        private readonly changed: (known?: Places) => void,
    ) {}

    /** `known`: what the server has told. */
    shown(known: Places): Places {
        return this.#unanswered ?? known;
    }

    async toggle(known: Places, place: number): Promise<void> {
        const next = new Set(this.shown(known));
        if (!next.delete(place)) next.add(place);
        this.#unanswered = next;
        this.changed();
        const answer = await this.command({ type: 'checklist.tick', ticked: [...next].sort((a, b) => a - b) });
        // Ticked on meanwhile: the last word counts, here and on the server.
        if (this.#unanswered !== next) return;
        this.#unanswered = undefined;
        this.changed(answer.ok ? next : undefined);
    }

    forget(): void {
        this.#unanswered = undefined;
    }
}
