// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Writing with the clerk: says what is typed, letter by letter or line by line, and says it again until the server has it.
import type { Notice, SpokenLine } from '../protocol/messages.js';
import { emptyTalk, fitting, heard, nextLine, notKept, said, type Talk, type TalkLine } from '../state/talk.js';

export interface TextView {
    readonly talk: Talk;
    readonly draft: string;
    /** The other one reads letters as they come; else lines that are done. */
    readonly letters: boolean;
    readonly open: boolean;
    /** The newest line of the other one that was in sight. */
    readonly readUpTo: number;
}

export type TextChoice = Pick<TextView, 'letters' | 'open' | 'readUpTo'>;

/** Lines of the other one that came while it was closed. */
export function unreadLines({ talk, readUpTo }: TextView): readonly TalkLine[] {
    return talk.done.filter(({ from, line }) => from !== 'citizen' && line > readUpTo);
}

export interface TextSituation {
    readonly talking: boolean;
    readonly epoch: number;
    /** The server knows on this line who speaks. */
    readonly online: boolean;
}

export interface TextWorld {
    notify(notice: Notice): boolean;
    now(): number;
    setTimer(ms: number, action: () => void): () => void;
    changed(view: TextView): void;
}

/** EN 301 549: half a second from the key to the other side. */
const kAtMostEveryMs = 250;
/** After so long without a key nobody writes any more. */
const kIdleMs = 5000;
const kSayAgainMs = 3000;
const kSayAgainAtOnce = 20;

const none = (): void => undefined;

export class VisitText {
    #situation: TextSituation = { talking: false, epoch: 0, online: false };
    #view: TextView;
    /** The number of what is being written; 0: nothing is. */
    #line = 0;
    #idle = false;
    #sent = '';
    #sentAt = Number.NEGATIVE_INFINITY;
    #cancelSend = none;
    #cancelIdle = none;
    #cancelAgain = none;

    constructor(
        private readonly world: TextWorld,
        choice: TextChoice,
    ) {
        this.#view = { talk: emptyTalk, draft: '', ...choice };
    }

    get view(): TextView {
        return this.#view;
    }

    update(situation: TextSituation): void {
        const before = this.#situation;
        this.#situation = situation;
        if (!situation.talking) {
            if (before.talking) this.#forget();
        } else if (situation.online && !(before.online && before.talking && before.epoch === situation.epoch)) {
            this.#sent = '';
            this.#sayAgain();
            this.#flush();
        }
    }

    receive(lines: readonly SpokenLine[]): void {
        this.#set({ talk: lines.reduce(heard, this.#view.talk) });
        for (const line of lines) if (line.from === 'citizen' && line.stage !== 'done') this.#takeUp(line);
    }

    type(text: string): void {
        const draft = fitting(text);
        if (this.#line === 0 && draft !== '') this.#line = nextLine(this.#view.talk, this.world.now());
        this.#idle = false;
        this.#cancelIdle();
        this.#cancelIdle = this.world.setTimer(kIdleMs, () => {
            this.#idle = true;
            this.#flush();
        });
        this.#set({ draft });
        this.#flushSoon();
    }

    /** The line is done, and there for good. */
    finish(): void {
        const text = this.#view.draft.trim();
        if (text === '' || this.#line === 0) return;
        const line = this.#line;
        this.#endLine();
        this.#set({ draft: '', talk: said(this.#view.talk, line, text, this.world.now()) });
        this.#notify(line, 'done', text);
        if (this.#cancelAgain === none) this.#sayAgainLater();
    }

    setLetters(letters: boolean): void {
        this.#set({ letters });
        this.#flush();
    }

    show(open: boolean): void {
        this.#set({ open });
    }

    /** A page that was reloaded goes on with what it was writing. */
    #takeUp({ line, stage, text }: SpokenLine): void {
        if (this.#line !== 0) return;
        this.#line = line;
        this.#sent = stage + text;
        this.#set({ draft: text });
        // It was shown to nobody, and so is not known here: nobody writes any more.
        if (stage === 'unseen') this.#flush();
    }

    #flushSoon(): void {
        this.#cancelSend();
        const wait = this.#sentAt + kAtMostEveryMs - this.world.now();
        if (wait <= 0) this.#flush();
        else this.#cancelSend = this.world.setTimer(wait, () => this.#flush());
    }

    #flush(): void {
        this.#cancelSend();
        this.#cancelSend = none;
        const { draft, letters } = this.#view;
        const silent = draft === '' || (!letters && this.#idle);
        const stage = silent || letters ? 'writing' : 'unseen';
        const text = !silent && letters ? draft : '';
        if (this.#line === 0 || this.#sent === stage + text || !this.#notify(this.#line, stage, text)) return;
        this.#sent = stage + text;
        this.#sentAt = this.world.now();
    }

    /** Until the receipt comes: a line may be lost, or the server busy. */
    #sayAgain(): void {
        this.#cancelAgain();
        this.#cancelAgain = none;
        const lines = notKept(this.#view.talk);
        if (lines.length === 0) return;
        for (const { line, text } of lines.slice(0, kSayAgainAtOnce)) this.#notify(line, 'done', text);
        this.#sayAgainLater();
    }

    #sayAgainLater(): void {
        this.#cancelAgain = this.world.setTimer(kSayAgainMs, () => this.#sayAgain());
    }

    #notify(line: number, stage: SpokenLine['stage'], text: string): boolean {
        const { talking, online, epoch } = this.#situation;
        return talking && online && this.world.notify({ type: 'text.line', epoch, line, stage, text });
    }

    #endLine(): void {
        this.#line = 0;
        this.#sent = '';
        this.#cancelSend();
        this.#cancelIdle();
    }

    #forget(): void {
        this.#endLine();
        this.#cancelAgain();
        this.#cancelAgain = none;
        this.#set({ talk: emptyTalk, draft: '', open: false, readUpTo: 0 });
    }

    #set(part: Partial<TextView>): void {
        const view = { ...this.#view, ...part };
        const inSight = view.open ? unreadLines(view).map(({ line }) => line) : [];
        this.#view = { ...view, readUpTo: Math.max(view.readUpTo, ...inSight) };
        this.world.changed(this.#view);
    }
}
