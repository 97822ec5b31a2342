// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How the clerk's end brings an interrupted line back: ICE restarts on the connection that is there; where that does
// not help, the citizen is asked for a new one.
import type { PeerState } from './peer.js';

export interface RecoveryActions {
    setTimer(ms: number, action: () => void): () => void;
    restart(): void;
    renew(): void;
    /** The line is there and nothing of it is left half negotiated. */
    settled(): boolean;
}

/** A little after the citizen's own: two restarts that cross each other cost a round. */
const kInterruptedMs = 2500;
const kHopelessMs = 6000;

export class Recovery {
    #cancel: () => void = () => undefined;

    constructor(private readonly actions: RecoveryActions) {}

    told(state: PeerState): void {
        if (state === 'connecting') return;
        this.stop();
        if (state === 'interrupted') this.#cancel = this.actions.setTimer(kInterruptedMs, () => this.restart());
        else if (state === 'failed') this.restart();
    }

    restart(): void {
        this.actions.restart();
        this.#cancel();
        this.#cancel = this.actions.setTimer(kHopelessMs, () => {
            if (this.actions.settled()) return;
            this.actions.renew();
            // The question may get lost on the way as well.
            this.restart();
        });
    }

    stop(): void {
        this.#cancel();
        this.#cancel = () => undefined;
    }
}
