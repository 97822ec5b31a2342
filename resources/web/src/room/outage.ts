// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What both sides are told while there is no picture and no sound: that it comes, that it comes back and how long that
// is waited for, or that it does not come.
import type { PeerState } from './peer.js';

export type Outage =
    | { readonly kind: 'none' }
    | { readonly kind: 'building' }
    | { readonly kind: 'restoring'; readonly seconds: number }
    | { readonly kind: 'unreachable' };

const kNoOutage: Outage = { kind: 'none' };
/** Direct and relayed ways are tried by then; who is told nothing for longer leaves. */
const kFirstLineSeconds = 12;
export const kRestoreSeconds = 60;

export class OutageClock {
    #outage: Outage = kNoOutage;
    #hadLine = false;
    #cancel: () => void = () => undefined;

    constructor(
        private readonly setTimer: (ms: number, action: () => void) => () => void,
        private readonly changed: (outage: Outage) => void,
    ) {}

    get outage(): Outage {
        return this.#outage;
    }

    /** There is no call: what was is forgotten. */
    reset(): void {
        this.#hadLine = false;
        this.#become(kNoOutage);
    }

    told(state: PeerState): void {
        if (state === 'connected') {
            this.#hadLine = true;
            this.#become(kNoOutage);
        } else if (this.#outage.kind === 'none') {
            if (this.#hadLine) this.#become({ kind: 'restoring', seconds: kRestoreSeconds });
            else this.#become({ kind: 'building' });
        }
    }

    #become(outage: Outage): void {
        this.#cancel();
        this.#cancel = () => undefined;
        const isSame = outage.kind === 'none' && this.#outage.kind === 'none';
        this.#outage = outage;
        if (outage.kind === 'building') this.#later(kFirstLineSeconds, () => this.#become({ kind: 'unreachable' }));
        else if (outage.kind === 'restoring') this.#later(1, () => this.#countDown(outage.seconds - 1));
        if (!isSame) this.changed(outage);
    }

    #countDown(seconds: number): void {
        this.#become(seconds > 0 ? { kind: 'restoring', seconds } : { kind: 'unreachable' });
    }

    #later(seconds: number, action: () => void): void {
        this.#cancel = this.setTimer(seconds * 1000, action);
    }
}
