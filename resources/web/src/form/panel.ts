// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The form as a list beside the document: one row a field, for eyes, fingers, keys and screen readers alike.
import { make } from '../document/drawing.js';
import type { TextKey, Translate } from '../text/index.js';
import { FieldRow } from './row.js';
import type { FormField, Side } from './fields.js';
import type { JointForm } from './jointForm.js';

export interface PanelState {
    readonly open: boolean;
    readonly joint?: JointForm;
    readonly seal?: { readonly sha256: string; readonly at: string };
    readonly finishing: 'idle' | 'busy' | 'failed' | 'changed' | 'done';
}

/** Whom the panel tells what is done. */
export interface PanelTable {
    readonly text: Translate;
    readonly mayOpen: boolean;
    readonly signer: string;
    open(): void;
    close(): void;
    type(field: FormField, value: string): boolean;
    settle(field: FormField, value: string): void;
    claim(field: FormField | undefined): void;
    confirm(name: string): Promise<FormField | undefined>;
    finish(name?: string): Promise<void>;
}

export interface PanelOf {
    readonly own: Side;
    readonly other: string;
    readonly fields: readonly FormField[];
}

function timeOf(at: string, text: Translate): string {
    return new Date(at).toLocaleString(text('form.locale'), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });
}

/** Narrower, the list and the document do not stand beside each other: one of them is seen. */
const kWideEnough = 620;

export class FormPanel {
    readonly #element: HTMLElement;
    readonly #start: HTMLElement;
    readonly #turn: HTMLButtonElement;
    readonly #resized: ResizeObserver;
    readonly #list: HTMLElement;
    readonly #foot: HTMLElement;
    readonly #status: HTMLElement;
    readonly #name: HTMLInputElement | undefined;
    readonly #rows: readonly FieldRow[];
    #said: TextKey | undefined;
    readonly #main: HTMLButtonElement;
    /** Where there is no room for both. */
    #seesPage = false;
    #isSealed = false;

    constructor(
        private readonly host: Element,
        private readonly table: PanelTable,
        private readonly of: PanelOf,
    ) {
        const { text } = table;
        this.#element = make('section', 'form', host, { 'aria-label': text('form.title'), id: 'form' });
        this.#start = make('div', 'form-start', this.#element);
        this.#button(this.#start, 'form.open', () => table.open()).id = 'open-form';
        const head = make('div', 'form-head', this.#element);
        make('h2', 'form-title', head).textContent = text('form.title');
        this.#turn = make('button', 'form-button form-turn', head, { type: 'button', id: 'turn-form' });
        this.#turn.addEventListener('click', () => this.#see(!this.#seesPage));
        this.#list = make('ol', 'form-list', this.#element);
        const isOfSeveral = new Set(of.fields.map(({ places }) => places[0]?.page)).size > 1;
        this.#rows = of.fields.map((field, index) => {
            const page = field.places[0]?.page ?? 0;
            const isFirst = index === 0 || of.fields[index - 1]?.places[0]?.page !== page;
            if (isOfSeveral && isFirst) make('li', 'form-page', this.#list).textContent = text('form.page', { page: page + 1 });
            return new FieldRow(this.#list, field, table, of);
        });
        // Above the button that it is about: below, it would be out of sight on a phone. The clerk, who may be anywhere, always sees it.
        this.#status = make('p', 'form-status', of.own === 'clerk' ? head : this.#element, { role: 'status' });
        this.#foot = make('div', 'form-foot', this.#element);
        if (of.own === 'citizen') {
            const label = make('label', 'form-label', this.#foot);
            label.textContent = text('form.your_name');
            this.#name = make('input', 'form-input', label, { type: 'text', maxlength: '80', autocomplete: 'name', id: 'form-name' });
        }
        // One for all that it does in turn: whoever has the keyboard on it keeps it.
        this.#main = this.#button(this.#foot, 'form.close', () => this.#go());
        this.#see(false);
        this.#resized = new ResizeObserver(() => host.classList.toggle('shown--narrow', host.clientWidth < kWideEnough));
        this.#resized.observe(host);
    }

    draw(state: PanelState): void {
        this.#start.hidden = state.open || !this.table.mayOpen;
        this.#element.classList.toggle('form--open', state.open);
        this.host.classList.toggle('shown--form', state.open);
        this.host.classList.toggle('shown--start', !state.open);
        this.#element.classList.toggle('form--sealed', state.seal !== undefined);
        if (state.open && state.joint !== undefined) for (const row of this.#rows) row.draw(state.joint);
        this.#drawFoot(state);
        this.#say(this.#wordOf(state), state);
    }

    focus(field: FormField): void {
        this.#see(false);
        this.#rows.find((row) => row.field === field)?.focus();
    }

    close(): void {
        for (const row of this.#rows) row.close();
        this.#resized.disconnect();
        this.host.classList.remove('shown--form', 'shown--start', 'shown--narrow', 'shown--page');
        this.#element.remove();
    }

    /** The page in the place of the list, or the list again. */
    #see(page: boolean): void {
        this.#seesPage = page;
        this.host.classList.toggle('shown--page', page);
        this.#turn.textContent = this.table.text(page ? 'form.see_list' : 'form.see_page');
    }

    #wordOf({ open, seal, finishing }: PanelState): TextKey | undefined {
        if (!open) return undefined;
        if (finishing === 'changed') return 'form.changed';
        if (finishing === 'failed') return seal === undefined ? 'form.not_confirmed' : 'form.not_handed';
        if (finishing === 'busy') return 'form.busy';
        if (seal === undefined) return undefined;
        if (this.of.own === 'clerk') return 'form.confirmed_by_citizen';
        return finishing === 'done' ? 'form.handed' : 'form.confirmed';
    }

    #say(key: TextKey | undefined, { seal }: PanelState): void {
        if (key === this.#said) return;
        this.#said = key;
        const at = seal === undefined ? '' : timeOf(seal.at, this.table.text);
        this.#status.textContent = key === undefined ? '' : this.table.text(key, { at });
        this.#status.dataset['word'] = key ?? '';
    }

    #drawFoot({ open, seal, finishing }: PanelState): void {
        this.#foot.hidden = !open;
        this.#isSealed = seal !== undefined;
        // After a reload nobody knows it any more.
        if (this.#name !== undefined) this.#name.readOnly = this.#isSealed && this.table.signer !== '';
        const [key, id] = this.of.own === 'clerk' ? (['form.close', 'close-form'] as const)
            : this.#isSealed ? (['form.hand_again', 'hand-form'] as const) : (['form.confirm', 'confirm-form'] as const);
        if (this.#main.id !== id) this.#main.textContent = this.table.text(key);
        this.#main.id = id;
        this.#main.ariaDisabled = String(finishing === 'busy');
    }

    #go(): void {
        if (this.#main.ariaDisabled === 'true') return;
        if (this.of.own === 'clerk') this.table.close();
        else if (this.#isSealed) this.#handAgain();
        else void this.#confirm();
    }

    /** Empty: it is asked for. */
    #signer(): string {
        const name = this.#name?.value.trim() ?? '';
        if (name !== '') return name;
        this.#status.textContent = this.table.text('form.name_missing');
        this.#said = undefined;
        this.#name?.focus();
        return '';
    }

    #handAgain(): void {
        const name = this.table.signer || this.#signer();
        if (name !== '') void this.table.finish(name);
    }

    async #confirm(): Promise<void> {
        const name = this.#signer();
        if (name === '') return;
        for (const row of this.#rows) row.judge();
        const missing = await this.table.confirm(name);
        if (missing === undefined) return;
        this.#said = undefined;
        this.#status.textContent = this.table.text('form.look_again', { field: missing.label });
        this.focus(missing);
    }

    #button(parent: Element, key: TextKey, act: () => void): HTMLButtonElement {
        const one = make('button', 'form-button form-button--main', parent, { type: 'button' });
        one.textContent = this.table.text(key);
        one.addEventListener('click', act);
        return one;
    }
}
