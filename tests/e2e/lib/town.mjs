// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The real server with a made-up town, as an administrator sets it up: `init`, a town file, `run`.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDirectory, kRoot } from './places.mjs';
import { Program, run, until } from './processes.mjs';

export const kOffice = 'Bürgerservice';
const kLoopback = '127.0.0.1';
const kTownFile = path.join(kRoot, 'resources/demo/town.toml');

/** The made-up town as the tests have it: whatever the time of the day. */
export const alwaysOpen = () => execFileSync('python3', [path.join(kRoot, 'tests/support/always_open.py'), kTownFile]);

/** The accounts as the town file has them: login, name, password. */
export const kClerks = Object.fromEntries(readFileSync(kTownFile, 'utf8')
    .split('[[clerks]]')
    .slice(1)
    .map((text) => {
        const of = (key) => new RegExp(`^${key} = "(.*)"$`, 'm').exec(text)[1];
        return [of('login'), { login: of('login'), name: of('name'), password: of('password') }];
    }));

export class Town {
    #place;
    #program;
    #configuration;
    #publicHost;
    address;
    oneTimeToken;

    static async start(place, { turn, relayOnly = false, calendar = false, empty = false, publicHost = kLoopback } = {}) {
        const town = new Town();
        town.#publicHost = publicHost;
        town.#place = place;
        await town.#setUp(turn, relayOnly, calendar, empty);
        await town.run();
        if (publicHost !== kLoopback) {
            // The port is known now, and with it the address that the pages come from.
            await town.stop();
            await town.run();
        }
        return town;
    }

    get #binary() {
        return path.join(buildDirectory(), 'server/app/sprechtag-server');
    }

    async #setUp(turn, relayOnly, calendar, empty) {
        const data = this.#place.folder('data');
        const turnLines = turn
            ? ['[turn]', `urls = ${JSON.stringify(turn.urls)}`, `secret_file = "${turn.secretFile}"`, `relay_only = ${relayOnly}`]
            : [];
        this.#configuration = this.#place.file('sprechtag.toml');
        this.#write(0, turnLines, data);
        this.#rewrite = (port) => this.#write(port, turnLines, data);
        const configured = ['--config', this.#configuration];
        const said = await run('init', this.#binary, [...configured, 'init'], { log: this.#place.file('server.log') });
        this.oneTimeToken = said.trim().split('\n').at(-1).trim();
        if (empty) return;
        const townFile = this.#place.file('town.toml');
        writeFileSync(townFile, calendar ? readFileSync(kTownFile) : alwaysOpen());
        await run('import', this.#binary,
            [...configured, 'admin', 'import', townFile],
            { log: this.#place.file('server.log') });
    }

    #rewrite = () => undefined;

    #write(port, turnLines, data) {
        writeFileSync(this.#configuration, [
            '[listen]', 'address = "127.0.0.1"', `port = ${port}`,
            '[data]', `directory = "${data}"`, `key_file = "${this.#place.file('database.key')}"`,
            '[public]', ...(port ? [`origin = "http://${this.#publicHost}:${port}"`] : []),
            `web_directory = "${path.join(kRoot, 'resources/web/dist/citizen')}"`,
            ...turnLines, ''].join('\n'));
    }

    /** Starts or restarts the server; after the first time at the address that the others know. */
    async run() {
        const portFile = this.#place.file('port');
        rmSync(portFile, { force: true });
        this.#program = new Program('sprechtag-server', this.#binary,
            ['--config', this.#configuration, '--port-file', portFile, 'run'], { log: this.#place.file('server.log') });
        const port = await until('the server listening', () => {
            try {
                return Number(readFileSync(portFile, 'utf8')) || undefined;
            } catch {
                if (!this.#program.running) throw new Error(`the server ended: ${this.#program.output.slice(-2000)}`);
                return undefined;
            }
        });
        this.address = `http://127.0.0.1:${port}`;
        this.#rewrite(port);
    }

    /** What a command of the administration prints, line by line; the server must not run. */
    async ask(...words) {
        const said = await run('admin', this.#binary, ['--config', this.#configuration, 'admin', ...words]);
        // What is said beside the answer is no JSON.
        const answers = said.trim().split('\n').filter((line) => /^[[{]/.test(line));
        return answers.map((line) => JSON.parse(line));
    }

    get pid() {
        return this.#program.pid;
    }
    kill() {
        return this.#program.kill();
    }
    stop() {
        return this.#program?.stop();
    }
}
