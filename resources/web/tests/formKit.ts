// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Forms for tests, made here in the shapes that others make them, and the typeface that the build makes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFArray, PDFDict, PDFDocument, type PDFField, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import type { FormField } from '../src/form/fields.js';
import { readForm } from '../src/form/readForm.js';

declare const REPOSITORY: string;

const load = createRequire(`${REPOSITORY}/resources/web/package.json`);

export async function typeface(): Promise<Uint8Array> {
    const subset = load('subset-font') as (font: Buffer, letters: string, options: object) => Promise<Buffer>;
    const source = readFileSync(`${REPOSITORY}/resources/web/node_modules/@kern-ux/native/dist/fonts/fira-sans/FiraSans-Regular.woff2`);
    const letters = Array.from({ length: 0x460 - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
    return new Uint8Array(await subset(source, `${letters}€„“–…ẞ`, { targetFormat: 'sfnt' }));
}

export function setFlag(field: PDFField, bit: number): void {
    field.acroField.setFlags(field.acroField.getFlags() | bit);
}

export function setScript(pdf: PDFDocument, field: PDFField, script: string): void {
    const action = pdf.context.obj({ S: 'JavaScript', JS: PDFString.of(script) });
    field.acroField.dict.set(PDFName.of('AA'), pdf.context.obj({ F: action }));
}

export function setLabel(field: PDFField, label: string): void {
    field.acroField.dict.set(PDFName.of('TU'), PDFString.of(label));
}

/** A signature field: pdf-lib itself makes none. */
export function addSignature(pdf: PDFDocument, name: string, rect: readonly number[]): void {
    const page = pdf.getPage(0);
    const widget = pdf.context.register(
        pdf.context.obj({ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', T: PDFString.of(name), Rect: [...rect], F: 4, P: page.ref }),
    );
    page.node.addAnnot(widget);
    const form = pdf.catalog.getOrCreateAcroForm();
    form.addField(widget);
}

/** One of each kind, as an office would write it. */
/** The same bytes each time: nothing in it tells when it was made. */
export async function sampleForm(): Promise<Uint8Array> {
    const pdf = await PDFDocument.create({ updateMetadata: false });
    const page = pdf.addPage([595, 842]);
    const form = pdf.getForm();
    const name = form.createTextField('antrag.person.name');
    name.addToPage(page, { x: 50, y: 760, width: 200, height: 20 });
    setFlag(name, 1 << 1);
    const born = form.createTextField('antrag.person.geboren');
    born.addToPage(page, { x: 300, y: 760, width: 100, height: 20 });
    setScript(pdf, born, 'AFDate_FormatEx("dd.mm.yyyy");');
    const remarks = form.createTextField('bemerkung');
    remarks.enableMultiline();
    remarks.addToPage(page, { x: 50, y: 640, width: 300, height: 90 });
    const agree = form.createCheckBox('einverstanden');
    agree.addToPage(page, { x: 50, y: 600, width: 14, height: 14 });
    const kind = form.createRadioGroup('art');
    kind.addOptionToPage('neu', page, { x: 50, y: 560, width: 14, height: 14 });
    kind.addOptionToPage('Verlängerung', page, { x: 150, y: 560, width: 14, height: 14 });
    const state = form.createDropdown('land');
    state.addOptions(['Bayern', 'Österreich']);
    state.addToPage(page, { x: 50, y: 520, width: 150, height: 18 });
    const languages = form.createOptionList('sprachen');
    languages.enableMultiselect();
    languages.addToPage(page, { x: 50, y: 440, width: 150, height: 60 });
    const words = ['Deutsch', 'Türkçe', 'Українська'].map((word) => PDFHexString.fromText(word));
    languages.acroField.setOptions(words.map((word) => ({ value: word, display: word })));
    const plate = form.createTextField('kennzeichen');
    plate.setMaxLength(8);
    plate.enableCombing();
    plate.addToPage(page, { x: 50, y: 400, width: 160, height: 20 });
    addSignature(pdf, 'unterschrift', [50, 300, 250, 360]);
    return pdf.save({ updateFieldAppearances: false });
}

export async function fieldsIn(bytes: Uint8Array): Promise<readonly FormField[]> {
    const read = await readForm(bytes);
    if (read === undefined) throw new Error('the form cannot be read');
    return read.fields;
}

/** Whether anything in the file could act. */
export async function actsIn(bytes: Uint8Array): Promise<boolean> {
    const pdf = await PDFDocument.load(bytes);
    const acts = (object: unknown): boolean => {
        if (object instanceof PDFArray) return object.asArray().some(acts);
        if (!(object instanceof PDFDict)) return false;
        return object.has(PDFName.of('JS')) || object.has(PDFName.of('AA')) || object.values().some(acts);
    };
    return pdf.context.enumerateIndirectObjects().some(([, object]) => acts(object));
}

