// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Where things are, and what is kept of a journey that failed.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const kRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
export const kArtifacts = path.join(kRoot, 'build/e2e-artifacts');

/** The build under test: SPRECHTAG_BUILD, else the first preset that has a server. */
export function buildDirectory() {
    const candidates = process.env.SPRECHTAG_BUILD
        ? [path.resolve(process.env.SPRECHTAG_BUILD)]
        : ['ci', 'dev', 'release'].map((preset) => path.join(kRoot, 'build', preset));
    const found = candidates.find((directory) => existsSync(path.join(directory, 'server/app/sprechtag-server')));
    if (found === undefined) throw new Error(`no sprechtag-server in ${candidates.join(', ')}: build it first`);
    return found;
}

/** The files of one journey: forgotten when it went well, kept under build/e2e-artifacts when it did not. */
export class Workplace {
    directory;

    constructor(name) {
        this.directory = path.join(kArtifacts, name);
        rmSync(this.directory, { recursive: true, force: true });
        mkdirSync(this.directory, { recursive: true, mode: 0o700 });
    }

    file(name) {
        return path.join(this.directory, name);
    }

    folder(name) {
        const folder = this.file(name);
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        return folder;
    }

    clear() {
        rmSync(this.directory, { recursive: true, force: true });
    }
}
