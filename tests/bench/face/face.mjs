// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import { ChromiumCrowd } from '../../e2e/lib/citizens.mjs';
import { until } from '../../e2e/lib/processes.mjs';
import { openScene } from '../../e2e/lib/scene.mjs';
import { kOffice } from '../../e2e/lib/town.mjs';
import { referenceRounds, since } from './reference.mjs';

const kRounds = Number(process.env.SPRECHTAG_FACE_ROUNDS ?? 20);
const kBlock = 5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in a page: notes when the next first picture of the other side was decoded, and when it was on the screen. */
function awaitPicture() {
    globalThis.firstPicture = undefined;
    const attach = () => {
        const video = document.querySelector('#remote-video');
        if (!video) return setTimeout(attach, 2);
        return video.requestVideoFrameCallback((_, { receiveTime, processingDuration }) => {
            const decoded = performance.timeOrigin + receiveTime + processingDuration * 1000;
            globalThis.firstPicture = { frame: Date.now(), decoded };
        });
    };
    attach();
}

const pictureOf = (who, page) => until(`the first picture for ${who}`, () => page.evaluate(() => globalThis.firstPicture));

async function round(scene, clerk, citizen) {
    await citizen.draw(scene.town.address, kOffice, 'Kim');
    await citizen.allowDevices();
    // The standing offer takes its time to gather; who waits a minute has one, and so has who is measured here.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const page = await clerk.page();
    await page.evaluate(awaitPicture);
    await citizen.evaluate(awaitPicture);
    // The key, not the accessibility service: Qt lets a button that is pressed through that look pressed for 100 ms first.
    const at = await clerk.callNext();
    const [seenByClerk, seenByCitizen] = [await pictureOf('the clerk', page), await pictureOf('the citizen', citizen)];
    await clerk.key('ctrl+e');
    await citizen.shows(/Ihr Besuch ist beendet/);
    await citizen.press('button', /Zur Übersicht/);
    return { clerk: since(at, seenByClerk), citizen: since(at, seenByCitizen) };
}

const scene = await openScene('bench-face');
try {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const citizen = await scene.citizen(ChromiumCrowd);
    // The first visit warms both sides up, as the first of a day does.
    await round(scene, clerk, citizen);
    // In turns, so that whatever else the machine does slows both down alike.
    const [rounds, reference] = [[], []];
    for (let left = kRounds; left > 0; left -= kBlock) {
        const block = Math.min(kBlock, left);
        for (let i = 0; i < block; i += 1) rounds.push(await round(scene, clerk, citizen));
        reference.push(...await referenceRounds(block));
    }
    for (const what of ['frame', 'decoded']) {
        for (const side of ['clerk', 'citizen']) {
            const value = Math.round(median(rounds.map((one) => one[side][what])));
            const of = Math.round(median(reference.map((one) => one[side][what])));
            console.log(JSON.stringify({
                bench: 'face', metric: `first_${what}_${side}`, value, unit: 'ms', reference: of,
                ratio: Number((value / of).toFixed(2)),
            }));
        }
    }
    await scene.close();
    scene.place.clear();
} finally {
    await scene.close();
}
process.exit(0);
