// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The table that C++ is held to as well.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { OfficeView } from '../src/protocol/messages.js';
import { estimateWait } from '../src/state/waitEstimate.js';

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
