// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Lines that are not what one would wish: no UDP, a relay that is down (M-04, M-05).
import assert from 'node:assert/strict';
import { ChromiumCrowd } from '../lib/citizens.mjs';
import { seesAndHears, waysOfCall } from '../lib/measure.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

// As behind a firewall that lets no UDP out.
const kNoUdp = '--webrtc-ip-handling-policy=disable_non_proxied_udp';

const kBehindFirewall = { start: (place) => ChromiumCrowd.start(place, [kNoUdp]) };

async function ready(scene, Crowd) {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const citizen = await scene.citizen(Crowd);
    await citizen.draw(scene.town.address, kOffice, 'Kim');
    await citizen.allowDevices();
    await clerk.shows(/Kim/);
    return { clerk, citizen };
}

async function inCall(scene, Crowd) {
    const { clerk, citizen } = await ready(scene, Crowd);
    await clerk.callNext();
    await seesAndHears('the clerk', await clerk.page(), '#remote-video');
    await seesAndHears('the citizen', citizen, '#remote-video');
    return { clerk, citizen };
}

journey('no-udp', 'a citizen from whose network no UDP comes out is seen and heard', { ways: ['udp', 'tcp', 'tls'] },
    async (scene) => {
        const { citizen } = await inCall(scene, kBehindFirewall);
        const { pairs } = await citizen.evaluate(waysOfCall);
        assert.ok(pairs.length > 0);
        for (const { local, by } of pairs) assert.deepEqual({ local, by }, { local: 'relay', by: 'tcp' });
    });

journey('tcp-alone', 'both sides are relayed by TCP where the relay is named for nothing else', { ways: ['tcp'], relayOnly: true },
    async (scene) => {
        const { citizen } = await inCall(scene);
        const { pairs } = await citizen.evaluate(waysOfCall);
        assert.ok(pairs.length > 0);
        for (const { local, remote, by } of pairs) assert.deepEqual({ local, remote, by }, { local: 'relay', remote: 'relay', by: 'tcp' });
    });

journey('relay-down', 'where the relay is down, those who reach each other directly are seen and heard', {}, async (scene) => {
    await scene.turn.program.kill();
    const { citizen } = await inCall(scene);
    const { pairs } = await citizen.evaluate(waysOfCall);
    for (const { local } of pairs) assert.notEqual(local, 'relay');
});

journey('nothing-but-a-dead-relay', 'where all goes over a relay that is down, both read so', { relayOnly: true },
    async (scene) => {
        const { clerk, citizen } = await ready(scene);
        await scene.turn.program.kill();
        await clerk.callNext();
        await citizen.shows(/Bild und Ton kommen nicht zustande/, 30000);
        await clerk.shows(/Weder Bild noch Ton/, 30000);
        assert.match(await citizen.words(), /Schreiben Sie/);
        await clerk.shows(/Rückrufnummer/);
    });
