// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Files go both ways: from the lobby to the clerk, who accepts and saves, and from the clerk's disk to the citizen; what
// does something is refused, a lost line costs a part, and nothing is left when the visit is over.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { pdf } from '../lib/files.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

function filesOfVisits(folder) {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile() && /^doc_/.test(one.name)).length;
}

/** What the clerk saves with one click. */
async function savedBy(clerk) {
    await clerk.press('push button', '^Speichern$');
    const [, saved] = await clerk.shows(/Gespeichert: (\S+\.\w+)/);
    try {
        return readFileSync(saved);
    } finally {
        rmSync(saved, { force: true });
    }
}

journey('documents', 'files go both ways, and are gone with the visit', {}, async (scene) => {
    const contract = scene.place.file(`Mietvertrag-${process.pid}.pdf`);
    const active = scene.place.file('Rechnung.pdf');
    const notice = scene.place.file('Bescheid.pdf');
    writeFileSync(contract, pdf({ bytes: 700_000 }));
    writeFileSync(active, pdf({ inCatalogue: '/AcroForm << /Fields [] /XFA (app.alert(1)) >>' }));
    writeFileSync(notice, pdf({ bytes: 300_000 }));

    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen();
    await kim.draw(scene.town.address, kOffice, 'Kim');

    // While waiting; the line is lost in the middle of it.
    let lost = 0;
    await kim.page.route('**/api/v1/files/*', (route) => {
        const middle = /^bytes 262144-/.test(route.request().headers()['content-range'] ?? '');
        return middle && lost++ < 2 ? route.abort() : route.continue();
    });
    await kim.hand(contract);
    await kim.shows(/Mietvertrag-\d+\.pdf\s+684 KB · übergeben, wartet auf Annahme/);
    assert.equal(lost, 3);
    await kim.hand(active);
    await kim.shows(/Dieses PDF ist ohne seine Programme leer/);
    assert.doesNotMatch(await clerk.words(), /Mietvertrag/);

    // The clerk sees it when the two have met, accepts and saves it.
    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(/Mietvertrag-\d+\.pdf \(.*\)\s+von der Person im Gespräch, wartet auf Ihre Entscheidung/);
    assert.doesNotMatch(await clerk.words(), /Rechnung/);
    await clerk.press('push button', '^Annehmen$');
    await kim.press('button', /^Dateien öffnen/);
    await kim.shows(/684 KB · angenommen/);
    assert.deepEqual(await savedBy(clerk), readFileSync(contract));

    // The other way round.
    await clerk.press('push button', '^Datei übergeben');
    await scene.desktop.type(clerk.pid, notice, 'Datei übergeben');
    await clerk.key('Return', 'Datei übergeben');
    await kim.shows(/Bescheid\.pdf\s+293 KB · von Ihrer Ansprechperson/);
    const [download] = await Promise.all([
        kim.page.waitForEvent('download'),
        kim.press('button', /Bescheid\.pdf herunterladen/),
    ]);
    assert.equal(download.suggestedFilename(), 'Bescheid.pdf');
    assert.deepEqual(readFileSync(await download.path()), readFileSync(notice));

    const folder = scene.place.folder('data');
    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    await until('nothing of the files in the page', async () => !/Mietvertrag|Rechnung|Bescheid/.test(await kim.words()), 5000, 100);
    assert.doesNotMatch(await clerk.words(), /Mietvertrag-\d+\.pdf \(|Bescheid/);
    assert.ok(!existsSync(path.join(folder, 'files')) || filesOfVisits(path.join(folder, 'files')) === 0);
});

journey('documents-firefox', 'files go both ways with Firefox too', {}, async (scene) => {
    const contract = scene.place.file(`Mietvertrag-${process.pid}.pdf`);
    const notice = scene.place.file('Bescheid.pdf');
    writeFileSync(contract, pdf({ bytes: 700_000 }));
    writeFileSync(notice, pdf({ bytes: 300_000 }));
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen(FirefoxCrowd);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await kim.hand(contract);
    await kim.shows(/Mietvertrag-\d+\.pdf\s+684 KB · übergeben, wartet auf Annahme/);
    await clerk.callNext();
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(/Mietvertrag-\d+\.pdf \(.*\)\s+von der Person im Gespräch, wartet auf Ihre Entscheidung/);
    await clerk.press('push button', '^Annehmen$');
    assert.deepEqual(await savedBy(clerk), readFileSync(contract));

    await clerk.press('push button', '^Datei übergeben');
    await scene.desktop.type(clerk.pid, notice, 'Datei übergeben');
    await clerk.key('Return', 'Datei übergeben');
    await kim.press('button', /^Dateien öffnen/);
    await kim.shows(/Bescheid\.pdf\s+293 KB · von Ihrer Ansprechperson/);
});
