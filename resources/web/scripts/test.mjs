// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Bundles each tests/*.test.ts for node and runs them with node's own runner.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = process.argv[2] ?? '';
const entryPoints = readdirSync(join(root, 'tests'))
    .filter((name) => name.endsWith('.test.ts') && name.includes(wanted))
    .map((name) => join(root, 'tests', name));
const outdir = mkdtempSync(join(tmpdir(), 'sprechtag-web-'));
try {
    await esbuild.build({
        entryPoints,
        outdir,
        bundle: true,
        platform: 'node',
        format: 'esm',
        target: 'node18',
        outExtension: { '.js': '.mjs' },
        sourcemap: 'inline',
        jsx: 'automatic',
        jsxImportSource: 'preact',
        define: { REPOSITORY: JSON.stringify(join(root, '../..')) },
    });
    const files = readdirSync(outdir).map((name) => join(outdir, name));
    const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], {
        stdio: 'inherit',
        env: { ...process.env, TZ: 'UTC' },
    });
    process.exitCode = run.status ?? 1;
} finally {
    rmSync(outdir, { recursive: true, force: true });
}
