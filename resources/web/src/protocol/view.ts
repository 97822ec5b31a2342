// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The document that both look at: where, who points at what, what is marked (PROTOCOL.md §6).
import { id, type Infer, integer, keyed, list, object, oneOf, optional } from './schema.js';

/** Places in a page count from 0 to here, whatever its size. */
export const kSides = 10_000;
export const kZoomLeast = 100;
export const kZoomMost = 800;
/** Of one stroke; a longer one is made of two. */
export const kMarkPoints = 200;
export const kMarksKept = 200;

const file = id('doc');
const page = integer(1, 5000);
const side = integer(0, kSides);
export const from = oneOf('citizen', 'clerk');
export type From = Infer<typeof from>;

export const place = object({ page, zoom: integer(kZoomLeast, kZoomMost), x: side, y: side });
export type Place = Infer<typeof place>;
const pointer = object({ page, x: side, y: side });
export type Pointer = Infer<typeof pointer>;
const mark = object({ id: integer(1), pen: oneOf('line', 'highlight'), page, points: list(side, 2 * kMarkPoints) });
export type Mark = Infer<typeof mark>;
const ownedMark = object({ from, mark });
export type OwnedMark = Infer<typeof ownedMark>;

export const viewChange = keyed({
    place: object({ place }),
    pointer: object({ pointer }),
    pointer_gone: object({ pointer_gone: object({}) }),
    mark: object({ mark }),
    erase: object({ erase: object({ mark: optional(integer(1)) }) }),
});
export type ViewChange = Infer<typeof viewChange>;

export const sharedView = object({ file, place, marks: list(ownedMark, kMarksKept) });
export type SharedViewState = Infer<typeof sharedView>;

export const changeOfView = { file, change: viewChange };
export const changedView = { from, file, change: viewChange };
