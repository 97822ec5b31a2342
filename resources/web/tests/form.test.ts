// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Forms that others have made: what they ask for, whether it is right, and the file that comes out of it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { degrees, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { blockers, isIban, isNumber, isTime, patternIn, problemOf, readDay, tidyDay } from '../src/form/checks.js';
import { digestOf, type Filled } from '../src/form/digest.js';
import { wrapped } from '../src/form/drawFields.js';
import { fits, type FormField, kChecked, shown } from '../src/form/fields.js';
import { finishForm } from '../src/form/finishForm.js';
import { readForm } from '../src/form/readForm.js';
import { translator } from '../src/text/index.js';
import { actsIn, fieldsIn, sampleForm, setFlag, setLabel, setScript, typeface } from './formKit.js';

const kSignature = 'M100 200L300 80L500 220M600 100L800 100';

function field(part: Partial<FormField>): FormField {
    const all = { index: 0, name: 'f', label: 'f', kind: 'text', places: [], options: [], required: false, readOnly: false };
    return { ...all, open: false, comb: false, align: 'left', initial: '', ...part } as FormField;
}

test('a form tells its fields in the order in which they are read, with their kinds', async () => {
    const fields = await fieldsIn(await sampleForm());
    assert.deepEqual(
        fields.map(({ label, kind }) => `${label}: ${kind}`),
        ['name: text', 'geboren: date', 'bemerkung: multiline', 'einverstanden: check', 'art: radio', 'land: choice',
            'sprachen: list', 'kennzeichen: text', 'unterschrift: signature'],
    );
    assert.deepEqual(fields.map(({ index }) => index), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const [name, born, , , kind, state, languages, plate, signature] = fields;
    assert.equal(name?.required, true);
    assert.deepEqual(born?.format, { kind: 'date', certain: true, pattern: 'dd.mm.yyyy' });
    assert.deepEqual(kind?.options.map(({ label }) => label), ['neu', 'Verlängerung']);
    assert.deepEqual(kind?.places.map(({ option }) => option), kind?.options.map(({ value }) => value));
    assert.deepEqual(state?.options.map(({ label }) => label), ['Bayern', 'Österreich']);
    assert.deepEqual(languages?.options.map(({ label }) => label), ['Deutsch', 'Türkçe', 'Українська']);
    assert.equal(plate?.comb, true);
    assert.equal(plate?.maxLength, 8);
    assert.deepEqual(signature?.places[0], { page: 0, x: 50, y: 300, width: 200, height: 60, turn: 0 });
});

test('what a date is to look like is said in the letters of the reader', () => {
    for (const [pattern, words] of [[undefined, 'TT.MM.JJJJ'], ['dd.mm.yyyy', 'TT.MM.JJJJ'], ['m/d/yy', 'M/T/JJ'], ['yyyy-MM-dd', 'JJJJ-MM-TT']] as const) {
        assert.equal(patternIn('TT.MM.JJJJ', pattern), words);
    }
    assert.equal(patternIn('DD.MM.YYYY', 'mm/dd/yyyy'), 'MM/DD/YYYY');
});

test('what a form is filled with already is kept, and what does not fit is not', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    const form = pdf.getForm();
    const city = form.createTextField('ort');
    city.setText('Köln');
    city.addToPage(page, { x: 10, y: 100, width: 80, height: 20 });
    const box = form.createCheckBox('box');
    box.addToPage(page, { x: 10, y: 50, width: 12, height: 12 });
    box.check();
    const choice = form.createDropdown('wahl');
    choice.addOptions(['a', 'b']);
    choice.addToPage(page, { x: 10, y: 10, width: 80, height: 20 });
    choice.acroField.dict.set(PDFName.of('V'), PDFString.of('c'));
    const fields = await fieldsIn(await pdf.save({ updateFieldAppearances: false }));
    assert.deepEqual(fields.map(({ initial }) => initial), ['Köln', kChecked, '']);
});

test('boxes that stand for different things are a choice between them', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    const box = pdf.getForm().createCheckBox('familienstand');
    for (const x of [10, 60]) box.addToPage(page, { x, y: 10, width: 12, height: 12 });
    const [, second] = box.acroField.getWidgets();
    const appearance = second?.dict.lookup(PDFName.of('AP'));
    const { context } = pdf;
    if (second !== undefined && appearance !== undefined) {
        second.dict.set(PDFName.of('AP'), context.obj({ N: { verheiratet: context.obj({}), Off: context.obj({}) } }));
    }
    const [read] = await fieldsIn(await pdf.save({ updateFieldAppearances: false }));
    assert.equal(read?.kind, 'radio');
    assert.deepEqual(read?.places.map(({ option }) => option), ['Yes', 'verheiratet']);
});

test('buttons, passwords, and what nobody sees are no fields', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    const form = pdf.getForm();
    form.createButton('drucken').addToPage('Drucken', page, { x: 10, y: 10, width: 60, height: 20 });
    const secret = form.createTextField('kennwort');
    secret.enablePassword();
    secret.addToPage(page, { x: 10, y: 50, width: 60, height: 20 });
    const hidden = form.createTextField('versteckt');
    hidden.addToPage(page, { x: 10, y: 80, width: 60, height: 20 });
    hidden.acroField.getWidgets()[0]?.dict.set(PDFName.of('F'), pdf.context.obj(2));
    form.createTextField('nirgends');
    const [only, ...more] = await fieldsIn(await pdf.save());
    assert.equal(only, undefined);
    assert.deepEqual(more, []);
});

test('fields take from their groups what they do not say themselves', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    const child = pdf.getForm().createTextField('gruppe.kind');
    child.addToPage(page, { x: 10, y: 10, width: 90, height: 20 });
    const parent = child.acroField.getParent();
    parent?.dict.set(PDFName.of('Ff'), pdf.context.obj(2));
    child.acroField.dict.delete(PDFName.of('Ff'));
    const [read] = await fieldsIn(await pdf.save());
    assert.equal(read?.required, true);
    assert.equal(read?.name, 'gruppe.kind');
});

for (const [script, format] of [
    ['AFDate_FormatEx("dd.mm.yyyy");', { kind: 'date', certain: true, pattern: 'dd.mm.yyyy' }],
    ["AFDate_KeystrokeEx( 'yyyy-mm-dd' )", { kind: 'date', certain: true, pattern: 'yyyy-mm-dd' }],
    ['AFDate_FormatEx("d/m/yy")', { kind: 'date', certain: true, pattern: 'd/m/yy' }],
    ['AFDate_FormatEx("dd.MM.yyyy")', { kind: 'date', certain: true, pattern: 'dd.MM.yyyy' }],
    ['AFDate_Format(3)', undefined],
    ['AFNumber_Format(2, 2, 0, 0, "", true);', { kind: 'number', certain: true }],
    ['AFTime_Format(0)', { kind: 'time', certain: true }],
    ['while(true){}', undefined],
] as const) {
    test(`a script is read for its format and never run: ${script}`, async () => {
        const pdf = await PDFDocument.create();
        const page = pdf.addPage();
        const one = pdf.getForm().createTextField('feld');
        one.addToPage(page, { x: 10, y: 10, width: 90, height: 20 });
        setScript(pdf, one, script);
        const [read] = await fieldsIn(await pdf.save());
        assert.deepEqual(read?.format, format);
    });
}

for (const [pattern, value] of [
    ['dd.mm.yyyy HH:MM', '24.12.2026 10:30'],
    ['mmmm d, yyyy', 'December 24, 2026'],
    ['dddd, d. mmmm yyyy', 'Donnerstag, 24. Dezember 2026'],
    ['dd-mmm-yyyy', '24-Dez-2026'],
    ['mm/yyyy', '12/2026'],
    ['dd.mm.', '24.12.'],
    ['dd.mm.dd', '24.12.24'],
    ['ddmmyyyy', '24122026'],
    ['dd.mm.yyy', '24.12.026'],
    ["dd.mm.yyyy 'um' HH", '24.12.2026 um 10'],
] as const) {
    test(`a date that is not a plain day may be written in any way: ${pattern}`, async () => {
        const pdf = await PDFDocument.create();
        const one = pdf.getForm().createTextField('feld');
        one.addToPage(pdf.addPage(), { x: 10, y: 10, width: 90, height: 20 });
        setScript(pdf, one, `AFDate_FormatEx("${pattern}");`);
        // Its name says no more than its script.
        setLabel(one, 'Datum');
        const [read] = await fieldsIn(await pdf.save());
        assert.equal(read?.kind, 'text');
        assert.equal(read?.format, undefined);
        assert.equal(problemOf(read as FormField, value), undefined);
    });
}

for (const [label, kind] of [
    ['Geburtsdatum', 'date'],
    ['Ort, Datum', undefined],
    ['IBAN', 'iban'],
    ['E-Mail', 'email'],
    ['PLZ', 'postcode'],
    ['PLZ, Ort', undefined],
    ['Vorname', undefined],
    ['Candidate', undefined],
] as const) {
    test(`the name of a field is a hint at most: ${label}`, async () => {
        const pdf = await PDFDocument.create();
        const one = pdf.getForm().createTextField('x1');
        one.addToPage(pdf.addPage(), { x: 10, y: 10, width: 90, height: 20 });
        setLabel(one, label);
        const [read] = await fieldsIn(await pdf.save());
        assert.equal(read?.format?.kind, kind);
        assert.notEqual(read?.format?.certain, true);
    });
}

for (const [words, bytes] of [
    ['nothing', new Uint8Array()],
    ['no PDF', new TextEncoder().encode('<html>')],
    ['half of one', new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<')],
] as const) {
    test(`what cannot be read is said to be so: ${words}`, async () => {
        const read = await readForm(bytes);
        assert.equal(read === undefined || read.fields.length === 0, true);
    });
}

test('a PDF without fields has none', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    assert.deepEqual((await readForm(await pdf.save()))?.fields, []);
});

for (const [value, pattern, day] of [
    ['1.2.2026', undefined, '2026-2-1'],
    ['01.02.26', undefined, '2026-2-1'],
    ['24.12.58', undefined, '1958-12-24'],
    ['2026-12-24', undefined, '2026-12-24'],
    ['24/12/2026', undefined, '2026-12-24'],
    ['12/24/2026', 'mm/dd/yyyy', '2026-12-24'],
    ['24 12 2026', undefined, '2026-12-24'],
    ['24.12.', undefined, undefined],
    ['morgen', undefined, undefined],
    ['124.12.2026', undefined, undefined],
] as const) {
    test(`a day is read as people type it: ${value}`, () => {
        const read = readDay(value, pattern, 2026);
        assert.equal(read && `${read.year}-${read.month}-${read.day}`, day);
    });
}

for (const [value, pattern, tidy] of [
    ['1.2.26', undefined, '01.02.2026'],
    ['2026-2-1', 'dd.mm.yy', '01.02.26'],
    ['1.2.2026', 'd.m.yyyy', '1.2.2026'],
    ['1.2.2026', 'mmm', '01.02.2026'],
    ['31.2.2026', undefined, '31.2.2026'],
    ['bald', undefined, 'bald'],
] as const) {
    test(`a day is written as the form wants it: ${value} as ${pattern ?? 'usual'}`, () => {
        assert.equal(tidyDay(value, pattern, 2026), tidy);
    });
}

const date = { kind: 'date', certain: true } as const;
const kOption = [{ value: 'a', label: 'A' }];
for (const [words, one, value, problem] of [
    ['a required one is empty', field({ required: true }), ' ', 'required!'],
    ['another one is empty', field({}), '', undefined],
    ['one that cannot be filled in is empty', field({ required: true, readOnly: true }), '', undefined],
    ['a required box is not ticked', field({ kind: 'check', required: true }), '', 'required!'],
    ['a required signature is missing: whoever cannot draw may confirm', field({ kind: 'signature', required: true }), '', 'required'],
    ['a required choice is not made', field({ kind: 'choice', required: true, options: kOption }), '', 'required!'],
    ['a required choice has nothing to choose from', field({ kind: 'choice', required: true }), '', 'required'],
    ['a required choice has but an empty option', field({ kind: 'choice', required: true, options: [{ value: ' ', label: ' ' }] }), ' ', 'required'],
    ['a required choice has nothing to choose from, but is typed into', field({ kind: 'choice', required: true, open: true }), '', 'required!'],
    ['a required list has nothing to choose from', field({ kind: 'list', required: true }), '', 'required'],
    ['a required radio button has nothing to choose from', field({ kind: 'radio', required: true }), '', 'required'],
    ['a required radio button is not chosen', field({ kind: 'radio', required: true, options: kOption }), '', 'required!'],
    ['a signature is there', field({ kind: 'signature', required: true }), kSignature, undefined],
    ['it is too long', field({ maxLength: 3 }), 'abcd', 'too_long!'],
    ['letters count, not their bytes', field({ maxLength: 3 }), 'äö𝒳', 'unprintable!'],
    ['it is as long as it may be', field({ maxLength: 3 }), 'äöü', undefined],
    ['a day', field({ format: date }), '24.12.2026', undefined],
    ['no day', field({ format: date }), 'bald', 'date!'],
    ['a day that there is not', field({ format: date }), '31.02.2026', 'no_such_day!'],
    ['29 February of a leap year', field({ format: date }), '29.02.2028', undefined],
    ['29 February of another year', field({ format: date }), '29.02.2026', 'no_such_day!'],
    ['the name alone says that it is a day', field({ format: { kind: 'date', certain: false } }), 'bald', 'date'],
    ['an IBAN', field({ format: { kind: 'iban', certain: false } }), 'DE89 3704 0044 0532 0130 00', undefined],
    ['an IBAN with a wrong digit', field({ format: { kind: 'iban', certain: false } }), 'DE89 3704 0044 0532 0130 01', 'iban'],
    ['an address', field({ format: { kind: 'email', certain: false } }), 'a@example.org', undefined],
    ['no address', field({ format: { kind: 'email', certain: false } }), 'a@b@c.de', 'email'],
    ['a postcode', field({ format: { kind: 'postcode', certain: false } }), '93047', undefined],
    ['no postcode', field({ format: { kind: 'postcode', certain: false } }), '9304', 'postcode'],
    ['names of Europe', field({}), 'Łukasz Şimşek Ñandú Ελένη Олена', undefined],
    ['a sign that the file cannot show', field({}), 'テスト', 'unprintable!'],
] as const) {
    test(`what is typed is looked at: ${words}`, () => {
        const found = problemOf(one, value);
        assert.equal(found && `${found.code}${found.blocks ? '!' : ''}`, problem);
    });
}

test('numbers are read in German and in English', () => {
    for (const right of ['1', '-3', '1.234,56', '1,234.56', '1234.5', '1 234,5', '12,50 €', "1'000"]) assert.ok(isNumber(right), right);
    for (const wrong of ['', 'zwei', '1,2,3', '1..2', '12.34.5']) assert.ok(!isNumber(wrong), wrong);
});

test('times and accounts', () => {
    for (const right of ['9:30', '09.30 Uhr', '23:59:59']) assert.ok(isTime(right), right);
    for (const wrong of ['9', '25:00', '9:75']) assert.ok(!isTime(wrong), wrong);
    assert.ok(isIban('GB29 NWBK 6016 1331 9268 19'));
    assert.ok(!isIban('DE89'));
});

test('long words and long input cost a check no time', () => {
    const long = '1'.repeat(4000);
    const begun = performance.now();
    for (const kind of ['date', 'number', 'time', 'iban', 'email', 'postcode'] as const) {
        for (const value of [long, `${long}!`, '1.'.repeat(2000), 'a@'.repeat(2000), '1 '.repeat(2000)]) {
            problemOf(field({ format: { kind, certain: true } }), value);
        }
    }
    assert.ok(performance.now() - begun < 500);
});

test('what the other side sends is held against the field', () => {
    const radio = field({ kind: 'radio', options: [{ value: 'a', label: 'A' }] });
    assert.ok(fits(radio, 'a') && fits(radio, '') && !fits(radio, 'b'));
    assert.ok(!fits(field({ kind: 'check' }), 'yes') && fits(field({ kind: 'check' }), kChecked));
    assert.ok(!fits(field({}), 'a\nb') && fits(field({ kind: 'multiline' }), 'a\nb'));
    assert.ok(fits(field({ kind: 'signature' }), kSignature));
    assert.ok(!fits(field({ kind: 'signature' }), 'M1 1<script>'));
    assert.ok(!fits(field({}), 'a'.repeat(4001)));
    assert.equal(shown(radio, 'a'), 'A');
});

test('text is broken by words, and long words where they must be', () => {
    const width = (text: string): number => text.length;
    assert.deepEqual(wrapped('ein kurzer Satz', 10, width), ['ein kurzer', 'Satz']);
    assert.deepEqual(wrapped('Donaudampfschiff', 6, width), ['Donaud', 'ampfsc', 'hiff']);
    assert.deepEqual(wrapped('a\n\nb', 6, width), ['a', '', 'b']);
});

const kValues = ['Łukasz Müßig', '24.12.1958', 'Zeile eins\nZeile zwei: äöü €', kChecked, '', 'Österreich', 'Deutsch\nУкраїнська', 'RABC123', kSignature];

async function filledIn(bytes: Uint8Array): Promise<readonly Filled[]> {
    const fields = await fieldsIn(bytes);
    return fields.map((one, index) => ({
        field: one,
        value: one.kind === 'radio' ? (one.options[1]?.value ?? '') : (kValues[index] ?? ''),
        by: index === 2 ? 'clerk' : 'citizen',
    }));
}

const confirmation = { fileName: 'Antrag.pdf', citizen: 'Łukasz Müßig', clerk: 'Frau Sommer', at: new Date('2026-03-02T08:05:00Z') };

test('the file that both get holds what was entered, and nothing in it acts any more', async () => {
    const original = await sampleForm();
    const filled = await filledIn(original);
    const sha256 = await digestOf(original, filled);
    assert.match(sha256, /^[0-9a-f]{64}$/);
    const bytes = await finishForm(original, filled, { ...confirmation, sha256 }, await typeface(), translator('de'));
    const pdf = await PDFDocument.load(bytes);
    assert.equal(pdf.getPageCount(), 2);
    assert.equal(pdf.catalog.has(PDFName.of('AcroForm')), false);
    assert.deepEqual(await fieldsIn(bytes), []);
    assert.equal(await actsIn(original), true);
    assert.equal(await actsIn(bytes), false);
});

test('the digest is of each entry, of who made it, and of the form', async () => {
    const original = await sampleForm();
    const filled = await filledIn(original);
    const digest = await digestOf(original, filled);
    assert.equal(await digestOf(original, filled), digest);
    const others = filled.map((one, index) => (index === 0 ? { ...one, value: 'Anna' } : one));
    assert.notEqual(await digestOf(original, others), digest);
    assert.notEqual(await digestOf(original, filled.map((one) => ({ ...one, by: 'clerk' as const }))), digest);
    assert.notEqual(await digestOf(new Uint8Array([...original, 10]), filled), digest);
});

for (const turn of [0, 90, 180, 270] as const) {
    test(`fields on turned pages are written where they stand: ${turn}°`, async () => {
        const pdf = await PDFDocument.create();
        const page = pdf.addPage([300, 300]);
        page.setRotation(degrees(turn));
        const one = pdf.getForm().createTextField('feld');
        one.addToPage(page, { x: 100, y: 100, width: 100, height: 20, rotate: degrees(turn) });
        const bytes = await pdf.save();
        const [read] = await fieldsIn(bytes);
        assert.equal(read?.places[0]?.turn, turn);
        const filled = [{ field: read as FormField, value: 'gedreht', by: 'clerk' as const }];
        const done = await finishForm(bytes, filled, { ...confirmation, sha256: '0' }, await typeface(), translator('de'));
        assert.equal((await PDFDocument.load(done)).getPageCount(), 2);
    });
}

test('much that the clerk has entered takes as many pages as it needs', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    for (let i = 0; i < 120; i += 1) {
        pdf.getForm().createTextField(`feld${i}`).addToPage(page, { x: 10 + (i % 4) * 130, y: 20 + Math.floor(i / 4) * 24, width: 120, height: 20 });
    }
    const bytes = await pdf.save();
    const filled = (await fieldsIn(bytes)).map((one) => ({ field: one, value: 'ein längerer Eintrag', by: 'clerk' as const }));
    const done = await finishForm(bytes, filled, { ...confirmation, sha256: '0' }, await typeface(), translator('de'));
    assert.ok((await PDFDocument.load(done)).getPageCount() > 3);
});

test('what hinders to confirm is named in the order of the form', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    for (const [index, name] of ['b', 'a', 'c'].entries()) {
        const one = pdf.getForm().createTextField(name);
        one.addToPage(page, { x: 10, y: 300 - index * 50, width: 90, height: 20 });
        if (name !== 'c') setFlag(one, 2);
    }
    const fields = await fieldsIn(await pdf.save());
    assert.deepEqual(blockers(fields, () => '').map(({ name }) => name), ['b', 'a']);
    assert.deepEqual(blockers(fields, (one) => one.name), []);
});
