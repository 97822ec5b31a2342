// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A conversation that has begun, and who else comes into it.
import { writeFileSync } from 'node:fs';
import { seesAndHears } from './measure.mjs';
import { until } from './processes.mjs';
import { kOffice } from './town.mjs';

/** Frau Schmidt and Kim, who see and hear each other. */
export async function inCall(scene, Crowd, env) {
    const clerk = await scene.clerk('schmidt', env);
    await clerk.openOffice(kOffice);
    const kim = await scene.citizen(Crowd);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await kim.allowDevices();
    await clerk.shows(/Kim/);
    await clerk.callNext();
    await clerk.shows(/Im Gespräch/);
    const page = await clerk.page();
    await seesAndHears('the clerk', page, '#remote-video');
    await seesAndHears('the citizen', kim, '#remote-video');
    return { clerk, page, kim };
}

/** As an administrator brings one in, while the server rests. */
export async function listInterpreter(scene) {
    const file = scene.place.file('interpreter.json');
    const hours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));
    writeFileSync(file, JSON.stringify({ name: 'Gebärdendienst', languages: ['gsg', 'tr'], phone: '0941 1234', email: '', hours, note: '' }));
    await scene.town.stop();
    await scene.town.ask('save', 'interpreter', file, '--json');
    await scene.town.run();
}

/** The panel with those who are in the room beside the two. */
export const openGuests = (clerk) => clerk.key('shift+F6');

/** As it is read from the clerk's window. */
export const codeOf = (clerk) => until('a code in the clerk\'s window', async () => {
    const [, left, right] = /Code: ([B-Z]{4}) ([B-Z]{4})\./.exec(await clerk.words()) ?? [];
    return left && `${left}${right}`;
});

export async function invite(clerk) {
    await clerk.press('push button', '^Gast einladen$');
    return codeOf(clerk);
}

/** What somebody does who was given a code. */
export async function useCode(scene, code, name, Crowd) {
    const guest = await scene.citizen(Crowd);
    await guest.page.goto(`${scene.town.address}/#gast=${code}`);
    await guest.fill('Ihr Name', name);
    await guest.press('checkbox', /einverstanden/);
    await guest.press('button', /^Anmelden$/);
    return guest;
}

export async function knock(scene, code, name, Crowd) {
    const guest = await useCode(scene, code, name, Crowd);
    await guest.shows(/Gast zu [A-Z] \d{3}/);
    await guest.allowDevices();
    return guest;
}

export async function letIn(clerk, name) {
    await clerk.shows(new RegExp(`${name} wartet auf Einlass`));
    await clerk.press('push button', '^Einlassen$');
    await clerk.shows(new RegExp(`${name}: im Gespräch`));
}
