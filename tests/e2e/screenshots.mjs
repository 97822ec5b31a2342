// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Takes a picture of every screen of the real programs into build/screens, for people to look at:
// `npm run screenshots [-- light dark contrast]`, light alone where nothing is named.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { kLooks, lookEnvironment } from './lib/looks.mjs';
import { kRoot } from './lib/places.mjs';
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
