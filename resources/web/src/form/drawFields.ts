// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Writes what is in the fields onto the pages, as drawing: looks the same everywhere, and nobody changes it by typing.
import {
    concatTransformationMatrix,
    type PDFFont,
    type PDFPage,
    popGraphicsState,
    pushGraphicsState,
    rgb,
    LineCapStyle,
} from 'pdf-lib';
import type { Filled } from './digest.js';
import { type FormField, kMostInParagraphs, kSignatureBox, type Place, shown } from './fields.js';

const kInk = rgb(0.05, 0.05, 0.25);
/** Beside what the clerk has entered. */
const kMark = rgb(0.75, 0.35, 0);
const kMarkWidth = 1.2;
const kMargin = 2;
const kLeast = 4;
const kUsual = 10;
const kMost = 12;
const kLine = 1.2;

const kWithFont = new WeakSet<PDFPage>();
const kSigns = new WeakMap<PDFFont, ReadonlySet<number>>();

function signsOf(font: PDFFont): ReadonlySet<number> {
    const signs = kSigns.get(font) ?? new Set(font.getCharacterSet());
    kSigns.set(font, signs);
    return signs;
}

/** Signs that the typeface does not have would hold up the whole file. */
export function writable(font: PDFFont, text: string): string {
    const known = signsOf(font);
    return [...text.normalize('NFC').replace(/\t/g, ' ')]
        .map((sign) => (sign === '\n' || known.has(sign.codePointAt(0) ?? 0) ? sign : '?'))
        .join('');
}

/** By words; what is longer than a line is broken where it must be. */
export function wrapped(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
    const lines: string[] = [];
    for (const paragraph of text.split('\n')) {
        let line = '';
        for (const word of paragraph.split(' ')) {
            const longer = line === '' ? word : `${line} ${word}`;
            if (widthOf(longer) <= width) {
                line = longer;
                continue;
            }
            if (line !== '') lines.push(line);
            line = '';
            for (const sign of word) {
                if (line !== '' && widthOf(line + sign) > width) {
                    lines.push(line);
                    line = '';
                }
                line += sign;
            }
        }
        lines.push(line);
    }
    return lines;
}

interface Box {
    readonly width: number;
    readonly height: number;
}

/** The largest size at which it fits, from what the form wants downwards. */
function sizeFor(wanted: number, fitsAt: (size: number) => boolean): number {
    let size = wanted;
    while (size > kLeast && !fitsAt(size)) size = Math.max(kLeast, size - 0.5);
    return size;
}

function drawLine(page: PDFPage, font: PDFFont, field: FormField, text: string, { width, height }: Box): void {
    const wanted = field.fontSize ?? Math.min(kMost, Math.max(kLeast, height * 0.7));
    const widthAtOne = font.widthOfTextAtSize(text, 1);
    const size = sizeFor(wanted, (each) => widthAtOne * each <= width - 2 * kMargin);
    const free = width - widthAtOne * size;
    const x = field.align === 'right' ? free - kMargin : field.align === 'centre' ? free / 2 : kMargin;
    page.drawText(text, { x: Math.max(kMargin, x), y: (height - size * 0.7) / 2, size, color: kInk });
}

function drawCells(page: PDFPage, font: PDFFont, field: FormField, text: string, { width, height }: Box): void {
    const cell = width / (field.maxLength ?? 1);
    const size = sizeFor(field.fontSize ?? Math.min(kMost, height * 0.8), (each) => font.widthOfTextAtSize('M', each) <= cell);
    [...text].slice(0, field.maxLength).forEach((sign, index) => {
        const x = index * cell + (cell - font.widthOfTextAtSize(sign, size)) / 2;
        page.drawText(sign, { x, y: (height - size * 0.7) / 2, size, color: kInk });
    });
}

function drawParagraphs(page: PDFPage, font: PDFFont, field: FormField, text: string, { width, height }: Box): void {
    const widths = new Map<string, number>();
    const widthAtOne = (line: string): number => {
        const known = widths.get(line) ?? font.widthOfTextAtSize(line, 1);
        widths.set(line, known);
        return known;
    };
    const linesAt = (size: number): readonly string[] => wrapped(text, (width - 2 * kMargin) / size, widthAtOne);
    const wanted = Math.min(field.fontSize ?? kUsual, kMostInParagraphs);
    const size = sizeFor(wanted, (each) => linesAt(each).length * each * kLine <= height - kMargin);
    linesAt(size).forEach((line, index) => {
        page.drawText(line, { x: kMargin, y: height - kMargin - size - index * size * kLine, size, color: kInk });
    });
}

function drawCross(page: PDFPage, { width, height }: Box): void {
    const side = Math.min(width, height) * 0.7;
    const [left, low] = [(width - side) / 2, (height - side) / 2];
    const look = { thickness: Math.max(0.8, side / 8), color: kInk, lineCap: LineCapStyle.Round };
    page.drawLine({ start: { x: left, y: low }, end: { x: left + side, y: low + side }, ...look });
    page.drawLine({ start: { x: left, y: low + side }, end: { x: left + side, y: low }, ...look });
}

function drawDot(page: PDFPage, { width, height }: Box): void {
    page.drawCircle({ x: width / 2, y: height / 2, size: Math.min(width, height) * 0.28, color: kInk });
}

/** SVG counts downwards from the upper left. */
export function drawSignature(page: PDFPage, path: string, { width, height }: Box): void {
    const scale = Math.min(width / kSignatureBox.width, height / kSignatureBox.height);
    const x = (width - kSignatureBox.width * scale) / 2;
    const y = height - (height - kSignatureBox.height * scale) / 2;
    page.drawSvgPath(path, { x, y, scale, borderColor: kInk, borderWidth: 1.4 / scale, borderLineCap: LineCapStyle.Round });
}

function drawValue(page: PDFPage, font: PDFFont, { field, value }: Filled, place: Place, box: Box): void {
    switch (field.kind) {
        case 'check':
            return drawCross(page, box);
        case 'radio':
            if (place.option === value) drawDot(page, box);
            return undefined;
        case 'signature':
            return drawSignature(page, value, box);
        case 'multiline':
            return drawParagraphs(page, font, field, writable(font, value), box);
        case 'list':
            return drawParagraphs(page, font, field, writable(font, shown(field, value).replaceAll(', ', '\n')), box);
        case 'text':
        case 'date':
        case 'choice': {
            const text = writable(font, shown(field, value));
            return field.comb ? drawCells(page, font, field, text, box) : drawLine(page, font, field, text, box);
        }
    }
}

const kTurns: Readonly<Record<Place['turn'], (place: Place) => readonly [number, number, number, number, number, number]>> = {
    0: ({ x, y }) => [1, 0, 0, 1, x, y],
    90: ({ x, y, width }) => [0, 1, -1, 0, x + width, y],
    180: ({ x, y, width, height }) => [-1, 0, 0, -1, x + width, y + height],
    270: ({ x, y, height }) => [0, -1, 1, 0, x, y + height],
};

export function drawField(page: PDFPage, font: PDFFont, filled: Filled, place: Place): void {
    if (filled.value === '') return;
    const { width, height, turn } = place;
    const isUpright = turn === 0 || turn === 180;
    const box = isUpright ? { width, height } : { width: height, height: width };
    page.pushOperators(pushGraphicsState(), concatTransformationMatrix(...kTurns[turn](place)));
    // Once a page: named with each text, it would be entered into the page with each.
    if (!kWithFont.has(page)) page.setFont(font);
    kWithFont.add(page);
    drawValue(page, font, filled, place, box);
    if (filled.by === 'clerk' && (filled.field.kind !== 'radio' || place.option === filled.value)) {
        page.drawRectangle({ x: -kMarkWidth - 0.8, y: 0, width: kMarkWidth, height: box.height, color: kMark });
    }
    page.pushOperators(popGraphicsState());
}
