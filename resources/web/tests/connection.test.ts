// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The line to the server, with a made-up socket and a made-up clock.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Connection } from '../src/connection/connection.js';
import type { Answer, LineState, Socket } from '../src/connection/connection.js';
import type { ToClient, ToServer } from '../src/protocol/messages.js';

class FakeSocket implements Socket {
    onopen: (() => void) | null = null;
    onmessage: ((frame: string) => void) | null = null;
    onclose: (() => void) | null = null;
    readonly sent: ToServer[] = [];
    closed = false;

    send(frame: string): void {
        assert.ok(!this.closed, 'nothing is sent on a closed socket');
        this.sent.push(JSON.parse(frame) as ToServer);
    }
    close(): void {
        this.closed = true;
    }
    say(message: object): void {
        this.onmessage?.(JSON.stringify(message));
    }
    ids(): string[] {
        return this.sent.flatMap((message) => ('id' in message ? [message.id] : []));
    }
}

class World {
    readonly sockets: FakeSocket[] = [];
    readonly received: ToClient[] = [];
    readonly states: LineState[] = [];
    randomValue = 0.5;
    #now = 0;
    #ids = 0;
    #timers: { at: number; action: () => void }[] = [];
    readonly connection = new Connection(
        {
            openSocket: () => {
                this.sockets.push(new FakeSocket());
                return this.socket;
            },
            newId: () => `id${++this.#ids}`,
            random: () => this.randomValue,
            setTimer: (ms, action) => {
                const timer = { at: this.#now + ms, action };
                this.#timers.push(timer);
                return () => {
                    this.#timers = this.#timers.filter((other) => other !== timer);
                };
            },
        },
        {
            hello: () => ({ type: 'hello', protocol: [1], client: 'test', features: [], lang: 'de' }),
            received: (message) => this.received.push(message),
            lineChanged: (state) => this.states.push(state),
        },
    );

    get socket(): FakeSocket {
        const last = this.sockets.at(-1);
        assert.ok(last !== undefined, 'a socket was opened');
        return last;
    }

    pass(ms: number): void {
        const until = this.#now + ms;
        for (;;) {
            const next = this.#timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
            if (next === undefined) break;
            this.#now = next.at;
            this.#timers = this.#timers.filter((timer) => timer !== next);
            next.action();
        }
        this.#now = until;
    }

    open(): void {
        this.socket.onopen?.();
        this.socket.say({
            type: 'welcome',
            protocol: 1,
            server_time: '2026-03-02T08:00:00.000Z',
            authority: 'A',
            consent_version: '1',
            limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
        });
    }
}

function online(): World {
    const world = new World();
    world.connection.start();
    world.open();
    return world;
}

test('says hello first, and is online after the welcome', () => {
    const world = online();
    assert.equal(world.socket.sent[0]?.type, 'hello');
    assert.deepEqual(world.states, ['connecting', 'online']);
});

test('repeats an unanswered command with the same id after a lost line, and only that one', async () => {
    const world = online();
    const first = world.connection.command({ type: 'ticket.leave' });
    const second = world.connection.command({ type: 'call.prepare' });
    world.socket.say({ type: 'done', re: 'id1' });
    assert.equal((await first).ok, true);
    world.socket.onclose?.();
    world.pass(1000);
    world.open();
    assert.deepEqual(world.socket.ids(), ['id2']);
    world.socket.say({ type: 'error', re: 'id2', code: 'not_yet' });
    assert.deepEqual(await second, { ok: false, code: 'not_yet' } satisfies Answer);
});

test('what is said now or not at all is not repeated over another line', async () => {
    const world = new World();
    assert.deepEqual(await world.connection.commandNow({ type: 'ticket.leave' }), { ok: false, code: 'given_up' } satisfies Answer);
    world.connection.start();
    world.open();
    const answer = world.connection.commandNow({ type: 'ticket.leave' });
    world.socket.onclose?.();
    assert.deepEqual(await answer, { ok: false, code: 'given_up' } satisfies Answer);
    world.pass(1000);
    world.open();
    assert.deepEqual(world.socket.ids(), []);
});

test('a command said before the welcome waits for it', () => {
    const world = new World();
    world.connection.start();
    void world.connection.command({ type: 'ticket.leave' });
    world.socket.onopen?.();
    assert.deepEqual(world.socket.ids(), []);
    world.open();
    assert.deepEqual(world.socket.ids(), ['id1']);
});

test('a notice is not kept for later', () => {
    const world = online();
    world.socket.onclose?.();
    assert.equal(world.connection.notify({ type: 'overview.watch' }), false);
    world.pass(1000);
    world.open();
    assert.deepEqual(
        world.socket.sent.map((message) => message.type),
        ['hello'].concat(world.socket.sent.slice(1).map((message) => message.type)),
    );
    assert.ok(!world.socket.sent.some((message) => message.type === 'overview.watch'));
});

test('waits longer after each failure, at most 15 seconds, and starts short again after a welcome', () => {
    const world = online();
    world.randomValue = 1;
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure += 1) {
        world.socket.onclose?.();
        const before = world.sockets.length;
        let waited = 0;
        while (world.sockets.length === before && waited < 60_000) {
            world.pass(100);
            waited += 100;
        }
        waits.push(waited);
    }
    assert.deepEqual(waits, [400, 800, 1600, 3200, 6400, 12_800, 15_000, 15_000, 15_000]);
    world.open();
    world.socket.onclose?.();
    const before = world.sockets.length;
    world.pass(400);
    assert.equal(world.sockets.length, before + 1);
});

test('a socket that opens but is never welcomed is given up', () => {
    const world = new World();
    world.connection.start();
    world.socket.onopen?.();
    const silent = world.socket;
    world.pass(10_000);
    assert.ok(silent.closed);
    world.pass(1000);
    assert.equal(world.sockets.length, 2);
});

test('goodbye retry waits as long as asked, plus up to as much again', () => {
    const world = online();
    world.randomValue = 0.5;
    world.socket.say({ type: 'goodbye', reason: 'restart', action: 'retry', after_s: 2 });
    world.pass(2999);
    assert.equal(world.sockets.length, 1);
    world.pass(1);
    assert.equal(world.sockets.length, 2);
});

test('goodbye resume connects at once', () => {
    const world = online();
    world.socket.say({ type: 'goodbye', reason: 'moved', action: 'resume' });
    world.pass(0);
    assert.equal(world.sockets.length, 2);
});

test('goodbye stop is told, ends the line for good, and gives commands up', async () => {
    const world = online();
    const command = world.connection.command({ type: 'ticket.leave' });
    world.socket.say({ type: 'goodbye', reason: 'taken_over', action: 'stop' });
    assert.deepEqual(await command, { ok: false, code: 'given_up' });
    assert.equal(world.received.at(-1)?.type, 'goodbye');
    assert.equal(world.connection.state, 'stopped');
    world.pass(100_000);
    assert.equal(world.sockets.length, 1);
});

test('a server that cannot be reached is told once, not at every attempt', () => {
    const world = new World();
    world.connection.start();
    for (let attempt = 0; attempt < 3; attempt += 1) {
        world.socket.onclose?.();
        world.pass(20_000);
    }
    assert.deepEqual(world.states, ['connecting', 'lost']);
});

test('a probe that nobody answers means the line is dead; any word means it lives', () => {
    const world = online();
    world.connection.probe({ type: 'overview.watch' });
    world.socket.say({ type: 'overview.snapshot', offices: [] });
    world.pass(6000);
    assert.equal(world.connection.state, 'online');
    world.connection.probe({ type: 'overview.watch' });
    world.pass(6000);
    assert.equal(world.connection.state, 'lost');
});

test('retryNow does not wait for the back-off', () => {
    const world = online();
    world.socket.onclose?.();
    world.connection.retryNow();
    assert.equal(world.sockets.length, 2);
});

test('a frame that is no message changes nothing', () => {
    const world = online();
    const before = world.received.length;
    world.socket.onmessage?.('{"type":');
    world.socket.say({ type: 'from.the.future' });
    assert.equal(world.received.length, before);
    assert.equal(world.connection.state, 'online');
});
