// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of a visit: what is told of them, and the bodies of the calls by which they come.
import { boolean, id, type Infer, integer, list, object, oneOf, optional, text } from './schema.js';

export const kFileBytes = 26_214_400;
export const kFilesOfOneSide = 5;
const kDocumentsListed = 40;

const documentId = id('doc');
const bytes = integer(0, kFileBytes);

export const documentKind = oneOf('pdf', 'jpeg', 'png');
export type DocumentKind = Infer<typeof documentKind>;

export const documentCard = object({
    file: documentId,
    from: oneOf('citizen', 'clerk'),
    state: oneOf('coming', 'checking', 'offered', 'accepted', 'refused'),
    name: optional(text(120)),
    kind: optional(documentKind),
    cleaned: optional(boolean),
    bytes,
    received: bytes,
});
export type DocumentCard = Infer<typeof documentCard>;
export const documentCards = list(documentCard, kDocumentsListed);

export const documentStarted = object({ file: documentId, part_bytes: integer(1, kFileBytes) });
export const documentReceived = object({ received: bytes });
export const restRefusal = object({ error: text(64), received: optional(bytes) });
