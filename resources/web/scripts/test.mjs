// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Bundles each tests/*.test.ts for node and runs them with node's own runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleForNode } from './bundleForNode.mjs';

const tests = join(dirname(fileURLToPath(import.meta.url)), '../tests');
const wanted = process.argv[2] ?? '';
const outdir = await bundleForNode(readdirSync(tests).filter((name) => name.endsWith('.test.ts') && name.includes(wanted)));
try {
    const files = readdirSync(outdir).map((name) => join(outdir, name));
    const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...files], {
        stdio: 'inherit',
        env: { ...process.env, TZ: 'UTC' },
    });
    process.exitCode = run.status ?? 1;
} finally {
    rmSync(outdir, { recursive: true, force: true });
}
