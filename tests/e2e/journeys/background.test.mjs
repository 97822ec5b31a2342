// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is behind the clerk: blurred, or the authority's picture, as the citizen sees it.
import assert from 'node:assert/strict';
import { chooseBackground, layDownPicture, lookOf } from '../lib/background.mjs';
import { seesAndHears } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const isRed = ({ mean: [r, g, b] }) => r > 120 && r > 2 * g && r > 2 * b;

journey('background', 'the citizen sees the background that the clerk chooses, and the room again when it is taken away', {},
    async (scene) => {
        const clerk = await scene.clerk('schmidt', await layDownPicture(scene));
        await clerk.openOffice(kOffice);
        const citizen = await scene.citizen();
        await citizen.draw(scene.town.address, kOffice, 'Kim');
        await citizen.allowDevices();
        await clerk.shows(/Kim/);
        await clerk.callNext();
        await seesAndHears('the clerk', await clerk.page(), '#remote-video');
        await seesAndHears('the citizen', citizen, '#remote-video');
        const look = () => citizen.evaluate(lookOf, '#remote-video');
        const described = () => citizen.evaluate(() => globalThis.rememberedCall.descriptions.length);
        const before = await look();
        const words = await described();
        assert.ok(before.sharpness > 1 && !isRed(before), JSON.stringify(before));

        await chooseBackground(clerk, 2);
        await until('the picture of the authority', async () => isRed(await look()), 15000, 200);
        await seesAndHears('the citizen', citizen, '#remote-video');

        await chooseBackground(clerk, 3);
        const blurred = await until('a blurred room', async () => {
            const now = await look();
            return !isRed(now) && now.sharpness < before.sharpness * 0.7 && now;
        }, 15000, 200);
        assert.ok(blurred.sharpness > 0);

        await chooseBackground(clerk, 4);
        await until('the room as it is', async () => {
            const now = await look();
            return !isRed(now) && now.sharpness > before.sharpness * 0.85;
        }, 15000, 200);
        assert.equal(await described(), words, 'no background needs a negotiation');
    });
