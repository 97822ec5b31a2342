// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// From the first start of an empty server to a town of eight offices, by the window alone: no file, no command, no code.
import assert from 'node:assert/strict';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';

const kPassword = 'vier Worte ohne Sinn';
const kWindow = 'Verwaltung';
const kWeek = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const kOffices = ['Meldeamt', 'Wohngeld', 'Zulassung', 'Standesamt', 'Bauamt', 'Jugendamt', 'Ordnungsamt', 'Steueramt'];

/** The window of the administration, as somebody with a keyboard and a screen reader uses it. */
class Administration {
    #clerk;

    constructor(clerk) {
        this.#clerk = clerk;
    }
    async open() {
        await this.#clerk.key('ctrl+shift+a');
        await this.#clerk.seenFirst('tree', '^Was es gibt$');
    }
    /** From the entry that is chosen so many further down. */
    async down(times) {
        await this.#clerk.key('ctrl+l', kWindow);
        for (let i = 0; i < times; i++) await this.#clerk.key('Down', kWindow);
    }
    /** From the first account over its head to that of the offices. */
    async up() {
        await this.#clerk.key('ctrl+l', kWindow);
        await this.#clerk.key('Home', kWindow);
        for (let i = 0; i < 5; i++) await this.#clerk.key('Down', kWindow);
    }
    async add(button) {
        await this.#clerk.press('push button', `^${button}$`);
    }
    async save(name) {
        await this.#clerk.press('push button', '^Speichern$');
        await this.#clerk.shows(new RegExp(`${name}[^]*gespeichert und gilt ab sofort|Startpasswort von ${name}`));
    }
}

async function setUpServer(clerk, token) {
    await clerk.press('push button', '^Neuen Server einrichten …$', 30000);
    await clerk.fill('Einmalcode', token);
    await clerk.fill('Ihr Name, wie ihn die Bürgerinnen und Bürger lesen', 'Frau Weber');
    await clerk.fill('Anmeldename', 'weber');
    await clerk.fill('Passwort, mindestens 8 Zeichen', kPassword);
    await clerk.fill('Passwort, noch einmal', kPassword);
    await clerk.press('push button', '^Einrichten und anmelden$');
    await clerk.shows(/Verbunden/, 30000);
    await clerk.shows(/Sie arbeiten in keinem Büro/);
}

async function makeTown(clerk, town) {
    await town.open();
    await clerk.fill('Name', 'Stadt Neustadt', kWindow);
    await town.save('Stadt Neustadt');
    await town.down(1);
    await town.add('Neue Abteilung');
    await clerk.fill('Name', 'Dienste', kWindow);
    await town.save('Dienste');
    await town.down(1);
    await town.add('Neues Anliegen');
    await clerk.fill('Name, Deutsch', 'Ummeldung', kWindow);
    await town.save('Ummeldung');
}

async function addClerk(clerk, town) {
    // Over the heads of offices and forms, of which there are none yet.
    await town.down(3);
    await town.add('Neues Konto');
    await clerk.fill('Name', 'Frau Schmidt', kWindow);
    await clerk.fill('Anmeldename', 'schmidt', kWindow);
    await town.save('Frau Schmidt');
    const [password] = await clerk.shows(/[0-9a-z]{4}(-[0-9a-z]{4}){3}/);
    await clerk.press('push button', '^OK$');
    await until('the window behind the dialog', async () => !(await clerk.widgets())
        .some((one) => one.role === 'push button' && one.name === 'OK'));
    return password;
}

async function addOffice(clerk, town, name, letter) {
    await town.add('Neues Büro');
    await clerk.fill('Name', name, kWindow);
    await clerk.fill('Buchstabe', letter, kWindow);
    await clerk.fill('Die Woche, Montag, virtuell', '8-12, 13:30-18', kWindow);
    await town.save(name);
}

/** The first office has a clerk and is open whenever the test runs. */
async function staffOffice(clerk, town) {
    await clerk.press('push button', '^Zeile hinzufügen zu: Mitarbeitende$');
    // The open cell is no widget of its own: whether the key has come is seen in what the cell says.
    await until('Frau Schmidt in the new row', async () => {
        await clerk.key('End', kWindow);
        return (await clerk.widgets()).some((one) => one.role === 'cell' && one.name === 'Frau Schmidt');
    });
    await clerk.key('Return', kWindow);
    for (const day of kWeek) await clerk.fill(`Die Woche, ${day}, virtuell`, '0-24', kWindow);
    await clerk.press('check box', '^Auch an Feiertagen geöffnet$');
    await town.save(kOffices[0]);
}

journey('town', 'an empty server becomes a town of eight offices, by the window alone', { empty: true }, async (scene) => {
    const weber = scene.clerkToBe('weber', { login: 'weber', name: 'Frau Weber' });
    await weber.launch();
    await setUpServer(weber, scene.town.oneTimeToken);
    const town = new Administration(weber);
    await makeTown(weber, town);
    const startPassword = await addClerk(weber, town);
    await town.up();
    for (const [i, name] of kOffices.entries()) {
        await addOffice(weber, town, name, String.fromCharCode('A'.charCodeAt(0) + i));
        if (i === 0) await staffOffice(weber, town);
    }

    const schmidt = scene.clerkToBe('schmidt', { login: 'schmidt', name: 'Frau Schmidt' });
    await schmidt.launch();
    await schmidt.seenFirst('text', '^Passwort$');
    await schmidt.fill('Passwort', startPassword);
    await schmidt.press('push button', '^Anmelden$');
    await schmidt.shows(/Wählen Sie Ihr eigenes Passwort/, 30000);
    await schmidt.fill('Neues Passwort', kPassword);
    await schmidt.fill('Neues Passwort, noch einmal', kPassword);
    await schmidt.press('push button', '^Speichern und anmelden$');
    await schmidt.shows(/Verbunden/, 30000);
    await schmidt.openOffice(kOffices[0]);
    await schmidt.shows(/Geöffnet|frei/);

    const kim = await scene.citizen();
    await kim.page.goto(`${scene.town.address}/`);
    for (const office of kOffices) await kim.shows(new RegExp(office));
    assert.equal(await kim.drawHere(kOffices[0], 'Kim'), 'A 001');
    await schmidt.callNext();
    await kim.shows(/Sie sind an der Reihe/);
});
