// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Grey photographs of papers become black on white: the brightness of ink and of paper is found and drawn apart.
import type { Pixels } from './straighten.js';

/** How bright the ink is, and the paper; from 0 to 255. */
export interface Levels {
    readonly ink: number;
    readonly paper: number;
}

const kShades = 256;
/** Writing covers a few percent of a page, and most of the rest is paper. */
const kInkShare = 0.02;
const kPaperShare = 0.7;
/** Less apart than this it is a page without writing: nothing is to be drawn apart but noise. */
const kLeastApart = 32;

/** As bright as eyes find it (ITU-R BT.601). */
function brightness(data: Uint8ClampedArray, at: number): number {
    return Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0));
}

export function levelsOf({ data }: Pixels): Levels {
    const counts = new Uint32Array(kShades);
    for (let at = 0; at < data.length; at += 4) {
        const shade = brightness(data, at);
        counts[shade] = (counts[shade] ?? 0) + 1;
    }
    const ink = shadeAt(counts, kInkShare);
    const paper = shadeAt(counts, kPaperShare);
    return paper - ink < kLeastApart ? { ink: 0, paper: kShades - 1 } : { ink, paper };
}

/** This share of all points is no brighter. */
function shadeAt(counts: Uint32Array, share: number): number {
    const wanted = share * counts.reduce((sum, count) => sum + count, 0);
    let sum = 0;
    for (let shade = 0; shade < kShades; shade += 1) {
        sum += counts[shade] ?? 0;
        if (sum >= wanted && sum > 0) return shade;
    }
    return kShades - 1;
}

/** What becomes of each shade; `percent`: 0 leaves everything as it is, 100 makes ink black and paper white. */
export function contrastCurve({ ink, paper }: Levels, percent: number): Uint8ClampedArray {
    const share = Math.min(100, Math.max(0, percent)) / 100;
    const black = ink * share;
    const white = kShades - 1 - (kShades - 1 - paper) * share;
    const steepness = (kShades - 1) / (white - black);
    return Uint8ClampedArray.from({ length: kShades }, (_, shade) => Math.round((shade - black) * steepness));
}

/** A new picture; `grey` takes the colours away. */
export function toned(pixels: Pixels, curve: Uint8ClampedArray, grey: boolean): Pixels {
    const data = new Uint8ClampedArray(pixels.data);
    for (let at = 0; at < data.length; at += 4) {
        const shade = grey ? brightness(data, at) : 0;
        for (let part = at; part < at + 3; part += 1) data[part] = curve[grey ? shade : (data[part] ?? 0)] ?? 0;
    }
    return { ...pixels, data };
}
