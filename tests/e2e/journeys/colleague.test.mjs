// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A colleague of another office is rung from the keyboard, consulted unheard by the citizen, taken in, seen and heard by
// all, and leaves; declined and stopped rings leave nothing behind.
import assert from 'node:assert/strict';
import { inCall, openGuests } from '../lib/conversation.mjs';
import { seesAndHears, seesOrHearsNothing } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';

const kRing = 'ctrl+l';
const kAccept = 'F11';
const kDecline = 'shift+F11';
const kLeave = 'ctrl+shift+l';

async function besideAColleague(scene) {
    const weber = await scene.clerk('weber');
    await weber.openOffice('Wohngeld');
    const { clerk: schmidt, page, kim } = await inCall(scene);
    await openGuests(schmidt);
    return { schmidt, weber, kim, page };
}

async function ring(schmidt, how) {
    await schmidt.key(kRing);
    await schmidt.shows(/Frau Weber/);
    await schmidt.fill('Suche nach Name oder Büro:', 'weber', 'Kollegen anrufen');
    await schmidt.press('push button', `^${how}$`);
}

journey('colleague', 'a colleague is consulted in silence, taken in and seen and heard by all, and leaves', { minutes: 6 }, async (scene) => {
    const { schmidt, weber, kim, page } = await besideAColleague(scene);
    await ring(schmidt, 'Rücksprache');
    await weber.shows(/Frau Schmidt .*bittet Sie um Rücksprache zu B 001/);
    assert.doesNotMatch(await weber.words(), /Kim/);
    assert.doesNotMatch(await kim.words(), /Weber/);
    await weber.key(kAccept);
    await weber.shows(/Nur Sie beide hören und sehen sich/);
    await kim.shows(/bespricht sich kurz/);
    const colleague = await weber.page();
    await seesAndHears('the clerk', page, '#person-2');
    await seesAndHears('the colleague', colleague, '#person-0');
    assert.doesNotMatch(await kim.words(), /Weber/);
    assert.equal(await kim.evaluate(() => document.querySelector('#person-2')), null);
    assert.equal(await colleague.evaluate(() => document.querySelector('#person-1') === null, ''), true);
    await seesOrHearsNothing('the citizen', kim, '#remote-video', { picture: false });

    await schmidt.press('push button', '^Dazuholen$');
    await kim.shows(/Frau Weber/);
    await kim.shows(/Wohngeld/);
    await seesAndHears('the citizen', kim, '#person-2');
    for (const peer of [0, 1]) await seesAndHears('the colleague', colleague, `#person-${peer}`);
    await kim.shows(/Sie werden wieder gehört/);
    await seesAndHears('the citizen', kim, '#remote-video');
    await until('no word of it any more', async () => !/bespricht sich kurz/.test(await kim.words()));

    await weber.key(kLeave);
    await until('the citizen alone with the clerk', async () => !/Weber/.test(await kim.words()));
    await seesAndHears('the citizen', kim, '#remote-video');
});

journey('colleague-rings', 'declined, stopped and hung up: nobody is there unseen, and the visit goes on', { minutes: 5 }, async (scene) => {
    const { schmidt, weber, kim, page } = await besideAColleague(scene);
    await ring(schmidt, 'Direkt dazuholen');
    await weber.shows(/bittet Sie in das Gespräch mit B 001/);
    await weber.key(kDecline);
    await schmidt.shows(/Frau Weber kann gerade nicht/);
    await ring(schmidt, 'Rücksprache');
    await weber.shows(/bittet Sie um Rücksprache/);
    await schmidt.press('push button', '^Anruf beenden$');
    await weber.shows(/ruft nicht mehr an/);
    await ring(schmidt, 'Rücksprache');
    await weber.shows(/bittet Sie um Rücksprache/);
    await weber.key(kAccept);
    await kim.shows(/bespricht sich kurz/);
    await schmidt.press('push button', '^Auflegen$');
    await weber.shows(/Das Gespräch mit Ihnen wurde beendet/);
    await until('the citizen with the clerk again', async () => !/bespricht sich kurz/.test(await kim.words()));
    assert.doesNotMatch(await kim.words(), /Weber/);
    await seesAndHears('the citizen', kim, '#remote-video');
    await seesAndHears('the clerk', page, '#remote-video');
});
