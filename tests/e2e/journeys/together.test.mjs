// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Both look at the same page: what the clerk shows, whoever turns, points or marks; a reload brings it back.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { pdfWithPages } from '../lib/documents.mjs';
import { writePhoto } from '../lib/files.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const kPages = 30;

/** What stands on the page of a document, run in it. */
function lookInPage() {
    const box = document.querySelector('.doc-page');
    if (box === null) return undefined;
    const canvas = box.querySelector('canvas:not(.doc-old)');
    const { data } = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
    let ink = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] < 128 && data[i + 1] < 128) ink += 1;
    const pointer = document.querySelector('.doc-pointer');
    return {
        page: document.querySelector('.doc-number')?.textContent,
        zoom: document.querySelector('.doc-tool--word')?.textContent,
        sharp: box.dataset.sharp,
        words: box.querySelector('.doc-words')?.textContent,
        inked: ink > 50,
        marks: box.querySelectorAll('.doc-mark').length,
        pointer: pointer !== null && !pointer.hidden ? pointer.textContent : '',
    };
}

const sees = (side, what, wanted, ms = 15000) => until(`${what} on the ${side.isPage ? "clerk's" : "citizen's"} side`, async () => {
    const seen = await side.evaluate(lookInPage);
    return seen !== undefined && wanted(seen) ? seen : undefined;
}, ms, 50);

/** A tool of the document, or its window, as somebody would use it. */
const useTool = (side, tool) => until(`the tool ${tool}`, () => side.evaluate((name) => {
    const button = document.querySelector(`[data-tool="${name}"]`);
    button?.click();
    return button !== null;
}, tool), 15000, 50);

/** Mouse over the middle of the page; `drag`: pressed from there on. */
function moveOver(side, drag) {
    return side.evaluate((pressed) => {
        const target = document.querySelector('.doc-window');
        target.setPointerCapture = () => undefined;
        const { left, top, width, height } = target.getBoundingClientRect();
        const say = (type, dx) => target.dispatchEvent(new PointerEvent(type, {
            bubbles: true, pointerId: 1, pointerType: 'mouse', button: type === 'pointermove' ? -1 : 0,
            clientX: left + width / 2 + dx, clientY: top + height / 2,
        }));
        if (pressed) say('pointerdown', 0);
        for (let dx = 0; dx <= 60; dx += 10) say('pointermove', dx);
        if (pressed) say('pointerup', 60);
    }, drag);
}

async function writePdf(scene) {
    const file = scene.place.file('Antrag.pdf');
    writeFileSync(file, pdfWithPages(kPages));
    return file;
}

async function inCall(scene, Crowd, write = writePdf) {
    const file = await write(scene);
    const name = basename(file).replace('.', '\\.');
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen(Crowd);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    // From the lobby.
    const input = await kim.page.$('#document-file');
    await (input.setInputFiles ?? input.uploadFile).call(input, file);
    await kim.shows(new RegExp(`${name}\\s+.* · übergeben, wartet auf Annahme`), 20000);
    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(new RegExp(`${name} \\(.*\\)\\s+von der Person im Gespräch, wartet auf Ihre Entscheidung`));
    await clerk.press('push button', '^Annehmen$');
    await clerk.shows(/von der Person im Gespräch, angenommen/);
    const page = await clerk.page();
    page.isPage = true;
    return { clerk, kim, page };
}

journey('together', 'both see the same page, pointer and marks, after a reload too', { minutes: 4 }, async (scene) => {
    const { clerk, kim, page } = await inCall(scene);
    await clerk.press('push button', '^Zeigen$');
    for (const side of [kim, page]) {
        const first = await sees(side, 'the first page, sharp', ({ sharp, inked, words }) => sharp === '1' && inked && words !== '');
        assert.match(first.page, /^1 \/ 30$/);
        assert.match(first.words, /Seite 1 von 30/);
    }
    await clerk.shows(/wird gerade gemeinsam angesehen/);
    await kim.screenshot(scene.place.file('phone.png'));

    // Each turns, and the other one follows.
    await useTool(kim, 'next');
    await sees(page, 'the second page', ({ sharp }) => sharp === '2');
    await useTool(page, 'next');
    await sees(kim, 'the third page', ({ sharp }) => sharp === '3');
    await useTool(page, 'larger');
    await sees(kim, 'the same size', ({ zoom }) => zoom === '125 %');

    // Each points and marks.
    await moveOver(page, false);
    await sees(kim, 'the pointer of the clerk', ({ pointer }) => pointer !== '');
    await moveOver(kim, false);
    await sees(page, 'the pointer of the citizen', ({ pointer }) => /Kim/.test(pointer));
    await useTool(page, 'highlight');
    await moveOver(page, true);
    await sees(kim, 'the mark of the clerk', ({ marks }) => marks === 1);
    await useTool(kim, 'line');
    await moveOver(kim, true);
    await sees(page, 'both marks', ({ marks }) => marks === 2);

    // A reload brings it all back.
    await kim.reload();
    const again = await sees(kim, 'all of it after the reload', ({ sharp, marks }) => sharp === '3' && marks === 2, 20000);
    assert.equal(again.zoom, '125 %');
    await useTool(kim, 'undo');
    await sees(page, 'the mark of the clerk alone', ({ marks }) => marks === 1);

    // The clerk's key ends it for both.
    await clerk.key('alt+e');
    await until('nothing is shown any more', async () => (await kim.evaluate(lookInPage)) === undefined, 5000, 50);
    await until('nothing is shown at the clerk', async () => (await page.evaluate(lookInPage)) === undefined, 5000, 50);
    await clerk.shows(/von der Person im Gespräch, angenommen/);
});

for (const kind of ['jpg', 'png']) {
    journey(`together-${kind}`, `both look at a picture (${kind}); on hold it is out of sight, and comes back`, { minutes: 4 }, async (scene) => {
        const { clerk, kim, page } = await inCall(scene, undefined, ({ place }) => writePhoto(place.file(`Ausweis.${kind}`), { width: 1200, height: 900 }));
        await clerk.press('push button', '^Zeigen$');
        for (const side of [kim, page]) await sees(side, 'the picture, sharp', ({ sharp, inked }) => sharp === '1' && inked);
        await useTool(page, 'larger');
        await sees(kim, 'the same size', ({ zoom }) => zoom === '125 %');
        await clerk.key('ctrl+h');
        await kim.shows(/hat das Gespräch angehalten/);
        await until('nothing to see on hold', async () => (await kim.evaluate(lookInPage)) === undefined, 5000, 50);
        await clerk.key('ctrl+h');
        await sees(kim, 'the picture again, as it was', ({ sharp, zoom }) => sharp === '1' && zoom === '125 %');
    });
}

journey('together-firefox', 'the same page in Firefox', { minutes: 4 }, async (scene) => {
    const { clerk, kim, page } = await inCall(scene, FirefoxCrowd);
    await clerk.press('push button', '^Zeigen$');
    await sees(kim, 'the first page, sharp', ({ sharp, inked }) => sharp === '1' && inked);
    await useTool(page, 'next');
    await sees(kim, 'the second page', ({ sharp, inked }) => sharp === '2' && inked);
});
