// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A still of the citizen's picture, to enlarge and turn. It lives in this canvas alone: it is never written, sent or read
// out, and dropped it is gone.
import { make } from '../../document/drawing.js';

const kZooms = [100, 150, 200, 300, 400] as const;
const kQuarters = 4;

export interface Still {
    /** False: there is no picture yet. */
    take(): boolean;
    zoom(steps: number): void;
    /** By a quarter, clockwise. */
    turn(): void;
    drop(): void;
    readonly taken: boolean;
    readonly element: HTMLElement;
}

export class CanvasStill implements Still {
    /** What scrolls where the picture is larger than its place. */
    readonly element: HTMLElement;
    readonly #shown: HTMLCanvasElement;
    #taken: HTMLCanvasElement | undefined;
    #zoom = 0;
    #quarters = 0;

    constructor(
        parent: Element,
        private readonly video: () => HTMLVideoElement,
    ) {
        this.element = make('div', 'still', parent, { tabindex: '0', role: 'img' });
        this.#shown = make('canvas', 'still-picture', this.element);
        this.element.hidden = true;
        // No way to save or to drag it out.
        for (const way of ['contextmenu', 'dragstart']) this.element.addEventListener(way, (event) => event.preventDefault());
    }

    get taken(): boolean {
        return this.#taken !== undefined;
    }

    take(): boolean {
        const video = this.video();
        if (video.videoWidth === 0) return false;
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
        canvas.getContext('2d')?.drawImage(video, 0, 0);
        this.#taken = canvas;
        this.#zoom = 0;
        this.#quarters = 0;
        this.#paint();
        return true;
    }

    zoom(steps: number): void {
        this.#zoom = Math.min(kZooms.length - 1, Math.max(0, this.#zoom + steps));
        this.#paint();
    }

    turn(): void {
        this.#quarters = (this.#quarters + 1) % kQuarters;
        this.#paint();
    }

    drop(): void {
        for (const canvas of [this.#taken, this.#shown]) if (canvas !== undefined) Object.assign(canvas, { width: 0, height: 0 });
        this.#taken = undefined;
        this.element.hidden = true;
    }

    #paint(): void {
        const taken = this.#taken;
        if (taken === undefined) return;
        const lies = this.#quarters % 2 === 1;
        const [width, height] = lies ? [taken.height, taken.width] : [taken.width, taken.height];
        Object.assign(this.#shown, { width, height });
        this.#shown.dataset['zoom'] = String(kZooms[this.#zoom]);
        const brush = this.#shown.getContext('2d');
        brush?.translate(width / 2, height / 2);
        brush?.rotate((this.#quarters * Math.PI) / 2);
        brush?.drawImage(taken, -taken.width / 2, -taken.height / 2);
        this.element.hidden = false;
    }
}
