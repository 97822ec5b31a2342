// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's page while an identity document is looked at: steps, the still and what becomes of it, by keyboard alone.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeDocument, type FakeElement } from './fakeDocument.js';
import { Inspection } from '../src/pages/clerk-call/inspection.js';
import type { Still } from '../src/pages/clerk-call/still.js';
import type { ToApp } from '../src/protocol/bridge.js';
import type { ClerkView } from '../src/room/clerkView.js';
import { kUncontrolled } from '../src/state/control.js';
import { translator } from '../src/text/index.js';

const kRemote = { microphone: null, camera: null, screen: null };
const view = (part: Partial<ClerkView>): ClerkView => ({
    lang: 'de',
    line: 'connected',
    outage: { kind: 'none' },
    control: kUncontrolled,
    people: [], consults: false,
    call: { number: 'B 017', name: 'Kim' },
    remote: kRemote,
    camera: null,
    screen: null,
    screenPaused: false,
    speaker: '',
    unheard: false,
    ...part,
});

class FakeStill implements Still {
    taken = false;
    picture = true;
    readonly did: string[] = [];

    constructor(readonly element: HTMLElement) {}

    take(): boolean {
        this.did.push('take');
        return (this.taken = this.picture);
    }
    zoom(steps: number): void {
        this.did.push(`zoom ${steps}`);
    }
    turn(): void {
        this.did.push('turn');
    }
    drop(): void {
        this.did.push('drop');
        this.taken = false;
    }
}

class Desk {
    readonly document = new FakeDocument(() => undefined);
    readonly host: FakeElement;
    readonly said: ToApp[] = [];
    readonly occupied: boolean[] = [];
    readonly inspection: Inspection;
    readonly stills: FakeStill[] = [];

    constructor() {
        Object.assign(globalThis, { document: this.document });
        this.host = this.document.createElement('section');
        this.document.body.append(this.host);
        this.inspection = new Inspection(this.host as unknown as HTMLElement, {
            report: (message) => this.said.push(message),
            text: translator('de'),
            occupied: (on) => this.occupied.push(on),
            still: () => {
                const still = new FakeStill(this.document.createElement('div') as unknown as HTMLElement);
                this.stills.push(still);
                return still;
            },
        });
    }
    get still(): FakeStill {
        const still = this.stills.at(-1);
        assert.ok(still !== undefined);
        return still;
    }
    asked(step?: 'front' | 'back' | 'tilt'): void {
        this.inspection.obey({ type: 'sight.state', ...(step !== undefined && { step }) });
    }
    button(name: string): FakeElement {
        const found = this.host.all.find((one) => one.localName === 'button' && one.words.trim() === name);
        assert.ok(found !== undefined, `a button ${name} in ${this.host.words}`);
        return found;
    }
    press(name: string): void {
        const button = this.button(name);
        button.focus();
        button.dispatch('click');
    }
}

let desk: Desk;
beforeEach(() => (desk = new Desk()));

test('it begins with the front, and the focus is at the steps', () => {
    desk.asked('front');
    assert.deepEqual(desk.occupied, [true]);
    assert.equal(desk.document.activeElement, desk.button('Vorderseite'));
    assert.equal(desk.button('Vorderseite').attributes.get('aria-pressed'), 'true');
    assert.match(desk.host.words, /Erbeten: Vorderseite. Nur ansehen: Ein Standbild wird nirgends gespeichert./);
});

test('a step is asked of the app, and shown as asked when the app says so', () => {
    desk.asked('front');
    desk.press('Rückseite');
    assert.deepEqual(desk.said, [{ type: 'sight.ask', step: 'back' }]);
    assert.equal(desk.button('Rückseite').attributes.get('aria-pressed'), 'false');
    desk.asked('back');
    assert.equal(desk.button('Rückseite').attributes.get('aria-pressed'), 'true');
    assert.deepEqual(desk.occupied, [true]);
});

test('a still is enlarged and turned, and goes when the live picture is wanted', () => {
    desk.asked('front');
    desk.press('Standbild');
    desk.press('Größer');
    desk.press('Kleiner');
    desk.press('Drehen');
    desk.press('Weiter live');
    assert.deepEqual(desk.still.did, ['take', 'zoom 1', 'zoom -1', 'turn', 'drop']);
    assert.deepEqual(desk.said, [], 'nobody hears of a still');
});

test('without a picture there is no still, and that is said', () => {
    desk.asked('front');
    desk.still.picture = false;
    desk.press('Standbild');
    assert.match(desk.host.words, /kein Bild da/);
});

for (const [why, part] of [
    ['on hold', { control: { ...kUncontrolled, on_hold: true } }],
    ['when the picture is gone', { remote: undefined }],
    ['when the call is over', { call: undefined }],
] as const) {
    test(`the still is dropped ${why}`, () => {
        desk.asked('front');
        desk.press('Standbild');
        desk.inspection.follow(view({}));
        assert.ok(desk.still.taken);
        const whole: Record<string, unknown> = { ...view({}), ...part };
        desk.inspection.follow(whole as unknown as ClerkView);
        assert.ok(!desk.still.taken);
    });
}

test('seen and cancelled are said to the app, and the app ends it', () => {
    desk.asked('front');
    desk.press('Standbild');
    desk.press('Gesehen');
    desk.press('Abbrechen');
    assert.deepEqual(desk.said, [{ type: 'sight.seen' }, { type: 'sight.end' }]);
    desk.asked();
    assert.ok(!desk.still.taken);
    assert.equal(desk.host.words.trim(), '');
    assert.deepEqual(desk.occupied, [true, false]);
});

test('Escape leads from the still to the picture, and from there out', () => {
    desk.asked('front');
    desk.press('Standbild');
    desk.host.dispatch('keydown', { key: 'Escape' });
    assert.ok(!desk.still.taken);
    assert.equal(desk.document.activeElement, desk.button('Standbild'));
    assert.deepEqual(desk.said, []);
    desk.host.dispatch('keydown', { key: 'Escape' });
    assert.deepEqual(desk.said, [{ type: 'sight.end' }]);
});

test('what is asked a second time begins without the still of before', () => {
    desk.asked('front');
    desk.press('Standbild');
    desk.asked();
    desk.asked('tilt');
    assert.equal(desk.stills.length, 2);
    assert.ok(!desk.still.taken);
});
