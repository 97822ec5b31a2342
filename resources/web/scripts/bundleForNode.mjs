// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Makes programs for node of files in tests/, in a folder that the caller removes.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

export async function bundleForNode(names) {
    const outdir = mkdtempSync(join(tmpdir(), 'sprechtag-web-'));
    await esbuild.build({
        entryPoints: names.map((name) => join(root, 'tests', name)),
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
    return outdir;
}
