// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A paper before the phone's camera, as the citizen has it on the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeElement } from './fakeDocument.js';
import { settle } from './fakeTime.js';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const kHash = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const waiting = {
    type: 'ticket.state',
    ticket: kTicket,
    office: 'off_01h455vb4pex5vsknk084sn02q',
    seq: 42,
    number: 'B 017',
    state: 'waiting',
    rank: 2,
    epoch: 0,
};
const inCall = { ...waiting, seq: 45, state: 'in_call', rank: undefined, epoch: 1, clerk: { name: 'Frau Schmidt' } };

/** What was drawn and encoded, on a device with this pointer. */
class FakeCamera {
    encoded: { width: number; height: number; type: string }[] = [];
    readable = true;

    constructor(pointer: 'coarse' | 'fine') {
        const brush = {
            drawImage: () => undefined,
            translate: () => undefined,
            rotate: () => undefined,
            putImageData: () => undefined,
            getImageData: (_x: number, _y: number, width: number, height: number) => blank(width, height),
            createImageData: blank,
        };
        const encoded = this.encoded;
        Object.assign(FakeElement.prototype, {
            getContext: () => brush,
            click: () => undefined,
            toBlob(this: { width: number; height: number }, done: (blob: Blob) => void, type: string) {
                encoded.push({ width: this.width, height: this.height, type });
                done(new Blob(['jpeg'], { type }));
            },
        });
        Object.assign(globalThis, {
            matchMedia: (query: string) => ({ matches: query === `(pointer: ${pointer})` }),
            createImageBitmap: () => (this.readable ? Promise.resolve({ width: 400, height: 300, close: () => undefined }) : Promise.reject(new Error())),
        });
    }

    /** The camera's app gives its picture to the page. */
    async gives(page: Page): Promise<void> {
        await this.#closes(page, [new Blob(['photo'])]);
    }
    async givesNothing(page: Page): Promise<void> {
        await this.#closes(page, []);
    }

    async #closes(page: Page, files: Blob[]): Promise<void> {
        const input = page.tab.document.getElementById('paper-file');
        assert.ok(input !== null);
        Object.assign(input, { files });
        input.dispatch('change');
        for (let turn = 0; turn < 5; turn += 1) await settle();
    }
}

function blank(width: number, height: number): { width: number; height: number; data: Uint8ClampedArray } {
    return { width, height, data: new Uint8ClampedArray(4 * width * height).fill(255) };
}

async function talking(): Promise<Page> {
    const page = await Page.opened(kHash, welcome, waiting);
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.timers.pass(1500);
    await page.tab.say(JSON.parse(JSON.stringify(inCall)) as object);
    await settle();
    await page.press('Dateien öffnen');
    return page;
}

test('at a desk there is no camera to hold over a paper', async () => {
    new FakeCamera('fine');
    const page = await Page.opened(kHash, welcome, waiting);
    assert.ok(page.has('Datei übergeben'));
    assert.ok(!page.has('Papier fotografieren'));
});

test('who waits photographs a paper, frames it by keyboard, and hands it over as a JPEG', async () => {
    const camera = new FakeCamera('coarse');
    const page = await Page.opened(kHash, welcome, waiting);
    const requests: string[] = [];
    Object.assign(globalThis, {
        fetch: (_path: string, { body }: RequestInit) => {
            requests.push(String(body));
            return Promise.reject(new Error());
        },
    });
    await page.press('Papier fotografieren');
    await camera.gives(page);
    assert.match(page.words, /Papier ausschneiden/);
    assert.equal(page.focus.id, 'paper-title');
    assert.ok(!page.has('Datei übergeben'));

    const corner = page.tab.document.getElementById('paper-corner-0');
    assert.equal(corner?.attributes.get('aria-label'), 'Ecke oben links');
    assert.equal(corner?.attributes.get('aria-valuetext'), '0 % von links, 0 % von oben');
    corner?.dispatch('keydown', { key: 'ArrowRight', shiftKey: true });
    await settle();
    corner?.dispatch('keydown', { key: 'ArrowDown' });
    await settle();
    assert.equal(corner?.attributes.get('aria-valuetext'), '10 % von links, 1 % von oben');
    await page.press('Drehen');
    assert.equal(page.tab.document.getElementById('paper-corner-1')?.attributes.get('aria-valuetext'), '99 % von links, 10 % von oben');
    await page.press('Ganzes Bild');
    assert.equal(corner?.attributes.get('aria-valuetext'), '0 % von links, 0 % von oben');

    await page.press('Weiter');
    assert.match(page.words, /So wird es übergeben/);
    assert.equal(page.focus.id, 'paper-title');
    await page.press('Zurück');
    await page.press('Weiter');
    await page.press('Absenden');
    for (let turn = 0; turn < 5; turn += 1) await settle();
    assert.deepEqual(camera.encoded, [{ width: 300, height: 400, type: 'image/jpeg' }]);
    assert.match(requests[0] ?? '', /"Papier 1\.jpg".*"bytes":4/);
    assert.match(page.words, /Papier 1\.jpg/);
    assert.equal(page.focus.id, 'photograph-paper');
});

test('what is discarded leaves nothing behind', async () => {
    const camera = new FakeCamera('coarse');
    const page = await Page.opened(kHash, welcome, waiting);
    await page.press('Papier fotografieren');
    await camera.gives(page);
    await page.key('Escape');
    assert.equal(page.session.ui.paper.step, 'none');
    assert.equal(page.focus.id, 'photograph-paper');
    assert.equal(camera.encoded.length, 0);
});

test('what is no picture is told, and another one may follow', async () => {
    const camera = new FakeCamera('coarse');
    camera.readable = false;
    const page = await Page.opened(kHash, welcome, waiting);
    await page.press('Papier fotografieren');
    await camera.gives(page);
    assert.match(page.words, /Das Bild lässt sich nicht lesen/);
    assert.match(page.spoken('status'), /Das Bild lässt sich nicht lesen/);
    camera.readable = true;
    await camera.gives(page);
    assert.match(page.words, /Papier ausschneiden/);
});

test('the call lets go of the camera for the photograph, and has it back with it', async () => {
    const camera = new FakeCamera('coarse');
    const page = await talking();
    assert.ok(page.session.ui.local.camera.track !== null);
    await page.press('Papier fotografieren');
    assert.equal(page.session.ui.local.camera.track, null);
    assert.equal(page.session.memory.devices?.camera, true);
    assert.ok(page.session.ui.local.microphone.track !== null);
    await camera.gives(page);
    await page.tab.devices.grant();
    assert.ok(page.session.ui.local.camera.track !== null);
});

test('who thinks better of it has the camera back all the same', async () => {
    const camera = new FakeCamera('coarse');
    const page = await talking();
    await page.press('Papier fotografieren');
    await camera.givesNothing(page);
    await page.tab.devices.grant();
    assert.ok(page.session.ui.local.camera.track !== null);
    await page.press('Papier fotografieren');
    page.tab.listeners.get('focus')?.();
    await settle();
    await page.tab.devices.grant();
    assert.ok(page.session.ui.local.camera.track !== null);
});

test('a camera that was off stays off', async () => {
    const camera = new FakeCamera('coarse');
    const page = await talking();
    page.session.devices.setCamera(false);
    await page.press('Papier fotografieren');
    await camera.gives(page);
    assert.equal(page.session.ui.local.camera.track, null);
});

test('a visit that ends takes the photograph with it', async () => {
    const camera = new FakeCamera('coarse');
    const page = await Page.opened(kHash, welcome, waiting);
    await camera.gives(page);
    assert.equal(page.session.ui.paper.step, 'framing');
    await page.tab.say({ type: 'ticket.ended', ticket: kTicket, reason: 'finished' });
    assert.equal(page.session.ui.paper.step, 'none');
});
