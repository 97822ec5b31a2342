// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Two people in one form: one at a time in a field, and nothing that anybody has entered is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormField, Side } from '../src/form/fields.js';
import { type Change, JointForm, kChangeBytes, kWholeBytes, type Kept } from '../src/form/jointForm.js';

const kFields = ['name', 'ort', 'text', 'unterschrift'].map((name, index): FormField => {
    const kind = index === 2 ? 'multiline' : index === 3 ? 'signature' : 'text';
    const rest = { places: [], options: [], required: false, readOnly: false, open: false, comb: false, align: 'left' as const };
    return { index, name, label: name, kind, ...rest, initial: name === 'ort' ? 'Köln' : '' };
});
const [name, city, text, signature] = kFields as [FormField, FormField, FormField, FormField];

/** The server, as far as it concerns forms: relays, keeps, forgets what a whole replaces. */
class Server {
    readonly kept: Record<Side, Uint8Array[]> = { citizen: [], clerk: [] };
    readonly desks: Partial<Record<Side, Desk>> = {};

    take(from: Side, { bytes, whole }: Change): void {
        assert.ok(bytes.length <= (whole ? kWholeBytes : kChangeBytes));
        if (whole) this.kept[from] = [];
        this.kept[from].push(bytes);
        const other = this.desks[from === 'citizen' ? 'clerk' : 'citizen'];
        if (other?.online === true) other.form.receive(bytes);
    }
    claim(from: Side, field: number | undefined): void {
        const other = this.desks[from === 'citizen' ? 'clerk' : 'citizen'];
        if (other?.online === true) other.form.otherClaims(field);
    }
}

class Desk {
    form: JointForm;
    online = true;

    constructor(
        readonly side: Side,
        readonly server: Server,
    ) {
        this.form = this.#open();
        server.desks[side] = this;
    }
    #open(): JointForm {
        return new JointForm(this.side, kFields, {
            send: (change) => {
                if (this.online) this.server.take(this.side, change);
                return this.online;
            },
            claim: (field) => {
                if (this.online) this.server.claim(this.side, field);
                return this.online;
            },
            changed: () => undefined,
        });
    }
    type(field: FormField, value: string): boolean {
        const done = this.form.type(field, value);
        if (this.online) this.form.flush();
        return done;
    }
    enter(field: FormField): void {
        this.form.claim(field);
    }
    leave(): void {
        this.form.claim(undefined);
    }
    lose(): void {
        this.online = false;
        this.form.lineLost();
        this.server.desks[this.side === 'citizen' ? 'clerk' : 'citizen']?.form.otherClaims(undefined);
    }
    comeBack(): void {
        this.online = true;
        this.form.resume(this.server.kept as Kept);
    }
    reload(): void {
        this.form = this.#open();
        this.comeBack();
    }
    value(field: FormField): string {
        return this.form.value(field);
    }
}

function twoDesks(): { server: Server; citizen: Desk; clerk: Desk } {
    const server = new Server();
    return { server, citizen: new Desk('citizen', server), clerk: new Desk('clerk', server) };
}

test('what one types stands with the other, and who has typed it', () => {
    const { citizen, clerk } = twoDesks();
    citizen.type(name, 'Anna');
    clerk.type(text, 'Zeile\nzwei');
    assert.equal(clerk.form.state(name).value, 'Anna');
    assert.equal(clerk.form.state(name).by, 'citizen');
    assert.equal(citizen.form.state(text).by, 'clerk');
    assert.equal(citizen.form.state(city).value, 'Köln', 'what stood in the form');
    assert.equal(citizen.form.state(city).by, undefined);
});

test('what one has entered the other may change', () => {
    const { citizen, clerk } = twoDesks();
    clerk.type(name, 'Ana');
    citizen.type(name, 'Anna');
    for (const desk of [citizen, clerk]) {
        assert.deepEqual(desk.form.state(name), { value: 'Anna', by: 'citizen', locked: false });
    }
    clerk.type(name, 'Anna M.');
    assert.deepEqual(citizen.form.state(name), { value: 'Anna M.', by: 'clerk', locked: false });
    citizen.type(name, '');
    assert.equal(clerk.value(name), '');
});

test('one is in a field and the other one waits', () => {
    const { citizen, clerk } = twoDesks();
    clerk.enter(name);
    assert.deepEqual(citizen.form.state(name), { value: '', editor: 'clerk', locked: true });
    assert.equal(citizen.type(name, 'x'), false);
    assert.equal(clerk.form.state(name).locked, false);
    clerk.leave();
    assert.equal(citizen.form.state(name).locked, false);
});

test('two who go into a field at once: the citizen stays, and the letters of the clerk are kept', () => {
    const { citizen, clerk } = twoDesks();
    citizen.online = clerk.online = false;
    citizen.enter(name);
    clerk.enter(name);
    citizen.type(name, 'A');
    clerk.type(name, 'B');
    citizen.comeBack();
    clerk.comeBack();
    citizen.comeBack();
    for (const desk of [citizen, clerk]) {
        assert.equal(desk.form.state(name).editor, 'citizen');
        assert.equal(desk.form.state(name).value, 'A');
        assert.deepEqual(desk.form.state(name).rival, { value: 'B', by: 'clerk' });
    }
    assert.equal(clerk.form.state(name).locked, true);
    assert.equal(citizen.form.state(name).locked, false);
});

test('both type into the same field without a line: nothing entered is lost', () => {
    for (const first of ['citizen', 'clerk'] as const) {
        const { citizen, clerk } = twoDesks();
        citizen.type(name, 'Anna');
        citizen.lose();
        clerk.lose();
        citizen.type(name, 'Anna Maria');
        clerk.type(name, 'Anna Müller');
        const desks = first === 'citizen' ? [citizen, clerk] : [clerk, citizen];
        for (const desk of desks) desk.comeBack();
        for (const desk of [citizen, clerk]) {
            assert.equal(desk.value(name), 'Anna Maria', `${first} first`);
            assert.deepEqual(desk.form.state(name).rival, { value: 'Anna Müller', by: 'clerk' });
        }
        assert.equal(clerk.form.ownValue(name), 'Anna Müller');
    }
});

test('who goes on typing has not decided; who decides has', () => {
    const { citizen, clerk } = twoDesks();
    citizen.lose();
    citizen.type(name, 'A');
    clerk.type(name, 'B');
    citizen.comeBack();
    citizen.type(name, 'A2');
    assert.deepEqual(clerk.form.state(name).rival, { value: 'B', by: 'clerk' });
    clerk.type(name, 'B2');
    assert.deepEqual(citizen.form.state(name).rival, { value: 'B2', by: 'clerk' });
    clerk.form.settle(name, 'B2');
    clerk.form.flush();
    for (const desk of [citizen, clerk]) assert.deepEqual(desk.form.state(name), { value: 'B2', by: 'clerk', locked: false });
});

test('the citizen drops what the clerk has typed at the same time', () => {
    const { citizen, clerk } = twoDesks();
    citizen.lose();
    citizen.type(name, 'A');
    clerk.type(name, 'B');
    citizen.comeBack();
    citizen.form.settle(name, 'A');
    citizen.form.flush();
    assert.deepEqual(clerk.form.state(name), { value: 'A', by: 'citizen', locked: false });
});

test('the same entered twice is no conflict', () => {
    const { citizen, clerk } = twoDesks();
    citizen.lose();
    citizen.type(name, 'A');
    clerk.type(name, 'A');
    citizen.comeBack();
    assert.equal(citizen.form.state(name).rival, undefined);
});

test('a page that was reloaded goes on where it was', () => {
    const { citizen, clerk } = twoDesks();
    for (const letters of ['A', 'An', 'Ann', 'Anna']) citizen.type(name, letters);
    clerk.type(text, 'von mir');
    citizen.reload();
    assert.equal(citizen.value(name), 'Anna');
    assert.equal(citizen.value(text), 'von mir');
    citizen.type(name, 'Anna M.');
    assert.deepEqual(clerk.form.state(name), { value: 'Anna M.', by: 'citizen', locked: false });
    clerk.reload();
    assert.equal(clerk.value(name), 'Anna M.');
});

test('a server that has lost everything gets it back from both', () => {
    const { server, citizen, clerk } = twoDesks();
    citizen.type(name, 'Anna');
    clerk.type(text, 'von mir');
    server.kept.citizen = [];
    server.kept.clerk = [];
    citizen.comeBack();
    clerk.comeBack();
    const late = new Desk('citizen', server);
    late.comeBack();
    assert.equal(late.value(name), 'Anna');
    assert.equal(late.value(text), 'von mir');
});

test('the server need not keep each letter', () => {
    const { server, citizen, clerk } = twoDesks();
    let words = '';
    for (let i = 0; i < 3000; i += 1) {
        words += 'x';
        citizen.type(text, words);
    }
    const bytes = server.kept.citizen.reduce((sum, { length }) => sum + length, 0);
    assert.ok(bytes < 100_000, String(bytes));
    assert.equal(clerk.value(text), words);
    clerk.reload();
    assert.equal(clerk.value(text), words);
});

test('more than goes over the line at once cannot be entered', () => {
    const { citizen } = twoDesks();
    const many = Array.from({ length: 40 }, (_, index) => ({ ...text, index: index + 10 }));
    const entered = many.filter((field) => citizen.type(field, 'ä'.repeat(1000)));
    assert.ok(entered.length > 10 && entered.length < 20, String(entered.length));
});

test('the citizen alone signs', () => {
    const { citizen, clerk } = twoDesks();
    assert.equal(clerk.type(signature, 'M1 1L2 2'), false);
    assert.equal(citizen.type(signature, 'M1 1L2 2'), true);
    assert.equal(clerk.value(signature), 'M1 1L2 2');
});

test('what is confirmed stays as it is', () => {
    const { citizen, clerk } = twoDesks();
    citizen.type(name, 'Anna');
    for (const desk of [citizen, clerk]) desk.form.freeze(true);
    assert.equal(citizen.type(name, 'x'), false);
    assert.equal(clerk.type(name, 'x'), false);
    clerk.form.settle(name, 'x');
    assert.equal(clerk.value(name), 'Anna');
    assert.equal(citizen.form.state(name).locked, true);
});

test('what is no change, or does not fit the field, changes nothing', () => {
    const { citizen } = twoDesks();
    citizen.form.receive(new Uint8Array([255, 255, 255, 255, 1, 2, 3]));
    citizen.form.receive(new Uint8Array());
    const stranger = new JointForm('clerk', [{ ...name, kind: 'multiline' }], {
        send: ({ bytes }) => {
            citizen.form.receive(bytes);
            return true;
        },
        claim: () => true,
        changed: () => undefined,
    });
    stranger.type({ ...name, kind: 'multiline' }, 'zwei\nZeilen');
    stranger.flush();
    assert.equal(citizen.value(name), '');
});

test('whoever is gone holds up nobody, and waits for nobody', () => {
    const { citizen, clerk } = twoDesks();
    clerk.enter(name);
    clerk.lose();
    assert.equal(citizen.form.state(name).locked, false);
    citizen.enter(name);
    citizen.lose();
    assert.equal(clerk.form.state(name).locked, false);
    assert.equal(clerk.type(name, 'B'), true);
});
