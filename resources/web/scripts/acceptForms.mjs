// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Bundles tests/acceptForms.ts for node and runs it over the folders that are named.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { bundleForNode } from './bundleForNode.mjs';

const outdir = await bundleForNode(['acceptForms.ts']);
try {
    process.exitCode = spawnSync(process.execPath, [`${outdir}/acceptForms.mjs`, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
} finally {
    rmSync(outdir, { recursive: true, force: true });
}
