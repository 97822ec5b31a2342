// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What was agreed on, as one text that both can compute: its digest stands on the last page of the file.
import type { FormField, Side } from './fields.js';

export interface Filled {
    readonly field: FormField;
    readonly value: string;
    /** Undefined: it stood in the form. */
    readonly by?: Side;
}

const encoder = new TextEncoder();

async function sha256(bytes: Uint8Array): Promise<string> {
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Over the empty form and each of its fields with what is in it and who entered it. */
export async function digestOf(original: Uint8Array, filled: readonly Filled[]): Promise<string> {
    const lines = filled.map(({ field, value, by }) => JSON.stringify([field.name, value, by ?? 'form']));
    return sha256(encoder.encode([await sha256(original), ...lines].join('\n')));
}
