// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// More than two people: a guest comes by a code that is read aloud, waits unseen, is let in, and all see and hear each
// other; then five. What is heard and seen is measured on every side.
import assert from 'node:assert/strict';
import { ChromiumCrowd, chromiumHearing } from '../lib/citizens.mjs';
import { kSparingMedia } from '../lib/clerk.mjs';
import { inCall, invite, knock, letIn, openGuests, useCode } from '../lib/conversation.mjs';
import { seesAndHears } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { writeSpeech } from '../lib/sound.mjs';

/** Of their own sound: all microphones that are none beep alike, and what is heard might be somebody else. */
const speaker = (scene) => chromiumHearing(writeSpeech(scene.place.file('speech.wav')));

journey('room-guest', 'a guest is heard and seen by all after the clerk\'s click, and by nobody before', { minutes: 5 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene);
    await openGuests(clerk);
    const code = await invite(clerk);
    const deniz = await knock(scene, code, 'Deniz', speaker(scene));
    await clerk.shows(/Deniz wartet auf Einlass/);
    assert.doesNotMatch(await kim.words(), /Deniz/);
    assert.doesNotMatch(await deniz.words(), /Kim|Schmidt/);
    await letIn(clerk, 'Deniz');
    await kim.shows(/Deniz/);
    await seesAndHears('the clerk', page, '#person-2');
    await seesAndHears('the citizen', kim, '#person-2');
    for (const peer of [0, 1]) await seesAndHears('the guest', deniz, `#person-${peer}`);
    await seesAndHears('the clerk', page, '#remote-video');

    // The code has opened once.
    const late = await useCode(scene, code, 'Niemand');
    await late.shows(/Dieser Code gilt nicht/);

    // A page that is loaded anew is the same guest.
    await deniz.reload();
    await seesAndHears('the clerk', page, '#person-2');
    await seesAndHears('the guest', deniz, '#person-1');

    await clerk.press('push button', '^Entfernen$');
    await deniz.shows(/Sie sind nicht mehr im Gespräch/);
    await until('the citizen alone with the clerk', async () => !/Deniz/.test(await kim.words()));
    await seesAndHears('the citizen', kim, '#remote-video');
});

journey('room-five', 'five people see and hear each other, and part together', { minutes: 8 }, async (scene) => {
    const sparing = { start: (place) => ChromiumCrowd.start(place, kSparingMedia) };
    const { clerk, page, kim } = await inCall(scene, sparing, { QTWEBENGINE_CHROMIUM_FLAGS: kSparingMedia.join(' ') });
    await openGuests(clerk);
    const guests = [];
    for (const name of ['Deniz', 'Jan', 'Mira']) {
        guests.push(await knock(scene, await invite(clerk), name, sparing));
        await letIn(clerk, name);
    }
    const everybody = [0, 1, 2, 3, 4];
    // On a small machine they are slow, all of them; that they come is what is looked at.
    const there = (who, where, peer) => seesAndHears(who, where, `#person-${peer}`, { ms: 60000, lookMs: 5000 });
    for (const peer of [2, 3, 4]) await there('the clerk', page, peer);
    for (const peer of [2, 3, 4]) await there('the citizen', kim, peer);
    for (const [i, guest] of guests.entries()) {
        for (const peer of everybody.filter((other) => other !== i + 2)) await there(`guest ${i + 2}`, guest, peer);
    }
    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
    for (const guest of guests) await guest.shows(/Das Gespräch ist beendet/);
});
