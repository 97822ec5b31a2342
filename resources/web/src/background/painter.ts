// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Puts the person before what is chosen as background.
import { contextOf } from './segmenter.js';
import type { Segmenter } from './segmenter.js';

/** The background is blurred small and drawn large: that costs a sixty-fourth, and blurs by itself. */
const kShrink = 8;
const kBlurPixels = 2;

export class Painter {
    readonly canvas: OffscreenCanvas;
    readonly #context: OffscreenCanvasRenderingContext2D;
    readonly #behind: OffscreenCanvas;
    readonly #behindContext: OffscreenCanvasRenderingContext2D;

    /** Without a picture, what is behind the person is blurred. */
    constructor(width: number, height: number, private readonly picture: ImageBitmap | undefined) {
        this.canvas = new OffscreenCanvas(width, height);
        this.#context = contextOf(this.canvas);
        const scale = picture === undefined ? kShrink : 1;
        this.#behind = new OffscreenCanvas(Math.ceil(width / scale), Math.ceil(height / scale));
        this.#behindContext = contextOf(this.#behind);
        if (picture !== undefined) this.#fill(picture);
    }

    /** A camera's picture is drawn once: each time costs the way from its colours to ours. */
    paint(frame: CanvasImageSource, segmenter: Segmenter): void {
        const { width, height } = this.canvas;
        const context = this.#context;
        context.globalCompositeOperation = 'copy';
        context.drawImage(frame, 0, 0, width, height);
        if (this.picture === undefined) this.#blur();
        const person = segmenter.find(this.canvas);
        context.globalCompositeOperation = 'destination-in';
        context.drawImage(person, 0, 0, width, height);
        context.globalCompositeOperation = 'destination-over';
        context.drawImage(this.#behind, 0, 0, width, height);
    }

    #blur(): void {
        this.#behindContext.filter = `blur(${kBlurPixels}px)`;
        this.#behindContext.drawImage(this.canvas, 0, 0, this.#behind.width, this.#behind.height);
    }

    /** As large as it takes to leave nothing empty. */
    #fill(picture: ImageBitmap): void {
        const { width, height } = this.#behind;
        const scale = Math.max(width / picture.width, height / picture.height);
        const [w, h] = [picture.width * scale, picture.height * scale];
        this.#behindContext.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h);
    }
}
