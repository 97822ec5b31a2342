// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Takes a picture of every screen of the real programs into build/screens, for people to look at:
// `npm run screenshots [-- light dark contrast]`, light alone where nothing is named.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { invite, knock, letIn, listInterpreter, openGuests } from './lib/conversation.mjs';
import { formPdf, FormSide } from './lib/forms.mjs';
import { kLooks, lookEnvironment } from './lib/looks.mjs';
import { seesAndHears } from './lib/measure.mjs';
import { kRoot } from './lib/places.mjs';
import { until } from './lib/processes.mjs';
import { Scene } from './lib/scene.mjs';
import { kOffice } from './lib/town.mjs';

const kScreens = path.join(kRoot, 'build/screens');
const kOther = 'Kfz-Zulassung';
const kSizes = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];

async function shoot(citizen, name) {
    for (const size of kSizes) {
        await citizen.page.setViewportSize(size);
        await citizen.page.screenshot({ path: path.join(kScreens, `citizen-${name}-${size.width}.png`), fullPage: true });
    }
}

async function visit(scene, clerk, shootDesk) {
    await shootDesk('empty');
    await clerk.openOffice(kOffice);
    await clerk.shows(/Geöffnet/);
    const kim = await scene.citizen();
    await kim.page.goto(`${scene.town.address}/`);
    await kim.shows(/Jetzt geöffnet/);
    await shoot(kim, 'overview');
    await kim.press('button', new RegExp(`Nummer ziehen: ${kOffice}`));
    await kim.shows(/Ihr Anliegen/);
    await shoot(kim, 'draw');
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await (await scene.citizen()).draw(scene.town.address, kOffice, 'Sascha');
    await shoot(kim, 'waiting');
    await kim.page.getByText('Auf ein anderes Gerät wechseln').click();
    await kim.shows(/Adresse kopieren/);
    await shoot(kim, 'another-device');
    await kim.press('button', /^Kurz weg/);
    await kim.shows(/Ich bin wieder da/);
    await shoot(kim, 'away');
    await kim.press('button', /Ich bin wieder da/);
    await kim.shows(/Sie sind als Nächstes dran/);
    await clerk.shows(/2 Personen warten/);
    await shootDesk('lobby');
    await clerk.callNext();
    await kim.shows(/Sie sind an der Reihe/);
    await shoot(kim, 'called');
    await kim.press('button', /Jetzt beitreten/);
    await clerk.shows(/Im Gespräch/);
    await kim.shows(/Beenden/);
    await shoot(kim, 'call');
    await shootDesk('call');
    await control(clerk, kim, shootDesk);
    await write(clerk, kim, shootDesk);
    await fillIn(scene, clerk, kim, shootDesk);
    await look(clerk, kim, shootDesk);
    await company(scene, clerk, kim, shootDesk);
    await confer(scene, clerk, kim, shootDesk);
    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    await shoot(kim, 'end');
}

/** What the clerk sets for the citizen, and takes back. */
async function control(clerk, citizen, shootDesk) {
    await clerk.key('ctrl+shift+m');
    await citizen.shows(/Mikrofon gesperrt/);
    await shoot(citizen, 'muted');
    await clerk.key('ctrl+shift+k');
    await citizen.shows(/Kamera gesperrt/);
    await shoot(citizen, 'locked');
    await shootDesk('locked');
    await clerk.key('alt+g');
    await clerk.shows(/Kamera des Gegenübers sperren/);
    await shootDesk('conversation-menu');
    await clerk.key('Escape');
    await clerk.key('ctrl+shift+m');
    await clerk.key('ctrl+shift+k');
    await citizen.shows(/Sie können Mikrofon und Kamera wieder einschalten/);
    await shoot(citizen, 'unlocked');
    await citizen.press('button', /^Jetzt nicht$/);
    await clerk.key('ctrl+shift+f');
    await citizen.shows(/erlaubt Ihnen, Ihren Bildschirm zu zeigen/);
    await shoot(citizen, 'may-share');
    await citizen.press('button', /^Jetzt nicht$/);
    await citizen.press('button', /^Bildschirm zeigen$/);
    await clerk.shows(/zeigt den Bildschirm/);
    await shoot(citizen, 'shares');
    await shootDesk('shares');
    await clerk.key('ctrl+shift+f');
    await citizen.shows(/hat das Zeigen beendet/);
    await citizen.press('button', /^Verstanden$/);
    await clerk.key('ctrl+h');
    await citizen.shows(/angehalten/);
    await clerk.shows(/Angehalten/);
    await shoot(citizen, 'on-hold');
    await shootDesk('on-hold');
    await clerk.key('ctrl+h');
    await clerk.shows(/Im Gespräch/);
    for (const device of ['Mikrofon', 'Kamera']) await citizen.press('button', new RegExp(`^${device} einschalten`));
}

/** The citizen has written, the clerk is about to. */
async function write(clerk, citizen, shootDesk) {
    await citizen.press('button', /^Text öffnen/);
    for (const line of ['Guten Tag, mein Mikrofon geht nicht. Können wir schreiben?', 'Den Mietvertrag habe ich hier.']) {
        await citizen.fill('Nachricht an', line);
        await citizen.press('button', /^Senden$/);
    }
    await clerk.shows(/Mietvertrag/);
    await clerk.fill('Nachricht an Kim', 'Guten Tag! Dann schreiben wir.');
    await clerk.key('Return');
    await clerk.fill('Nachricht an Kim', 'Bitte halten Sie ihn in die Kamera, ich');
    await citizen.fill('Nachricht an', 'Meinen Sie die erste S');
    await clerk.shows(/die erste S/);
    await citizen.shows(/in die Kamera, ich/);
    await shoot(citizen, 'text');
    await shootDesk('text');
}

/** A form of the citizen's, as both fill it in, sign and confirm it. */
async function fillIn(scene, clerk, citizen, shootDesk) {
    const file = scene.place.file('Bewohnerparkausweis.pdf');
    writeFileSync(file, await formPdf());
    await citizen.press('button', /^Text schließen/);
    await clerk.key('F7');
    await citizen.press('button', /^Dateien öffnen/);
    await until('the place for files', () => citizen.page.$('#document-file'));
    await citizen.hand(file);
    await citizen.press('button', /^Dateien schließen/);
    await clerk.shows(/wartet auf Ihre Entscheidung/);
    await clerk.press('push button', '^Annehmen$');
    await clerk.shows(/, angenommen/);
    await clerk.press('push button', '^Zeigen$');
    const [app, web] = [await FormSide.ofApp(await clerk.page()), new FormSide(citizen)];
    await until('the button of the form', () => app.evaluate(() => document.querySelector('#open-form') !== null));
    await shootDesk('form-start');
    await app.press('#open-form');
    await web.type('antrag.name', 'Kim Yıldız-Müller');
    await web.type('antrag.geboren', '31.2.1980');
    await web.type('antrag.bemerkung', 'Der Wagen steht meist vor dem Haus.');
    await app.holds('antrag.bemerkung', 'Der Wagen steht meist vor dem Haus.');
    await app.type('amt.gebuehr', '30,70 Euro');
    await web.holds('amt.gebuehr', '30,70 Euro');
    await shoot(citizen, 'form');
    await shootDesk('form-narrow');
    await clerk.key('shift+F7');
    // The page is drawn anew in the room that there is now.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await shootDesk('form');
    await citizen.page.setViewportSize(kSizes[1]);
    await web.press('#turn-form');
    await shoot(citizen, 'form-page');
    await citizen.page.setViewportSize(kSizes[1]);
    await web.press('#turn-form');
    await web.pressIn('unterschrift', /^Unterschrift zeichnen$/);
    await web.rect('.form-canvas');
    await shoot(citizen, 'form-signing');
    await web.pressIn('unterschrift', /^Abbrechen$/);
    await web.clear('antrag.geboren');
    await web.sign();
    await web.evaluate(() => document.querySelector('#form-name').focus());
    await web.keys('Kim Yıldız-Müller');
    await web.press('#confirm-form');
    await web.status(/^Bestätigt am .* übergeben/);
    await app.status(/^Bestätigt am/);
    await shoot(citizen, 'form-confirmed');
    await shootDesk('form-confirmed');
    await clerk.key('alt+e');
}

/** At an identity document. */
async function look(clerk, citizen, shootDesk) {
    await clerk.key('ctrl+i');
    await citizen.shows(/Vorderseite Ihres Ausweises/);
    await shoot(citizen, 'sight');
    await shootDesk('sight');
    await clerk.key('ctrl+i');
    await until('the sight ended', async () => !/Vorderseite Ihres Ausweises in den Rahmen/.test(
        await citizen.evaluate(() => document.querySelector('.asked')?.innerText ?? '')));
}

/** A guest comes, and others could. */
async function company(scene, clerk, citizen, shootDesk) {
    await openGuests(clerk);
    const code = await invite(clerk);
    await shootDesk('guest-code');
    const door = await scene.citizen();
    await door.page.goto(`${scene.town.address}/#gast=${code}`);
    await door.shows(/Ihr Name/);
    await shoot(door, 'guest-name');
    const deniz = await knock(scene, code, 'Deniz');
    await shoot(deniz, 'guest-waiting');
    await clerk.shows(/Deniz wartet auf Einlass/);
    await shootDesk('guest-at-door');
    await letIn(clerk, 'Deniz');
    for (const [page, name] of [[citizen, 'three'], [deniz, 'guest-room']]) {
        await seesAndHears(name, page, page === citizen ? '#person-2' : '#person-0', { sound: false });
        await shoot(page, name);
    }
    await shootDesk('three');
    await clerk.press('push button', '^Dolmetschen …$');
    await clerk.shows(/Zum Dolmetschen bitten/);
    await shootDesk('interpreters');
    await clerk.key('Escape', 'Zum Dolmetschen bitten');
    const waiting = scene.citizens[1];
    await clerk.press('button menu', '^Aus dem Wartebereich dazuholen$');
    await clerk.key('Down');
    await clerk.key('Return');
    await waiting.shows(/Dazukommen/);
    await shoot(waiting, 'offer');
    await waiting.press('button', /^Weiter warten$/);
    await clerk.press('push button', '^Entfernen$');
    await deniz.shows(/Sie sind nicht mehr im Gespräch/);
    await shoot(deniz, 'guest-end');
}

/** A colleague is rung, consulted alone, and taken in. */
async function confer(scene, clerk, citizen, shootDesk) {
    const [weber] = scene.clerks;
    await clerk.key('ctrl+l');
    await clerk.shows(/Frau Weber/);
    await clerk.fill('Suche nach Name oder Büro:', 'weber', 'Kollegen anrufen');
    await shootDesk('colleagues');
    await clerk.press('push button', '^Rücksprache$');
    await weber.shows(/bittet Sie um Rücksprache/);
    await shootDesk('ringing');
    await weber.raise();
    await shootDesk('rung');
    await weber.key('F11');
    await weber.shows(/Nur Sie beide/);
    await citizen.shows(/bespricht sich kurz/);
    await seesAndHears('the colleague', await weber.page(), '#person-0', { sound: false });
    await shoot(citizen, 'conferred');
    await shootDesk('consulting');
    await clerk.raise();
    await shootDesk('consulted');
    await clerk.press('push button', '^Dazuholen$');
    await citizen.shows(/Frau Weber/);
    await seesAndHears('the colleague', await weber.page(), '#person-1', { sound: false });
    await clerk.key('shift+F6');
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await shootDesk('with-colleague');
    await weber.raise();
    await shootDesk('joined');
    await clerk.raise();
    await shoot(citizen, 'with-colleague');
    await weber.key('ctrl+shift+l');
    await until('the citizen alone with the clerk', async () => !/Weber/.test(await citizen.words()));
}

/** What clerks say to those who wait, and what becomes of those who are not served in one go. */
async function counter(scene, clerk, shootDesk) {
    const [sascha, noa, robin] = await guests(scene);
    await clerk.openOffice(kOther);
    await clerk.shows(new RegExp(`${kOther}, Geöffnet`));
    await sayToAll(clerk, robin, shootDesk);
    await sayInOwnWords(clerk, robin, shootDesk);

    await clerk.callNext();
    await sascha.shows(/Sie sind an der Reihe/);
    await clerk.shows(/Nicht erschienen/);
    await shootDesk('called');
    await clerk.key('ctrl+shift+j');
    await sascha.shows(/Sie haben Ihren Aufruf verpasst/);
    await shoot(sascha, 'missed');

    await clerk.callNext();
    await noa.press('button', /Jetzt beitreten/);
    await clerk.shows(/Im Gespräch: /);
    await clerk.key('ctrl+shift+p');
    await clerk.shows(/E?rinnern nach|parken/);
    await shootDesk('park');
    await clerk.press('push button', '^Parken$');
    await noa.shows(/Bitte füllen Sie jetzt das Formular aus/);
    await shoot(noa, 'parked');
    await clerk.shows(/Geparkt/);
    await shootDesk('aside');

    await clerk.callNext();
    await robin.press('button', /Jetzt beitreten/);
    await clerk.shows(/Im Gespräch: /);
    await transfer(clerk, robin, shootDesk);
}

/** Three who wait; the first has been waiting since the visit before. */
async function guests(scene) {
    const [, sascha] = scene.citizens;
    const others = [];
    for (const name of ['Noa', 'Robin']) {
        const citizen = await scene.citizen();
        await citizen.draw(scene.town.address, kOffice, name);
        others.push(citizen);
    }
    return [sascha, ...others];
}

async function sayToAll(clerk, citizen, shootDesk) {
    await clerk.shows(/3 Personen warten/);
    await clerk.key('ctrl+g');
    await clerk.shows(/Alle lesen das in/);
    await shootDesk('message');
    await clerk.press('push button', '^Senden$');
    await citizen.shows(/Es dauert heute länger als gedacht/);
    await shoot(citizen, 'message');
    await citizen.press('button', /^Gelesen$/);
}

async function sayInOwnWords(clerk, citizen, shootDesk) {
    await clerk.select('^B 004$');
    await clerk.key('ctrl+g');
    await clerk.shows(/Alle lesen das in/);
    await clerk.key('Tab', 'Nachricht an Wartende');
    await clerk.key('End', 'Nachricht an Wartende');
    await clerk.shows(/ohne Übersetzung/);
    await clerk.set('text', '', 'Bitte legen Sie den Mietvertrag und die letzten drei Gehaltsabrechnungen bereit.');
    await shootDesk('message-own');
    await clerk.press('push button', '^Senden$');
    await citizen.shows(/Gehaltsabrechnungen/);
    await shoot(citizen, 'message-own');
    await citizen.press('button', /^Gelesen$/);
}

async function transfer(clerk, citizen, shootDesk) {
    await clerk.key('ctrl+t');
    await clerk.shows(/Personen davor/);
    await clerk.select(`^${kOther}$`);
    await clerk.set('text', '', 'Fahrzeugschein liegt vor, es fehlt die Versicherungsbestätigung.');
    await shootDesk('transfer');
    await clerk.press('push button', '^Person fragen$');
    await citizen.shows(/Weiterleitung: /);
    await shoot(citizen, 'transfer');
    await shootDesk('transfer-asked');
    await citizen.press('button', /^Einverstanden$/);
    await citizen.shows(/Sie sind jetzt im Wartebereich/);
    await shoot(citizen, 'transfer-arrived');
    await clerk.shows(/ist jetzt beim anderen Büro/);
    await shootDesk('transfer-done');
}

async function shootAt(scale, look) {
    const scene = new Scene(`screenshots-${look}-${scale}`);
    Object.assign(process.env, { QT_SCALE_FACTOR: String(scale) }, lookEnvironment(look, scene.place.folder('look')));
    try {
        await scene.open({ calendar: true });
        const suffix = look === 'light' ? '' : `-${look}`;
        const shootDesk = (name) =>
            scene.desktop.screenshot(path.join(kScreens, `clerk-${name}-${scale * 100}${suffix}.png`));
        await listInterpreter(scene);
        await scene.clerk('weber');
        const clerk = await scene.clerk();
        await visit(scene, clerk, shootDesk);
        await counter(scene, clerk, shootDesk);
    } finally {
        await scene.close();
    }
    scene.place.clear();
}

const looks = process.argv.length > 2 ? process.argv.slice(2) : ['light'];
const unknown = looks.find((look) => !kLooks.includes(look));
if (unknown) throw new Error(`${unknown} is no look: ${kLooks.join(', ')}`);
mkdirSync(kScreens, { recursive: true });
for (const look of looks) {
    for (const scale of [2, 1]) await shootAt(scale, look);
}
console.log(`The screens are in ${kScreens}`);
process.exit(0);
