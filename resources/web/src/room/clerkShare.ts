// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's screen on its way to the citizen: shown, standing still, ended.
import type { ToApp } from '../protocol/bridge.js';
import { problemOf } from './localMedia.js';
import { OwnScreen } from './ownScreen.js';

/** A moving picture that can be made to stand still: what stands still is still sent, and is no black. */
export interface HeldPicture {
    /** The last picture with a sign that it stands still, over and over; null: there was none yet. */
    freeze(): MediaStreamTrack | null;
    thaw(): void;
    close(): void;
}

export interface ShareWorld {
    report(message: ToApp): void;
    captureScreen(): Promise<MediaStream>;
    watchPicture(track: MediaStreamTrack): HeldPicture;
}

export class ClerkShare {
    readonly #screen = new OwnScreen(
        () => this.world.captureScreen(),
        (track) => this.#captured(track),
    );
    #picture: HeldPicture | undefined;
    #frozen: { readonly track: MediaStreamTrack | null } | undefined;

    constructor(
        private readonly world: ShareWorld,
        private readonly changed: () => void,
    ) {}

    /** What is sent. */
    get track(): MediaStreamTrack | null {
        return this.#frozen === undefined ? this.#screen.track : this.#frozen.track;
    }

    get shown(): boolean {
        return this.#screen.track !== null;
    }

    get paused(): boolean {
        return this.#frozen !== undefined;
    }

    async start(): Promise<void> {
        try {
            if (!(await this.#screen.start())) this.world.report({ type: 'share.ended' });
        } catch (problem) {
            this.world.report({ type: 'media.problem', kind: problemOf(problem), device: 'screen' });
            this.world.report({ type: 'share.ended' });
        }
    }

    /** Where nothing is shown, nothing stands still. */
    pause(paused: boolean): void {
        if (this.#screen.track === null || paused === (this.#frozen !== undefined)) return;
        if (paused) this.#frozen = { track: this.#picture?.freeze() ?? null };
        else this.#thaw();
        this.changed();
    }

    stop(): void {
        this.#screen.stop();
    }

    #captured(track: MediaStreamTrack | null): void {
        this.#thaw();
        this.#picture?.close();
        this.#picture = track === null ? undefined : this.world.watchPicture(track);
        this.changed();
        if (track === null) this.world.report({ type: 'share.ended' });
    }

    #thaw(): void {
        this.#frozen = undefined;
        this.#picture?.thaw();
    }
}
