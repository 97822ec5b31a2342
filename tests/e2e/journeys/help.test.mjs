// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Who helps in a conversation: an interpreter from the town's list, whose signs are large for the citizen, and somebody
// who waits and is brought in. What is heard and seen is measured on every side.
import assert from 'node:assert/strict';
import { codeOf, inCall, listInterpreter, openGuests, useCode } from '../lib/conversation.mjs';
import { seesAndHears } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const widthOf = (page, selector) =>
    page.evaluate((wanted) => document.querySelector(wanted)?.getBoundingClientRect().width ?? 0, selector);

journey('interpreter', 'an interpreter is found by language, comes in, and is large for whoever needs the signs', { minutes: 5 }, async (scene) => {
    await listInterpreter(scene);
    const { clerk, page, kim } = await inCall(scene);
    await openGuests(clerk);
    await clerk.press('push button', '^Dolmetschen …$');
    // The citizen's page is in German, which nobody interprets: all are listed, for the first of their languages.
    await clerk.shows(/Gebärdendienst \(Deutsche Gebärdensprache, Türkisch\): jetzt erreichbar/);
    await clerk.shows(/0941 1234/);
    await clerk.press('push button', '^Code erstellen$');
    const elif = await useCode(scene, await codeOf(clerk), 'Elif Demir');
    await clerk.shows(/Elif Demir, dolmetscht Deutsche Gebärdensprache: wartet auf Einlass/);
    await elif.allowDevices();
    await clerk.press('push button', '^Einlassen$');
    await kim.shows(/Dolmetscht .*Gebärdensprache/);
    await seesAndHears('the clerk', page, '#person-2');
    await seesAndHears('the citizen', kim, '#person-2');
    for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
        await kim.page.setViewportSize(viewport);
        await until('signs larger than the clerk', async () =>
            (await widthOf(kim.page, '.person--signs')) > 1.5 * (await widthOf(kim.page, '.clerk')));
    }
});

journey('family', 'somebody who waits is asked, comes in, and waits no more; somebody else goes on waiting', { minutes: 5 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene);
    const alex = await scene.citizen();
    await alex.draw(scene.town.address, kOffice, 'Alex');
    await alex.allowDevices();
    await clerk.shows(/Alex/);
    await openGuests(clerk);
    const ask = async () => {
        await clerk.press('button menu', '^Aus dem Wartebereich dazuholen$');
        // The menu is a window of its own, and Alex the only one in it.
        await clerk.key('Down');
        await clerk.key('Return');
        await alex.shows(/Sie werden in das Gespräch von [A-Z] \d{3} geholt/);
    };
    await ask();
    await alex.press('button', /^Weiter warten$/);
    await clerk.shows(/Alex kommt nicht dazu und wartet weiter/);
    await ask();
    await alex.reload();
    await alex.shows(/endet Ihr eigenes Warten/);
    await alex.press('button', /^Dazukommen$/);
    await clerk.shows(/Alex: im Gespräch/);
    await seesAndHears('the clerk', page, '#person-3');
    await seesAndHears('the citizen', kim, '#person-3');
    await seesAndHears('who came in', alex, '#person-1');
    assert.doesNotMatch(await alex.words(), /Ihre Nummer/);
});
