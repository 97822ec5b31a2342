// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is behind the clerk: all of it, blurred, or the town's picture. Between the camera and the call; nothing leaves the
// device that was not painted over, once that was chosen, also while the painter still gets ready.
import { Tempo } from './tempo.js';

export type Background = 'none' | 'blur' | 'picture';
export type Reason = 'chosen' | 'slow' | 'unsupported';

/** A camera's pictures, painted. */
export interface Painted {
    readonly track: MediaStreamTrack;
    stop(): void;
}
export interface BackdropWorld {
    /** Rejects where this machine cannot. */
    paint(
        camera: MediaStreamTrack,
        background: 'blur' | 'picture',
        events: { first(): void; took(ms: number): void; failed(): void },
    ): Promise<Painted>;
    /** What track() gives has changed. */
    changed(): void;
    report(background: Background, reason: Reason): void;
}

export class Backdrop {
    #wanted: Background = 'none';
    #camera: MediaStreamTrack | null = null;
    #active = false;
    #painted: Painted | undefined;
    #shown = false;
    /** Counts beginnings: what an earlier one brings is nobody's. */
    #round = 0;

    constructor(private readonly world: BackdropWorld) {}

    /** What is to be seen and sent of the camera. */
    get track(): MediaStreamTrack | null {
        if (this.#wanted === 'none') return this.#camera;
        return this.#shown ? (this.#painted?.track ?? null) : null;
    }

    choose(wanted: Background): void {
        this.world.report(wanted, 'chosen');
        if (wanted === this.#wanted) return;
        this.#wanted = wanted;
        this.#begin();
        this.world.changed();
    }

    follow(camera: MediaStreamTrack | null): void {
        if (camera === this.#camera) return;
        this.#camera = camera;
        this.#begin();
    }

    /** In a call alone: who waits is seen by nobody, and painting takes most of a processor's core. */
    setActive(active: boolean): void {
        if (active === this.#active) return;
        this.#active = active;
        if (this.#wanted === 'none') return;
        this.#begin();
        this.world.changed();
    }

    #begin(): void {
        this.#round += 1;
        this.#painted?.stop();
        this.#painted = undefined;
        this.#shown = false;
        if (this.#active && this.#wanted !== 'none' && this.#camera !== null) void this.#paint(this.#camera, this.#wanted, this.#round);
    }

    async #paint(camera: MediaStreamTrack, wanted: 'blur' | 'picture', round: number): Promise<void> {
        const tempo = new Tempo();
        const current = (): boolean => round === this.#round;
        try {
            const painted = await this.world.paint(camera, wanted, {
                first: () => {
                    if (current()) this.#show();
                },
                took: (ms) => {
                    if (current() && tempo.isTooSlow(ms)) this.#giveUp('slow');
                },
                failed: () => {
                    if (current()) this.#giveUp('unsupported');
                },
            });
            if (!current()) return painted.stop();
            this.#painted = painted;
            if (this.#shown) this.world.changed();
        } catch {
            if (current()) this.#giveUp('unsupported');
        }
        return undefined;
    }

    #show(): void {
        this.#shown = true;
        this.world.changed();
    }

    #giveUp(reason: Reason): void {
        this.#wanted = 'none';
        this.#begin();
        this.world.report('none', reason);
        this.world.changed();
    }
}
