// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Programs that the tests start: each leads a process group of its own, so that ending it ends its children too, and
// none outlives the test process, however that ends.
import { spawn } from 'node:child_process';
import { createWriteStream, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const groups = new Set();

function killGroup(pid, signal) {
    try {
        process.kill(-pid, signal);
    } catch {
        // It ended by itself.
    }
}

process.on('exit', () => {
    for (const pid of groups) killGroup(pid, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** Polls `look` until it gives something other than undefined, null or false. */
export async function until(what, look, ms = 15000, stepMs = 50) {
    const deadline = Date.now() + ms;
    for (;;) {
        let problem;
        try {
            const found = await look();
            if (found !== undefined && found !== null && found !== false) return found;
        } catch (thrown) {
            if (thrown instanceof Ended) throw thrown;
            problem = thrown;
        }
        if (Date.now() > deadline) {
            throw new Error(`${what}: not within ${ms} ms${problem ? ` (last: ${problem.message})` : ''}`);
        }
        await sleep(stepMs);
    }
}

/** A program that should be running has ended: waiting longer is of no use. */
export class Ended extends Error {}

export class Program {
    #child;
    #output = '';
    #ended;
    name;

    constructor(name, command, args, { env = {}, log, stdin = 'ignore' } = {}) {
        this.name = name;
        this.#child = spawn(command, args, {
            detached: true,
            stdio: [stdin, 'pipe', 'pipe'],
            env: { ...process.env, ...env },
        });
        if (this.pid !== undefined) groups.add(this.pid);
        const file = log === undefined ? undefined : createWriteStream(log, { flags: 'a' });
        for (const stream of [this.#child.stdout, this.#child.stderr]) {
            stream.on('data', (bytes) => {
                // Enough to find a line that is waited for; the whole is in the log.
                this.#output = (this.#output + bytes.toString()).slice(-200000);
                file?.write(bytes);
            });
        }
        this.#ended = new Promise((resolve) => {
            this.#child.on('error', (problem) => {
                this.#output += `\n${problem.message}`;
                resolve(undefined);
            });
            this.#child.on('exit', (code, signal) => {
                file?.end();
                resolve(signal ?? code);
            });
        });
    }

    get pid() {
        return this.#child.pid;
    }
    get output() {
        return this.#output;
    }
    get running() {
        return this.pid !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
    }
    get child() {
        return this.#child;
    }

    saying(pattern, ms = 15000) {
        return until(`${this.name} saying ${pattern}`, () => {
            const match = pattern.exec(this.#output);
            if (match === null && !this.running) {
                throw new Ended(`${this.name} ended: ${this.#output.slice(-2000)}`);
            }
            return match;
        }, ms);
    }

    /** kill -9 of the program and all its children, at once and without a farewell. */
    async kill() {
        if (this.pid !== undefined) killGroup(this.pid, 'SIGKILL');
        const end = await this.#ended;
        groups.delete(this.pid);
        return end;
    }

    /** A polite end, a hard one after a while. */
    async stop(ms = 3000) {
        if (!this.running) return this.kill();
        killGroup(this.pid, 'SIGTERM');
        const late = setTimeout(() => killGroup(this.pid, 'SIGKILL'), ms);
        await this.#ended;
        clearTimeout(late);
        return this.kill();
    }

    finished() {
        return this.#ended;
    }
}

/** Runs a program to its end and gives what it said; an unhappy end is an error that quotes it. */
export async function run(name, command, args, options = {}) {
    const program = new Program(name, command, args, options);
    const end = await program.finished();
    await program.kill();
    if (end !== 0) throw new Error(`${name} ended with ${end}: ${program.output.slice(-2000)}`);
    return program.output;
}

/** What `of` gives, summed over a process group; it gets a process and the fields of its stat behind the name. */
function sumOfGroup(pid, of) {
    let sum = 0;
    for (const entry of readdirSync('/proc')) {
        if (!/^\d+$/.test(entry)) continue;
        try {
            const fields = readFileSync(`/proc/${entry}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
            if (Number(fields[2]) === pid) sum += of(entry, fields);
        } catch {
            // It ended while we looked.
        }
    }
    return sum;
}

/** Memory of a process group in KiB; shared pages count in proportion. */
export function memoryOfGroup(pid) {
    return sumOfGroup(pid, (entry) =>
        Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${entry}/smaps_rollup`, 'utf8'))?.[1] ?? 0));
}

/** Seconds of processor time that the living processes of a group have used; Linux counts in hundredths. */
export function cpuOfGroup(pid) {
    return sumOfGroup(pid, (_entry, fields) => Number(fields[11]) + Number(fields[12])) / 100;
}
