// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of a line that breaks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configure, ice, inCall, warmed } from './clerkKit.js';
import { settle } from './fakeTime.js';

test('a failed line restarts with the credentials of today, and asks for a new one when that does not help', async () => {
    const world = await inCall();
    await world.obey({ ...configure, ice: ice('fresh') });
    const connection = world.connections[0];
    connection?.become('failed');
    await settle();
    assert.equal(connection?.restarts, 1);
    assert.equal(connection?.configuration.iceServers?.[0]?.username, 'fresh');
    await world.timers.pass(6000);
    assert.deepEqual(world.of('call.signal').at(-1)?.signal, { restart: {} });
});

test('both are told of a lost line: connecting, there, interrupted, and after a minute that it does not come', async () => {
    const world = await inCall();
    world.connection.become('failed');
    assert.deepEqual(world.view?.outage, { kind: 'restoring', seconds: 60 });
    for (let second = 0; second < 60; second += 1) await world.timers.pass(1000);
    assert.deepEqual(world.view?.outage, { kind: 'unreachable' });
    world.connection.become('connected');
    assert.deepEqual(world.of('call.connection').map(({ state }) => state),
        ['connecting', 'connected', 'interrupted', 'failed', 'connected']);
});

test('where the network changes in a call, the line restarts at once', async () => {
    const world = await inCall();
    world.call.networkChanged();
    await settle();
    assert.equal(world.connection.restarts, 1);
});

test('without a call, another network means nothing', async () => {
    const world = await warmed();
    world.call.networkChanged();
    assert.equal(world.connection.restarts, 0);
});

test('a line that comes back asks for nothing', async () => {
    const world = await inCall();
    world.connection.become('failed');
    world.connection.become('connected');
    await settle();
    await world.timers.pass(6000);
    assert.ok(!world.of('call.signal').some(({ signal }) => 'restart' in signal));
});
