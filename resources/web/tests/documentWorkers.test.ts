// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// No document waits for the thread that reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Workers } from '../src/document/worker.js';
import { FakeTimers } from './fakeTime.js';

function started(timers = new FakeTimers()) {
    const made: Worker[] = [];
    const workers = new Workers(
        () => {
            const worker = { name: `${made.length}` } as unknown as Worker;
            made.push(worker);
            return Promise.resolve(worker);
        },
        timers.setTimer,
    );
    return { made, workers, timers };
}

test('one that was started ahead is taken, and the next is started a while later', async () => {
    const { made, workers, timers } = started();
    workers.warm();
    workers.warm();
    assert.equal(made.length, 1);
    assert.equal(await workers.take(), made[0]);
    assert.equal(made.length, 1);
    await timers.pass(3000);
    assert.equal(made.length, 2);
    assert.equal(await workers.take(), made[1]);
});

test('where none was started ahead, one is started now', async () => {
    const { made, workers } = started();
    assert.equal(await workers.take(), made[0]);
});

test('one that cannot be started is tried again', async () => {
    let tries = 0;
    const workers = new Workers(
        () => {
            tries += 1;
            return tries === 1 ? Promise.reject(new Error('no line')) : Promise.resolve({} as Worker);
        },
        () => undefined,
    );
    workers.warm();
    await new Promise((resolve) => setImmediate(resolve));
    await workers.take();
    assert.equal(tries, 2);
});
