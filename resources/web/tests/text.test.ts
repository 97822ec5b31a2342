// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Words: waiting ranges, openings, languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openingText, reasonText, waitText } from '../src/pages/citizen/format.js';
import { preferredLanguage, translator } from '../src/text/index.js';

const de = translator('de');
const view = { state: 'occupied', waiting: 3, serving: 2, idle: 0, average_service_s: 660 } as const;

const rows: readonly (readonly [string, Parameters<typeof waitText>[1], number, string])[] = [
    ['nobody serves', { ...view, serving: 0 }, 1, 'unbekannt'],
    ['too few visits to tell', { state: 'occupied', waiting: 1, serving: 1, idle: 0 }, 1, 'unbekannt'],
    ['a clerk is free and nobody ahead', { ...view, idle: 1 }, 0, 'gleich'],
    ['a range', view, 4, 'ca. 10–30 Min.'],
    ['nobody ahead but all busy', view, 0, 'bis ca. 10 Min.'],
    ['two hours and more', { ...view, average_service_s: 1800 }, 9, 'ca. 1:35–2:30 Std.'],
];
for (const [name, office, ahead, expected] of rows) {
    test(`says the wait: ${name}`, () => assert.equal(waitText(de, office, ahead), expected));
}

test('says why the range is what it is', () => {
    assert.equal(reasonText(de, view, 4), '4 Personen, 2 Ansprechpersonen, Ø 11 Min. je Gespräch');
});

test('gives no reason where there is no range', () => {
    const { average_service_s: _average, ...young } = view;
    assert.equal(reasonText(de, young, 4), undefined);
    assert.equal(reasonText(de, { ...view, serving: 0 }, 4), undefined);
});

test('says the next opening by the authority’s clock, in both halves of the year', () => {
    const winter = Date.parse('2026-03-02T08:00:00Z');
    assert.equal(openingText(de, 'de', '2026-03-02T12:30:00.000Z', winter), 'heute, 13:30 Uhr');
    assert.equal(openingText(de, 'de', '2026-03-03T07:00:00.000Z', winter), 'morgen, 08:00 Uhr');
    const summer = Date.parse('2026-07-01T08:00:00Z');
    assert.equal(openingText(de, 'de', '2026-07-06T06:00:00.000Z', summer), 'Montag, 6. Juli, 08:00 Uhr');
});

test('takes the first language that it speaks, and German otherwise', () => {
    assert.equal(preferredLanguage(['en-GB', 'de']), 'en');
    assert.equal(preferredLanguage(['tr-TR', 'de-AT']), 'de');
    assert.equal(preferredLanguage(['tr-TR']), 'de');
    assert.equal(preferredLanguage([]), 'de');
});
