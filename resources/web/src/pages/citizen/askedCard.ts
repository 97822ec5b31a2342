// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The identity document that the clerk asks to see: what of it, and until when. No picture of it is taken here.
import type { Notice, SightStep } from '../../protocol/messages.js';
import type { TextSituation } from '../../room/visitText.js';

/** On a new line the server says within a moment what is asked; where it does not, nothing is. */
const kToldWithinMs = 3000;

export interface AskedCardWorld {
    notify(notice: Notice): boolean;
    setTimer(ms: number, action: () => void): () => void;
    changed(step: SightStep | undefined): void;
}

export class AskedCard {
    #step: SightStep | undefined;
    #situation: TextSituation = { talking: false, epoch: 0, online: false };
    #cancel: () => void = () => undefined;

    constructor(private readonly world: AskedCardWorld) {}

    told(step: SightStep | undefined): void {
        this.#cancel();
        if (step === this.#step) return;
        this.#step = step;
        this.world.changed(step);
    }

    update(situation: TextSituation): void {
        const before = this.#situation;
        this.#situation = situation;
        if (!situation.talking) this.told(undefined);
        else if (situation.online && !before.online && this.#step !== undefined) {
            this.#cancel();
            this.#cancel = this.world.setTimer(kToldWithinMs, () => this.told(undefined));
        }
    }

    /** Without a line there is nobody to say it to: the question stays. */
    decline(): void {
        const { talking, online, epoch } = this.#situation;
        if (talking && online) this.world.notify({ type: 'sight.decline', epoch });
    }
}
