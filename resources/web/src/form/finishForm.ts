// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The file that both get: the form with what is in it, and a page that says who agreed to what, and when.
import fontkit from '@pdf-lib/fontkit';
import { PageSizes, type PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib';
import type { Translate } from '../text/index.js';
import type { Filled } from './digest.js';
import { drawField, wrapped, writable } from './drawFields.js';
import { shown } from './fields.js';
import { makeQuiet } from './makeQuiet.js';
import { fieldsOf, openPdf } from './readForm.js';

export interface Confirmation {
    readonly fileName: string;
    readonly citizen: string;
    readonly clerk: string;
    readonly at: Date;
    readonly sha256: string;
}

/** Pairs of letters are set as they come: to look for better ones takes most of the time. */
const kPlain = { kern: false, liga: false, clig: false, calt: false, rclt: false, ccmp: false, locl: false, rlig: false, mark: false, mkmk: false };
const kEdge = 56;
const kInk = rgb(0.1, 0.1, 0.1);
const kGrey = rgb(0.35, 0.35, 0.35);

/** Writes downwards and takes a new page where one is full. */
class Writer {
    #page: PDFPage;
    #y: number;

    constructor(
        private readonly pdf: PDFDocument,
        private readonly font: PDFFont,
    ) {
        this.#page = pdf.addPage(PageSizes.A4);
        this.#y = this.#page.getHeight() - kEdge;
    }

    write(text: string, size: number, { after = 4, color = kInk, indent = 0 } = {}): void {
        const width = this.#page.getWidth() - 2 * kEdge - indent;
        const lines = wrapped(writable(this.font, text), width, (line) => this.font.widthOfTextAtSize(line, size));
        for (const line of lines) {
            if (this.#y < kEdge + size) {
                this.#page = this.pdf.addPage(PageSizes.A4);
                this.#y = this.#page.getHeight() - kEdge;
            }
            this.#page.drawText(line, { x: kEdge + indent, y: this.#y - size, size, font: this.font, color });
            this.#y -= size * 1.35;
        }
        this.#y -= after;
    }
}

const timeOf = (at: Date): string =>
    at.toLocaleString('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'long', timeStyle: 'medium' });

function addProof(pdf: PDFDocument, font: PDFFont, filled: readonly Filled[], of: Confirmation, text: Translate): void {
    const page = new Writer(pdf, font);
    page.write(text('proof.title'), 18, { after: 10 });
    page.write(of.fileName, 11, { after: 14, color: kGrey });
    page.write(text('proof.confirmed', { name: of.citizen, time: timeOf(of.at) }), 11);
    page.write(text('proof.together', { name: of.clerk }), 11, { after: 12 });
    page.write(text('proof.digest'), 9, { after: 1, color: kGrey });
    page.write(of.sha256, 9, { after: 14 });
    const entered = filled.filter(({ by, value, field }) => by === 'clerk' && value !== '' && field.kind !== 'signature');
    page.write(text(entered.length === 0 ? 'proof.nothing_by_clerk' : 'proof.by_clerk'), 11, { after: 6 });
    for (const { field, value } of entered) {
        const words = field.kind === 'check' ? text('proof.checked') : shown(field, value);
        page.write(`${field.label}: ${words}`, 9, { indent: 10, after: 2 });
    }
    page.write('', 6);
    page.write(text('proof.no_identity'), 9, { color: kGrey });
}

/** `font`: a typeface file with the letters of European languages. Words on the added page are the authority's. */
export async function finishForm(
    original: Uint8Array,
    filled: readonly Filled[],
    of: Confirmation,
    font: Uint8Array,
    text: Translate,
): Promise<Uint8Array> {
    const pdf = await openPdf(original);
    pdf.registerFontkit(fontkit);
    // Whole: what is left of this typeface by cutting it down once more shows half of the letters.
    const typeface = await pdf.embedFont(font, { subset: false, features: kPlain });
    const fields = new Map(fieldsOf(pdf).map((field) => [field.index, field]));
    const pages = pdf.getPages();
    for (const one of filled) {
        for (const place of fields.get(one.field.index)?.places ?? []) {
            const page = pages[place.page];
            if (page !== undefined) drawField(page, typeface, one, place);
        }
    }
    makeQuiet(pdf);
    addProof(pdf, typeface, filled, of, text);
    pdf.setModificationDate(of.at);
    return pdf.save({ updateFieldAppearances: false, addDefaultPage: false });
}
