// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Somebody in between, and media that are no media (M-11, M-12).
import assert from 'node:assert/strict';
import { exchangeFingerprint, noiseAt, sendGarbageOnDemand, udpPortsOf } from '../lib/hostile.mjs';
import { seesAndHears, watchVideo } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

async function called(scene, prepare) {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const citizen = await scene.citizen();
    const prepared = await prepare(citizen);
    await citizen.draw(scene.town.address, kOffice, 'Kim');
    await citizen.allowDevices();
    await clerk.shows(/Kim/);
    await clerk.callNext();
    return { clerk, citizen, page: await clerk.page(), prepared };
}

journey('fingerprint', 'where the fingerprint was exchanged on the way, nobody sees or hears anybody', {}, async (scene) => {
    const { clerk, citizen, page, prepared: exchanged } = await called(scene, exchangeFingerprint);
    await clerk.shows(/Weder Bild noch Ton/, 30000);
    await citizen.shows(/Bild und Ton kommen nicht zustande/, 30000);
    assert.ok(exchanged() > 0, 'the instrument works');
    for (const [who, place] of [['the clerk', page], ['the citizen', citizen]]) {
        const seen = await place.evaluate(watchVideo, '#remote-video', 1500);
        assert.ok(!seen.there || (seen.frames === 0 && !seen.heard), `${who}: ${JSON.stringify(seen)}`);
    }
    const received = await citizen.evaluate(async () => {
        const all = await Promise.all(globalThis.rememberedCall.connections.map((one) => one.getStats()));
        return all.flatMap((stats) => [...stats.values()]).filter(({ type }) => type === 'inbound-rtp')
            .reduce((sum, { packetsReceived }) => sum + packetsReceived, 0);
    });
    assert.equal(received, 0);
});

journey('garbage', 'noise in the place of picture and sound, and at the door, harms neither app nor call', {}, async (scene) => {
    const { clerk, citizen, page } = await called(scene, (one) => one.page.addInitScript(sendGarbageOnDemand));
    await seesAndHears('the clerk', page, '#remote-video');
    await citizen.evaluate(() => {
        globalThis.garbage = true;
    });
    await until('the picture to stand still', async () => (await page.evaluate(watchVideo, '#remote-video', 1500)).pictures <= 1, 20000);
    await until('a good deal of noise', () => citizen.evaluate(() => globalThis.spoiled > 100));
    await citizen.evaluate(() => {
        globalThis.garbage = false;
    });
    await seesAndHears('the clerk, after the noise', page, '#remote-video');

    const ports = udpPortsOf(clerk.pid);
    assert.ok(ports.length > 0, 'the instrument finds the doors');
    await noiseAt(ports, 200);
    await seesAndHears('the clerk, behind the door', page, '#remote-video');
    await seesAndHears('the citizen', citizen, '#remote-video');
    await clerk.shows(/Im Gespräch/);
});
