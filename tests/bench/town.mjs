// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The real server with the demo's town on free ports of the loopback, for benchmarks: set up in a directory that the
// caller removes, offices opened by a signed-in clerk. Nothing outlives the process that asked for it.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { alwaysOpen } from '../e2e/lib/town.mjs';

const kRoot = fileURLToPath(new URL('../..', import.meta.url));
const kServer = path.join(kRoot, 'build/bench/server/app/sprechtag-server');
const kWaitMs = 60_000;

export const freshId = () => randomBytes(12).toString('hex');
export const freshToken = () => randomBytes(16).toString('base64url');

export function print(bench, metric, value, unit, reference) {
    const rounded = (number) => Number(number.toPrecision(5));
    console.log(JSON.stringify({
        bench, metric, value: rounded(value), unit, reference: rounded(reference), ratio: rounded(value / reference),
    }));
}

/** A WebSocket with a line of JSON messages behind it. */
export class Line {
    #waiting = new Set();
    socket;

    constructor(url, options) {
        this.socket = new WebSocket(url, { perMessageDeflate: false, ...options });
        this.socket.on('message', (bytes) => {
            const message = JSON.parse(bytes.toString());
            for (const one of [...this.#waiting]) {
                if (one.fits(message)) one.take(message);
            }
        });
    }
    send(message) {
        this.socket.send(JSON.stringify(message));
    }
    next(fits) {
        return new Promise((resolve, reject) => {
            const late = setTimeout(() => reject(new Error('the server does not answer')), kWaitMs);
            const one = {
                fits,
                take: (message) => {
                    clearTimeout(late);
                    this.#waiting.delete(one);
                    resolve(message);
                },
            };
            this.#waiting.add(one);
        });
    }
    async done(command) {
        const id = freshId();
        const answer = this.next((message) => message.re === id);
        this.send({ ...command, id });
        const { type, code } = await answer;
        if (type !== 'done') throw new Error(`${command.type} was refused: ${code}`);
    }
    close() {
        this.socket.terminate();
    }
}

export class Town {
    #program;
    #lines = [];
    address;

    static async start(directory, pages) {
        const town = new Town();
        const configuration = path.join(directory, 'sprechtag.toml');
        const portFile = path.join(directory, 'port');
        writeFileSync(configuration, ['[listen]', 'port = 0', 'connections_per_address = 1000',
            'draws_per_address = 1000000', '[data]',
            `directory = "${directory}/data"`, `key_file = "${directory}/database.key"`, '[public]',
            `web_directory = "${pages}"`, ''].join('\n'));
        const command = ['--config', configuration];
        execFileSync(kServer, [...command, 'init']);
        const townFile = path.join(directory, 'town.toml');
        writeFileSync(townFile, alwaysOpen());
        execFileSync(kServer, [...command, 'admin', 'import', townFile]);
        const log = createWriteStream(path.join(directory, 'server.log'));
        await once(log, 'open');
        town.#program = spawn(kServer, [...command, '--port-file', portFile, 'run'], { stdio: ['ignore', log, log] });
        process.on('exit', () => town.#program.kill('SIGKILL'));
        for (const end = Date.now() + kWaitMs; !existsSync(portFile);) {
            if (town.#program.exitCode !== null || Date.now() > end) {
                throw new Error(`the server does not start: ${readFileSync(log.path, 'utf8')}`);
            }
            await pause(20);
        }
        town.address = `http://127.0.0.1:${readFileSync(portFile, 'utf8')}`;
        return town;
    }

    get sockets() {
        return this.address.replace('http', 'ws');
    }

    /** Opens these offices of Frau Schmidt, who stays at her desk. Returns their ids by letter. */
    async open(letters) {
        const watcher = new Line(`${this.sockets}/ws/citizen`, { origin: this.address });
        await once(watcher.socket, 'open');
        const overview = watcher.next(({ type }) => type === 'overview.snapshot');
        watcher.send({ type: 'hello', protocol: [1], client: 'bench/1', features: [], lang: 'de' });
        watcher.send({ type: 'overview.watch' });
        const ids = Object.fromEntries((await overview).offices.map(({ letter, id }) => [letter, id]));
        watcher.close();

        const answer = await fetch(`${this.address}/api/v1/sessions`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ login: 'schmidt', password: 'Musterland-Rathaus-1' }),
        });
        const { token } = await answer.json();
        const desk = new Line(`${this.sockets}/ws/clerk`, { headers: { Authorization: `Bearer ${token}` } });
        this.#lines.push(desk);
        await once(desk.socket, 'open');
        const welcome = desk.next(({ type }) => type === 'clerk.welcome');
        desk.send({ type: 'hello', protocol: [1], client: 'bench/1', features: [], lang: 'de' });
        await welcome;
        for (const letter of letters) {
            await desk.done({ type: 'office.open', office: ids[letter] });
            await desk.done({ type: 'clerk.arrive', office: ids[letter] });
        }
        return letters.map((letter) => ids[letter]);
    }

    async stop() {
        for (const line of this.#lines) line.close();
        const ended = once(this.#program, 'exit');
        this.#program.kill('SIGTERM');
        const [code] = await ended;
        if (code !== 0) throw new Error(`the server ended with ${code}`);
    }
}
