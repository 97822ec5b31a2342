// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// One's own place in line, kept up to date by the changes that everybody hears.
import type { LineChange } from '../protocol/messages.js';

/** Undefined: no longer in line. */
export function rankAfter(rank: number | undefined, changes: readonly LineChange[]): number | undefined {
    let mine = rank;
    for (const change of changes) {
        if (mine === undefined) return undefined;
        if ('left' in change) {
            if (change.left === mine) mine = undefined;
            else if (change.left < mine) mine -= 1;
        } else if (change.inserted <= mine) mine += 1;
    }
    return mine;
}
