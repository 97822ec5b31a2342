// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The form that both fill in: pieces in base64, which src/form alone understands.
import { boolean, DecodeFailure, type Decoder, id, type Infer, integer, list, object, optional, text, time } from './schema.js';

const kChangeChars = 10_924;
const kWholeChars = 54_616;
const kUpdatesKept = 4000;
const kFields = 2000;

const documentId = id('doc');

function matching(form: RegExp, maxLength: number): Decoder<string> {
    const read = text(maxLength);
    return (value, path) => {
        const found = read(value, path);
        if (!form.test(found)) throw new DecodeFailure(path);
        return found;
    };
}
const kBase64 = /^[A-Za-z0-9+/=]+$/;
const bytes = matching(kBase64, kWholeChars);
export const sha256 = matching(/^[0-9a-f]{64}$/, 64);

const updateFields = { file: documentId, bytes, whole: optional(boolean) };
/** One piece is short; all of one side may be longer. */
export function formUpdate<S extends object>(read: Decoder<S>): Decoder<S> {
    return (value, path) => {
        const update = read(value, path) as S & { readonly bytes: string; readonly whole?: boolean };
        if (update.whole !== true && update.bytes.length > kChangeChars) throw new DecodeFailure('bytes');
        return update;
    };
}
export const formUpdateFields = updateFields;
export const formClaimFields = { file: documentId, field: optional(integer(0, kFields)) };
export const formFile = documentId;

const side = list(bytes, kUpdatesKept);
const formCopy = object({
    file: documentId,
    citizen: side,
    clerk: side,
    clerk_said: integer(),
    confirmed: optional(object({ sha256, at: time })),
});
export type FormCopy = Infer<typeof formCopy>;

export const formNews = {
    'form.state': object({ form: optional(formCopy) }),
    'form.updated': object({ file: documentId, said: integer(1), bytes }),
    'form.claimed': object(formClaimFields),
};
