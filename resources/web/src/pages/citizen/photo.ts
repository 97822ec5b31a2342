// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A photograph of a paper on the way to a file: read, shown, straightened, encoded. The one place that draws; loaded when
// somebody photographs.
import { type Corners, type Size, fitted, paperSize } from '../../photo/corners.js';
import { type Pixels, straightened } from '../../photo/straighten.js';
import { contrastCurve, levelsOf, toned } from '../../photo/tone.js';

/** What is worked with: enough that a part of it still is sharp, and within what a phone's browser can hold. */
const kHeldPixels = 3200;
/** An A4 page at 200 dots per inch. */
const kSentPixels = 2400;
const kLookPixels = 1200;
const kQuality = 0.85;

export interface PhotoWish {
    readonly corners: Corners;
    readonly asPaper: boolean;
    /** From 0 to 100. */
    readonly contrast: number;
}

export class Photo {
    #picture: HTMLCanvasElement;

    private constructor(picture: HTMLCanvasElement) {
        this.#picture = picture;
    }

    /** The right way up; what is no picture is refused with an exception. */
    static async read(file: Blob): Promise<Photo> {
        const image = await createImageBitmap(file, { imageOrientation: 'from-image' });
        const picture = canvasOf(fitted(image, kHeldPixels));
        brushOf(picture).drawImage(image, 0, 0, picture.width, picture.height);
        image.close();
        return new Photo(picture);
    }

    get size(): Size {
        return { width: this.#picture.width, height: this.#picture.height };
    }

    /** To the right by a quarter. */
    turn(): void {
        const { width, height } = this.#picture;
        const turned = canvasOf({ width: height, height: width });
        const brush = brushOf(turned);
        brush.translate(height, 0);
        brush.rotate(Math.PI / 2);
        brush.drawImage(this.#picture, 0, 0);
        this.#picture = turned;
    }

    /** As it was photographed. */
    show(into: HTMLCanvasElement): void {
        const { width, height } = fitted(this.size, kLookPixels);
        Object.assign(into, { width, height });
        brushOf(into).drawImage(this.#picture, 0, 0, width, height);
    }

    /** As it will be sent. */
    preview(wish: PhotoWish, into: HTMLCanvasElement): void {
        paint(this.#developed(wish, kLookPixels), into);
    }

    encode(wish: PhotoWish): Promise<Blob | null> {
        const canvas = document.createElement('canvas');
        paint(this.#developed(wish, kSentPixels), canvas);
        return new Promise((done) => canvas.toBlob(done, 'image/jpeg', kQuality));
    }

    #developed({ corners, asPaper, contrast }: PhotoWish, longest: number): Pixels {
        const { width, height } = this.#picture;
        const picture = brushOf(this.#picture).getImageData(0, 0, width, height);
        const paper = straightened(picture, corners, paperSize(corners, this.size, longest));
        return toned(paper, contrastCurve(levelsOf(paper), contrast), asPaper);
    }
}

function canvasOf({ width, height }: Size): HTMLCanvasElement {
    return Object.assign(document.createElement('canvas'), { width, height });
}

function brushOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (brush === null) throw new Error('no canvas');
    return brush;
}

function paint({ width, height, data }: Pixels, into: HTMLCanvasElement): void {
    Object.assign(into, { width, height });
    const image = brushOf(into).createImageData(width, height);
    image.data.set(data);
    brushOf(into).putImageData(image, 0, 0);
}
