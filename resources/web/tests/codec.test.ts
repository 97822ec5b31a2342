// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Every sample of the protocol, read and written; and what is no sample, refused by the field's name.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { decodeToApp, decodeToClient, decodeToPage, decodeToServer, encode } from '../src/protocol/codec.js';
import type { Decoding } from '../src/protocol/codec.js';

type AnyMessage = Parameters<typeof encode>[0];
const fixtures = join(REPOSITORY, 'tests/contract/fixtures');
const directions: Readonly<Record<string, (frame: string) => Decoding<AnyMessage>>> = {
    citizen_to_client: decodeToClient,
    citizen_to_server: decodeToServer,
    bridge_to_page: decodeToPage,
    bridge_to_app: decodeToApp,
};

for (const [folder, decode] of Object.entries(directions)) {
    const names = readdirSync(join(fixtures, folder)).filter((name) => name.endsWith('.json'));
    test(`there are samples in ${folder}`, () => assert.ok(names.length > 5));
    for (const name of names) {
        test(`reads and writes ${folder}/${name} without loss`, () => {
            const frame = readFileSync(join(fixtures, folder, name), 'utf8');
            const decoded = decode(frame);
            assert.ok(decoded.ok, JSON.stringify(decoded));
            assert.deepEqual(JSON.parse(encode(decoded.message)), JSON.parse(frame));
        });
        test(`takes no wrong type for a field of ${folder}/${name}`, () => {
            const whole = JSON.parse(readFileSync(join(fixtures, folder, name), 'utf8')) as Record<string, unknown>;
            for (const key of Object.keys(whole)) {
                if (key === 'type') continue;
                const decoded = decode(JSON.stringify({ ...whole, [key]: { surely: 'wrong' } }));
                // An object of optional fields accepts any object: only there nothing can be wrong.
                if (decoded.ok) assert.ok(['devices', 'chosen'].includes(key), `${key} accepted an object`);
                else assert.ok(decoded.field.startsWith(key), `${decoded.field} was blamed for ${key}`);
            }
        });
    }
}

const mayBeLeftOut = new Set(
    readFileSync(join(fixtures, 'optional_fields.txt'), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#')),
);

/** Every way to leave one field out, with the field's path as optional_fields.txt writes it. */
function* withoutEachField(value: unknown, path = ''): Generator<{ path: string; value: unknown }> {
    if (Array.isArray(value)) {
        for (const [index, entry] of value.entries()) {
            for (const less of withoutEachField(entry, `${path}[]`)) {
                yield { path: less.path, value: value.map((entry: unknown, at) => (at === index ? less.value : entry)) };
            }
        }
    } else if (typeof value === 'object' && value !== null) {
        const record = value as Record<string, unknown>;
        for (const key of Object.keys(record)) {
            const inner = path === '' ? key : `${path}.${key}`;
            const { [key]: gone, ...rest } = record;
            yield { path: inner, value: rest };
            for (const less of withoutEachField(gone, inner)) {
                yield { path: less.path, value: { ...record, [key]: less.value } };
            }
        }
    }
}

for (const [folder, decode] of Object.entries(directions)) {
    for (const name of readdirSync(join(fixtures, folder))) {
        test(`insists on the fields of ${folder}/${name} that may not be left out`, () => {
            const whole = JSON.parse(readFileSync(join(fixtures, folder, name), 'utf8')) as { type: string };
            for (const { path, value } of withoutEachField(whole)) {
                if (path === 'type') continue;
                const optional = mayBeLeftOut.has(`${folder} ${whole.type} ${path}`);
                assert.equal(decode(JSON.stringify(value)).ok, optional, path);
            }
        });
    }
}

test('ignores fields that it does not know', () => {
    const decoded = decodeToClient('{"type":"done","re":"c1","future":{"x":1}}');
    assert.deepEqual(decoded, { ok: true, message: { type: 'done', re: 'c1' } });
});

const rows: readonly (readonly [string, string, string, string])[] = [
    ['text that is no JSON', '{', 'malformed', ''],
    ['an unknown type', '{"type":"moon.rise"}', 'unsupported', 'type'],
    ['a type that objects inherit', '{"type":"constructor"}', 'unsupported', 'type'],
    ['a message without type', '{"re":"c1"}', 'bad_field', 'type'],
    ['a list', '[]', 'bad_field', 'type'],
    ['null where a field is left out', '{"type":"done","re":"c1","epoch":null}', 'bad_field', 'epoch'],
    ['a broken number', '{"type":"call.ice","re":"c","servers":[],"policy":"all","ttl_s":1.5}', 'bad_field', 'ttl_s'],
    ['a number beyond the safe ones', '{"type":"done","re":"c1","epoch":9007199254740993}', 'bad_field', 'epoch'],
    ['an id of another kind', '{"type":"ticket.ended","ticket":"off_01h455vb4pex5vsknk084sn02q","reason":"left"}', 'bad_field', 'ticket'],
    ['an unknown word', '{"type":"ticket.ended","reason":"bored"}', 'bad_field', 'reason'],
    ['a field deep inside', '{"type":"call.ice","re":"c","servers":[{"urls":[7]}],"policy":"all","ttl_s":1}', 'bad_field', 'servers[0].urls[0]'],
    ['an inherited field', '{"type":"done","__proto__":{"re":"c1"}}', 'bad_field', 're'],
];
for (const [name, frame, problem, field] of rows) {
    test(`refuses ${name}`, () => assert.deepEqual(decodeToClient(frame), { ok: false, problem, field }));
}
