// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { pdfWithPages } from '../../e2e/lib/documents.mjs';
import { until } from '../../e2e/lib/processes.mjs';
import { openScene } from '../../e2e/lib/scene.mjs';
import { kOffice } from '../../e2e/lib/town.mjs';

const kRounds = Number(process.env.SPRECHTAG_DOCUMENT_ROUNDS ?? 15);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in a page: notes when the first page is there, sharp and painted. */
function awaitPage() {
    globalThis.firstPage = undefined;
    const look = () => {
        if (document.querySelector('.doc-page[data-sharp="1"]') === null) return requestAnimationFrame(look);
        return requestAnimationFrame(() => (globalThis.firstPage = Date.now()));
    };
    look();
}

/** Runs in the citizen's page: the same file, opened for nobody else. */
async function openAlone(bytes) {
    const { name } = performance.getEntriesByType('resource').find((one) => /looking-\w+\.js$/.test(one.name));
    const { DocumentStage, workers } = await import(name);
    workers.warm();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const host = document.createElement('div');
    host.className = 'shown';
    document.querySelector('.stage').append(host);
    const content = new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))]);
    const idle = () => undefined;
    const begun = Date.now();
    const stage = new DocumentStage(host, {
        own: 'citizen', other: '', text: (key) => key, turn: idle, point: idle, mark: idle, nextMark: () => 1, undo: idle, clear: idle,
        load: () => Promise.resolve(content), worker: workers.take,
    });
    stage.show({ sight: { file: 'alone', place: { page: 1, zoom: 100, x: 5000, y: 5000 }, marks: [] }, kind: 'pdf', name: 'Antrag' });
    await new Promise((resolve) => {
        const look = () => (host.querySelector('.doc-page[data-sharp="1"]') ? requestAnimationFrame(resolve) : requestAnimationFrame(look));
        look();
    });
    const took = Date.now() - begun;
    stage.close();
    host.remove();
    return took;
}

const scene = await openScene('bench-document');
try {
    const file = scene.place.file('Antrag.pdf');
    const content = pdfWithPages(30);
    writeFileSync(file, content);
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const citizen = await scene.citizen();
    await citizen.draw(scene.town.address, kOffice, 'Kim');
    await citizen.page.locator('#document-file').setInputFiles(file);
    await citizen.shows(/wartet auf Annahme/);
    await clerk.callNext();
    await citizen.shows(/Sie sind an der Reihe/);
    await citizen.press('button', /Jetzt beitreten/);
    await clerk.shows(/wartet auf Ihre Entscheidung/);
    await clerk.press('push button', '^Annehmen$');
    await clerk.shows(/, angenommen/);
    const page = await clerk.page();
    const [rounds, reference] = [[], []];
    for (let i = 0; i <= kRounds; i += 1) {
        // What was accepted is looked at some seconds later, not at once.
        await new Promise((resolve) => setTimeout(resolve, 1500));
        await page.evaluate(awaitPage);
        await citizen.evaluate(awaitPage);
        const at = await clerk.key('alt+e');
        const seen = (who) => until('the first page', () => who.evaluate(() => globalThis.firstPage));
        const round = { citizen: (await seen(citizen)) - at, clerk: (await seen(page)) - at };
        await clerk.key('alt+e');
        await until('nothing is shown', () => citizen.evaluate(() => document.querySelector('.doc') === null));
        const alone = await citizen.evaluate(openAlone, Buffer.from(content, 'latin1').toString('base64'));
        // The first time warms both sides up.
        if (i > 0) {
            rounds.push(round);
            reference.push(alone);
        }
    }
    for (const side of ['citizen', 'clerk']) {
        const value = Math.round(median(rounds.map((one) => one[side])));
        const of = Math.round(median(reference));
        console.log(JSON.stringify({
            bench: 'document', metric: `first_page_${side}`, value, unit: 'ms', reference: of, ratio: Number((value / of).toFixed(2)),
        }));
    }
    await scene.close();
    scene.place.clear();
} finally {
    await scene.close();
}
process.exit(0);
