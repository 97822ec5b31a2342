// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// One field of a form: what is in it, who is in it, what is wrong with it, and what the other one has entered meanwhile.
import { make } from '../document/drawing.js';
import type { TextKey } from '../text/index.js';
import { hasOption, patternIn, type Problem, problemOf, tidyDay } from './checks.js';
import { type FormField, kChecked, parts, shown } from './fields.js';
import type { FieldState, JointForm } from './jointForm.js';
import type { PanelOf, PanelTable } from './panel.js';
import { showSignature, signInto } from './signature.js';

/** A day that tells its parts apart. */
const kExample = '1980-12-24';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class FieldRow {
    readonly #element: HTMLElement;
    readonly #state: HTMLElement;
    readonly #hint: HTMLElement;
    readonly #rival: HTMLElement;
    readonly #controls: Control[] = [];
    #signed: Element | undefined;
    #signing: (() => void) | undefined;
    #signButton: HTMLButtonElement | undefined;
    #joint: JointForm | undefined;
    #judged = false;
    #drawn = '';
    #drawnRival = '';

    constructor(
        list: Element,
        readonly field: FormField,
        private readonly table: PanelTable,
        private readonly of: PanelOf,
    ) {
        const { text } = table;
        const id = `form-field-${field.index}`;
        this.#element = make('li', 'form-row', list, { 'data-field': field.name, 'data-kind': field.kind });
        const isGroup = field.kind === 'radio' || field.kind === 'list' || field.kind === 'signature';
        const caption = make(isGroup ? 'p' : 'label', 'form-label', this.#element, { id: `${id}-label`, ...(!isGroup && { for: id }) });
        caption.textContent = field.required ? text('form.required_label', { label: field.label }) : field.label;
        const body = make('div', 'form-body', this.#element, isGroup ? { role: 'group', 'aria-labelledby': `${id}-label` } : {});
        this.#build(body, id);
        this.#state = make('p', 'form-who', this.#element, { id: `${id}-who` });
        this.#hint = make('p', 'form-hint', this.#element, { id: `${id}-hint` });
        this.#rival = make('div', 'form-rival', this.#element, { role: 'alert' });
        for (const control of this.#controls) {
            control.setAttribute('aria-describedby', `${id}-who ${id}-hint`);
            control.addEventListener('focus', () => this.table.claim(this.field));
            control.addEventListener('blur', () => this.#leave());
        }
    }

    draw(joint: JointForm): void {
        this.#joint = joint;
        const state = joint.state(this.field);
        const problem = this.#judged ? problemOf(this.field, state.value) : undefined;
        const drawn = JSON.stringify([state, problem?.code, this.#judged]);
        if (drawn === this.#drawn) return;
        this.#drawn = drawn;
        this.#put(state);
        this.#drawWho(state);
        this.#drawHint(problem);
        this.#drawRival(state);
    }

    /** Also what nobody has touched is looked at now. */
    judge(): void {
        this.#judged = true;
        if (this.#joint !== undefined) this.draw(this.#joint);
    }

    focus(): void {
        (this.#controls[0] ?? this.#signButton)?.focus();
        this.#element.scrollIntoView({ block: 'nearest' });
    }

    close(): void {
        this.#signing?.();
    }

    #build(body: HTMLElement, id: string): void {
        const { field } = this;
        switch (field.kind) {
            case 'check':
                return this.#listen(make('input', 'form-check', body, { type: 'checkbox', id }), 'change');
            case 'radio':
            case 'list':
                return this.#buildOptions(body, id);
            case 'choice':
                return field.open ? this.#buildOpenChoice(body, id) : this.#buildChoice(body, id);
            case 'multiline':
                return this.#listen(make('textarea', 'form-input', body, { id, rows: '3' }), 'input');
            case 'signature':
                return this.#buildSignature(body);
            case 'text':
            case 'date':
                return this.#buildText(body, id);
        }
    }

    #buildText(body: HTMLElement, id: string): void {
        const { format, maxLength } = this.field;
        const isDate = format?.kind === 'date' && format.certain;
        const digits = isDate || format?.kind === 'postcode';
        const control = make('input', 'form-input', body, { type: 'text', id, ...(digits && { inputmode: 'numeric' }), autocomplete: 'off' });
        if (isDate) control.placeholder = patternIn(this.table.text('form.date_pattern'), format.pattern);
        if (maxLength !== undefined) control.maxLength = maxLength;
        this.#listen(control, 'input');
    }

    #buildOpenChoice(body: HTMLElement, id: string): void {
        const control = make('input', 'form-input', body, { type: 'text', id, list: `${id}-list` });
        const list = make('datalist', '', body, { id: `${id}-list` });
        for (const { value } of this.field.options) make('option', '', list, { value });
        this.#listen(control, 'input');
    }

    #buildChoice(body: HTMLElement, id: string): void {
        const control = make('select', 'form-input', body, { id });
        make('option', '', control, { value: '' }).textContent = this.table.text('form.choose');
        for (const { value, label } of this.field.options) make('option', '', control, { value }).textContent = label;
        this.#listen(control, 'change');
    }

    #buildOptions(body: HTMLElement, id: string): void {
        const type = this.field.kind === 'radio' ? 'radio' : 'checkbox';
        this.field.options.forEach(({ value, label }, index) => {
            const line = make('label', 'form-option', body);
            const control = make('input', 'form-check', line, { type, name: id, value, id: `${id}-${index}` });
            make('span', '', line).textContent = label;
            this.#listen(control, 'change');
        });
    }

    #buildSignature(body: HTMLElement): void {
        if (this.of.own !== 'citizen') {
            make('p', 'form-hint', body).textContent = this.table.text('form.signs', { name: this.of.other });
            return;
        }
        const button = make('button', 'form-button', body, { type: 'button' });
        button.textContent = this.table.text('form.sign');
        button.addEventListener('click', () => this.#sign(body));
        this.#signButton = button;
    }

    #sign(body: HTMLElement): void {
        if (this.#signing !== undefined) return;
        this.table.claim(this.field);
        this.#signing = signInto(body, this.table.text, (path) => {
            this.#signing = undefined;
            if (path !== undefined) this.table.type(this.field, path);
            this.table.claim(undefined);
        });
    }

    #listen(control: Control, event: 'input' | 'change'): void {
        this.#controls.push(control);
        control.addEventListener(event, () => this.#typed());
    }

    #typed(): void {
        if (this.#joint !== undefined && !this.table.type(this.field, this.#entered())) {
            // Not taken: what counts is shown again, and why.
            this.#drawn = '';
            this.draw(this.#joint);
            if (!this.#joint.state(this.field).locked) this.#hint.textContent = this.table.text('form.full');
        }
    }

    #leave(): void {
        const { format } = this.field;
        const value = this.#entered();
        const tidy = format?.kind === 'date' && format.certain ? tidyDay(value, format.pattern) : value;
        if (tidy !== value) this.table.type(this.field, tidy);
        this.table.claim(undefined);
        this.judge();
    }

    #entered(): string {
        const [first] = this.#controls;
        switch (this.field.kind) {
            case 'check':
                return (first as HTMLInputElement).checked ? kChecked : '';
            case 'radio':
            case 'list':
                return this.#controls
                    .filter((control) => (control as HTMLInputElement).checked)
                    .map(({ value }) => value)
                    .join('\n');
            default:
                return first?.value ?? '';
        }
    }

    #put({ value, locked }: FieldState): void {
        for (const control of this.#controls) {
            // What cannot be typed into can still be read and copied.
            if (control instanceof HTMLSelectElement || control.type === 'checkbox' || control.type === 'radio') control.disabled = locked || this.field.readOnly;
            else control.readOnly = locked || this.field.readOnly;
            if (this.field.kind === 'check') (control as HTMLInputElement).checked = value === kChecked;
            else if (this.field.options.length > 0 && control.type !== 'text' && !(control instanceof HTMLSelectElement)) {
                (control as HTMLInputElement).checked = hasOption(value, control.value);
            } else if (control.value !== value) control.value = value;
        }
        if (this.field.kind !== 'signature') return;
        this.#signed?.remove();
        this.#signed = undefined;
        if (value !== '') this.#signed = showSignature(this.#element, value, this.table.text('form.signature'));
        if (this.#signButton !== undefined) this.#signButton.disabled = locked;
    }

    #drawWho({ by, editor }: FieldState): void {
        const { own, other } = this.of;
        const { text } = this.table;
        const isOther = editor !== undefined && editor !== own;
        this.#element.dataset['editor'] = editor === undefined ? '' : isOther ? 'other' : 'own';
        this.#element.dataset['by'] = by ?? '';
        const key: TextKey | undefined = isOther ? 'form.is_here' : by !== undefined && by !== own ? 'form.entered_by' : undefined;
        this.#state.textContent = key === undefined ? '' : text(key, { name: other });
    }

    #drawHint(problem: Problem | undefined): void {
        this.#element.classList.toggle('form-row--wrong', problem?.blocks === true);
        for (const control of this.#controls) control.setAttribute('aria-invalid', String(problem?.blocks === true));
        this.#hint.textContent = problem === undefined ? '' : this.table.text(`form.problem.${problem.code}`, { most: problem.most ?? 0, example: tidyDay(kExample, problem.pattern) });
    }

    #drawRival({ rival, value }: FieldState): void {
        // Whoever is about to press one of its buttons finds it there.
        const drawn = rival === undefined ? '' : JSON.stringify([value, rival.value]);
        if (drawn === this.#drawnRival) return;
        this.#drawnRival = drawn;
        this.#rival.replaceChildren();
        if (rival === undefined) return;
        const { text } = this.table;
        const words = (entry: string): string => (this.field.kind === 'check' ? text(entry === '' ? 'form.unticked' : 'form.ticked') : shown(this.field, entry));
        make('p', 'form-hint', this.#rival).textContent = text('form.rival', { value: words(rival.value) || '–' });
        const button = (key: TextKey, entry: string): void => {
            const one = make('button', 'form-button', this.#rival, { type: 'button' });
            one.textContent = text(key, { value: parts(words(entry)).join(' ').slice(0, 40) || '–' });
            one.addEventListener('click', () => this.table.settle(this.field, entry));
        };
        button('form.keep', value);
        button('form.take', rival.value);
    }
}
