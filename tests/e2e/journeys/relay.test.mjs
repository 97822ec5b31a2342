// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Relay only: the call works through coturn, and neither side is told an address of the other (M-10).
import assert from 'node:assert/strict';
import { seesAndHears, waysOfCall } from '../lib/measure.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const kNobody = ['0.0.0.0', '::', undefined];

async function call(scene) {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const citizen = await scene.citizen();
    await citizen.draw(scene.town.address, kOffice, 'Kim');
    await citizen.allowDevices();
    await clerk.shows(/Kim/);
    await clerk.callNext();
    await seesAndHears('the clerk', await clerk.page(), '#remote-video');
    await seesAndHears('the citizen', citizen, '#remote-video');
    return citizen.evaluate(waysOfCall);
}

journey('relay-only', 'relay only: seen and heard through the relay, no address of anybody told', { relayOnly: true },
    async (scene) => {
        const { told, pairs } = await call(scene);
        for (const side of ['local', 'remote']) {
            assert.ok(told.some((one) => one.side === side), `the ${side} side told no candidate at all`);
        }
        for (const { side, kind, address, related } of told) {
            assert.equal(kind, 'relay', `${side} ${kind}`);
            assert.equal(address, '127.0.0.1', 'the relay is on this machine');
            assert.ok(kNobody.includes(related), `${side} told what is behind the relay`);
        }
        assert.ok(pairs.length > 0);
        for (const pair of pairs) assert.equal(pair.local, 'relay');
    });

journey('direct', 'without relay only, the clerk tells no address of the inner network', {}, async (scene) => {
    const { told, pairs } = await call(scene);
    assert.ok(told.some(({ side, kind }) => side === 'local' && kind === 'host'), 'the instrument sees addresses');
    for (const { side, kind } of told) assert.ok(side === 'local' || kind !== 'host', 'the clerk told an inner address');
    assert.ok(pairs.length > 0);
});
