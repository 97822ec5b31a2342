// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Two people write to each other where neither picture nor sound comes up: letter by letter, both ways, over a reload,
// and nothing of it is left when the visit is over.
import assert from 'node:assert/strict';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

/** Runs in the page before its own scripts: no connection ever stands. */
function withoutMedia() {
    RTCPeerConnection.prototype.setRemoteDescription = () => Promise.reject(new DOMException('', 'OperationError'));
}

const field = (citizen) => citizen.page.locator('#text-field');

journey('text', 'a visit in writing, without picture and sound', {}, async (scene) => {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen();
    await kim.page.addInitScript(withoutMedia);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await clerk.shows(/Kim/);
    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(/Im Gespräch|Kein Bild und kein Ton/);

    // The citizen begins: the clerk reads along before the line is done, in a panel that opens by itself.
    await kim.press('button', /^Text öffnen/);
    await field(kim).pressSequentially('Mein Ton geht ni', { delay: 30 });
    await clerk.shows(/Kim schreibt …\s+Mein Ton geht ni/);
    await field(kim).pressSequentially('cht.', { delay: 30 });
    await field(kim).press('Enter');
    await clerk.shows(/Kim · \d\d:\d\d\s+Mein Ton geht nicht\./);
    assert.equal(await field(kim).inputValue(), '');

    // The other way round.
    await clerk.fill('Nachricht an Kim', 'Dann schreiben w');
    await kim.shows(/Frau Schmidt schreibt … Dann schreiben w/);
    await clerk.fill('Nachricht an Kim', 'Dann schreiben wir.');
    await clerk.key('Return');
    await kim.shows(/Frau Schmidt \d\d:\d\d\s+Dann schreiben wir\./);
    assert.doesNotMatch(await kim.words(), /schreibt …/);
    await clerk.shows(/Sie · \d\d:\d\d\s+Dann schreiben wir\./);

    // Who lets nobody read along is seen writing, and no more.
    await kim.page.locator('#text-letters').uncheck();
    await field(kim).pressSequentially('Geheim', { delay: 30 });
    await clerk.shows(/Kim schreibt …/);
    assert.doesNotMatch(await clerk.words(), /Geheim/);
    await kim.page.locator('#text-letters').check();
    await clerk.shows(/Kim schreibt …\s+Geheim/);

    // A page that is loaded anew has every line, and the one that was being written.
    await kim.reload();
    await kim.shows(/Sie \d\d:\d\d\s+Mein Ton geht nicht\.\s+Frau Schmidt \d\d:\d\d\s+Dann schreiben wir\./);
    assert.equal(await field(kim).inputValue(), 'Geheim');

    // Closed, the clerk's panel counts; what was being written there stays.
    await clerk.fill('Nachricht an Kim', 'Moment');
    await clerk.key('F7');
    await field(kim).press('Enter');
    await clerk.shows(/Text \(1\)/);
    await clerk.key('F7');
    await clerk.shows(/Kim · \d\d:\d\d\s+Geheim/);
    await clerk.shows(/Moment/);

    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    for (const words of [await kim.words(), await clerk.words()]) assert.doesNotMatch(words, /schreiben|Geheim|Moment/);
});
