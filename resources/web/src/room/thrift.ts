// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Sound before picture: on a thin line the picture gets smaller step by step and is left out in the end; when the line
// carries more again, it comes back by the same steps.
import type { Stretch } from './lineSample.js';

export interface PictureStep {
    /** Undefined: as much as the browser finds right. */
    readonly bits?: number;
    readonly shrink: number;
    readonly sent: boolean;
}

/** What a picture of each step needs at least, on top of the sound. */
export const kPictureSteps: readonly (PictureStep & { readonly needs: number })[] = [
    { shrink: 1, sent: true, needs: 350_000 },
    { shrink: 1.5, bits: 500_000, sent: true, needs: 220_000 },
    { shrink: 2, bits: 200_000, sent: true, needs: 130_000 },
    { shrink: 4, bits: 80_000, sent: true, needs: 90_000 },
    { shrink: 4, bits: 80_000, sent: false, needs: 0 },
];
export const kPictureOff = kPictureSteps.length - 1;

/** From how many people on: each picture is small there, and each page sends its own to all the others. */
const kCrowds: readonly { readonly from: number; readonly shrink: number; readonly bits: number }[] = [
    { from: 4, shrink: 2, bits: 400_000 },
    { from: 3, shrink: 1.5, bits: 700_000 },
];

/** What is sent to one of `people` by a step of what the line carries; undefined: there is no such step. */
export function pictureFor(step: number, people: number): PictureStep | undefined {
    const limit = kPictureSteps[step];
    const crowd = kCrowds.find(({ from }) => people >= from);
    if (limit === undefined || crowd === undefined) return limit;
    const bits = Math.min(limit.bits ?? Infinity, crowd.bits);
    return { sent: limit.sent, shrink: Math.max(limit.shrink, crowd.shrink), bits };
}

const kLossyShare = 0.12;
const kCleanShare = 0.04;
const kSlowMs = 1200;
const kBriskMs = 700;
/** Looks, one a second. */
const kBadLooks = 3;
const kGoodLooks = 8;
const kLongestPatience = 64;
/** Browsers find out only in the first seconds what a line carries. */
const kFirstLooks = 4;

export class Thrift {
    #step = 0;
    #looks = 0;
    #bad = 0;
    #good = 0;
    /** How many good looks a step up costs: more each time that it was one too many. */
    #patience = kGoodLooks;
    #sinceRise = Infinity;

    get step(): number {
        return this.#step;
    }

    /** Once a second. `sending`: there is a picture to send. */
    look({ loss, roundTripMs = 0, room }: Stretch, sending: boolean): number {
        this.#looks += 1;
        this.#sinceRise += 1;
        if (this.#looks <= kFirstLooks) return this.#step;
        const needs = kPictureSteps[this.#step]?.needs ?? 0;
        const tight = sending && room !== undefined && room < needs;
        const isBad = loss >= kLossyShare || roundTripMs >= kSlowMs || tight;
        const isGood = loss < kCleanShare && roundTripMs < kBriskMs && !tight;
        this.#bad = isBad ? this.#bad + 1 : 0;
        this.#good = isGood ? this.#good + 1 : 0;
        if (this.#bad >= kBadLooks) this.#fall();
        else if (this.#good >= this.#patience) this.#rise();
        return this.#step;
    }

    #fall(): void {
        this.#bad = 0;
        if (this.#step === kPictureOff) return;
        if (this.#sinceRise <= this.#patience) this.#patience = Math.min(kLongestPatience, this.#patience * 2);
        this.#step += 1;
    }

    #rise(): void {
        this.#good = 0;
        if (this.#step === 0) {
            this.#patience = kGoodLooks;
            return;
        }
        this.#step -= 1;
        this.#sinceRise = 0;
    }
}
