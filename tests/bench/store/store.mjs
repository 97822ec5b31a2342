// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// 200 citizens at once draw a number, get it, leave and draw again, through the whole server over WebSocket, in four
// offices. tickets_per_second: numbers told, each of them durable by then; draw_p99_ms: from the click to the number.
// The reference is what the same disk does in the same run: single commits of plain SQLite (WAL, FULL) one after
// another, a second and at their p99. Rounds of both take turns.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { freshId, freshToken, print, Town } from '../town.mjs';

const kCitizens = 200;
const kTickets = 29; // with the greeting 59 messages: what the server takes at once from one connection
const kRounds = Number(process.env.SPRECHTAG_BENCH_ROUNDS ?? 5);
const kCommits = 400;
const kRoundMs = 120_000;
const [directory, pages] = process.argv.slice(2);

const percentile = (values, share) => values.sort((a, b) => a - b)[Math.ceil(values.length * share) - 1];
const median = (values) => percentile(values, 0.5);

class Citizen {
    #office;
    #socket;
    #left;
    #latencies;
    #began;
    #command;
    #finished;
    #version;

    constructor(town, office, latencies) {
        this.#office = office;
        this.#latencies = latencies;
        this.#socket = new WebSocket(`${town.sockets}/ws/citizen`,
            { origin: town.address, perMessageDeflate: false, skipUTF8Validation: true });
    }
    async greet() {
        await once(this.#socket, 'open');
        this.#say({ type: 'hello', protocol: [1], client: 'bench/1', features: [], lang: 'de' });
        const [welcome] = await once(this.#socket, 'message');
        this.#version = JSON.parse(welcome.toString()).consent_version;
        this.#socket.on('message', (bytes) => this.#take(bytes));
    }
    /** Resolves when the last of them has left. */
    draw(tickets) {
        this.#left = tickets;
        return new Promise((resolve, reject) => {
            this.#finished = resolve;
            this.#socket.once('close', () => reject(new Error('the server hung up')));
            this.#drawOne();
        });
    }
    close() {
        this.#socket.removeAllListeners('close');
        this.#socket.terminate();
    }
    #say(message) {
        this.#socket.send(JSON.stringify(message));
    }
    #drawOne() {
        this.#command = { type: 'ticket.draw', id: freshId() };
        this.#began = performance.now();
        this.#say({ ...this.#command, office: this.#office, token: freshToken(), name: 'Kim Muster',
            concern: 'Wohnsitz ummelden', consent_version: this.#version, lang: 'de' });
    }
    // Every citizen hears the whole office: what concerns others is not even parsed.
    #take(bytes) {
        if (bytes.includes('"office.feed"')) return;
        const message = JSON.parse(bytes.toString());
        if (message.type === 'ticket.state' && this.#began !== undefined) {
            this.#latencies.push(performance.now() - this.#began);
            this.#began = undefined;
        } else if (message.type === 'error') {
            throw new Error(`the server refused: ${message.code}`);
        } else if (message.type === 'done' && message.re === this.#command.id) {
            if (this.#command.type === 'ticket.draw') {
                this.#command = { type: 'ticket.leave', id: freshId() };
                this.#say(this.#command);
            } else if (--this.#left > 0) {
                this.#drawOne();
            } else {
                this.#finished();
            }
        }
    }
}

async function round(town, offices, tickets) {
    const latencies = [];
    const crowd = Array.from({ length: kCitizens }, (_, i) => new Citizen(town, offices[i % offices.length], latencies));
    await Promise.all(crowd.map((citizen) => citizen.greet()));
    const late = setTimeout(() => {
        console.error('store: a round does not end');
        process.exit(1);
    }, kRoundMs);
    const began = performance.now();
    await Promise.all(crowd.map((citizen) => citizen.draw(tickets)));
    const tookMs = performance.now() - began;
    clearTimeout(late);
    for (const citizen of crowd) citizen.close();
    if (latencies.length !== kCitizens * tickets) throw new Error('a number is missing');
    return { perSecond: latencies.length / (tookMs / 1000), p99: percentile(latencies, 0.99) };
}

function singleCommits() {
    const script = fileURLToPath(new URL('commits.py', import.meta.url));
    const file = path.join(directory, 'reference.db');
    const times = execFileSync('python3', [script, file, String(kCommits)], { encoding: 'utf8' }).trim().split('\n').map(Number);
    return { perSecond: times.length / (times.reduce((sum, ms) => sum + ms, 0) / 1000), p99: percentile(times, 0.99) };
}

const town = await Town.start(directory, pages);
const offices = await town.open(['B', 'K', 'E', 'F']);
await round(town, offices, 3);
const ours = [];
const reference = [];
for (let i = 0; i < kRounds; ++i) {
    reference.push(singleCommits());
    ours.push(await round(town, offices, kTickets));
    console.error(`round ${i + 1}: ${ours.at(-1).perSecond.toFixed(0)} tickets/s, p99 ${ours.at(-1).p99.toFixed(1)} ms; `
        + `single commits ${reference.at(-1).perSecond.toFixed(0)}/s, p99 ${reference.at(-1).p99.toFixed(2)} ms`);
}
await town.stop();
const over = (rounds, field) => median(rounds.map((one) => one[field]));
print('store', 'tickets_per_second', over(ours, 'perSecond'), '1/s', over(reference, 'perSecond'));
print('store', 'draw_p99_ms', over(ours, 'p99'), 'ms', over(reference, 'p99'));
