// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What people do while they wait: step away and come back, give a call back, go on on another device.
import assert from 'node:assert/strict';
import { ChromiumCrowd, FirefoxCrowd } from '../lib/citizens.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

function lobby(browser, Crowd) {
    journey(`lobby-${browser}`, `aside, back and on to another device with ${browser}`, {}, async (scene) => {
        const clerk = await scene.clerk();
        await clerk.openOffice(kOffice);
        await clerk.shows(/Geöffnet|frei/);
        const kim = await scene.citizen(Crowd);
        const sascha = await scene.citizen();
        await kim.draw(scene.town.address, kOffice, 'Kim');
        await sascha.draw(scene.town.address, kOffice, 'Sascha');
        await sascha.shows(/Vor Ihnen\s+1 Person/);

        await kim.press('button', /^Kurz weg$/);
        await kim.shows(/Sie sind kurz weg[^]*Um \d\d:\d\d\sUhr/);
        await sascha.shows(/Sie sind als Nächstes dran/);
        await kim.reload();
        await kim.shows(/Sie sind kurz weg/);

        await clerk.callNext();
        await sascha.shows(/Sie sind an der Reihe/);
        await sascha.press('button', /^Noch nicht$/);
        await sascha.shows(/um etwas Zeit gebeten[^]*ab \d\d:\d\d\sUhr wieder aufgerufen/);

        await kim.press('button', /^Ich bin wieder da$/);
        await kim.shows(/Sie sind als Nächstes dran/);
        await sascha.shows(/Vor Ihnen\s+1 Person/);

        const address = await kim.evaluate(() => location.href);
        const phone = await scene.citizen();
        await phone.page.goto(address);
        await phone.shows(/B 001[^]*Sie sind als Nächstes dran/);
        await kim.shows(/Ihr Platz ist umgezogen/);
        await clerk.callNext();
        await phone.shows(/Sie sind an der Reihe/);
        assert.doesNotMatch(await kim.words(), /an der Reihe/);
        await kim.press('button', /Hier weitermachen/);
        await kim.shows(/Sie sind an der Reihe/);
        await phone.shows(/Ihr Platz ist umgezogen/);
    });
}

lobby('Chromium', ChromiumCrowd);
lobby('Firefox', FirefoxCrowd);

journey('lobby-concern', 'a concern brings its checklist, and the way to an office that is free for it', {}, async (scene) => {
    const clerk = await scene.clerk('weber');
    for (const office of [kOffice, 'Wohngeld']) await clerk.openOffice(office);
    const sascha = await scene.citizen();
    await sascha.draw(scene.town.address, kOffice, 'Sascha');
    const kim = await scene.citizen();
    await kim.page.goto(`${scene.town.address}/`);
    await kim.press('button', new RegExp(`Nummer ziehen: ${kOffice}`));
    await kim.shows(/Ihr Anliegen/);
    await kim.page.selectOption('#concern-id', { label: 'Wohngeld beantragen' });
    await kim.shows(/Bitte bereithalten:\s+Mietvertrag/);
    await kim.press('checkbox', /einverstanden/);
    await kim.press('button', /^Nummer ziehen$/);
    await kim.shows(/Ihre Nummer\s+B 002[^]*Wohngeld beantragen\s+Bitte bereithalten/);
    await clerk.shows(/Wohngeld beantragen/);
    await clerk.shows(/^0 von 2\b/m);
    await kim.press('checkbox', /Mietvertrag/);
    await clerk.shows(/^1 von 2\b/m);
    await clerk.select('B 002');
    await clerk.shows(/Unterlagen: 1 von 2\. Nicht abgehakt: Nachweise über das Einkommen/);
    await kim.reload();
    await kim.shows(/Bitte bereithalten/);
    assert.ok(await kim.page.isChecked('#checklist-0'), 'what was ticked is ticked after a reload');
    await kim.press('button', /Zu „Wohngeld“ wechseln/);
    await kim.press('button', /^Wechseln$/);
    await kim.shows(/Nummer ziehen: Wohngeld/);
    await kim.press('checkbox', /einverstanden/);
    await kim.press('button', /^Nummer ziehen$/);
    await kim.shows(/Ihre Nummer\s+W 001[^]*Sie sind als Nächstes dran/);
});
