// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Good, weak or bad: what people are told of their line. Quick to say that it is worse, slow to say that it is better,
// so that the word does not flicker.
import type { Stretch } from './lineSample.js';
import { kPictureOff } from './thrift.js';

export type Level = 'good' | 'weak' | 'bad';

const kRank: Readonly<Record<Level, number>> = { good: 0, weak: 1, bad: 2 };
const kLooksToWorse = 2;
const kLooksToBetter = 5;

export function levelOf({ loss, roundTripMs = 0 }: Stretch, pictureStep: number): Level {
    if (loss >= 0.1 || roundTripMs >= 800 || pictureStep >= kPictureOff) return 'bad';
    if (loss >= 0.04 || roundTripMs >= 400 || pictureStep >= 1) return 'weak';
    return 'good';
}

export class LineLevel {
    #shown: Level = 'good';
    #other: Level = 'good';
    #looks = 0;

    look(level: Level): Level {
        if (level === this.#shown) {
            this.#looks = 0;
            return this.#shown;
        }
        const turned = kRank[level] > kRank[this.#shown] !== kRank[this.#other] > kRank[this.#shown];
        this.#looks = this.#looks === 0 || turned ? 1 : this.#looks + 1;
        this.#other = level;
        const enough = kRank[level] > kRank[this.#shown] ? kLooksToWorse : kLooksToBetter;
        if (this.#looks >= enough) {
            this.#shown = level;
            this.#looks = 0;
        }
        return this.#shown;
    }
}
