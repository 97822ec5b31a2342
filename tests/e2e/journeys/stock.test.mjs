// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What an office has ready: one choice of the clerk puts a copy into the visit, shows it to both and opens it to be filled
// in; scripts that it brought are gone; and with the visit the copy goes, while the form stays for the next one.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { pdf } from '../lib/files.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const kForm = 'Wohnungsgeberbestätigung';

async function takeForm(clerk) {
    await clerk.press('push button', '^Formular des Büros');
    // The first of the list is chosen already; the menu is a window of its own, which is up when the key does something.
    await until('the paper of the office', async () => {
        await clerk.key('Return');
        return clerk.shows(/Das (Formular|Papier|Blatt).*(offen|gezeigt)/, 2000);
    });
}

async function meet(clerk, kim, scene) {
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await kim.press('button', /Jetzt beitreten/);
    await kim.press('button', /^Dateien öffnen/);
}

journey('stock', 'a form of the office is there for both with one choice', { minutes: 4 }, async (scene) => {
    const file = scene.place.file('Formular.pdf');
    writeFileSync(file, pdf({ bytes: 20_000, inCatalogue: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>' }));
    await scene.town.stop();
    const [saved] = await scene.town.ask('forms', 'add', 'B', file, kForm, '--json');
    assert.equal(saved.version, 1);
    const [listed] = await scene.town.ask('forms', '--json');
    assert.deepEqual(listed.forms.map(({ names }) => names.de), [kForm]);
    await scene.town.run();

    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen();
    await meet(clerk, kim, scene);
    await clerk.key('shift+F7');
    await takeForm(clerk);
    await clerk.shows(/Wohnungsgeberbestätigung\.pdf \(.*\)\s+wird gerade gemeinsam angesehen/);
    await kim.shows(/Wohnungsgeberbestätigung\.pdf\s+.* · von Ihrer Ansprechperson/);
    await until('the citizen sees its page', async () => (await kim.page.$('canvas')) !== null, 20_000, 100);

    // What the citizen saves has no script in it any more.
    const [download] = await Promise.all([
        kim.page.waitForEvent('download'),
        kim.press('button', /Wohnungsgeberbestätigung\.pdf herunterladen/),
    ]);
    assert.doesNotMatch(readFileSync(await download.path(), 'latin1'), /JavaScript|\/JS|OpenAction/);

    // The copy goes with the visit, the form stays.
    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    const alex = await scene.citizen();
    await meet(clerk, alex, scene);
    assert.doesNotMatch(await clerk.words(), /Wohnungsgeberbestätigung\.pdf/);
    await clerk.key('shift+F7');
    await takeForm(clerk);
    await alex.shows(/Wohnungsgeberbestätigung\.pdf\s+.* · von Ihrer Ansprechperson/);
});
