// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's network changes in the middle of a call (M-06).
import assert from 'node:assert/strict';
import { ChromiumCrowd } from '../lib/citizens.mjs';
import { addressesInUse, longestGap, seesAndHears, startGapWatch } from '../lib/measure.mjs';
import { mayHaveNetworks, Network } from '../lib/network.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

/** A citizen in a network of its own, in a call with a clerk on this machine. */
async function inCall(scene) {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const executablePath = scene.network.wrapper(scene.place.file('chromium'), '/usr/bin/chromium');
    const flags = [`--unsafely-treat-insecure-origin-as-secure=${scene.network.address}`];
    const citizen = await scene.citizen({ start: (place) => ChromiumCrowd.start(place, flags, executablePath) });
    await citizen.draw(scene.network.address, kOffice, 'Kim');
    await citizen.allowDevices();
    await clerk.shows(/Kim/);
    await clerk.callNext();
    const page = await clerk.page();
    await seesAndHears('the clerk', page, '#remote-video');
    await seesAndHears('the citizen', citizen, '#remote-video');
    return { citizen, page };
}

const options = { network: Network, skip: mayHaveNetworks() ? false : 'this machine has no network namespaces' };

journey('other-network', 'where the citizen comes into another network, both see each other again by themselves', options,
    async (scene) => {
        const { citizen, page } = await inCall(scene);
        for (const one of [citizen, page]) await one.evaluate(startGapWatch, '#remote-video');
        const { number } = citizen;
        // Which of the two lines the call took is for the browser to choose.
        const addresses = await citizen.evaluate(addressesInUse);
        const line = addresses.map((address) => scene.network.lineAt(address)).find((one) => one !== undefined);
        assert.ok(line !== undefined, `no line at ${addresses.join(', ')}`);
        scene.network.cut(line);
        await new Promise((resolve) => setTimeout(resolve, 12000));
        await seesAndHears('the clerk', page, '#remote-video', { sound: false });
        await seesAndHears('the citizen', citizen, '#remote-video', { sound: false });
        const gaps = [await citizen.evaluate(longestGap), await page.evaluate(longestGap)];
        // How long exactly is said, not judged: a busy machine takes its time. One direction may go on over the other line.
        console.log(`# without a picture: the citizen ${Math.round(gaps[0])} ms, the clerk ${Math.round(gaps[1])} ms`);
        assert.ok(Math.max(...gaps) > 300, 'nobody saw a gap: nothing was cut');
        assert.doesNotMatch(await citizen.words(), /Jetzt beitreten/, 'no new admission');
        assert.equal(citizen.number, number);
    });
