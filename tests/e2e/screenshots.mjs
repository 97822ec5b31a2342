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
const kSizes = [{ width: 1280, height: 900 }, { width: 390, height: 844 }];

async function shoot(citizen, name) {
    for (const size of kSizes) {
        await citizen.page.setViewportSize(size);
        await citizen.page.screenshot({ path: path.join(kScreens, `citizen-${name}-${size.width}.png`), fullPage: true });
    }
}

async function visit(scene, percent, look) {
    const suffix = look === 'light' ? '' : `-${look}`;
    const shootDesk = (name) => scene.desktop.screenshot(path.join(kScreens, `clerk-${name}-${percent}${suffix}.png`));
    const clerk = await scene.clerk();
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
    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    await shoot(kim, 'end');
}

async function shootAt(scale, look) {
    const scene = new Scene(`screenshots-${look}-${scale}`);
    Object.assign(process.env, { QT_SCALE_FACTOR: String(scale) }, lookEnvironment(look, scene.place.folder('look')));
    try {
        await scene.open({ calendar: true });
        await visit(scene, scale * 100, look);
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
