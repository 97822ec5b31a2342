// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The table at which two fill in a form: opened by one, heard by both, confirmed by the citizen, and finished once.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsIn, sampleForm } from './formKit.js';
import { FormTable, type FormNews, type FormWord, type TableWorld } from '../src/form/table.js';
import type { FormCopy } from '../src/protocol/form.js';
import { type FormField, kChecked } from '../src/form/fields.js';
import { rectOf, wordsAt } from '../src/form/overlay.js';
import { pathOf } from '../src/form/signature.js';
import { FakeTimers } from './fakeTime.js';

const kFile = 'doc_05kq7rjm3t8xv2bnc4hw9ey1sd';
const kAt = '2026-03-02T08:31:07.000Z';

interface Desk {
    readonly table: FormTable;
    readonly said: FormWord[];
}

/** The server between the two, as PROTOCOL.md has it; without a page, so that nothing is drawn. */
class Visit {
    readonly timers = new FakeTimers();
    copy: FormCopy | undefined;
    readonly citizen: Desk;
    readonly clerk: Desk;
    online = true;

    constructor(readonly finished: { sha256: string; name: string; values: readonly string[] }[] = []) {
        this.citizen = this.#desk('citizen');
        this.clerk = this.#desk('clerk');
    }
    tell(): void {
        const news: FormNews = { type: 'form.state', ...(this.copy !== undefined && { form: this.copy }) };
        for (const { table } of [this.citizen, this.clerk]) table.hear(news);
    }
    #desk(own: 'citizen' | 'clerk'): Desk {
        const said: FormWord[] = [];
        const world: TableWorld = {
            own,
            other: 'x',
            lang: 'de',
            say: (word) => {
                said.push(word);
                if (this.online) this.#take(own, word);
                return this.online;
            },
            now: () => this.timers.now,
            setTimer: this.timers.setTimer,
            ...(own === 'citizen' && {
                confirm: (_file: string, sha256: string, clerkSaid: number) => {
                    if (this.copy === undefined) return Promise.resolve('failed' as const);
                    if (clerkSaid !== this.copy.clerk_said) return Promise.resolve('changed' as const);
                    this.copy = { ...this.copy, confirmed: { sha256, at: kAt } };
                    this.tell();
                    return Promise.resolve('done' as const);
                },
                finish: (_original, filled, { sha256, name }) => {
                    this.finished.push({ sha256, name, values: filled.map(({ value }) => value) });
                    return Promise.resolve(true);
                },
            } satisfies Partial<TableWorld>),
        };
        return { table: new FormTable(world), said };
    }
    #take(from: 'citizen' | 'clerk', word: FormWord): void {
        if (word.type === 'form.open') {
            if (this.copy?.file !== word.file) this.copy = { file: word.file, citizen: [], clerk: [], clerk_said: 0 };
            this.tell();
        } else if (word.type === 'form.close') {
            this.copy = undefined;
            this.tell();
        } else if (word.type === 'form.update' && this.copy !== undefined) {
            const said = this.copy.clerk_said + (from === 'clerk' ? 1 : 0);
            this.copy = { ...this.copy, [from]: [...this.copy[from], word.bytes], clerk_said: said };
            const other = from === 'clerk' ? this.citizen : this.clerk;
            other.table.hear({ type: 'form.updated', file: word.file, said: from === 'clerk' ? said : 1, bytes: word.bytes });
        }
    }
}

test('the clerk opens, both enter, the citizen confirms, and the file is made once', async () => {
    const visit = new Visit();
    const content = await sampleForm();
    const fields = await fieldsIn(content);
    const restore = fakePage();
    const host = document.createElement('div');
    try {
        const shown = { file: kFile, name: 'Antrag.pdf', host, content };
        await visit.citizen.table.show(shown);
        await visit.clerk.table.show(shown);
        assert.equal(visit.clerk.table.mayOpen, true);
        assert.equal(visit.citizen.table.mayOpen, false);
        visit.clerk.table.open();
        assert.equal(visit.clerk.table.mayOpen, false);
        const [name, born, remarks] = fields;
        if (name === undefined || born === undefined || remarks === undefined) throw new Error('the form is another one');
        assert.equal(visit.clerk.table.type(remarks, 'vom Amt'), true);
        assert.equal((await visit.citizen.table.confirm('Kim'))?.name, name.name, 'a required one is empty');
        assert.equal(visit.citizen.table.type(name, 'Kim Müller'), true);
        await visit.timers.pass(200);
        assert.equal(await visit.citizen.table.confirm('Kim'), undefined);
        assert.equal(visit.finished.length, 1);
        assert.equal(visit.finished[0]?.name, 'Kim');
        assert.equal(visit.finished[0]?.values[0], 'Kim Müller');
        assert.equal(visit.finished[0]?.values[2], 'vom Amt');
        assert.equal(visit.copy?.confirmed?.sha256, visit.finished[0]?.sha256);
        assert.equal(visit.clerk.table.type(remarks, 'noch etwas'), false, 'confirmed is confirmed');
        await visit.citizen.table.finish();
        assert.equal(visit.finished.length, 2, 'made again when asked for');
    } finally {
        restore();
    }
});

/** A form that both have open, with the one field filled in that is required, and one of the clerk's. */
async function opened(visit: Visit): Promise<{ readonly name: FormField; readonly remarks: FormField }> {
    const content = await sampleForm();
    const [name, , remarks] = await fieldsIn(content);
    if (name === undefined || remarks === undefined) throw new Error('the form is another one');
    const shown = { file: kFile, name: 'Antrag.pdf', host: document.createElement('div'), content };
    await visit.citizen.table.show(shown);
    await visit.clerk.table.show(shown);
    visit.clerk.table.open();
    visit.clerk.table.type(remarks, 'vom Amt');
    visit.citizen.table.type(name, 'Kim Müller');
    await visit.timers.pass(200);
    return { name, remarks };
}

test('what the clerk enters while it is being confirmed is not confirmed', async () => {
    const visit = new Visit();
    const restore = fakePage();
    try {
        const { name, remarks } = await opened(visit);
        const confirming = visit.citizen.table.confirm('Kim');
        visit.clerk.table.type(remarks, 'vom Amt, und mehr');
        await confirming;
        assert.equal(visit.citizen.table.type(name, 'Kim Müller'), true, 'it came back');
        assert.equal(visit.copy?.confirmed, undefined);
        assert.equal(visit.finished.length, 0);
        await visit.citizen.table.confirm('Kim');
        assert.equal(visit.finished[0]?.values[2], 'vom Amt, und mehr', 'once it was in sight');
    } finally {
        restore();
    }
});

test('the file is made of what was confirmed', async () => {
    const visit = new Visit();
    const restore = fakePage();
    try {
        const { name } = await opened(visit);
        const confirming = visit.citizen.table.confirm('Kim');
        assert.equal(visit.citizen.table.type(name, 'Kim Anders'), false, 'on its way');
        await confirming;
        assert.equal(visit.finished.length, 1);
        assert.equal(visit.finished[0]?.values[0], 'Kim Müller');
        assert.equal(visit.copy?.confirmed?.sha256, visit.finished[0]?.sha256);
    } finally {
        restore();
    }
});

test('what was entered into a form that is put aside is there when it is opened again', async () => {
    const visit = new Visit();
    const restore = fakePage();
    try {
        const { name } = await opened(visit);
        const content = await sampleForm();
        const show = async (file: string): Promise<void> => {
            for (const { table } of [visit.citizen, visit.clerk]) await table.show({ file, name: 'x.pdf', host: document.createElement('div'), content });
            visit.clerk.table.open();
        };
        await show('doc_another');
        assert.equal(visit.citizen.table.type(name, 'Alex'), true);
        await show(kFile);
        assert.deepEqual([visit.copy?.citizen.length, visit.copy?.clerk.length], [1, 1], 'both have said it again');
        await visit.citizen.table.confirm('Kim');
        assert.deepEqual([visit.finished[0]?.values[0], visit.finished[0]?.values[2]], ['Kim Müller', 'vom Amt']);
    } finally {
        restore();
    }
});

test('what the server does not have is not sealed there', async () => {
    const visit = new Visit();
    const restore = fakePage();
    try {
        const { name } = await opened(visit);
        visit.online = false;
        visit.citizen.table.type(name, 'Kim Anders');
        await visit.citizen.table.confirm('Kim');
        assert.equal(visit.copy?.confirmed, undefined);
        visit.online = true;
        visit.tell();
        await visit.citizen.table.confirm('Kim');
        assert.equal(visit.finished[0]?.values[0], 'Kim Anders');
    } finally {
        restore();
    }
});

test('what the clerk entered without a line is not in what was sealed meanwhile, and not said after it', async () => {
    const visit = new Visit();
    const restore = fakePage();
    try {
        const { remarks } = await opened(visit);
        visit.online = false;
        visit.clerk.table.type(remarks, 'zu spät');
        await visit.timers.pass(200);
        visit.online = true;
        visit.clerk.said.length = 0;
        await visit.citizen.table.confirm('Kim');
        assert.equal(visit.finished[0]?.values[2], 'vom Amt');
        assert.deepEqual(visit.clerk.said, []);
    } finally {
        restore();
    }
});

test('after a reload the file is made again of what was sealed alone, with the name that is then asked for', async () => {
    const visit = new Visit();
    const restore = fakePage();
    try {
        await opened(visit);
        await visit.citizen.table.confirm('Kim');
        const content = await sampleForm();
        const reloaded = async (): Promise<FormTable> => {
            const { table } = new Visit(visit.finished).citizen;
            table.hear({ type: 'form.state', ...(visit.copy !== undefined && { form: visit.copy }) });
            await table.show({ file: kFile, name: 'Antrag.pdf', host: document.createElement('div'), content });
            return table;
        };
        const table = await reloaded();
        assert.equal(table.signer, '');
        await table.finish('Kim Müller');
        assert.equal(visit.finished.at(-1)?.name, 'Kim Müller');
        assert.equal(visit.finished.length, 2);
        if (visit.copy !== undefined) visit.copy = { ...visit.copy, clerk: [] };
        await (await reloaded()).finish('Kim Müller');
        assert.equal(visit.finished.length, 2, 'what is not what was sealed makes no file');
    } finally {
        restore();
    }
});

test('what was entered without a line goes over the next one', async () => {
    const visit = new Visit();
    const content = await sampleForm();
    const [name] = await fieldsIn(content);
    const restore = fakePage();
    const host = document.createElement('div');
    try {
        const shown = { file: kFile, name: 'Antrag.pdf', host, content };
        await visit.citizen.table.show(shown);
        await visit.clerk.table.show(shown);
        visit.clerk.table.open();
        visit.online = false;
        visit.citizen.table.lineLost();
        if (name === undefined) throw new Error('the form is another one');
        visit.citizen.table.type(name, 'Kim');
        visit.online = true;
        visit.tell();
        assert.equal(visit.copy?.citizen.length, 1);
        visit.clerk.table.close();
        assert.equal(visit.clerk.table.mayOpen, true);
    } finally {
        restore();
    }
});

test('each letter of somebody who types goes at once, and those of a key that is held down at the pace of the server', async () => {
    const visit = new Visit();
    const content = await sampleForm();
    const [name] = await fieldsIn(content);
    const restore = fakePage();
    try {
        const host = document.createElement('div');
        for (const { table } of [visit.citizen, visit.clerk]) await table.show({ file: kFile, name: 'Antrag.pdf', host, content });
        visit.clerk.table.open();
        if (name === undefined) throw new Error('the form is another one');
        const letters = async (count: number, everyMs: number): Promise<number> => {
            const before = visit.copy?.citizen.length ?? 0;
            for (let i = 1; i <= count; i += 1) {
                visit.citizen.table.type(name, `${everyMs} ${'x'.repeat(i)}`);
                await visit.timers.pass(everyMs);
            }
            return (visit.copy?.citizen.length ?? 0) - before;
        };
        assert.equal(await letters(50, 120), 50);
        assert.ok((await letters(100, 20)) <= 42, 'twenty, and ten a second');
        await visit.timers.pass(100);
        const heard = visit.copy?.citizen.at(-1);
        assert.ok(heard !== undefined && atob(heard).includes(`20 ${'x'.repeat(100)}`), 'the last letter is there in the end');
    } finally {
        restore();
    }
});

test('what is entered stands on the page where the form has room for it, however the page lies', async () => {
    const place = { page: 0, x: 110, y: 220, width: 40, height: 20, turn: 0 } as const;
    const page = { x: 10, y: 20, width: 600, height: 800 };
    assert.deepEqual(rectOf(place, { ...page, turn: 0 }), { left: 100, top: 580, width: 40, height: 20 });
    assert.deepEqual(rectOf(place, { ...page, turn: 90 }), { left: 200, top: 100, width: 20, height: 40 });
    assert.deepEqual(rectOf(place, { ...page, turn: 180 }), { left: 460, top: 200, width: 40, height: 20 });
    assert.deepEqual(rectOf(place, { ...page, turn: 270 }), { left: 580, top: 460, width: 20, height: 40 });
    const fields = await fieldsIn(await sampleForm());
    const said = (kind: string, value: string): readonly string[] => {
        const field = fields.find((each) => each.kind === kind);
        if (field === undefined) throw new Error(`no ${kind}`);
        return field.places.map((each) => wordsAt(field, each, value));
    };
    assert.deepEqual(said('text', 'Kim'), ['Kim']);
    assert.deepEqual(said('check', kChecked), ['×']);
    assert.deepEqual(said('check', ''), ['']);
    const radio = fields.find(({ kind }) => kind === 'radio');
    const [first] = radio?.options ?? [];
    if (first === undefined) throw new Error('no radio');
    assert.equal(said('radio', first.value).filter((word) => word === '×').length, 1);
});

test('a signature is a path in its box, and never longer than goes over the line', () => {
    const box = { width: 500, height: 150 };
    assert.equal(pathOf([[{ x: 0, y: 0 }, { x: 500, y: 150 }]], box), 'M0 0L1000 300');
    assert.equal(pathOf([[{ x: -9, y: -9 }, { x: 900, y: 900 }]], box), 'M0 0L1000 300');
    const long = Array.from({ length: 9000 }, (_, index) => ({ x: (index * 7) % 500, y: (index * 13) % 150 }));
    assert.ok(pathOf([long], box).length <= 7000);
    assert.equal(pathOf([], box), '');
});

/** Elements that nobody looks at. */
function fakePage(): () => void {
    const before = (globalThis as { document?: unknown }).document;
    const element = (): unknown => new Proxy(
        { dataset: {}, style: {}, classList: { toggle: () => undefined, remove: () => undefined }, value: '', checked: false },
        {
            get: (target, key) => {
                if (key in target) return target[key as keyof typeof target];
                if (key === 'querySelectorAll') return () => [];
                if (key === Symbol.toPrimitive) return () => '';
                return () => undefined;
            },
            set: (target, key, value) => Reflect.set(target, key, value),
        },
    );
    Object.assign(globalThis, { document: { createElement: element, createElementNS: element } });
    const types = globalThis as Record<string, unknown>;
    const select = types['HTMLSelectElement'];
    types['HTMLSelectElement'] = class {};
    types['ResizeObserver'] = class {
        observe(): void {}
        disconnect(): void {}
    };
    return () => {
        types['HTMLSelectElement'] = select;
        Object.assign(globalThis, { document: before });
    };
}
