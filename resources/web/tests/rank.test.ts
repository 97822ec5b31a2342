// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A rank kept by the public feed must be the rank in the line itself, whatever happens.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LineChange } from '../src/protocol/messages.js';
import { rankAfter } from '../src/state/rank.js';

const rows: readonly (readonly [string, number | undefined, LineChange[], number | undefined])[] = [
    ['somebody ahead leaves', 2, [{ left: 0 }], 1],
    ['somebody behind leaves', 2, [{ left: 3 }], 2],
    ['one leaves oneself', 2, [{ left: 2 }], undefined],
    ['somebody comes in ahead', 2, [{ inserted: 1, reason: 'returned' }], 3],
    ['somebody comes in at one’s place', 2, [{ inserted: 2, reason: 'returned' }], 3],
    ['somebody comes in behind', 2, [{ inserted: 3, reason: 'returned' }], 2],
    ['changes count in their order', 1, [{ left: 0 }, { inserted: 0, reason: 'returned' }, { inserted: 2, reason: 'returned' }], 1],
    ['nobody out of line comes back by the feed', undefined, [{ inserted: 0, reason: 'returned' }], undefined],
];
for (const [name, before, changes, after] of rows) {
    test(name, () => assert.equal(rankAfter(before, changes), after));
}

/** mulberry32: small, seeded, the same everywhere. */
function randomFrom(seed: number): () => number {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

test('everybody’s rank by the feed is their place in a model line, over random comings and goings', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
        const random = randomFrom(seed);
        const line: number[] = [];
        const known = new Map<number, number | undefined>();
        for (let step = 0; step < 100; step += 1) {
            const change: LineChange[] = [];
            for (let part = 0; part <= random() * 3; part += 1) {
                const place = Math.floor(random() * (line.length + 1));
                if (random() < 0.55 || place >= line.length) {
                    line.splice(place, 0, step * 10 + part);
                    change.push({ inserted: place, reason: 'returned' });
                } else {
                    line.splice(place, 1);
                    change.push({ left: place });
                }
            }
            for (const [person, rank] of known) known.set(person, rankAfter(rank, change));
            line.forEach((person, rank) => {
                if (!known.has(person)) known.set(person, rank);
            });
            for (const [person, rank] of known) {
                const place = line.indexOf(person);
                assert.equal(rank, place < 0 ? undefined : place, `seed ${seed}, step ${step}`);
            }
        }
    }
});
