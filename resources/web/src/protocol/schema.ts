// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Small decoders: `unknown` in, a typed value out. A decoder names the field that is wrong, never its value.

export class DecodeFailure extends Error {
    constructor(readonly field: string) {
        super(`bad field: ${field}`);
    }
}

export type Decoder<T> = (value: unknown, path: string) => T;
export interface Optional<T> {
    readonly optional: Decoder<T>;
}
export type Infer<D> = D extends Decoder<infer T> ? T : never;

type Shape = Record<string, Decoder<unknown> | Optional<unknown>>;
type RequiredKeys<S extends Shape> = { [K in keyof S]: S[K] extends Optional<unknown> ? never : K }[keyof S];
type OptionalKeys<S extends Shape> = { [K in keyof S]: S[K] extends Optional<unknown> ? K : never }[keyof S];
type Flat<T> = { [K in keyof T]: T[K] };
export type Decoded<S extends Shape> = Flat<
    { readonly [K in RequiredKeys<S>]: S[K] extends Decoder<infer T> ? T : never } & {
        readonly [K in OptionalKeys<S>]?: S[K] extends Optional<infer T> ? T : never;
    }
>;

export const optional = <T>(decoder: Decoder<T>): Optional<T> => ({ optional: decoder });

export function text(maxLength = 65536): Decoder<string> {
    return (value, path) => {
        if (typeof value !== 'string' || value.length > maxLength) throw new DecodeFailure(path);
        return value;
    };
}

export function integer(min = 0, max = Number.MAX_SAFE_INTEGER): Decoder<number> {
    return (value, path) => {
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
            throw new DecodeFailure(path);
        }
        return value;
    };
}

export const number: Decoder<number> = (value, path) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw new DecodeFailure(path);
    return value;
};

export const boolean: Decoder<boolean> = (value, path) => {
    if (typeof value !== 'boolean') throw new DecodeFailure(path);
    return value;
};

export function oneOf<const T extends readonly string[]>(...values: T): Decoder<T[number]> {
    return (value, path) => {
        if (typeof value !== 'string' || !values.includes(value)) throw new DecodeFailure(path);
        return value;
    };
}

export function id(prefix: string): Decoder<string> {
    const form = new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`);
    return (value, path) => {
        if (typeof value !== 'string' || !form.test(value)) throw new DecodeFailure(path);
        return value;
    };
}

const timeForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
export const time: Decoder<string> = (value, path) => {
    if (typeof value !== 'string' || !timeForm.test(value) || Number.isNaN(Date.parse(value))) {
        throw new DecodeFailure(path);
    }
    return value;
};

const dayForm = /^\d{4}-\d\d-\d\d$/;
/** A day of the calendar, such as 2026-12-24. */
export const calendarDay: Decoder<string> = (value, path) => {
    if (typeof value !== 'string' || !dayForm.test(value)) throw new DecodeFailure(path);
    const at = Date.parse(`${value}T00:00:00Z`);
    if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(value)) throw new DecodeFailure(path);
    return value;
};

export function list<T>(item: Decoder<T>, maxLength = 10000): Decoder<readonly T[]> {
    return (value, path) => {
        if (!Array.isArray(value) || value.length > maxLength) throw new DecodeFailure(path);
        return value.map((entry: unknown, index) => item(entry, `${path}[${index}]`));
    };
}

/** Any keys, all values alike: the same words by language tag. */
export function map<T>(item: Decoder<T>): Decoder<Readonly<Record<string, T>>> {
    return (value, path) => {
        if (!isRecord(value)) throw new DecodeFailure(path);
        const entries = Object.entries(value).map(([key, entry]) => [key, item(entry, `${path}.${key}`)] as const);
        return Object.fromEntries(entries);
    };
}

const has = (record: object, key: string): boolean => Object.prototype.hasOwnProperty.call(record, key);

function isRecord(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function object<S extends Shape>(shape: S): Decoder<Decoded<S>> {
    return (value, path) => {
        if (!isRecord(value)) throw new DecodeFailure(path);
        const result: Record<string, unknown> = {};
        for (const [key, decoder] of Object.entries(shape)) {
            const field = path === '' ? key : `${path}.${key}`;
            const entry = has(value, key) ? value[key] : undefined;
            if (typeof decoder === 'function') result[key] = decoder(entry, field);
            else if (entry !== undefined) result[key] = decoder.optional(entry, field);
        }
        return result as Decoded<S>;
    };
}

/** Takes the first alternative whose single distinguishing key is there. */
export function keyed<S extends Record<string, Decoder<unknown>>>(alternatives: S): Decoder<Infer<S[keyof S]>> {
    return (value, path) => {
        if (!isRecord(value)) throw new DecodeFailure(path);
        for (const [key, decoder] of Object.entries(alternatives)) {
            if (has(value, key)) return decoder(value, path) as Infer<S[keyof S]>;
        }
        throw new DecodeFailure(path);
    };
}

export type Tagged<S extends Record<string, Decoder<object>>> = {
    [K in keyof S]: Flat<{ readonly type: K } & Infer<S[K]>>;
}[keyof S];

/** A union told apart by `type`; an unknown type is undefined, not a failure: newer servers may say more. */
export function tagged<S extends Record<string, Decoder<object>>>(variants: S): Decoder<Tagged<S> | undefined> {
    return (value, path) => {
        if (!isRecord(value) || typeof value['type'] !== 'string') throw new DecodeFailure('type');
        const type = value['type'];
        const decoder = has(variants, type) ? variants[type] : undefined;
        if (decoder === undefined) return undefined;
        return { type, ...decoder(value, path) } as Tagged<S>;
    };
}
