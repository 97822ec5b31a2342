// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The table at which two fill in a form: knows the file that is shown, hears what the other side enters, says what is entered
// here, and makes the file that comes out of it.
import type { FormCopy } from '../protocol/form.js';
import type { Language } from '../protocol/messages.js';
import { type Translate, translator } from '../text/index.js';
import { blockers } from './checks.js';
import { digestOf, type Filled } from './digest.js';
import type { FormField, PageBox, Side } from './fields.js';
import { JointForm } from './jointForm.js';
import { FormOverlay } from './overlay.js';
import { FormPanel } from './panel.js';
import { readForm } from './readForm.js';

export type FormNews =
    | { readonly type: 'form.state'; readonly form?: FormCopy }
    | { readonly type: 'form.updated'; readonly file: string; readonly said: number; readonly bytes: string }
    | { readonly type: 'form.claimed'; readonly file: string; readonly field?: number };

export type FormWord =
    | { readonly type: 'form.open'; readonly file: string }
    | { readonly type: 'form.close' }
    | { readonly type: 'form.update'; readonly file: string; readonly bytes: string; readonly whole?: boolean }
    | { readonly type: 'form.claim'; readonly file: string; readonly field?: number };

export interface Finish {
    readonly sha256: string;
    readonly at: Date;
    readonly name: string;
}

export interface TableWorld {
    readonly own: Side;
    /** How the other one is called. */
    readonly other: string;
    readonly lang: Language;
    /** False: there is no line. */
    say(word: FormWord): boolean;
    now(): number;
    setTimer(ms: number, action: () => void): () => void;
    /** The citizen's alone. */
    readonly confirm?: (file: string, sha256: string, clerkSaid: number) => Promise<'done' | 'changed' | 'failed'>;
    /** Makes the file that both get, and hands it over. */
    readonly finish?: (original: Uint8Array, filled: readonly Filled[], of: Finish & { readonly fileName: string }) => Promise<boolean>;
}

/** What is shown, and where the form may stand beside it. */
export interface ShownForm {
    readonly file: string;
    readonly name: string;
    readonly host: Element;
    readonly content: Uint8Array;
}

type Finishing = 'idle' | 'busy' | 'failed' | 'changed' | 'done';

/** Whoever types is read at once; a key that is held down, or a program, at the pace that the server takes. */
const kAtOnce = 20;
const kThenEveryMs = 100;

const bytesOf = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const textOf = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

export class FormTable {
    #shown: ShownForm | undefined;
    #fields: readonly FormField[] = [];
    #pages: readonly PageBox[] = [];
    #copy: FormCopy | undefined;
    /** By their files: what was entered into one that was put aside is there when it is opened again. */
    readonly #joints = new Map<string, JointForm>();
    #jointOf = '';
    #panel: FormPanel | undefined;
    #clerkSaid = 0;
    #spare = kAtOnce;
    #sparedAt = 0;
    #cancelFlush: (() => void) | undefined;
    #finishing: Finishing = 'idle';
    /** As it was typed for the confirmation. */
    #name = '';
    /** What was in sight when it was confirmed, and the digest of that. */
    #confirmed: { readonly sha256: string; readonly filled: readonly Filled[] } | undefined;
    /** To lie over the pages. */
    readonly layer = new FormOverlay((field) => this.#panel?.focus(field));

    constructor(private readonly world: TableWorld) {}

    get text(): Translate {
        return translator(this.world.lang);
    }

    /** Another document is shown, or none. */
    async show(shown: ShownForm | undefined): Promise<void> {
        this.#panel?.close();
        this.#panel = undefined;
        this.#shown = shown;
        this.#fields = [];
        this.layer.show(undefined);
        if (shown === undefined) return;
        const form = await readForm(shown.content);
        if (this.#shown !== shown) return;
        this.#fields = form?.fields ?? [];
        this.#pages = form?.pages ?? [];
        this.#follow();
    }

    hear(news: FormNews): void {
        switch (news.type) {
            case 'form.state':
                this.#copy = news.form;
                this.#clerkSaid = news.form?.clerk_said ?? 0;
                return this.#follow();
            case 'form.updated':
                if (this.#joint === undefined || news.file !== this.#jointOf) return this.#keep(news);
                if (this.world.own === 'citizen') this.#clerkSaid = news.said;
                return this.#joint.receive(bytesOf(news.bytes));
            case 'form.claimed':
                if (news.file === this.#jointOf) this.#joint?.otherClaims(news.field);
                return undefined;
            default:
                return news satisfies never;
        }
    }

    lineLost(): void {
        for (const joint of this.#joints.values()) joint.lineLost();
    }

    /** They part. */
    forget(): void {
        this.#cancelFlush?.();
        void this.show(undefined);
        this.#copy = undefined;
        this.#joints.clear();
        this.#jointOf = '';
        this.#finishing = 'idle';
        this.#name = '';
        this.#confirmed = undefined;
    }

    type(field: FormField, value: string): boolean {
        const done = this.#joint?.type(field, value) === true;
        this.#flushSoon();
        return done;
    }

    settle(field: FormField, value: string): void {
        this.#joint?.settle(field, value);
        this.#flushSoon();
    }

    claim(field: FormField | undefined): void {
        this.#joint?.claim(field);
    }

    /** Whose name stands in the file; empty: it is not known any more. */
    get signer(): string {
        return this.#name;
    }

    get mayOpen(): boolean {
        return this.world.own === 'clerk' && this.#fields.length > 0 && this.#copy?.file !== this.#shown?.file;
    }

    open(): void {
        if (this.#shown !== undefined) this.world.say({ type: 'form.open', file: this.#shown.file });
    }

    close(): void {
        this.world.say({ type: 'form.close' });
    }

    /** The first of these fields stands in the way; none: it is confirmed, or on its way. */
    async confirm(name: string): Promise<FormField | undefined> {
        const [joint, shown] = [this.#joint, this.#shown];
        if (joint === undefined || shown === undefined || this.world.confirm === undefined) return undefined;
        const [blocker] = blockers(this.#fields, joint.value);
        const undecided = this.#fields.find((field) => joint.state(field).rival !== undefined);
        if (blocker !== undefined || undecided !== undefined) return undecided ?? blocker;
        if (this.#finishing === 'busy') return undefined;
        this.#name = name;
        this.#cancelFlush?.();
        // What the server does not have cannot be sealed there.
        if (!joint.flush()) {
            this.#set('failed');
            return undefined;
        }
        joint.hold(true);
        this.#set('busy');
        // Taken in one step: what the clerk enters from here on was not in sight.
        const [filled, clerkSaid] = [this.#filled(), this.#clerkSaid];
        const sha256 = await digestOf(shown.content, filled);
        this.#confirmed = { sha256, filled };
        const answer = await this.world.confirm(shown.file, sha256, clerkSaid);
        if (answer !== 'done') {
            joint.hold(false);
            this.#set(answer);
        } else if (this.#copy?.confirmed !== undefined) await this.finish();
        return undefined;
    }

    /** Once confirmed, the file may be made again: it may not have arrived. `name`: where it is not known any more. */
    async finish(name = this.#name): Promise<void> {
        const [shown, seal] = [this.#shown, this.#copy?.confirmed];
        if (shown === undefined || seal === undefined || this.world.finish === undefined) return;
        this.#name = name;
        this.#set('busy');
        const of = { sha256: seal.sha256, at: new Date(seal.at), name, fileName: shown.name };
        const done = await this.#sealed(shown.content, seal.sha256)
            .then((filled) => filled !== undefined && this.world.finish?.(shown.content, filled, of))
            .catch(() => false);
        this.#set(done === true ? 'done' : 'failed');
    }

    /** What was confirmed, and nothing else. */
    async #sealed(content: Uint8Array, sha256: string): Promise<readonly Filled[] | undefined> {
        if (this.#confirmed?.sha256 === sha256) return this.#confirmed.filled;
        const filled = this.#filled();
        return (await digestOf(content, filled)) === sha256 ? filled : undefined;
    }

    get #joint(): JointForm | undefined {
        return this.#joints.get(this.#jointOf);
    }

    #filled(): readonly Filled[] {
        return this.#fields.map((field) => {
            const state = this.#joint?.state(field);
            return { field, value: state?.value ?? '', ...(state?.by !== undefined && { by: state.by }) };
        });
    }

    /** What came before the form could be read is read with it. */
    #keep({ file, bytes, said }: Extract<FormNews, { type: 'form.updated' }>): void {
        if (this.#copy?.file !== file) return;
        const { citizen, clerk } = this.#copy;
        const isClerks = this.world.own === 'citizen';
        if (isClerks) this.#clerkSaid = said;
        this.#copy = isClerks ? { ...this.#copy, clerk: [...clerk, bytes] } : { ...this.#copy, citizen: [...citizen, bytes] };
    }

    #follow(): void {
        const [shown, copy] = [this.#shown, this.#copy];
        if (shown === undefined || this.#fields.length === 0) return;
        if (copy?.file === shown.file) this.#take(copy);
        if (this.#panel === undefined && (copy?.file === shown.file || this.world.own === 'clerk')) {
            this.#panel = new FormPanel(shown.host, this, { own: this.world.own, other: this.world.other, fields: this.#fields });
        }
        if (copy?.file !== shown.file && this.world.own === 'citizen') {
            this.#panel?.close();
            this.#panel = undefined;
        }
        this.#draw();
    }

    #take(copy: FormCopy): void {
        if (this.#jointOf !== copy.file) {
            this.#jointOf = copy.file;
            this.#finishing = 'idle';
            this.#name = '';
        }
        const isSealed = copy.confirmed !== undefined;
        let joint = this.#joint;
        // What this side has entered and the server did not have in time is not in what was sealed.
        if (joint === undefined || (isSealed && !joint.frozen)) {
            joint = this.#newJoint(copy.file);
            this.#joints.set(copy.file, joint);
        }
        if (joint.frozen !== isSealed) joint.freeze(isSealed);
        if (!isSealed && this.#finishing !== 'busy') this.#finishing = 'idle';
        joint.resume({ citizen: copy.citizen.map(bytesOf), clerk: copy.clerk.map(bytesOf) });
    }

    #newJoint(file: string): JointForm {
        return new JointForm(this.world.own, this.#fields, {
            send: ({ bytes, whole }) => this.world.say({ type: 'form.update', file, bytes: textOf(bytes), ...(whole && { whole }) }),
            claim: (field) => this.world.say({ type: 'form.claim', file, ...(field !== undefined && { field }) }),
            changed: () => this.#draw(),
        });
    }

    #flushSoon(): void {
        this.#cancelFlush?.();
        this.#cancelFlush = undefined;
        const now = this.world.now();
        const gained = Math.floor((now - this.#sparedAt) / kThenEveryMs);
        this.#spare = Math.min(kAtOnce, this.#spare + gained);
        this.#sparedAt = this.#spare === kAtOnce ? now : this.#sparedAt + gained * kThenEveryMs;
        if (this.#spare < 1) {
            this.#cancelFlush = this.world.setTimer(this.#sparedAt + kThenEveryMs - now, () => this.#flushSoon());
            return;
        }
        this.#spare -= 1;
        this.#joint?.flush();
    }

    #set(finishing: Finishing): void {
        this.#finishing = finishing;
        this.#draw();
    }

    #draw(): void {
        const [file, joint] = [this.#shown?.file, this.#joint];
        const isOpen = joint !== undefined && file !== undefined && this.#copy?.file === file;
        const seal = this.#copy?.file === file ? this.#copy?.confirmed : undefined;
        this.layer.show(isOpen ? { file, joint, own: this.world.own, fields: this.#fields, pages: this.#pages } : undefined);
        this.#panel?.draw({
            open: isOpen,
            finishing: this.#finishing,
            ...(joint !== undefined && { joint }),
            ...(seal !== undefined && { seal }),
        });
    }
}
