// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What people have written to each other, and how each message changes it. Pure.
import { kTextChars, type SpokenLine } from '../protocol/messages.js';

export interface TalkLine {
    readonly from: SpokenLine['from'];
    readonly line: number;
    readonly text: string;
    readonly at: number;
    /** The server has it. */
    readonly kept: boolean;
    /** Of a guest. */
    readonly peer?: number;
    readonly name?: string;
}

export interface Talk {
    /** As they were finished. */
    readonly done: readonly TalkLine[];
    /** What the other one is writing; without text: something that is not shown yet. */
    readonly growing?: { readonly line: number; readonly text: string; readonly peer?: number; readonly name?: string };
}

export const emptyTalk: Talk = { done: [] };

const isSame = (a: TalkLine, b: SpokenLine): boolean => a.from === b.from && a.line === b.line && a.peer === b.peer;

/** Of a guest, who and how called; of clerk and citizen nothing. */
function guestOf({ peer, name }: SpokenLine): { readonly peer?: number; readonly name?: string } {
    return { ...(peer !== undefined && { peer }), ...(name !== undefined && { name }) };
}

function withDone(talk: Talk, spoken: SpokenLine): Talk {
    const line = { from: spoken.from, line: spoken.line, text: spoken.text, at: Date.parse(spoken.at), kept: true, ...guestOf(spoken) };
    const known = talk.done.some((other) => isSame(other, spoken));
    const done = known ? talk.done.map((other) => (isSame(other, spoken) ? line : other)) : [...talk.done, line];
    const { growing, ...rest } = talk;
    const goes = spoken.from !== 'citizen' && growing?.line === spoken.line && growing.peer === spoken.peer;
    return { ...rest, done, ...(growing !== undefined && !goes && { growing }) };
}

/** Of several who write, the one whose letters came last is shown. */
function withGrowing(talk: Talk, spoken: SpokenLine): Talk {
    const { line, stage, text } = spoken;
    const { growing, ...rest } = talk;
    if (stage !== 'writing' || text !== '') return { ...rest, growing: { line, text, ...guestOf(spoken) } };
    return growing !== undefined && growing.peer !== spoken.peer ? talk : rest;
}

/** What came from the server: news, or what was said before. */
export function heard(talk: Talk, spoken: SpokenLine): Talk {
    if (spoken.stage === 'done') return withDone(talk, spoken);
    return spoken.from === 'citizen' ? talk : withGrowing(talk, spoken);
}

export function said(talk: Talk, line: number, text: string, at: number): Talk {
    return { ...talk, done: [...talk.done, { from: 'citizen', line, text, at, kept: false }] };
}

export function notKept(talk: Talk): readonly TalkLine[] {
    return talk.done.filter(({ kept }) => !kept);
}

/** Above every line of one's own that there was. */
export function nextLine(talk: Talk, now: number): number {
    return Math.max(now, ...talk.done.filter(({ from }) => from === 'citizen').map(({ line }) => line + 1));
}

/** What can be sent: of what was pasted, no control characters and no halves of characters, and not too much. */
export function fitting(text: string): string {
    const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]|\p{Cs}|[\u2028\u2029]/gu, ' ');
    return clean.slice(0, kTextChars).replace(/\p{Cs}$/u, '');
}
