// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a change makes of the document that both look at; the server and the app do the same (SharedView.cpp).
import { type From, kMarksKept, type Mark, type OwnedMark, type SharedViewState, type ViewChange } from '../protocol/view.js';

const isOf = (from: From, { id }: Mark) => (other: OwnedMark): boolean => other.from === from && other.mark.id === id;

function withMark(marks: readonly OwnedMark[], from: From, mark: Mark): readonly OwnedMark[] {
    const same = isOf(from, mark);
    if (marks.some(same)) return marks.map((other) => (same(other) ? { from, mark } : other));
    return [...marks, { from, mark }].slice(-kMarksKept);
}

function withoutMarks(marks: readonly OwnedMark[], from: From, id: number | undefined): readonly OwnedMark[] {
    if (id !== undefined) return marks.filter(({ from: of, mark }) => of !== from || mark.id !== id);
    return from === 'clerk' ? [] : marks.filter((mark) => mark.from !== from);
}

export function viewAfter(view: SharedViewState, from: From, change: ViewChange): SharedViewState {
    if ('place' in change) return { ...view, place: change.place };
    if ('mark' in change) return { ...view, marks: withMark(view.marks, from, change.mark) };
    if ('erase' in change) return { ...view, marks: withoutMarks(view.marks, from, change.erase.mark) };
    return view;
}
