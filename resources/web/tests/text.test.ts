// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Words: waiting ranges, openings, languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
    dayText,
    drawProblemText,
    drawProblemWay,
    openingText,
    reasonText,
    roughClock,
    specialText,
    todayText,
    waitText,
} from '../src/pages/citizen/format.js';
import type { DrawProblem } from '../src/pages/citizen/ui.js';
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

test('says when to try again when too many numbers are drawn', () => {
    const after = (seconds: number): string => drawProblemText(de, { ok: false, code: 'try_later', afterSeconds: seconds });
    assert.match(after(40), /sehr viele Nummern .* in 40 Sekunden noch einmal/);
    assert.match(after(1), / in 5 Sekunden /);
    assert.match(drawProblemText(de, { ok: false, code: 'try_later' }), /in einer Minute/);
});

test('says what became of a draw, and something of a code that is new', () => {
    assert.match(drawProblemText(de, { ok: false, code: 'office_closed' }), /geschlossen/);
    assert.match(drawProblemText(de, { ok: false, code: 'conflict' }), /nicht geklappt/);
});

test('says why without the people where these are hidden', () => {
    assert.equal(reasonText(de, view, undefined), '2 Ansprechpersonen, Ø 11\u00a0Min. je Gespräch');
});

test('says what to do where a draw was refused', () => {
    const way = (code: DrawProblem['code']): string | undefined => drawProblemWay(de, { ok: false, code });
    assert.match(drawProblemText(de, { ok: false, code: 'no_capacity' }), /keine Nummern mehr/);
    assert.match(way('no_capacity') ?? '', /in der nächsten Sprechzeit wieder/);
    assert.match(drawProblemText(de, { ok: false, code: 'too_early' }), /noch zu früh/);
    assert.match(way('too_early') ?? '', /kurz vor dem Termin/);
    assert.match(way('office_full') ?? '', /Sobald ein Platz frei wird/);
    assert.match(way('intake_suspended') ?? '', /wird noch bedient/);
    assert.equal(way('try_later'), undefined, 'the time to wait is in the sentence');
});

test('names no minute that nobody can keep', () => {
    assert.equal(roughClock('de', Date.parse('2026-03-02T14:44:59Z')), '15:40');
    assert.equal(roughClock('de', Date.parse('2026-03-02T14:45:00Z')), '15:45');
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

test('says why a day is not as the week says', () => {
    const morning = [{ from: '08:00', to: '10:00' }];
    const day = '2026-12-24';
    assert.equal(specialText(de, { day, ranges: [], holiday: 'christmas_day' }), 'keine Sprechzeit (1. Weihnachtstag)');
    assert.equal(specialText(de, { day, ranges: morning, note: 'Inventur' }), '08:00–10:00\u00a0Uhr (Inventur)');
    assert.equal(specialText(de, { day, ranges: morning }), '08:00–10:00\u00a0Uhr');
    assert.equal(
        specialText(de, { day, ranges: morning, holiday: 'all_saints', note: 'Notdienst' }),
        '08:00–10:00\u00a0Uhr (Notdienst)',
    );
    assert.equal(dayText('de', day), 'Do., 24. Dez.');
    // Versions of Node differ in the comma.
    assert.match(dayText('en', day), /^Thu,? 24 Dec$/);
});

test('says the hours of today by the day of the authority', () => {
    const special_days = [{ day: '2026-10-31', ranges: [], holiday: 'reformation_day' }] as const;
    const office = { hours_today: [{ from: '08:00', to: '12:00' }], special_days };
    assert.equal(todayText(de, office, Date.parse('2026-10-30T22:59:00Z')), '08:00–12:00\u00a0Uhr');
    assert.equal(todayText(de, office, Date.parse('2026-10-30T23:00:00Z')), 'keine Sprechzeit (Reformationstag)');
    assert.equal(todayText(de, { ...office, special_days: [] }, Date.parse('2026-10-31T12:00:00Z')), '08:00–12:00\u00a0Uhr');
});

test('takes the first language that it speaks, and German otherwise', () => {
    assert.equal(preferredLanguage(['en-GB', 'de']), 'en');
    assert.equal(preferredLanguage(['tr-TR', 'de-AT']), 'de');
    assert.equal(preferredLanguage(['tr-TR']), 'de');
    assert.equal(preferredLanguage([]), 'de');
});
