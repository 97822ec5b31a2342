// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The paper as if one had looked at it straight from above.
import type { Corners, Size } from './corners.js';

/** Four numbers a point: red, green, blue, and how opaque. */
export interface Pixels extends Size {
    readonly data: Uint8ClampedArray;
}

/** Where a point of the paper (from 0 to 1) lies in the picture. */
export type Sight = (u: number, v: number) => readonly [x: number, y: number];

/** The one projection that takes a square to these corners. */
export function sightOf([a, b, c, d]: Corners): Sight {
    const [dx1, dy1] = [b.x - c.x, b.y - c.y];
    const [dx2, dy2] = [d.x - c.x, d.y - c.y];
    const [dx3, dy3] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y];
    const whole = dx1 * dy2 - dx2 * dy1;
    const g = (dx3 * dy2 - dx2 * dy3) / whole;
    const h = (dx1 * dy3 - dx3 * dy1) / whole;
    return (u, v) => {
        const depth = g * u + h * v + 1;
        const x = (b.x - a.x + g * b.x) * u + (d.x - a.x + h * d.x) * v + a.x;
        const y = (b.y - a.y + g * b.y) * u + (d.y - a.y + h * d.y) * v + a.y;
        return [x / depth, y / depth];
    };
}

/** Each point is mixed from the four around the place that it comes from. */
export function straightened(picture: Pixels, corners: Corners, size: Size): Pixels {
    const data = new Uint8ClampedArray(4 * size.width * size.height);
    const see = sightOf(corners);
    let at = 0;
    for (let row = 0; row < size.height; row += 1) {
        for (let column = 0; column < size.width; column += 1) {
            const [x, y] = see((column + 0.5) / size.width, (row + 0.5) / size.height);
            mix(picture, x * picture.width - 0.5, y * picture.height - 0.5, data, at);
            at += 4;
        }
    }
    return { ...size, data };
}

function mix({ width, height, data }: Pixels, x: number, y: number, into: Uint8ClampedArray, at: number): void {
    const left = Math.min(width - 1, Math.max(0, Math.floor(x)));
    const upper = Math.min(height - 1, Math.max(0, Math.floor(y)));
    const right = Math.min(width - 1, left + 1);
    const lower = Math.min(height - 1, upper + 1);
    const [fx, fy] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - upper))];
    const [p, q] = [4 * (upper * width + left), 4 * (upper * width + right)];
    const [r, s] = [4 * (lower * width + left), 4 * (lower * width + right)];
    for (let part = 0; part < 3; part += 1) {
        const above = (data[p + part] ?? 0) * (1 - fx) + (data[q + part] ?? 0) * fx;
        const below = (data[r + part] ?? 0) * (1 - fx) + (data[s + part] ?? 0) * fx;
        into[at + part] = above * (1 - fy) + below * fy;
    }
    into[at + 3] = 255;
}
