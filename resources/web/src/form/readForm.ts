// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The fields of a PDF that somebody else has made. Its scripts are looked at for the format that they name, never run.
import {
    type PDFAcroTerminal,
    type PDFArray,
    PDFAcroButton,
    PDFAcroChoice,
    PDFAcroPushButton,
    PDFAcroSignature,
    PDFAcroText,
    PDFDict,
    PDFDocument,
    PDFHexString,
    PDFName,
    PDFNumber,
    type PDFObject,
    PDFString,
    type PDFWidgetAnnotation,
    decodePDFRawStream,
    PDFRawStream,
    PDFRef,
} from 'pdf-lib';
import { type FieldKind, type FieldOption, fits, type FormField, type Format, kChecked, kMostFields, type PageBox, type Place, type ReadForm } from './fields.js';

const kReadOnly = 1;
const kRequired = 1 << 1;
const kMultiline = 1 << 12;
const kPassword = 1 << 13;
const kRadio = 1 << 15;
const kCombo = 1 << 17;
const kEdit = 1 << 18;
const kMultiSelect = 1 << 21;
const kComb = 1 << 24;
const kHidden = 1 << 1;
const kNoView = 1 << 5;

const name = (key: string): PDFName => PDFName.of(key);

/** A text, whichever way the file writes it down. */
function textOf(object: PDFObject | undefined): string | undefined {
    try {
        if (object instanceof PDFString || object instanceof PDFHexString || object instanceof PDFName) return object.decodeText();
        if (object instanceof PDFRawStream) return String.fromCharCode(...decodePDFRawStream(object).decode().slice(0, 65_536));
    } catch {
        return undefined;
    }
    return undefined;
}

/** Fields take what they do not say from the group that they are in. */
function inherited(dict: PDFDict, key: string): PDFObject | undefined {
    let at: PDFDict | undefined = dict;
    for (let depth = 0; at !== undefined && depth < 50; depth += 1) {
        const found = at.lookup(name(key));
        if (found !== undefined) return found;
        const parent: PDFObject | undefined = at.lookup(name('Parent'));
        at = parent instanceof PDFDict ? parent : undefined;
    }
    return undefined;
}

const numberOf = (object: PDFObject | undefined): number | undefined => (object instanceof PDFNumber ? object.asNumber() : undefined);

function onValue(widget: PDFWidgetAnnotation): string | undefined {
    try {
        return widget.getOnValue()?.decodeText();
    } catch {
        return undefined;
    }
}

interface Annotation {
    readonly page: number;
    /** As the page names it. */
    readonly object: PDFObject;
    readonly dict: PDFDict;
}

/** By what the pages say: what annotations say of their page is often missing. */
function annotationsOf(pdf: PDFDocument): readonly Annotation[] {
    return pdf.getPages().flatMap((page, index) =>
        (page.node.Annots()?.asArray() ?? []).flatMap((object): Annotation[] => {
            const dict = pdf.context.lookup(object);
            return dict instanceof PDFDict ? [{ page: index, object, dict }] : [];
        }),
    );
}

/** The topmost dictionary of a field, by whatever widget of it. */
function rootOf(pdf: PDFDocument, widget: PDFRef): readonly [PDFRef, PDFDict] | undefined {
    let at: PDFObject | undefined = widget;
    for (let depth = 0; at instanceof PDFRef && depth < 50; depth += 1) {
        const dict: PDFObject | undefined = pdf.context.lookup(at);
        if (!(dict instanceof PDFDict)) return undefined;
        const parent: PDFObject | undefined = dict.get(name('Parent'));
        if (parent === undefined) return [at, dict];
        at = parent;
    }
    return undefined;
}

/** Some programs write a field down on its page alone; the form has it all the same. */
function adoptOrphans(pdf: PDFDocument): void {
    const known = new Set<PDFDict>(pdf.catalog.getAcroForm()?.getFields().map(([field]) => field.dict));
    for (const { object, dict } of annotationsOf(pdf)) {
        if (!(object instanceof PDFRef) || dict.lookup(name('Subtype')) !== name('Widget') || inherited(dict, 'FT') === undefined) continue;
        const [ref, root] = rootOf(pdf, object) ?? [];
        if (ref === undefined || root === undefined || known.has(root)) continue;
        pdf.catalog.getOrCreateAcroForm().addField(ref);
        known.add(root);
    }
}

const quarterTurn = (degrees: number): Place['turn'] => ((((Math.round(degrees / 90) * 90) % 360) + 360) % 360) as Place['turn'];

function placeOf(widget: PDFWidgetAnnotation, page: number | undefined): Place | undefined {
    const flags = numberOf(widget.dict.lookup(name('F'))) ?? 0;
    if (page === undefined || (flags & (kHidden | kNoView)) !== 0) return undefined;
    try {
        const { x, y, width, height } = widget.getRectangle();
        const characteristics = widget.dict.lookup(name('MK'));
        const turned = characteristics instanceof PDFDict ? (numberOf(characteristics.lookup(name('R'))) ?? 0) : 0;
        const turn = quarterTurn(turned);
        const box = { x: width < 0 ? x + width : x, y: height < 0 ? y + height : y, width: Math.abs(width), height: Math.abs(height) };
        return [box.x, box.y, box.width, box.height].every(Number.isFinite) ? { page, ...box, turn } : undefined;
    } catch {
        return undefined;
    }
}

function optionsOf(field: PDFAcroTerminal): FieldOption[] {
    const listed = inherited(field.dict, 'Opt') as PDFArray | undefined;
    const options: FieldOption[] = [];
    for (let i = 0; listed !== undefined && 'size' in listed && i < listed.size(); i += 1) {
        const item = listed.lookup(i);
        const pair = item !== undefined && 'size' in item ? (item as PDFArray) : undefined;
        const value = textOf(pair === undefined ? item : pair.lookup(0));
        const label = textOf(pair === undefined ? item : pair.lookup(1)) ?? value;
        if (value !== undefined && label !== undefined && !value.includes('\n')) options.push({ value, label });
    }
    return options.filter(({ value }, index) => options.findIndex((other) => other.value === value) === index);
}

const kDateScript = /AFDate_(?:Format|Keystroke)(?:Ex)?\(\s*["']([^"']{1,40})["']/;
/** One day, month and year each, in digits, and nothing else. */
const kDayPattern = /^(?=.*d)(?=.*m)(?=.*y)(?:dd?|mm?|yy(?:yy)?)(?:[./ -](?:dd?|mm?|yy(?:yy)?)){2}$/i;

/** Only what the usual calls are named for is taken from a script. `free`: it wants what cannot be checked here, whatever the name says. */
function formatFromScripts(dict: PDFDict): Format | 'free' | undefined {
    const actions = inherited(dict, 'AA');
    if (!(actions instanceof PDFDict)) return undefined;
    for (const key of ['F', 'K']) {
        const action = actions.lookup(name(key));
        const script = action instanceof PDFDict ? textOf(action.lookup(name('JS'))) : undefined;
        if (script === undefined) continue;
        const pattern = kDateScript.exec(script)?.[1];
        if (pattern !== undefined && kDayPattern.test(pattern)) return { kind: 'date', certain: true, pattern };
        if (script.includes('AFDate_')) return 'free';
        if (script.includes('AFNumber_') || script.includes('AFPercent_')) return { kind: 'number', certain: true };
        if (script.includes('AFTime_')) return { kind: 'time', certain: true };
    }
    return undefined;
}

const kNamed: readonly (readonly [Format['kind'], RegExp, RegExp?])[] = [
    ['date', /datum|geburtstag|geb\.|date|^am$|birth/i, /ort\b|place|uhrzeit|zeitraum|\bund\b|update|candidate|mandate|name|land|country/i],
    ['iban', /\biban\b/i, /oder|bic/i],
    ['email', /e-?mail/i, /telefon|phone|oder/i],
    ['postcode', /^(plz|postleitzahl)/i, /ort/i],
];

function formatFromName(label: string, fullName: string): Format | undefined {
    const last = fullName.split('.').at(-1) ?? fullName;
    for (const words of [label, last]) {
        for (const [kind, is, isNot] of kNamed) {
            if (is.test(words) && isNot?.test(words) !== true) return { kind, certain: false };
        }
    }
    return undefined;
}

function isSized(place: Place | undefined): place is Place {
    return place !== undefined && place.width > 1 && place.height > 1;
}

interface Sorted {
    readonly kind: FieldKind;
    readonly options: readonly FieldOption[];
    readonly initial: string;
}

/** Boxes that stand for different things are a choice between them. */
function sortedButton(field: PDFAcroButton, widgets: readonly PDFWidgetAnnotation[], flags: number): Sorted {
    const chosen = textOf(inherited(field.dict, 'V')) ?? '';
    const exported = optionsOf(field);
    const values = widgets.map(onValue);
    const distinct = [...new Set(values.filter((value): value is string => value !== undefined))];
    if ((flags & kRadio) === 0 && distinct.length < 2) {
        return { kind: 'check', options: [], initial: chosen !== '' && chosen !== 'Off' ? kChecked : '' };
    }
    const options = distinct.map((value) => ({ value, label: labelOfOption(value, values.indexOf(value), exported) }));
    return { kind: 'radio', options, initial: distinct.includes(chosen) ? chosen : '' };
}

const labelOfOption = (value: string, index: number, exported: readonly FieldOption[]): string =>
    exported[Number(value)]?.label ?? exported[index]?.label ?? value;

function sortedChoice(field: PDFAcroChoice, flags: number): Sorted {
    const options = optionsOf(field);
    const value = inherited(field.dict, 'V');
    const several = value !== undefined && 'size' in value ? (value as PDFArray).asArray().map(textOf) : [textOf(value)];
    const chosen = several.filter((each): each is string => each !== undefined && each !== '');
    const isList = (flags & kCombo) === 0 && (flags & kMultiSelect) !== 0;
    return { kind: isList ? 'list' : 'choice', options, initial: isList ? chosen.join('\n') : (chosen[0] ?? '') };
}

function sorted(field: PDFAcroTerminal, widgets: readonly PDFWidgetAnnotation[], flags: number, format: Format | undefined): Sorted | undefined {
    if (field instanceof PDFAcroSignature) return { kind: 'signature', options: [], initial: '' };
    if (field instanceof PDFAcroPushButton) return undefined;
    if (field instanceof PDFAcroButton) return sortedButton(field, widgets, flags);
    if (field instanceof PDFAcroChoice) return sortedChoice(field, flags);
    if (!(field instanceof PDFAcroText) || (flags & kPassword) !== 0) return undefined;
    const initial = textOf(inherited(field.dict, 'V')) ?? '';
    if ((flags & kMultiline) !== 0) return { kind: 'multiline', options: [], initial: initial.replace(/\r\n?/g, '\n') };
    const kind = format?.kind === 'date' ? 'date' : 'text';
    return { kind, options: [], initial: initial.replace(/[\r\n]+/g, ' ') };
}

/** Names of forms are paths; their last part is what says most. */
function readable(fullName: string): string {
    const last = fullName.split('.').at(-1) ?? fullName;
    const words = last.replace(/\[\d+\]$/, '').replace(/[_]+/g, ' ').trim();
    return words === '' ? fullName : words;
}

const kAligned = ['left', 'centre', 'right'] as const;

function fontSizeOf(dict: PDFDict): number | undefined {
    const appearance = textOf(inherited(dict, 'DA')) ?? '';
    const found = /(\d{1,3}(?:\.\d{1,4})?)\s+Tf/.exec(appearance);
    const size = found === null ? 0 : Number(found[1]);
    return size > 0 ? size : undefined;
}

function readField(field: PDFAcroTerminal, pages: ReadonlyMap<PDFDict, number>, index: number): FormField | undefined {
    const widgets = field.getWidgets();
    const flags = numberOf(inherited(field.dict, 'Ff')) ?? 0;
    const fullName = field.getFullyQualifiedName() ?? '';
    const label = (textOf(field.dict.lookup(name('TU'))) ?? readable(fullName)).trim().slice(0, 300) || `${index + 1}`;
    const maxLength = numberOf(inherited(field.dict, 'MaxLen'));
    const said = formatFromScripts(field.dict) ?? formatFromName(label, fullName);
    // A pattern that is longer than what the field takes cannot be kept to.
    const isTooLong = said !== 'free' && (said?.pattern?.length ?? 0) > (maxLength ?? Infinity);
    const format = said === 'free' || isTooLong ? undefined : said;
    const kind = sorted(field, widgets, flags, format);
    if (kind === undefined) return undefined;
    const places = widgets.map((widget) => {
        const place = placeOf(widget, pages.get(widget.dict));
        const option = kind.kind === 'radio' ? onValue(widget) : undefined;
        return place === undefined || option === undefined ? place : { ...place, option };
    });
    const shown = places.filter(isSized);
    if (shown.length === 0) return undefined;
    const fontSize = fontSizeOf(field.dict);
    const isText = kind.kind === 'text' || kind.kind === 'date';
    const read: FormField = {
        index,
        name: fullName,
        label,
        ...kind,
        places: shown,
        required: (flags & kRequired) !== 0,
        readOnly: (flags & kReadOnly) !== 0,
        open: kind.kind === 'choice' && (flags & kCombo) !== 0 && (flags & kEdit) !== 0,
        comb: isText && (flags & kComb) !== 0 && maxLength !== undefined,
        align: kAligned[numberOf(inherited(field.dict, 'Q')) ?? 0] ?? 'left',
        ...(maxLength !== undefined && maxLength > 0 && { maxLength }),
        ...(fontSize !== undefined && { fontSize }),
        ...(format !== undefined && (isText || kind.kind === 'choice') && kind.options.length === 0 && { format }),
    };
    return fits(read, read.initial) ? read : { ...read, initial: '' };
}

interface Spot {
    readonly field: FormField;
    readonly page: number;
    readonly x: number;
    readonly top: number;
    readonly height: number;
}

function spotOf(field: FormField): Spot {
    const { page, x, y, height } = field.places[0] ?? { page: 0, x: 0, y: 0, height: 0 };
    return { field, page, x, top: y + height, height };
}

const leftToRight = (a: Spot, b: Spot): number => a.x - b.x || a.field.index - b.field.index;

/**
 * From top to bottom of each page, lines from left to right: the order in which they are filled in. What stands in a line is
 * held against its first field alone: of neighbours, each may be near the next, and there would be no order that all agree on.
 */
function inReadingOrder(fields: readonly FormField[]): readonly FormField[] {
    const spots = fields.map(spotOf).sort((a, b) => a.page - b.page || b.top - a.top || leftToRight(a, b));
    const lines: [Spot, ...Spot[]][] = [];
    for (const spot of spots) {
        const line = lines.at(-1);
        const first = line?.[0];
        const isIn = first?.page === spot.page && first.top - spot.top <= Math.min(first.height, spot.height) / 2;
        if (isIn) line?.push(spot);
        else lines.push([spot]);
    }
    return lines.flatMap((line) => line.sort(leftToRight).map(({ field }) => field));
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    adoptOrphans(pdf);
    return pdf;
}

/** Undefined: this is no PDF that can be read, or an encrypted one. */
export async function readForm(bytes: Uint8Array): Promise<ReadForm | undefined> {
    try {
        const pdf = await openPdf(bytes);
        return { fields: fieldsOf(pdf), pages: pdf.getPages().map((page): PageBox => ({ ...page.getCropBox(), turn: quarterTurn(page.getRotation().angle) })) };
    } catch {
        return undefined;
    }
}

/** As they are read; `index` is the place in the file, which both sides see alike. */
export function fieldsOf(pdf: PDFDocument): readonly FormField[] {
    const form = pdf.catalog.getAcroForm();
    if (form === undefined) return [];
    const pages = new Map(annotationsOf(pdf).map(({ dict, page }) => [dict, page]));
    const fields: FormField[] = [];
    for (const [field] of form.getAllFields()) {
        if (fields.length >= kMostFields) break;
        if (!('getWidgets' in field)) continue;
        try {
            const read = readField(field as PDFAcroTerminal, pages, fields.length);
            if (read !== undefined) fields.push(read);
        } catch {
            // A field that nobody can read holds up no other one.
        }
    }
    return inReadingOrder(fields);
}

