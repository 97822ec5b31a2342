// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The screen reader's view of the desktop, see atspi.py.
import path from 'node:path';
import { createInterface } from 'node:readline';
import { kRoot } from './places.mjs';
import { Program, until } from './processes.mjs';

export class Reader {
    #program;
    #next = 1;
    #waiting = new Map();

    constructor(desktop) {
        // Debian's own Python has the bindings; one that somebody put before it in the PATH may not.
        this.#program = new Program('atspi.py', '/usr/bin/python3', [path.join(kRoot, 'tests/e2e/lib/atspi.py')],
            { env: desktop.env, stdin: 'pipe' });
        createInterface({ input: this.#program.child.stdout }).on('line', (line) => {
            const answer = JSON.parse(line);
            this.#waiting.get(answer.id)?.(answer);
            this.#waiting.delete(answer.id);
        });
    }

    async #ask(request) {
        const id = this.#next++;
        const answer = await new Promise((resolve, reject) => {
            const late = setTimeout(() => reject(new Error('the accessibility service does not answer')), 40000);
            this.#waiting.set(id, (given) => {
                clearTimeout(late);
                resolve(given);
            });
            this.#program.child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
        });
        if (answer.error !== undefined) throw new Error(answer.error);
        return answer.ok;
    }

    tree(pid) {
        return this.#ask({ do: 'tree', pid });
    }
    press(pid, role, name, ms = 10000) {
        return until(`pressing ${name}`, () => this.#ask({ do: 'press', pid, role, name }), ms, 100);
    }
    set(pid, role, name, text) {
        return until(`setting ${name}`, () => this.#ask({ do: 'set', pid, role, name, text }), 10000, 100);
    }
    /** When it was first seen, looked for every few milliseconds. */
    wait(pid, role, name, ms = 10000) {
        return this.#ask({ do: 'wait', pid, role, name, ms });
    }
    /** The row of a table in which a cell reads like this. */
    select(pid, name) {
        return until(`selecting ${name}`, () => this.#ask({ do: 'select', pid, name }), 10000, 100);
    }
    focus(pid, role, name) {
        return until(`focusing ${name}`, () => this.#ask({ do: 'focus', pid, role, name }), 10000, 100);
    }

    /** All that is to be read, as one text; for looking whether something is shown. */
    async words(pid) {
        const all = await this.tree(pid);
        return all.map(({ name, text }) => `${name} ${text}`).join('\n');
    }
    shows(pid, pattern, ms = 15000) {
        return until(`${pattern} on the clerk's screen`, async () => pattern.exec(await this.words(pid)), ms, 150);
    }

    stop() {
        return this.#program.stop(500);
    }
}
