// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Habits that a type checker cannot see. Prints one line a finding; no finding, no word.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const translations = join(root, '../../translations/web');
const findings = [];

function filesIn(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesIn(path) : [path];
    });
}

const sources = filesIn(join(root, 'src'))
    .filter((path) => /\.(tsx?|js)$/.test(path))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

/** Comments may name what code may not do; line breaks stay, for the line numbers. */
function codeOf(text) {
    return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/^\s*\/\/.*$/gm, '');
}

const kForbidden = [
    { what: /\.(innerHTML|outerHTML)\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/, why: 'markup from data' },
    { what: /\beval\(|new Function\(/, why: 'code from data' },
    { what: /JSON\.parse/, why: 'JSON is read in src/protocol/codec.ts alone', except: /^src\/protocol\/codec\.ts$/ },
    { what: /\b(document|window|localStorage|sessionStorage)\b/, why: 'no DOM below the pages', only: /^src\/(connection|state|protocol)\// },
    { what: /\b(document|HTMLElement|HTMLVideoElement)\b/, why: 'the call knows no page', only: /^src\/room\// },
    { what: /\b(fetch|WebSocket|XMLHttpRequest|sendBeacon)\(/, why: 'lines to the server are opened in src/connection', except: /^src\/connection\// },
    { what: /['"`](https?:)?\/\/(?!www\.w3\.org\/2000\/svg')[a-z]/i, why: 'no other host is named' },
    { what: /\bMediaRecorder\b/, why: 'nothing of a conversation is recorded' },
    // The clerk's own camera on its way through the background is all that is ever taken apart.
    { what: /MediaStreamTrackProcessor/, why: 'nothing of a conversation is recorded', except: /^src\/background\/stream\.ts$/ },
    // A still of an identity document is for the eye: the citizen's own photograph of a paper is all that becomes a file.
    { what: /\b(toBlob|toDataURL|convertToBlob|ImageCapture|transferToImageBitmap)\b/, why: 'no picture of a conversation is written out', except: /^src\/pages\/citizen\/photo\.ts$/ },
    { what: /\bstyle=/, why: 'the content policy allows no inline styles' },
    { what: /\b(Kunde|Kunden|Kundin)\b/, why: 'citizens are no customers' },
];

function check(rule, { path, text }) {
    if (rule.only !== undefined && !rule.only.test(path)) return;
    if (rule.except?.test(path)) return;
    codeOf(text)
        .split('\n')
        .forEach((line, index) => {
            if (rule.what.test(line)) findings.push(`${path}:${index + 1}: ${rule.why}`);
        });
}

for (const source of sources) {
    for (const rule of kForbidden) check(rule, source);
    if (!source.text.includes('SPDX-License-Identifier: EUPL-1.2')) findings.push(`${source.path}: no licence line`);
    const lines = source.text.split('\n').length;
    if (lines > 400) findings.push(`${source.path}: ${lines} lines, at most 400`);
}

// A word that no page says is dead; the key may be put together from parts, so its stem is looked for too.
const tables = ['de', 'en'].map((lang) => [lang, JSON.parse(readFileSync(join(translations, `${lang}.json`), 'utf8'))]);
const allCode = sources.map(({ text }) => text).join('\n');
const placeholders = (words) => [...words.matchAll(/\{\w+\}/g)].map(String).sort().join(' ');
const [, german] = tables[0];
for (const [lang, table] of tables) {
    for (const key of Object.keys(german)) {
        if (typeof table[key] !== 'string' || table[key].trim() === '') findings.push(`${lang}.json: ${key} is missing`);
        else if (placeholders(table[key]) !== placeholders(german[key])) findings.push(`${lang}.json: ${key} has other placeholders`);
    }
    for (const key of Object.keys(table)) {
        if (!(key in german)) findings.push(`${lang}.json: ${key} is not in de.json`);
    }
}
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const composed = [...allCode.matchAll(/`([\w.]*\$\{[^`]*)`/g)]
    .map(([, template]) => template.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.some((part) => part.includes('.')) || parts.slice(1).some((part) => /^\.\w+/.test(part)))
    .map((parts) => new RegExp(`^${parts.map(escaped).join('\\w+')}$`));
for (const key of Object.keys(german)) {
    if (!allCode.includes(`'${key}'`) && !composed.some((form) => form.test(key))) {
        findings.push(`de.json: nobody says ${key}`);
    }
}

for (const finding of findings) console.error(finding);
process.exit(findings.length === 0 ? 0 : 1);
