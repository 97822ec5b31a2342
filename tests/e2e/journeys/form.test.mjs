// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Two fill in one form: each sees what the other enters and where the other is, nothing that was entered is lost over a lost
// line, the citizen alone confirms, and both get a file that says what was confirmed.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { digestOf, formPdf, FormSide, isQuiet, wordsOfPdf } from '../lib/forms.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const kRemark = 'Der Wagen steht meist vor dem Haus.\nBitte ab Mai.';

/** The line between the page and the server, to be lost and found again. */
class Line {
    #open = new Set();
    #lost = false;

    static async of(page) {
        const line = new Line();
        await page.routeWebSocket(/.*/, (socket) => line.#take(socket));
        return line;
    }
    #take(socket) {
        if (this.#lost) return void socket.close();
        const server = socket.connectToServer();
        this.#open.add([socket, server]);
        return undefined;
    }
    async lose() {
        this.#lost = true;
        for (const ends of this.#open) await Promise.all(ends.map((end) => end.close()));
        this.#open.clear();
    }
    find() {
        this.#lost = false;
    }
}

async function meet(scene, Crowd) {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet|frei/);
    const kim = await scene.citizen(Crowd);
    return { clerk, kim };
}

async function talk(clerk, kim) {
    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(/Im Gespräch/);
}

/** The clerk shows the file, and opens it as a form. */
async function openForm(clerk, kim) {
    await clerk.press('push button', '^Zeigen$');
    const sides = { app: await FormSide.ofApp(await clerk.page()), web: new FormSide(kim) };
    // Where there is no room for both, the list then takes the place of the page.
    await sides.app.laidOut();
    await sides.app.press('#open-form');
    await sides.web.sees('antrag.name', 'the empty field', ({ value }) => value === '');
    return sides;
}

async function fillInAsCitizen(web, app) {
    await web.type('antrag.name', 'Kim Yıldız-Müller');
    await app.holds('antrag.name', 'Kim Yıldız-Müller');
    await app.onPaper('Kim Yıldız-Müller');
    await web.type('antrag.geboren', '31.2.1980');
    await web.leave();
    await web.sees('antrag.geboren', 'a hint', ({ hint }) => hint === 'Diesen Tag gibt es nicht.');
    await web.clear('antrag.geboren');
    await web.type('antrag.geboren', '1.2.1980');
    await web.leave();
    await app.holds('antrag.geboren', '1.2.1980');
    await web.choose('antrag.zone', 'Südviertel');
    await app.holds('antrag.zone', 'Südviertel');
    await web.tick('antrag.art', 'Verlängerung');
    await app.sees('antrag.art', 'the second button', ({ value }) => value !== '');
    await web.tick('antrag.richtig');
    await app.holds('antrag.richtig', true);
}

/** What one enters reads as the other's; only the citizen confirms. */
async function fillInAsClerk(web, app) {
    await app.type('amt.gebuehr', '30,70 Euro');
    const seen = await web.sees('amt.gebuehr', 'the words of the clerk', ({ value }) => value === '30,70 Euro');
    assert.equal(seen.by, 'clerk');
    await app.leave();
    await web.sees('amt.gebuehr', 'who has entered it', ({ who }) => /^Eingetragen von: Frau Schmidt$/.test(who));
    assert.notEqual(seen.mark, (await web.field('antrag.name')).mark, 'by colour too');
    await web.onPaper('30,70 Euro');
    await app.sees('antrag.name', 'who has entered it', ({ who }) => /^Eingetragen von: Kim$/.test(who));
    const buttons = (side) => side.evaluate(() => [...document.querySelectorAll('#form button')].map(({ textContent }) => textContent));
    assert.ok((await buttons(web)).includes('Angaben bestätigen'));
    assert.ok(!(await buttons(app)).some((words) => /bestätigen|Unterschrift/.test(words)));
}

/** One editor for each field, by name and colour. */
async function meetInAField(web, app) {
    const nobody = await app.field('antrag.kennzeichen');
    await web.type('antrag.kennzeichen', 'M-KY');
    const seen = await app.sees('antrag.kennzeichen', 'who is there', ({ who }) => who === 'Kim füllt das gerade aus.');
    assert.equal(seen.isLocked, true);
    assert.notEqual(seen.ground, nobody.ground);
    await app.type('antrag.kennzeichen', 'X');
    assert.equal((await app.field('antrag.kennzeichen')).value, 'M-KY');
    await web.keys(' 1234');
    await app.holds('antrag.kennzeichen', 'M-KY 1234');
    // Both have it: the same one is named on both sides.
    assert.doesNotMatch((await web.field('antrag.kennzeichen')).who, /füllt/);
    assert.equal((await web.field('antrag.kennzeichen')).isLocked, false);
    await web.leave();
    await app.leave();
    await app.sees('antrag.kennzeichen', 'nobody', ({ who, isLocked }) => !/füllt/.test(who) && !isLocked);
    await app.focus('antrag.iban');
    await web.sees('antrag.iban', 'who is there', ({ who, isLocked }) => who === 'Frau Schmidt füllt das gerade aus.' && isLocked);
    await app.leave();
}

/** Each types into the same field, and neither knows of the other. */
async function loseTheLine(line, web, app) {
    await web.type('antrag.bemerkung', 'Der Wagen');
    await app.holds('antrag.bemerkung', 'Der Wagen');
    await line.lose();
    await web.keys(' steht meist vor dem Haus.');
    // Whoever is gone holds up nobody.
    await app.sees('antrag.bemerkung', 'free', ({ isLocked }) => !isLocked);
    await app.type('antrag.bemerkung', ' ist blau.');
    await app.leave();
    assert.equal((await web.field('antrag.bemerkung')).value, 'Der Wagen steht meist vor dem Haus.');
    line.find();
    // It is the citizen's form; and what the clerk has typed is there to be taken.
    const wanted = ({ value, rival }) => value === 'Der Wagen steht meist vor dem Haus.' && /Der Wagen ist blau\./.test(rival);
    await app.sees('antrag.bemerkung', 'both entries', wanted, 30000);
    await web.sees('antrag.bemerkung', 'both entries', wanted);
    await web.keys('\nBitte ab Mai.');
    await app.sees('antrag.bemerkung', 'what is typed on, and the other', ({ value, rival }) => value === kRemark && rival !== '');
    await web.leave();
    await web.pressIn('antrag.bemerkung', /behalten$/);
    for (const side of [web, app]) await side.sees('antrag.bemerkung', 'one entry', ({ value, rival }) => value === kRemark && rival === '');
}

/** What is missing or cannot be right stands in the way, with a hint. */
async function confirmTooEarly(web) {
    await web.clear('antrag.name');
    await web.leave();
    await web.press('#confirm-form');
    await web.status(/Geben Sie Ihren Namen an/);
    await web.evaluate(() => document.querySelector('#form-name').focus());
    await web.keys('Kim Yıldız-Müller');
    await web.press('#confirm-form');
    await web.status(/Sehen Sie noch einmal nach: Vor- und Nachname/);
    await web.sees('antrag.name', 'what is missing', ({ hint, isInvalid }) => hint === 'Das fehlt noch.' && isInvalid);
    await web.type('antrag.name', 'Kim Yıldız-Müller');
    await web.sees('antrag.name', 'nothing is missing', ({ hint, isInvalid }) => hint === '' && !isInvalid);
    await web.type('antrag.iban', 'DE89 3704 0044 0532 0130 01');
    await web.leave();
    await web.sees('antrag.iban', 'a hint', ({ hint }) => /Diese IBAN kann nicht stimmen/.test(hint));
    await web.clear('antrag.iban');
    await web.type('antrag.iban', 'DE89 3704 0044 0532 0130 00');
    await web.leave();
    await web.sees('antrag.iban', 'no hint', ({ hint }) => hint === '');
}

async function savedBy(clerk) {
    await clerk.shows(/\(bestätigt\)\.pdf[^\n]*\s+von der Person im Gespräch, wartet auf Ihre Entscheidung/);
    await clerk.press('push button', '^Annehmen$');
    await clerk.shows(/\(bestätigt\)\.pdf[^\n]*\s+von der Person im Gespräch, angenommen/);
    await clerk.press('push button', '^Speichern$');
    const [, saved] = await clerk.shows(/Gespeichert: ([^\n]+\.pdf)/);
    try {
        return readFileSync(saved);
    } finally {
        rmSync(saved, { force: true });
    }
}

async function checkFile(bytes, form, values) {
    assert.equal(await isQuiet(bytes), true);
    const [page, proof, ...more] = await wordsOfPdf(bytes);
    assert.deepEqual(more, []);
    for (const value of Object.values(values)) assert.ok(page.includes(value), `${value} on the page: ${page.join(' | ')}`);
    const said = proof.join('\n');
    assert.match(said, /Bestätigung der Angaben/);
    assert.match(said, /Kim Yıldız-Müller hat die Angaben in diesem Formular am \d+\. \S+ \d{4}.*\d\d:\d\d:\d\d/s);
    assert.match(said, /Gemeinsam ausgefüllt mit: Frau Schmidt/);
    return { said, digest: /^[0-9a-f]{64}$/m.exec(said)?.[0] };
}

journey('form', 'two fill in a form, one confirms it, and both have the same file', { minutes: 6 }, async (scene) => {
    const form = await formPdf();
    const file = scene.place.file('Antrag.pdf');
    writeFileSync(file, form);
    const { clerk, kim } = await meet(scene);
    const line = await Line.of(kim.page);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await kim.hand(file);
    await kim.shows(/Antrag\.pdf\s+.* · übergeben, wartet auf Annahme/);
    await talk(clerk, kim);
    await clerk.press('push button', '^Annehmen$');
    await clerk.shows(/von der Person im Gespräch, angenommen/);
    const { app, web } = await openForm(clerk, kim);

    await fillInAsCitizen(web, app);
    await fillInAsClerk(web, app);
    await meetInAField(web, app);
    await loseTheLine(line, web, app);

    // A reload brings all of it back.
    await kim.reload();
    await web.sees('antrag.bemerkung', 'all of it after the reload', ({ value }) => value === kRemark, 30000);
    assert.equal((await web.field('amt.gebuehr')).by, 'clerk');
    await confirmTooEarly(web);
    await web.sign();
    await app.sees('unterschrift', 'the signature', ({ signed }) => /^M\d+ \d+L/.test(signed ?? ''));

    const downloaded = kim.page.waitForEvent('download');
    await web.press('#confirm-form');
    const download = await downloaded;
    assert.equal(download.suggestedFilename(), 'Antrag (bestätigt).pdf');
    await web.status(/^Bestätigt am .*\. Das ausgefüllte PDF ist auf Ihrem Gerät gespeichert und übergeben\.$/);
    await app.status(/^Bestätigt am .*\. Das ausgefüllte PDF kommt als Datei\.$/);
    for (const side of [web, app]) {
        for (const name of ['antrag.name', 'antrag.zone', 'antrag.art', 'amt.gebuehr']) assert.equal((await side.field(name)).isLocked, true, name);
    }

    const bytes = readFileSync(await download.path());
    const written = { name: 'Kim Yıldız-Müller', born: '1.2.1980', iban: 'DE89 3704 0044 0532 0130 00', fee: '30,70 Euro', plate: 'M-KY 1234', zone: 'Südviertel' };
    const { said, digest } = await checkFile(bytes, form, written);
    assert.match(said, /Von der Behörde eingetragen[^]*Gebühr \(trägt das Amt ein\): 30,70 Euro/);
    const { signed } = await web.field('unterschrift');
    const { value: kind } = await web.field('antrag.art');
    assert.equal(digest, digestOf(form, [
        ['antrag.name', written.name, 'citizen'], ['antrag.geboren', written.born, 'citizen'], ['antrag.iban', written.iban, 'citizen'],
        ['antrag.kennzeichen', written.plate, 'citizen'], ['antrag.bemerkung', kRemark, 'citizen'], ['antrag.zone', 'Südviertel', 'citizen'],
        ['antrag.art', kind, 'citizen'], ['antrag.richtig', 'on', 'citizen'], ['amt.gebuehr', written.fee, 'clerk'], ['unterschrift', signed, 'citizen'],
    ]));
    assert.deepEqual(await savedBy(clerk), bytes);

    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    await until('nothing of the form in the pages', async () => {
        const texts = await Promise.all([web, app].map((side) => side.evaluate(() => document.querySelector('#form') === null)));
        return texts.every(Boolean);
    }, 5000, 50);
});

journey('form-firefox', 'a form that the clerk brings is filled in and confirmed with Firefox', { minutes: 4 }, async (scene) => {
    const form = await formPdf();
    const file = scene.place.file('Antrag.pdf');
    writeFileSync(file, form);
    const { clerk, kim } = await meet(scene, FirefoxCrowd);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await talk(clerk, kim);
    await clerk.key('shift+F7');
    await clerk.press('push button', '^Datei übergeben');
    await scene.desktop.type(clerk.pid, file, 'Datei übergeben');
    await clerk.key('Return', 'Datei übergeben');
    await clerk.shows(/Antrag\.pdf[^\n]*\s+der Person im Gespräch übergeben/);
    const { app, web } = await openForm(clerk, kim);
    await web.type('antrag.name', 'Kim Yıldız-Müller');
    await app.holds('antrag.name', 'Kim Yıldız-Müller');
    await app.sees('antrag.name', 'who is there', ({ who }) => who === 'Kim füllt das gerade aus.');
    await app.type('amt.gebuehr', '30,70 Euro');
    await app.leave();
    await web.sees('amt.gebuehr', 'the words of the clerk', ({ value, who }) => value === '30,70 Euro' && /Frau Schmidt/.test(who));
    await web.tick('antrag.richtig');
    await app.holds('antrag.richtig', true);
    await web.sign();
    await app.sees('unterschrift', 'the signature', ({ signed }) => signed !== undefined);
    await web.evaluate(() => document.querySelector('#form-name').focus());
    await web.keys('Kim Yıldız-Müller');
    await web.press('#confirm-form');
    await web.status(/^Bestätigt am .* übergeben\.$/);
    await checkFile(await savedBy(clerk), form, { name: 'Kim Yıldız-Müller', fee: '30,70 Euro' });
});
