// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A citizen on a phone photographs a paper, frames it, and the clerk gets it straight and legible.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromiumPhones } from '../lib/citizens.mjs';
import { kPaper, photographOfAPaper, shadesOf } from '../lib/photograph.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

/** A finger takes this corner of the frame to this place of the picture, both from 0 to 1. */
async function drag(phone, corner, [x, y]) {
    await phone.page.locator('.paper-frame').scrollIntoViewIfNeeded();
    const frame = await phone.page.locator('.paper-frame').boundingBox();
    const handle = await phone.page.locator(`#paper-corner-${corner}`).boundingBox();
    await phone.page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
    await phone.page.mouse.down();
    await phone.page.mouse.move(frame.x + x * frame.width, frame.y + y * frame.height, { steps: 5 });
    await phone.page.mouse.up();
}

function filesIn(folder) {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    return found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath ?? one.path, one.name));
}

journey('paper', 'the photograph of a paper is framed on the phone and reaches the clerk as a JPEG', {}, async (scene) => {
    const home = scene.place.folder('home');
    const clerk = await scene.clerk('schmidt', { HOME: home });
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen(chromiumPhones);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await kim.allowDevices();
    await clerk.callNext();
    await kim.shows(/Beenden/);
    await clerk.shows(/Im Gespräch/);
    await kim.press('button', /^Dateien öffnen/);

    const buffer = await photographOfAPaper(kim.page);
    const [chooser] = await Promise.all([kim.page.waitForEvent('filechooser'), kim.press('button', /^Papier fotografieren$/)]);
    await kim.shows(/Kamera einschalten/);
    await chooser.setFiles({ name: 'IMG_0815.jpg', mimeType: 'image/jpeg', buffer });
    await kim.shows(/Papier ausschneiden/);
    await kim.shows(/Kamera ausschalten/);
    for (const [corner, place] of kPaper.entries()) await drag(kim, corner, place);
    await kim.press('button', /^Weiter$/);
    await kim.shows(/So wird es übergeben/);
    await kim.press('button', /^Absenden$/);
    await kim.shows(/Papier 1\.jpg[\s\S]*übergeben, wartet auf Annahme/);

    await clerk.shows(/Papier 1\.jpg \(/);
    await clerk.press('push button', '^Annehmen$');
    await kim.shows(/angenommen/);
    await clerk.press('push button', '^Speichern$');
    const [, saved] = await clerk.shows(/Gespeichert: (.+\.jpg)/);
    try {
        const content = readFileSync(saved);
        assert.equal(content.subarray(0, 2).toString('hex'), 'ffd8');
        // White paper with a black bar across its middle, and nothing of the table.
        const { width, height, edge, bar } = await shadesOf(kim.page, content);
        assert.ok(width > 700 && width < 900 && height > 500 && height < 700, `${width} x ${height}`);
        assert.ok(edge > 240, `paper ${edge}`);
        assert.ok(bar < 30, `ink ${bar}`);
    } finally {
        rmSync(saved, { force: true });
    }
    await until('a call that goes on', async () => /Kamera ausschalten/.test(await kim.words()), 5000, 100);

    // What the call has left with the clerk: nothing but the app's own settings, and the shaders of its widgets.
    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    const kept = [home, scene.place.folder('schmidt')].flatMap(filesIn);
    assert.deepEqual(kept.filter((file) => !/\/(clerk\.ini|qtshadercache[^/]*\/\w+)$/.test(file)), []);
    for (const file of kept) assert.doesNotMatch(readFileSync(file, 'latin1'), /Kim|Papier/);
});
