// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Forms that nobody here made, from whatever folders are named: each is taken in as by the server, read, filled in and
// written, and what was typed must be found again by a reader of PDF that had no part in it. Run by hand:
// `npm run accept-forms -- build/ci/server/app/sprechtag-inspect FOLDER...`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Filled } from '../src/form/digest.js';
import type { FormField } from '../src/form/fields.js';
import { finishForm } from '../src/form/finishForm.js';
import { readForm } from '../src/form/readForm.js';
import { translator } from '../src/text/index.js';
import { actsIn, typeface } from './formKit.js';

declare const REPOSITORY: string;

const { getDocument } = (await import(`${REPOSITORY}/resources/web/node_modules/pdfjs-dist/legacy/build/pdf.mjs`)) as typeof import('pdfjs-dist');

const kWord = 'Łukasz Müßig';
const kSigned = 'M100 200L300 80L500 220';

function valueFor(field: FormField): string {
    if (field.kind === 'check') return 'on';
    if (field.kind === 'signature') return kSigned;
    const option = field.options.at(-1);
    if (option !== undefined) return option.value;
    if (field.kind === 'date') return '24.12.2026';
    return field.maxLength === undefined ? kWord : 'Äß1234567890'.slice(0, field.maxLength);
}

/** How often the word stands on the pages of the form itself. */
async function wordsIn(bytes: Uint8Array, pages: number): Promise<number> {
    const pdf = await getDocument({ data: bytes, useSystemFonts: true, verbosity: 0 }).promise;
    let found = 0;
    for (let number = 1; number <= pages; number += 1) {
        const { items } = await (await pdf.getPage(number)).getTextContent();
        const text = items.map((item) => ('str' in item ? item.str : '')).join('').replaceAll(/\s/g, '');
        found += text.split(kWord.replaceAll(/\s/g, '')).length - 1;
    }
    await pdf.destroy();
    return found;
}

/** As the server takes it in: harmless, and of how many fields; or the word with which it is refused. */
function takenIn(inspector: string, file: string): { readonly content: Uint8Array; readonly fields: number } | string {
    const came = readFileSync(file);
    const said = spawnSync(inspector, { input: came, maxBuffer: 2 ** 30 }).stdout;
    const end = said.indexOf(10);
    const [verdict, kind, treatment, fields] = said.subarray(0, end).toString().split(' ');
    if (verdict !== 'ok') return String(kind);
    return { content: new Uint8Array(treatment === 'none' ? came : said.subarray(end + 1)), fields: Number(fields) };
}

async function faultsOf(content: Uint8Array, expected: number, fileName: string): Promise<readonly string[]> {
    const read = await readForm(content);
    if (read === undefined || read.fields.length === 0) return [`${expected} fields are not seen`];
    const filled: Filled[] = read.fields.map((field) => ({ field, by: field.index % 2 === 0 ? 'citizen' : 'clerk', value: valueFor(field) }));
    const proof = { fileName, citizen: 'Łukasz Müßig', clerk: 'Frau Sommer', at: new Date(), sha256: 'ab'.repeat(32) };
    const made = await finishForm(content, filled, proof, font, translator('de'));
    const typed = filled.filter(({ field, value }) => value === kWord && field.places.length > 0).length;
    const found = await wordsIn(made.slice(), read.pages.length);
    return [...(found < typed ? [`${typed - found} of ${typed} texts are not found`] : []), ...((await actsIn(made)) ? ['it could act'] : [])];
}

const font = await typeface();
const [inspector, ...folders] = process.argv.slice(2);
if (inspector === undefined || folders.length === 0) throw new Error('name the program sprechtag-inspect, and folders with forms');
const counts = new Map<string, number>();
const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
for (const file of folders.flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))) {
    if (!file.toLowerCase().endsWith('.pdf')) continue;
    const taken = takenIn(inspector, file);
    if (typeof taken === 'string') count(`refused: ${taken}`);
    else if (taken.fields === 0) count('without fields');
    else {
        const faults = await faultsOf(taken.content, taken.fields, path.basename(file)).catch((problem: unknown) => [String(problem)]);
        count(faults.length === 0 ? 'accepted' : 'with faults');
        if (faults.length > 0) console.log(`${file}: ${faults.join(', ')}`);
    }
}
console.log([...counts].map(([what, times]) => `${times} ${what}`).join(', '));
process.exitCode = counts.has('accepted') && !counts.has('with faults') ? 0 : 1;
