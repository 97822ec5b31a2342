// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What of a change calls somebody back who looks elsewhere. Pure.
import type { Ticket } from './model.js';

export type News = 'called' | 'reminded' | 'readmitted';

export function newsOf(before: Ticket | undefined, now: Ticket | undefined): News | undefined {
    if (now === undefined) return undefined;
    if (now.state === 'called' && before?.epoch !== now.epoch) return 'called';
    // The clerk has looked for somebody who is parked, and will again.
    if (now.parked !== undefined && (before?.parked?.remindAt ?? Infinity) < now.parked.remindAt) return 'reminded';
    return before?.state === 'missed' && now.state === 'waiting' ? 'readmitted' : undefined;
}
