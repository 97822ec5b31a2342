// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Filling in a form together. Loaded when one is opened.
import type { Filled } from '../../form/digest.js';
import { finishForm } from '../../form/finishForm.js';
import type { Finish } from '../../form/table.js';
import { translator } from '../../text/index.js';

export { FormTable } from '../../form/table.js';

interface FinishOf extends Finish {
    readonly fileName: string;
    readonly clerk: string;
}

const kType = 'application/pdf';

/** The words on the added page are those of the authority's form. */
export async function finish(original: Uint8Array, filled: readonly Filled[], of: FinishOf): Promise<File> {
    const text = translator('de');
    const typeface = Uint8Array.from(atob(FORM_TYPEFACE), (sign) => sign.charCodeAt(0));
    const citizen = of.name === '' ? text('proof.visitor') : of.name;
    const bytes = await finishForm(original, filled, { ...of, citizen }, typeface, text);
    return new File([new Uint8Array(bytes)], of.fileName.replace(/\.pdf$/i, '') + text('proof.suffix') + '.pdf', { type: kType });
}
