// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Whether what was typed can be right. A form may ask for much; it brings no code and no pattern of its own.
import { type FormField, kChecked, parts } from './fields.js';

export type ProblemCode =
    | 'required'
    | 'too_long'
    | 'date'
    | 'no_such_day'
    | 'time'
    | 'number'
    | 'iban'
    | 'email'
    | 'postcode'
    | 'unprintable';

/** `blocks`: cannot be confirmed like this; else it is worth a look. */
export interface Problem {
    readonly code: ProblemCode;
    readonly blocks: boolean;
    readonly most?: number;
    readonly pattern?: string;
}

const kPattern = 'dd.mm.yyyy';
/** What the typeface of the page can write: the build takes these letters into the form's typeface. */
const kPrintable = /^[\n\u0020-\u007e\u00a0-\u024f\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0491\u1e80-\u1e85\u1e9e\u1ef2-\u1ef3\u2013-\u2014\u2018-\u201a\u201c-\u201e\u2026\u2039-\u203a\u20ac\u2212]*$/;

export interface Day {
    readonly day: number;
    readonly month: number;
    readonly year: number;
}

type Part = keyof Day;
const kPartOf: Readonly<Record<string, Part>> = { d: 'day', m: 'month', y: 'year' };

/** The order of day, month and year in a pattern such as dd.mm.yyyy; other parts are of no matter. */
function orderOf(pattern: string): readonly Part[] {
    const order: Part[] = [];
    for (const letter of pattern.toLowerCase()) {
        const part = kPartOf[letter];
        if (part !== undefined && !order.includes(part)) order.push(part);
    }
    return order.length === 3 ? order : ['day', 'month', 'year'];
}

const kCentury = 100;
/** Two digits of a year are of the last eighty years or the next twenty. */
function fullYear(year: number, thisYear: number): number {
    if (year >= kCentury) return year;
    const guess = thisYear - (thisYear % kCentury) + year;
    return guess > thisYear + 20 ? guess - kCentury : guess;
}

/** A day as people type it: in the order of the form, with any separator, or as 2026-12-24. Undefined: not a day. */
export function readDay(value: string, pattern = kPattern, thisYear = new Date().getFullYear()): Day | undefined {
    const numbers = value.trim().split(/[.\-/ ]+/);
    if (numbers.length !== 3 || !numbers.every((number) => /^\d{1,4}$/.test(number))) return undefined;
    const order: readonly Part[] = numbers[0]?.length === 4 ? ['year', 'month', 'day'] : orderOf(pattern);
    const read = { day: 0, month: 0, year: 0 };
    order.forEach((part, index) => (read[part] = Number(numbers[index])));
    if ((numbers[order.indexOf('day')]?.length ?? 0) > 2 || (numbers[order.indexOf('month')]?.length ?? 0) > 2) return undefined;
    return { ...read, year: fullYear(read.year, thisYear) };
}

export function exists({ day, month, year }: Day): boolean {
    if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
    return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day as the form wants it; what is no day stays as it is. */
export function tidyDay(value: string, pattern = kPattern, thisYear = new Date().getFullYear()): string {
    const day = readDay(value, pattern, thisYear);
    if (day === undefined || !exists(day)) return value;
    const two = (number: number): string => String(number).padStart(2, '0');
    const known = orderOf(pattern).every((part) => pattern.toLowerCase().includes(part.charAt(0)));
    return (known ? pattern.toLowerCase() : kPattern)
        .replace(/y+/, (years) => (years.length <= 2 ? two(day.year % kCentury) : String(day.year)))
        .replace(/m+/, (months) => (months.length === 1 ? String(day.month) : two(day.month)))
        .replace(/d+/, (days) => (days.length === 1 ? String(day.day) : two(day.day)));
}

/** The pattern in the letters of a language; `usual`: dd.mm.yyyy in them. */
export function patternIn(usual: string, pattern = kPattern): string {
    const [day = '', month = '', year = ''] = usual.split('.').map((letters) => letters.charAt(0));
    return pattern.toLowerCase().replace(/d/g, day).replace(/m/g, month).replace(/y/g, year);
}

/** By ISO 13616: the checksum over letters and digits. */
export function isIban(value: string): boolean {
    const compact = value.replace(/ /g, '').toUpperCase();
    if (compact.length < 15 || compact.length > 34 || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(compact)) return false;
    if (compact.startsWith('DE') && compact.length !== 22) return false;
    let rest = 0;
    for (const sign of compact.slice(4) + compact.slice(0, 4)) {
        for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
    }
    return rest === 1;
}

/** 1.234,56 as well as 1,234.56 and 1234.5. */
export function isNumber(value: string): boolean {
    const compact = value.trim().replace(/^[+-]/, '').replace(/\s*(€|%|EUR)$/, '');
    return /^\d+([.,]\d+)?$/.test(compact) || /^\d{1,3}([. ']\d{3})+(,\d+)?$/.test(compact) || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact);
}

export function isTime(value: string): boolean {
    const found = /^(\d{1,2})[:.](\d{2})([:.]\d{2})?( ?(Uhr|am|pm|AM|PM))?$/.exec(value.trim());
    return found !== null && Number(found[1]) < 25 && Number(found[2]) < 60;
}

function isEmail(value: string): boolean {
    const [local, domain, ...more] = value.trim().split('@');
    if (local === undefined || domain === undefined || more.length > 0) return false;
    return local !== '' && domain.length > 3 && domain.slice(1, -1).includes('.') && !/\s/.test(value.trim());
}

function formatProblem({ format }: FormField, value: string): Problem | undefined {
    if (format === undefined) return undefined;
    const blocks = format.certain;
    const pattern = format.pattern ?? kPattern;
    const wrong = (right: boolean, code: ProblemCode): Problem | undefined => (right ? undefined : { code, blocks });
    switch (format.kind) {
        case 'date': {
            const day = readDay(value, pattern);
            if (day === undefined) return { code: 'date', blocks, pattern };
            return wrong(exists(day), 'no_such_day');
        }
        case 'time':
            return wrong(isTime(value), 'time');
        case 'number':
            return wrong(isNumber(value), 'number');
        case 'iban':
            return wrong(isIban(value), 'iban');
        case 'email':
            return wrong(isEmail(value), 'email');
        case 'postcode':
            return wrong(/^\d{5}$/.test(value.trim()), 'postcode');
    }
}

/** Some lists are filled by a script, which never runs. */
function canBeFilled({ kind, open, options }: FormField): boolean {
    const isChosen = kind === 'radio' || kind === 'list' || (kind === 'choice' && !open);
    return !isChosen || options.some(({ value }) => value.trim() !== '');
}

export function problemOf(field: FormField, value: string): Problem | undefined {
    if (field.readOnly) return undefined;
    // Whoever cannot draw must be able to confirm all the same.
    if (value.trim() === '') return field.required ? { code: 'required', blocks: field.kind !== 'signature' && canBeFilled(field) } : undefined;
    if (field.kind === 'signature' || (field.kind === 'check' && value === kChecked)) return undefined;
    if (field.kind === 'radio' || field.kind === 'list') return undefined;
    if (field.maxLength !== undefined && [...value].length > field.maxLength) {
        return { code: 'too_long', blocks: true, most: field.maxLength };
    }
    if (!kPrintable.test(value.normalize('NFC'))) return { code: 'unprintable', blocks: true };
    return formatProblem(field, value);
}

/** What hinders to confirm, in the order of the form. */
export function blockers(fields: readonly FormField[], valueOf: (field: FormField) => string): readonly FormField[] {
    return fields.filter((field) => problemOf(field, valueOf(field))?.blocks === true);
}

export const hasOption = (value: string, option: string): boolean => parts(value).includes(option);
