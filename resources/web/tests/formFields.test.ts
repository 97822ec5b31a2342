// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Which fields a form has, wherever its maker wrote them down, and the order in which they are read.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDFDocument, PDFName } from 'pdf-lib';
import type { FormField } from '../src/form/fields.js';
import { fieldsIn, sampleForm } from './formKit.js';

interface Box {
    readonly name: string;
    readonly x: number;
    readonly top: number;
    readonly height?: number;
    readonly page?: number;
}

async function laidOut(boxes: readonly Box[]): Promise<readonly FormField[]> {
    const pdf = await PDFDocument.create();
    for (let i = 0; i < 2; i += 1) pdf.addPage();
    for (const { name, x, top, height = 14, page = 0 } of boxes) {
        pdf.getForm().createTextField(name).addToPage(pdf.getPage(page), { x, y: top - height, width: 40, height, borderWidth: 0 });
    }
    return fieldsIn(await pdf.save());
}

const named = (fields: readonly FormField[]): string => fields.map(({ name }) => name).join(' ');

test('a field is numbered by its place in the file, wherever it is shown', async () => {
    const fields = await laidOut([
        { name: 'last', x: 10, top: 300, page: 1 },
        { name: 'low', x: 10, top: 100 },
        { name: 'right', x: 90, top: 300 },
        { name: 'left', x: 10, top: 300 },
    ]);
    assert.deepEqual(fields.map(({ name, index }) => `${name} ${index}`), ['left 3', 'right 2', 'low 1', 'last 0']);
});

const [high, middle, low] = [{ name: 'high', x: 10, top: 100 }, { name: 'middle', x: 5, top: 95 }, { name: 'low', x: 0, top: 90 }];
for (const order of [[high, middle, low], [high, low, middle], [middle, high, low], [middle, low, high], [low, high, middle], [low, middle, high]]) {
    test(`fields that step downwards are shown in the same order, however the file has them: ${order.map(({ name }) => name).join(' ')}`, async () => {
        const fields = await laidOut(order);
        assert.equal(named(fields), 'middle high low');
        assert.deepEqual(fields.map(({ name, index }) => order[index]?.name === name), [true, true, true]);
    });
}

for (const [words, boxes, order] of [
    ['a little higher', [{ name: 'b', x: 90, top: 103 }, { name: 'a', x: 10, top: 100 }], 'a b'],
    ['a tall one beside a low one', [{ name: 'b', x: 10, top: 80, height: 10 }, { name: 'a', x: 90, top: 100, height: 90 }], 'a b'],
    ['a line is as high as its first field', [{ name: 'c', x: 5, top: 86 }, { name: 'b', x: 10, top: 93 }, { name: 'a', x: 20, top: 100 }], 'b a c'],
    ['in the same place', [{ name: 'b', x: 10, top: 100 }, { name: 'a', x: 10, top: 100 }], 'b a'],
    ['one below the other within a line: by the file', [{ name: 'b', x: 10, top: 98 }, { name: 'a', x: 10, top: 100 }], 'b a'],
] as const) {
    test(`lines are read from left to right: ${words}`, async () => {
        assert.equal(named(await laidOut(boxes)), order);
    });
}

test('fields that are written down on their pages alone are fields of the form', async () => {
    const pdf = await PDFDocument.load(await sampleForm());
    pdf.catalog.getAcroForm()?.dict.set(PDFName.of('Fields'), pdf.context.obj([]));
    const lost = await pdf.save({ updateFieldAppearances: false });
    pdf.catalog.delete(PDFName.of('AcroForm'));
    const without = await pdf.save({ updateFieldAppearances: false });
    const labels = (await fieldsIn(await sampleForm())).map(({ label }) => label);
    for (const bytes of [lost, without]) assert.deepEqual((await fieldsIn(bytes)).map(({ label }) => label), labels);
});

test('what is no field among what stands on a page holds up no field', async () => {
    const pdf = await PDFDocument.load(await sampleForm());
    const strangers = [pdf.context.register(pdf.context.obj(7)), pdf.context.nextRef(), pdf.context.obj({ Subtype: 'Widget' }), pdf.context.obj('text')];
    for (const stranger of strangers) pdf.getPage(0).node.Annots()?.push(stranger);
    assert.equal((await fieldsIn(await pdf.save({ updateFieldAppearances: false }))).length, 9);
});
