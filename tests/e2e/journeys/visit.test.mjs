// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The main job: open an office, draw, wait with two more people, call, see and hear each other, share, finish, next;
// and the first person once more, in the same tab.
import assert from 'node:assert/strict';
import { ChromiumCrowd, FirefoxCrowd } from '../lib/citizens.mjs';
import { seesAndHears } from '../lib/measure.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

function visit(browser, Crowd) {
    journey(`visit-${browser}`, `a whole visit with ${browser}, from the number to the next person`, {}, async (scene) => {
        const clerk = await scene.clerk();
        const window = await clerk.window();
        await clerk.openOffice(kOffice);
        await clerk.shows(/Geöffnet|frei/);

        const kim = await scene.citizen(Crowd);
        const numbers = [await kim.draw(scene.town.address, kOffice, 'Kim')];
        await kim.allowDevices();
        const others = [await scene.citizen(), await scene.citizen()];
        for (const other of others) numbers.push(await other.draw(scene.town.address, kOffice));
        assert.deepEqual(numbers, ['B 001', 'B 002', 'B 003']);
        await kim.shows(/Sie sind als Nächstes dran/);
        await others[0].shows(/Vor Ihnen\s+1 Person/);
        await others[1].shows(/Vor Ihnen\s+2 Personen/);
        await clerk.shows(/\b3\b.*wart/i);
        await clerk.shows(/Kim/);

        await clerk.callNext();
        const page = await clerk.page();
        assert.equal(await clerk.window(), window, 'the picture comes into the window that is there');
        await seesAndHears('the clerk', page, '#remote-video');
        await seesAndHears('the citizen', kim, '#remote-video');
        await others[0].shows(/Sie sind als Nächstes dran/);

        await clerk.key('ctrl+shift+s');
        await seesAndHears('the citizen', kim, '#remote-screen', { sound: false });
        await clerk.key('ctrl+shift+s');

        await clerk.key('ctrl+e');
        await kim.shows(/Ihr Besuch ist beendet/);
        await kim.press('button', /Zur Übersicht der Büros/);
        await kim.shows(/Wartende\s+2 Personen/);
        await clerk.callNext();
        await others[0].shows(/Sie sind an der Reihe/);
        await others[0].press('button', /Jetzt beitreten/);
        await seesAndHears('the clerk', page, '#remote-video');
        await seesAndHears('the next person', others[0], '#remote-video');

        // In the tab of the first visit, while the overview goes on.
        await kim.shows(/Wartende\s+1 Person\b/);
        await others[1].press('button', /Wartebereich verlassen/);
        await others[1].press('button', /^Verlassen$/);
        await others[1].shows(/Ihre Nummer ist zurückgegeben/);
        assert.equal(await kim.drawHere(kOffice, 'Kim'), 'B 004');
        await kim.allowDevices();
        await clerk.key('ctrl+e');
        await others[0].shows(/Ihr Besuch ist beendet/);
        await clerk.callNext();
        await seesAndHears('the clerk again', page, '#remote-video');
        await seesAndHears('the citizen again', kim, '#remote-video');
    });
}

visit('Chromium', ChromiumCrowd);
visit('Firefox', FirefoxCrowd);
