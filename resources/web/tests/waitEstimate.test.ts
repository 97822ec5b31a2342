// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The table that C++ is held to as well.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { OfficeView } from '../src/protocol/messages.js';
import { estimateWait, firstPromise, takesLonger } from '../src/state/waitEstimate.js';
import type { WaitEstimate } from '../src/state/waitEstimate.js';

interface Row {
    readonly why: string;
    readonly view: OfficeView;
    readonly people_ahead: number;
    readonly kind: 'unknown' | 'soon' | 'range';
    readonly low_min: number;
    readonly high_min: number;
}

const file = join(REPOSITORY, 'tests/contract/fixtures/wait_estimate.json');
const rows = JSON.parse(readFileSync(file, 'utf8')) as readonly Row[];

test('the table has rows', () => assert.ok(rows.length > 10));
for (const row of rows) {
    test(row.why, () => {
        const expected =
            row.kind === 'range' ? { kind: row.kind, low: row.low_min, high: row.high_min } : { kind: row.kind };
        assert.deepEqual(estimateWait(row.view, row.people_ahead), expected);
    });
}

const range = (low: number, high: number): WaitEstimate => ({ kind: 'range', low, high });
const later: readonly (readonly [string, readonly WaitEstimate[], boolean])[] = [
    ['the first estimate is never longer than itself', [range(10, 30)], false],
    ['as long as at most promised is not longer', [range(10, 30), range(30, 60)], false],
    ['at least as long as promised and more is longer', [range(10, 30), range(35, 60)], true],
    ['the first promise counts, not the last', [range(10, 30), range(25, 60), range(35, 70)], true],
    ['what becomes shorter again is not longer', [range(10, 30), range(35, 60), range(5, 15)], false],
    ['unknown promises nothing', [{ kind: 'unknown' }, range(50, 90)], false],
    ['a first estimate that comes late is the promise', [{ kind: 'unknown' }, range(5, 10), range(15, 20)], true],
    ['who was to be called soon and then waits, waits longer', [{ kind: 'soon' }, range(5, 15)], true],
    ['who was to be called soon and still may be, does not', [{ kind: 'soon' }, range(0, 10)], false],
    ['when nobody can tell, nobody says longer', [range(10, 30), { kind: 'unknown' }], false],
];
for (const [name, estimates, longer] of later) {
    test(`longer than thought: ${name}`, () => {
        const promised = estimates.reduce<number | undefined>(firstPromise, undefined);
        assert.equal(takesLonger(promised, estimates.at(-1) ?? { kind: 'unknown' }), longer);
    });
}
