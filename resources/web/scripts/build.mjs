// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Builds dist/: the citizen page with content-hashed, compressed assets, and the clerk's call page as plain files.
//   node scripts/build.mjs [--depfile FILE TARGET]    FILE: on what TARGET depends, for CMake
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';
import subsetFont from 'subset-font';
import { withoutUnusedProperties } from './pruneCss.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
// Built aside and moved into place: whoever serves or embeds dist/ never sees half of it.
const fresh = join(root, `dist.${process.pid}`);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const bytesOfFirstVisit = [];

function compressed(data) {
    return {
        br: brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        gz: gzipSync(data, { level: 9 }),
    };
}

function write(path, data, { compress = true, later = false } = {}) {
    const file = join(fresh, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, data);
    if (!compress) return;
    const { br, gz } = compressed(Buffer.from(data));
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gz);
    if (!later) bytesOfFirstVisit.push({ path, plain: Buffer.byteLength(data), br: br.length });
}

function hashed(name, extension, data) {
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 12);
    return `assets/${name}-${hash}.${extension}`;
}

function writeAsset(name, extension, data, options) {
    const path = hashed(name, extension, data);
    write(`citizen/${path}`, data, options);
    return path;
}

async function bundle(entry, options) {
    const result = await esbuild.build({
        absWorkingDir: root,
        entryPoints: [entry],
        bundle: true,
        write: false,
        minify: true,
        charset: 'utf8',
        legalComments: 'none',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        define: { VERSION: JSON.stringify(version) },
        ...options,
    });
    return result.outputFiles[0].text;
}

/**
 * What the page loads only when it is asked for: a file of its own. Not split off by the bundler, which would put what both
 * share into a third file that every first visit waits for.
 */
async function writeLater(entry, name, options) {
    const path = writeAsset(name, 'js', await bundle(entry, options), { later: true });
    const filter = new RegExp(`/${name}\\.js$`);
    return {
        name,
        setup: (build) => build.onResolve({ filter }, ({ kind }) =>
            kind === 'dynamic-import' ? { path: path.replace('assets/', './'), external: true } : undefined),
    };
}

async function stylesheet(entry) {
    const { css } = sass.compile(join(root, entry), {
        loadPaths: [join(root, 'node_modules')],
        quietDeps: true,
        silenceDeprecations: ['import'],
    });
    const small = await esbuild.transform(css, { loader: 'css', minify: true, charset: 'utf8', target: 'chrome87' });
    return withoutUnusedProperties(small.code);
}

/** Latin letters of European languages: names are not only German. */
const kLetters = Array.from({ length: 0x180 - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
const kSigns = '–—‘’‚“”„…‹›«»·•€→Ø';

async function writeFont(file, name) {
    const source = readFileSync(join(root, 'node_modules/@kern-ux/native/dist/fonts/fira-sans', file));
    const font = await subsetFont(source, kLetters + kSigns, { targetFormat: 'woff2' });
    return writeAsset(name, 'woff2', font, { compress: false });
}

/** Reads PDFs, in a thread of its own. */
const kDocumentWorker = 'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs';

/** As src/form/checks.ts lets them be typed: what is in no typeface is in no file. */
const kFormLetters = [[0x20, 0x7e], [0xa0, 0x24f], [0x370, 0x3ce], [0x400, 0x45f], [0x490, 0x491], [0x1e80, 0x1e85], [0x1ef2, 0x1ef3]]
    .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)))
    .join('') + '\u1e9e–—‘’‚“”„…‹›€−';

/** As it is embedded into the file, so not compressed; in base64, because it comes with the script that embeds it. */
async function formTypeface() {
    const source = readFileSync(join(root, 'node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2'));
    return (await subsetFont(source, kFormLetters, { targetFormat: 'sfnt' })).toString('base64');
}

async function buildCitizen() {
    const fonts = {
        regular: await writeFont('FiraSans-Regular.woff2', 'fira-sans-regular'),
        semibold: await writeFont('FiraSans-SemiBold.woff2', 'fira-sans-semibold'),
    };
    const css = (await stylesheet('styles/citizen.scss')).replace(/url\("?fonts\/(\w+)\.woff2"?\)/g, (_, name) => {
        return `url(${fonts[name].replace('assets/', '')})`;
    });
    const options = { format: 'esm', target: 'es2020' };
    const worker = writeAsset('document-worker', 'js', await bundle(kDocumentWorker, { format: 'iife', target: 'es2020' }), { later: true });
    const define = { DOCUMENT_WORKER: JSON.stringify(worker.replace('assets/', './')) };
    const fill = { FORM_TYPEFACE: JSON.stringify(await formTypeface()) };
    const plugins = [
        await writeLater('src/pages/citizen/filling.ts', 'filling', { ...options, define: fill }),
        await writeLater('src/pages/citizen/qr.ts', 'qr', options),
        await writeLater('src/pages/citizen/looking.ts', 'looking', { ...options, define }),
        await writeLater('src/pages/citizen/photo.ts', 'photo', options),
    ];
    const script = await bundle('src/pages/citizen/main.tsx', { ...options, plugins });
    const old = readFileSync(join(root, 'src/pages/citizen/old.js'), 'utf8');
    const icon = readFileSync(join(root, 'src/pages/citizen/icon.svg'), 'utf8');
    const page = readFileSync(join(root, 'src/pages/citizen/index.html'), 'utf8')
        .replace('%STYLE%', writeAsset('citizen', 'css', css))
        .replace('%SCRIPT%', writeAsset('citizen', 'js', script))
        .replace('%OLD%', writeAsset('old', 'js', old))
        .replace('%ICON%', writeAsset('icon', 'svg', icon));
    write('citizen/index.html', page);
}

/** Whose work is in a page, and under which terms. */
function writeLicences(page, works) {
    const parts = works.map(([name, file]) => `=== ${name} ===\n\n${readFileSync(join(root, file), 'utf8').trim()}\n`);
    write(`${page}/licences.txt`, parts.join('\n\n'), { compress: false });
}

const kFormWorks = [
    ['Yjs', 'node_modules/yjs/LICENSE'],
    ['lib0', 'node_modules/lib0/LICENSE'],
    ['pdf-lib', 'node_modules/pdf-lib/LICENSE.md'],
    ['signature_pad', 'node_modules/signature_pad/LICENSE'],
    ['pako, in pdf-lib', 'node_modules/pako/LICENSE'],
    ['fontkit (@pdf-lib/fontkit)', 'licences/fontkit.txt'],
];
const kDocumentWorks = [
    ['PDF.js (pdfjs-dist)', 'node_modules/pdfjs-dist/LICENSE'],
    ['core-js, in PDF.js', 'licences/core-js.txt'],
];

function buildLicences() {
    writeLicences('citizen', [
        ['Preact', 'node_modules/preact/LICENSE'],
        ['KERN UX (@kern-ux/native)', 'node_modules/@kern-ux/native/LICENSE.md'],
        ['uqr', 'node_modules/uqr/LICENSE'],
        ...kDocumentWorks,
        ...kFormWorks,
        ['Fira Sans', 'licences/fira-sans.txt'],
    ]);
    writeLicences('clerk-call', [
        ['@twilio/video-processors', 'node_modules/@twilio/video-processors/LICENSE.md'],
        ...kDocumentWorks,
        ...kFormWorks,
        ['TensorFlow Lite, selfie segmentation of MediaPipe', 'licences/apache-2.0.txt'],
    ]);
}

async function buildClerkCall() {
    // The app injects every script at the top of this folder, and serves the rest.
    // The module of the background asks for these in Node.js alone.
    const external = ['fs', 'path'];
    const script = await bundle('src/pages/clerk-call/main.ts', { format: 'iife', target: 'chrome102', external });
    write('clerk-call/call.js', script, { compress: false });
    const worker = await bundle(kDocumentWorker, { format: 'iife', target: 'chrome102' });
    write('clerk-call/document.worker', worker, { compress: false });
    // Read by the page when a background is chosen for the first time, not before.
    for (const [file, name] of [['tflite-simd-1-0-0.wasm', 'person.wasm'], ['selfie_segmentation_landscape.tflite', 'person.tflite']]) {
        write(`clerk-call/${name}`, readFileSync(join(root, 'node_modules/@twilio/video-processors/dist/build', file)), { compress: false });
    }
    write('clerk-call/call.css', await stylesheet('styles/call.scss'), { compress: false });
    write('clerk-call/index.html', readFileSync(join(root, 'src/pages/clerk-call/index.html')), { compress: false });
}

/** Folders are named too: a new file in one changes it. */
function sourcesIn(folder) {
    const entries = readdirSync(folder, { withFileTypes: true });
    return [folder].concat(
        entries.flatMap((entry) => {
            const path = join(folder, entry.name);
            return entry.isDirectory() ? sourcesIn(path) : [path];
        }),
    );
}

function writeDepfile(file, target) {
    const folders = [join(root, 'src'), join(root, 'styles'), join(root, 'scripts'), join(root, '../../translations/web')];
    const sources = folders.flatMap(sourcesIn).map((path) => path.replaceAll(' ', '\\ '));
    writeFileSync(file, `${target}: ${sources.join(' ')}\n`);
}

rmSync(fresh, { recursive: true, force: true });
try {
    await buildCitizen();
    await buildClerkCall();
    buildLicences();
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
} finally {
    rmSync(fresh, { recursive: true, force: true });
}
for (const { path, plain, br } of bytesOfFirstVisit) console.log(`${String(br).padStart(6)} B brotli  ${plain} B  ${path}`);
const total = bytesOfFirstVisit.reduce((sum, { br }) => sum + br, 0);
console.log(`${String(total).padStart(6)} B brotli  first visit, without fonts`);
const [option, depfile, depTarget] = process.argv.slice(2);
if (option === '--depfile') writeDepfile(depfile, depTarget);
