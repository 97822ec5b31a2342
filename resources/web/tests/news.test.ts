// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What calls somebody back who looks elsewhere, and what does not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kUncontrolled } from '../src/state/control.js';
import type { Ticket } from '../src/state/model.js';
import { newsOf } from '../src/state/news.js';

const waiting: Ticket = { office: 'off_01h455vb4pex5vsknk084sn02q', seq: 1, number: 'B 017', state: 'waiting', rank: 2, epoch: 1, ticked: new Set(), control: kUncontrolled };
const called: Ticket = { ...waiting, state: 'called', epoch: 2 };
const parked: Ticket = { ...waiting, state: 'parked', parked: { reason: 'other', remindAt: 1000 } };
const later: Ticket = { ...parked, parked: { reason: 'other', remindAt: 2000 } };
const missed: Ticket = { ...waiting, state: 'missed', missedUntil: 5000 };

const rows: readonly (readonly [string, Ticket | undefined, Ticket | undefined, ReturnType<typeof newsOf>])[] = [
    ['a call', waiting, called, 'called'],
    ['a call on a page that was just opened', undefined, called, 'called'],
    ['the same call told again', called, { ...called, seq: 2 }, undefined],
    ['the next call after one without an answer', called, { ...called, epoch: 3 }, 'called'],
    ['being parked, with the clerk before one', { ...waiting, state: 'in_call' }, parked, undefined],
    ['a reminder', parked, later, 'reminded'],
    ['a page that is opened while parked', undefined, parked, undefined],
    ['being taken in again', missed, waiting, 'readmitted'],
    ['being back from parking, by the own button', parked, waiting, undefined],
    ['the line moving', waiting, { ...waiting, rank: 1 }, undefined],
    ['the end', waiting, undefined, undefined],
];
for (const [name, before, now, expected] of rows) {
    test(`calls back or does not: ${name}`, () => assert.equal(newsOf(before, now), expected));
}
