// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's end of filling in a form together. What reads and writes PDFs is loaded when a form is opened.
import { setTimer } from '../../connection/browserWorld.js';
import type { Answer } from '../../connection/connection.js';
import type { PageFrame, PageLayer } from '../../document/layer.js';
import type { FormNews, FormTable, FormWord } from '../../form/table.js';
import type { Command, Language, Notice } from '../../protocol/messages.js';
import type { TextSituation } from '../../room/visitText.js';
import { type TextKey, translator } from '../../text/index.js';
import { announce } from './announcer.js';

const filling = (): Promise<typeof import('./filling.js')> => import('./filling.js');

/** What is shown, and what becomes of the file that is made. */
export interface FormSight {
    readonly file: string;
    readonly name: string;
    readonly host: Element;
    readonly content: Blob;
    readonly clerk: string;
    readonly lang: Language;
    /** False: it has not arrived. */
    hand(file: File): Promise<boolean>;
    save(content: Blob, name: string): void;
    failed(): void;
}

export class OwnForm {
    #table: FormTable | undefined;
    #sight: FormSight | undefined;
    /** Of the form that is open now, and not yet read. */
    #unread: FormNews[] = [];
    #open = false;
    #frame: PageFrame | undefined;
    /** To lie over the pages: there before the form is. */
    readonly layer: PageLayer = {
        laidOut: (frame) => {
            this.#frame = frame;
            this.#table?.layer.laidOut(frame);
        },
        closed: () => {
            this.#frame = undefined;
            this.#table?.layer.closed();
        },
    };

    constructor(
        private readonly notify: (notice: Notice) => boolean,
        private readonly commandNow: (command: Command) => Promise<Answer>,
        private readonly situation: () => TextSituation,
    ) {}

    receive(news: FormNews): void {
        if (news.type === 'form.state') {
            if (!this.#open && news.form !== undefined) this.#announce('form.opened', 'status');
            this.#open = news.form !== undefined;
            this.#unread = [];
        } else if (news.type === 'form.updated') this.#announce('form.clerk_enters', 'polite');
        if (this.#table !== undefined) return this.#table.hear(news);
        this.#unread.push(news);
        return void this.#look();
    }

    /** This document is shown now, or none is. */
    show(sight: FormSight | undefined): void {
        this.#sight = sight;
        if (this.#table !== undefined) void this.#showIn(this.#table);
        else void this.#look();
    }

    lineLost(): void {
        this.#table?.lineLost();
    }

    forget(): void {
        this.#table?.forget();
        this.#table = undefined;
        this.#unread = [];
        this.#open = false;
    }

    #announce(key: TextKey, urgency: 'polite' | 'status'): void {
        if (this.#sight !== undefined) announce(translator(this.#sight.lang)(key, { clerk: this.#sight.clerk }), urgency);
    }

    async #look(): Promise<void> {
        const sight = this.#sight;
        if (!this.#open || sight === undefined) return;
        try {
            const { FormTable, finish } = await filling();
            if (this.#table !== undefined || !this.#open || this.#sight === undefined) return;
            const { clerk, lang } = this.#sight;
            this.#table = new FormTable({
                own: 'citizen',
                other: clerk,
                lang,
                say: (word) => this.#say(word),
                now: Date.now,
                setTimer,
                confirm: (file, sha256, clerkSaid) => this.#confirm(file, sha256, clerkSaid),
                finish: async (original, filled, of) => {
                    const made = await finish(original, filled, { ...of, clerk });
                    this.#sight?.save(made, made.name);
                    return (await this.#sight?.hand(made)) === true;
                },
            });
            if (this.#frame !== undefined) this.#table.layer.laidOut(this.#frame);
            for (const news of this.#unread.splice(0)) this.#table.hear(news);
            await this.#showIn(this.#table);
        } catch {
            sight.failed();
        }
    }

    async #showIn(table: FormTable): Promise<void> {
        const sight = this.#sight;
        if (sight === undefined) return table.show(undefined);
        const content = new Uint8Array(await sight.content.arrayBuffer());
        if (sight !== this.#sight) return undefined;
        const { file, name, host } = sight;
        return table.show({ file, name, host, content });
    }

    #say(word: FormWord): boolean {
        const { talking, online, epoch } = this.situation();
        if (word.type === 'form.open' || word.type === 'form.close') return false;
        return talking && online && this.notify({ ...word, epoch });
    }

    async #confirm(file: string, sha256: string, clerkSaid: number): Promise<'done' | 'changed' | 'failed'> {
        const { epoch } = this.situation();
        const answer = await this.commandNow({ type: 'form.confirm', epoch, file, sha256, clerk_said: clerkSaid });
        if (answer.ok) return 'done';
        return answer.code === 'conflict' ? 'changed' : 'failed';
    }
}
