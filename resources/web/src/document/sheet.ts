// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The drawn page: what stands is stretched until the sharp one is there, and nothing flickers.
import { make } from './drawing.js';
import type { Drawing, Pages, Size } from './pages.js';

/** A phone's memory is small, and so is what it can draw at once. */
const kMostPoints = 12_000_000;
const kRestMs = 120;

export class Sheet {
    readonly #words: HTMLElement;
    #canvas: HTMLCanvasElement | undefined;
    #wanted = '';
    #drawing: Drawing | undefined;
    #timer = 0;
    #page = 0;

    constructor(
        private readonly box: HTMLElement,
        private readonly pages: Pages,
    ) {
        this.#words = make('div', 'doc-unseen doc-words', box);
    }

    show(page: number, scale: number, size: Size): void {
        const most = Math.sqrt(kMostPoints / (size.width * size.height));
        const points = Math.min(scale * devicePixelRatio, most);
        const wanted = `${page} ${points.toFixed(4)}`;
        if (wanted === this.#wanted) return;
        this.#wanted = wanted;
        this.#drawing?.cancel();
        clearTimeout(this.#timer);
        if (page !== this.#page) {
            delete this.box.dataset['sharp'];
            void this.#draw(page, points, wanted);
        } else this.#timer = window.setTimeout(() => void this.#draw(page, points, wanted), kRestMs);
    }

    close(): void {
        this.#wanted = '';
        this.#drawing?.cancel();
        clearTimeout(this.#timer);
    }

    async #draw(page: number, points: number, wanted: string): Promise<void> {
        const isOther = page !== this.#page;
        this.#page = page;
        const canvas = document.createElement('canvas');
        canvas.setAttribute('aria-hidden', 'true');
        const drawing = this.pages.draw(page, canvas, points);
        this.#drawing = drawing;
        if (isOther && this.#canvas !== undefined) this.#canvas.classList.add('doc-old');
        const done = await drawing.done.catch(() => false);
        if (!done || wanted !== this.#wanted) return;
        this.#canvas?.remove();
        this.#canvas = canvas;
        this.box.prepend(canvas);
        this.box.dataset['sharp'] = String(page);
        if (isOther) void this.#tellWords(page);
    }

    async #tellWords(page: number): Promise<void> {
        const words = await this.pages.words(page).catch(() => '');
        if (page === this.#page) this.#words.textContent = words;
    }
}
