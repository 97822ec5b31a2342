// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A citizen's network of its own: a namespace with two lines to this machine, each of which can be cut or made thin.
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { kRoot } from './places.mjs';
import { Program } from './processes.mjs';

const kTool = path.join(kRoot, 'tests/e2e/lib/thinLine.py');
const kLines = ['a', 'b'];

const ip = (...words) => execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Network namespaces and tunnels need rights that not every machine gives. */
export function mayHaveNetworks() {
    const name = `sprechtag-try-${process.pid}`;
    try {
        ip('netns', 'add', name);
        ip('netns', 'del', name);
        execFileSync('test', ['-c', '/dev/net/tun']);
        return true;
    } catch {
        return false;
    }
}

export class Network {
    #name;
    #short;
    #octet;
    #lines = new Map();
    #host = false;
    #door;
    #guests = new Set();
    /** Of the server, for whoever is in the network. */
    address;

    static async start() {
        const network = new Network();
        network.#octet = 1 + randomInt(250);
        network.#short = `sp${network.#octet}`;
        network.#name = `sprechtag-${process.pid}-${network.#octet}`;
        try {
            await network.#start();
        } catch (problem) {
            await network.stop();
            throw problem;
        }
        return network;
    }

    /** Where this machine is reached over whichever line. */
    get host() {
        return `10.231.${this.#octet}.1`;
    }

    /** The server listens on the loopback alone: what comes for it over the lines is handed on. */
    async forward(port) {
        this.#door = net.createServer((outer) => {
            const inner = net.connect(port, '127.0.0.1');
            for (const one of [outer, inner]) this.#guests.add(one);
            for (const one of [outer, inner]) one.on('error', () => [outer, inner].forEach((both) => both.destroy()));
            outer.pipe(inner).pipe(outer);
        });
        this.#door.listen(port, this.host);
        await once(this.#door, 'listening');
        this.address = `http://${this.host}:${port}`;
    }

    async #start() {
        ip('netns', 'add', this.#name);
        ip('-n', this.#name, 'link', 'set', 'lo', 'up');
        ip('address', 'add', `${this.host}/32`, 'dev', 'lo');
        this.#host = true;
        for (const [i, line] of kLines.entries()) {
            const [here, there] = [`10.231.${this.#octet}.${10 * i + 11}`, `10.231.${this.#octet}.${10 * i + 12}`];
            const program = new Program(`line ${line}`, 'python3', [kTool, this.#name, `${this.#short}${line}`, here, there],
                { stdin: 'pipe' });
            this.#lines.set(line, { program, here, there });
            await program.saying(/^ready$/m, 5000);
            ip('-n', this.#name, 'route', 'add', 'default', 'via', here, 'metric', String(100 * (i + 1)));
        }
    }

    /** A program of the network: every argument goes to what it wraps. */
    wrapper(file, program) {
        writeFileSync(file, `#!/bin/sh\nexec ip netns exec ${this.#name} ${program} "$@"\n`);
        chmodSync(file, 0o755);
        return file;
    }

    /** The line that has this address at its far end. */
    lineAt(address) {
        return [...this.#lines].find(([, { there }]) => there === address)?.[0];
    }

    /** As a cable that is pulled: what went over this line goes over the other. */
    cut(line) {
        ip('-n', this.#name, 'link', 'set', `${this.#short}${line}n`, 'down');
    }

    /** Of either line: bits a second (0: no limit) and share of packets that are lost, both ways. */
    async thin({ rate = 0, loss = 0 }) {
        for (const { program } of this.#lines.values()) {
            const told = program.output.split('told').length;
            program.child.stdin.write(`rate ${rate} loss ${loss}\n`);
            await program.saying(new RegExp(`(?:told[^]*){${told}}`), 5000);
        }
    }

    async stop() {
        this.#door?.close();
        for (const guest of this.#guests) guest.destroy();
        for (const { program } of this.#lines.values()) await program.stop(1000);
        const tidy = (...words) => {
            try {
                ip(...words);
            } catch {
                // It went with something else.
            }
        };
        if (this.#host) tidy('address', 'del', `${this.host}/32`, 'dev', 'lo');
        tidy('netns', 'del', this.#name);
    }
}
