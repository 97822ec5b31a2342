// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// An identity document is looked at by eye: asked for step by step, frozen, turned and recorded, by the clerk's keyboard
// alone; a reload is asked again, and whoever would rather not says so. Of the picture nothing is left anywhere.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { inCall } from '../lib/conversation.mjs';
import { seesAndHears } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';

const kLook = 'ctrl+i';
const kRecord = /Sichtprüfung durch Frau Schmidt, Vertrauensniveau: nicht bewertet/;

/** Runs in the call page: the tools, which of them has the focus, and the still. */
function lookInPage() {
    const host = document.querySelector('#inspection');
    const canvas = host.querySelector('canvas');
    return {
        open: !host.hidden,
        pressed: host.querySelector('[aria-pressed="true"]')?.textContent,
        focus: document.activeElement?.textContent,
        still: canvas !== null && !canvas.parentElement.hidden,
        width: canvas?.width ?? 0,
        height: canvas?.height ?? 0,
        zoom: canvas?.dataset.zoom,
    };
}
const inPage = (page, what, wanted) => until(`${what} at the clerk`, async () => {
    const seen = await page.evaluate(lookInPage);
    return wanted(seen) ? seen : undefined;
}, 10000, 50);

/** The place in the citizen's page; what a screen reader was told stays a while longer. */
const isAsked = (kim, wanted) => until(`the citizen is ${wanted ? '' : 'not '}asked`,
    () => kim.evaluate((on) => (document.querySelector('.asked') !== null) === on, wanted), 10000, 50);

/** By keyboard: to the button of this name, and pressed. */
async function pressByKey(clerk, page, name) {
    for (let steps = 0; steps < 14; steps += 1) {
        const { focus } = await page.evaluate(lookInPage);
        if (focus === name) return clerk.key('space');
        await clerk.key('Tab');
        // A key on its way would go on from where the next one is meant for.
        await inPage(page, 'the next button', (seen) => seen.focus !== focus);
    }
    return assert.fail(`no way to ${name} by the keyboard`);
}

/** Every file beneath a folder that looks like a picture by its first bytes. */
function picturesIn(folder) {
    const heads = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x52, 0x49, 0x46, 0x46]];
    return readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name)).filter((file) => {
        if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false;
        const bytes = readFileSync(file).subarray(0, 4);
        return heads.some((head) => head.every((byte, i) => bytes[i] === byte));
    });
}

journey('sight', 'an identity document is looked at by eye, recorded in one sentence, and no picture of it is kept', { minutes: 5 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene);
    const before = picturesIn(scene.place.file('.')).length;

    await clerk.key(kLook);
    await kim.shows(/halten Sie die Vorderseite Ihres Ausweises in den Rahmen/);
    await kim.shows(/Frau Schmidt sieht sich den Ausweis nur an. Das Bild wird nicht gespeichert./);
    await inPage(page, 'the first step', ({ open, pressed, focus }) => open && pressed === 'Vorderseite' && focus === 'Vorderseite');
    const own = await kim.evaluate(() => getComputedStyle(document.querySelector('#asked-video')).transform);
    assert.equal(own, 'none', 'as it is, not mirrored');
    await kim.screenshot(scene.place.file('asked.png'));

    // Step by step, over a reload.
    await pressByKey(clerk, page, 'Rückseite');
    await kim.shows(/drehen Sie Ihren Ausweis um/);
    await kim.reload();
    await kim.shows(/drehen Sie Ihren Ausweis um/, 20000);
    await seesAndHears('the clerk', page, '#remote-video');
    await pressByKey(clerk, page, 'Kippen');
    await kim.shows(/kippen Sie Ihren Ausweis/);

    // The still stands, is turned and enlarged, and goes.
    await pressByKey(clerk, page, 'Standbild');
    const still = await inPage(page, 'a still', (seen) => seen.still && seen.width > seen.height);
    await pressByKey(clerk, page, 'Größer');
    await inPage(page, 'a larger still', ({ zoom }) => zoom === '150');
    await pressByKey(clerk, page, 'Drehen');
    await inPage(page, 'a still that was turned', ({ width, height }) => width === still.height && height === still.width);
    await clerk.key('Escape');
    await inPage(page, 'the live picture', ({ open, still: frozen }) => open && !frozen);

    // On hold it is dropped, and asked no more.
    await pressByKey(clerk, page, 'Standbild');
    await inPage(page, 'a still', (seen) => seen.still);
    await clerk.key('ctrl+h');
    await inPage(page, 'nothing on hold', ({ open, width }) => !open && width === 0);
    await clerk.key('ctrl+h');
    await clerk.shows(/Im Gespräch/);
    await isAsked(kim, false);

    // Seen: one sentence, and the citizen is asked no more.
    await clerk.key(kLook);
    await isAsked(kim, true);
    await kim.shows(/Vorderseite Ihres Ausweises/);
    await inPage(page, 'the tools', ({ open }) => open);
    await pressByKey(clerk, page, 'Gesehen');
    await clerk.shows(kRecord);
    await inPage(page, 'nothing any more', ({ open }) => !open);
    await isAsked(kim, false);

    // What the journey has photographed itself is not counted.
    assert.equal(picturesIn(scene.place.file('.')).length, before + 1, 'no picture is on any disk');
});

journey('sight-declined', 'whoever would rather not show it says so, in Firefox too', { minutes: 4 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene, FirefoxCrowd);
    await clerk.key(kLook);
    await isAsked(kim, true);
    await kim.shows(/Vorderseite Ihres Ausweises/);
    await kim.press('button', /^Das möchte ich nicht$/);
    await clerk.shows(/möchte keinen Ausweis zeigen/);
    await inPage(page, 'nothing any more', ({ open }) => !open);
    await isAsked(kim, false);
    assert.doesNotMatch((await clerk.words()).toString(), kRecord);

    // The same key gives it up.
    await clerk.key(kLook);
    await isAsked(kim, true);
    await kim.shows(/Vorderseite Ihres Ausweises/);
    await clerk.key(kLook);
    await isAsked(kim, false);
});
