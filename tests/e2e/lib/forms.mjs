// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Forms to fill in together: made for the occasion, filled in with real keys on either side, and read when they are done.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { kRoot } from './places.mjs';
import { until } from './processes.mjs';

// What the pages themselves read and write forms with.
const { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString, StandardFonts } =
    createRequire(path.join(kRoot, 'resources/web/package.json'))('pdf-lib');

const kRequired = 1 << 1;

function label(field, words) {
    field.acroField.dict.set(PDFName.of('TU'), PDFHexString.fromText(words));
}

/** pdf-lib itself makes no field for a signature. */
function addSignature(pdf, page, words, rect) {
    const widget = pdf.context.register(pdf.context.obj({
        Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of('unterschrift'), TU: PDFHexString.fromText(words), Rect: rect, F: 4, P: page.ref,
    }));
    page.node.addAnnot(widget);
    pdf.catalog.getOrCreateAcroForm().addField(widget);
}

/** A form as an office has it: one field of each kind, and one that the office itself fills in. */
export async function formPdf() {
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const page = pdf.addPage([595, 842]);
    const form = pdf.getForm();
    const words = (text, x, y, size = 10) => page.drawText(text, { x, y, size, font });
    const text = (name, says, x, y, width, height = 20) => {
        words(says, x, y + height + 4);
        const field = form.createTextField(name);
        label(field, says);
        field.addToPage(page, { x, y, width, height, borderWidth: 1, font });
        return field;
    };
    words('Antrag auf einen Bewohnerparkausweis', 50, 790, 16);
    const name = text('antrag.name', 'Vor- und Nachname', 50, 735, 240);
    name.acroField.setFlags(name.acroField.getFlags() | kRequired);
    text('antrag.geboren', 'Geburtsdatum', 310, 735, 120);
    text('antrag.iban', 'IBAN', 50, 690, 240);
    text('antrag.kennzeichen', 'Kennzeichen', 310, 690, 120);
    const remarks = text('antrag.bemerkung', 'Bemerkung', 50, 590, 490, 70);
    remarks.enableMultiline();
    words('Parkzone', 50, 560);
    const zone = form.createDropdown('antrag.zone');
    zone.addOptions(['Altstadt', 'Bahnhof', 'Südviertel']);
    label(zone, 'Parkzone');
    zone.addToPage(page, { x: 50, y: 536, width: 160, height: 20, font });
    words('Antragsart:', 310, 542);
    words('neu', 390, 542);
    words('Verlängerung', 445, 542);
    const kind = form.createRadioGroup('antrag.art');
    label(kind, 'Antragsart');
    kind.addOptionToPage('neu', page, { x: 370, y: 538, width: 14, height: 14 });
    kind.addOptionToPage('Verlängerung', page, { x: 425, y: 538, width: 14, height: 14 });
    const agree = form.createCheckBox('antrag.richtig');
    label(agree, 'Meine Angaben sind richtig');
    agree.addToPage(page, { x: 50, y: 500, width: 14, height: 14 });
    words('Meine Angaben sind richtig', 72, 503);
    text('amt.gebuehr', 'Gebühr (trägt das Amt ein)', 50, 450, 160);
    words('Unterschrift', 50, 420);
    addSignature(pdf, page, 'Unterschrift', [50, 350, 290, 415]);
    return Buffer.from(await pdf.save());
}

/** The letters of a typeface by their numbers in it, as the file itself tells whoever copies text from it. */
function lettersOf(font) {
    const letters = new Map();
    const told = font.lookup(PDFName.of('ToUnicode'));
    const text = told instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(told).decode()).toString('latin1') : '';
    for (const [, number, code] of text.matchAll(/<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4,8})>/g)) {
        letters.set(number.toLowerCase(), Buffer.from(code, 'hex').swap16().toString('utf16le'));
    }
    return letters;
}

function drawingsOf(page) {
    const contents = page.node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
    return streams.map((stream) => (stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : ''))
        .join('\n');
}

/** What was written onto each page after it was made: one line for each text. */
export async function wordsOfPdf(bytes) {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    return pdf.getPages().map((page) => {
        const fonts = page.node.Resources()?.lookup(PDFName.of('Font'));
        const all = fonts instanceof PDFDict ? fonts.keys().map((key) => lettersOf(fonts.lookup(key))) : [];
        const letters = new Map(all.flatMap((each) => [...each]));
        return [...drawingsOf(page).matchAll(/<([0-9a-fA-F]+)>\s*Tj/g)]
            .map(([, hex]) => hex.toLowerCase().match(/.{1,4}/g).map((number) => letters.get(number) ?? '\ufffd').join(''));
    });
}

/** Whether anything in the file could still be filled in or act. */
export async function isQuiet(bytes) {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const acts = (object) => object instanceof PDFDict && ['JS', 'AA', 'FT'].some((key) => object.has(PDFName.of(key)));
    return !pdf.catalog.has(PDFName.of('AcroForm')) && !pdf.context.enumerateIndirectObjects().some(([, object]) => acts(object));
}

const hash = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** As everybody can compute it: the empty form, then each field by name with what is in it and by whom, in reading order. */
export function digestOf(form, entries) {
    return hash([hash(form), ...entries.map((entry) => JSON.stringify(entry))].join('\n'));
}

const rowOf = (name) => `.form-row[data-field="${name}"]`;

/** Runs in a page: all that is to be read and seen of one field. */
function lookAtField(row) {
    const one = document.querySelector(row);
    if (one === null) return undefined;
    const controls = [...one.querySelectorAll('.form-input, .form-check')];
    const { borderLeftColor, backgroundColor } = getComputedStyle(one);
    return {
        value: controls[0]?.type === 'radio' ? (controls.find(({ checked }) => checked)?.value ?? '')
            : controls[0]?.type === 'checkbox' ? controls[0].checked : controls[0]?.value,
        who: one.querySelector('.form-who').textContent,
        hint: one.querySelector('.form-hint').textContent,
        rival: one.querySelector('.form-rival').textContent,
        isLocked: controls.every((control) => control.readOnly || control.disabled),
        isInvalid: controls.some((control) => control.getAttribute('aria-invalid') === 'true'),
        by: one.dataset.by,
        signed: one.querySelector('.form-signature path')?.getAttribute('d'),
        mark: borderLeftColor,
        ground: backgroundColor,
    };
}

/** One side of a form: the citizen's page, or the call page of the clerk app. */
export class FormSide {
    constructor(side) {
        this.side = side;
    }

    get #isApp() {
        return this.side.page === undefined;
    }

    static async ofApp(page) {
        // The window that is tested need not be the one in front.
        await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
        return new FormSide(page);
    }

    evaluate(action, ...args) {
        return this.side.evaluate(action, ...args);
    }
    field(name) {
        return this.evaluate(lookAtField, rowOf(name));
    }
    sees(name, what, wanted, ms = 15000) {
        return until(`${name}: ${what} ${this.#isApp ? 'at the clerk' : 'at the citizen'}`, async () => {
            const seen = await this.field(name);
            return seen !== undefined && wanted(seen) ? seen : undefined;
        }, ms, 30);
    }
    holds(name, value) {
        return this.sees(name, JSON.stringify(value), (seen) => seen.value === value);
    }
    /** The page is drawn, with the places of its form. */
    laidOut() {
        return until('a page', () => this.evaluate(() => document.querySelector('.form-places') !== null), 15000, 30);
    }
    /** On the page itself, over the field. */
    onPaper(words) {
        return until(`${words} on the page`, () => this.evaluate((wanted) =>
            [...document.querySelectorAll('.form-place')].some(({ textContent }) => textContent === wanted), words), 15000, 30);
    }
    focus(name) {
        return until(`the field ${name}`, () => this.evaluate((row) => {
            const control = document.querySelector(`${row} .form-input, ${row} .form-check`);
            control?.focus();
            return control !== null && document.activeElement === control;
        }, rowOf(name)), 15000, 30);
    }
    leave() {
        return this.evaluate(() => document.activeElement?.blur());
    }
    /** With the keys, at the end of what the field with the focus holds. */
    async keys(text, delay = 20) {
        if (!this.#isApp) return this.side.page.keyboard.type(text, { delay });
        for (const letter of text) {
            const key = { key: letter, text: letter, unmodifiedText: letter };
            await this.side.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
            await this.side.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
        }
        return undefined;
    }
    async type(name, text) {
        await this.focus(name);
        await this.keys(text);
    }
    clear(name) {
        return this.evaluate((row) => {
            const control = document.querySelector(`${row} .form-input`);
            control.select();
            document.execCommand('delete');
        }, rowOf(name));
    }
    choose(name, value) {
        return this.evaluate((row, wanted) => {
            const control = document.querySelector(`${row} select`);
            control.focus();
            control.value = wanted;
            control.dispatchEvent(new Event('change', { bubbles: true }));
            control.blur();
        }, rowOf(name), value);
    }
    /** A box, or the button of these words. */
    tick(name, words) {
        return until(`${name} to tick`, () => this.evaluate((row, wanted) => {
            const control = [...document.querySelectorAll(`${row} .form-check`)].find((one) => wanted === null || one.parentElement.textContent === wanted);
            control?.focus();
            control?.click();
            control?.blur();
            return control !== undefined;
        }, rowOf(name), words ?? null));
    }
    press(selector) {
        return until(`${selector} to press`, () => this.evaluate((what) => {
            const button = [...document.querySelectorAll(what)].find((one) => one.getClientRects().length > 0 && !one.disabled);
            button?.click();
            return button !== undefined;
        }, selector), 15000, 30);
    }
    pressIn(name, pattern) {
        return until(`${pattern} in ${name}`, () => this.evaluate((row, source) => {
            const button = [...document.querySelectorAll(`${row} button`)].find(({ textContent }) => new RegExp(source).test(textContent));
            button?.click();
            return button !== undefined;
        }, rowOf(name), pattern.source), 15000, 30);
    }
    status(pattern, ms = 20000) {
        return until(`${pattern} below the form ${this.#isApp ? 'of the clerk' : 'of the citizen'}`, async () =>
            pattern.exec(await this.evaluate(() => document.querySelector('.form-status')?.textContent ?? '')), ms);
    }
    rect(selector) {
        return this.evaluate((what) => {
            const one = document.querySelector(what);
            one.scrollIntoView({ block: 'center' });
            const { left, top, width, height } = one.getBoundingClientRect();
            return { left, top, width, height };
        }, selector);
    }
    /** A stroke of the mouse over the box for the signature. */
    async sign() {
        await this.pressIn('unterschrift', /^Unterschrift zeichnen$/);
        const { left, top, width, height } = await this.rect('.form-canvas');
        const { mouse } = this.side.page;
        await mouse.move(left + width * 0.1, top + height * 0.7);
        await mouse.down();
        for (let step = 1; step <= 12; step += 1) {
            await mouse.move(left + width * (0.1 + 0.065 * step), top + height * (step % 2 === 0 ? 0.7 : 0.25), { steps: 3 });
        }
        await mouse.up();
        await this.pressIn('unterschrift', /^Übernehmen$/);
    }
}
