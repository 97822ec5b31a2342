// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The real clerk app in a window, worked with the keyboard and through the accessibility service.
import { writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { CallPage } from './cdp.mjs';
import { buildDirectory } from './places.mjs';
import { Program, until } from './processes.mjs';

const fakeMedia = (device) => [`--use-fake-device-for-media-stream=device-count=4${device}`, '--use-fake-ui-for-media-stream'];
export const kFakeMedia = fakeMedia('');
/** Few pictures a second, for many people on one small machine. */
export const kSparingMedia = fakeMedia(',fps=4');

function freeTcpPort() {
    return new Promise((resolve, reject) => {
        const server = net.createServer();
        server.on('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

export class Clerk {
    #desktop;
    #reader;
    #place;
    #town;
    #account;
    #env;
    #program;
    #page;
    #port;

    constructor({ desktop, reader, place, town, account, env = {} }) {
        this.#desktop = desktop;
        this.#reader = reader;
        this.#place = place;
        this.#town = town;
        this.#account = account;
        this.#env = env;
    }

    get login() {
        return this.#account.login;
    }
    get pid() {
        return this.#program.pid;
    }
    get program() {
        return this.#program;
    }

    async launch() {
        const { login, password } = this.#account;
        const passwordFile = this.#place.file(`${login}.password`);
        // Without one the app stays on its sign-in page.
        if (password) writeFileSync(passwordFile, password, { mode: 0o600 });
        this.#port = await freeTcpPort();
        this.#program = new Program(`clerk app of ${login}`, path.join(buildDirectory(), 'clerk-app/app/sprechtag-clerk'),
            ['--profile', this.#place.folder(login), '--server', this.#town.address, '--login', login,
                ...(password ? ['--password-file', passwordFile] : []), '--language', 'de'],
            {
                log: this.#place.file(`${login}.log`),
                env: {
                    ...this.#desktop.env,
                    QTWEBENGINE_REMOTE_DEBUGGING: String(this.#port),
                    QTWEBENGINE_CHROMIUM_FLAGS: kFakeMedia.join(' '),
                    ...this.#env,
                    // Chromium's sandbox refuses to work for root.
                    ...(process.getuid() === 0 ? { QTWEBENGINE_DISABLE_SANDBOX: '1' } : {}),
                },
            });
    }

    async signedIn() {
        await this.shows(new RegExp(this.#account.name), 30000);
    }

    shows(pattern, ms) {
        return this.#reader.shows(this.pid, pattern, ms);
    }
    words() {
        return this.#reader.words(this.pid);
    }
    set(role, name, text) {
        return this.#reader.set(this.pid, role, name, text);
    }
    press(role, name, ms) {
        return this.#reader.press(this.pid, role, name, ms);
    }
    widgets() {
        return this.#reader.tree(this.pid);
    }
    select(name) {
        return this.#reader.select(this.pid, name);
    }
    /** Types a text in the place of what a field holds. */
    async fill(name, text, title) {
        await this.focus('text', `^${name}$`);
        await this.#desktop.type(this.pid, text, title);
        await until(`${text} in ${name}`, async () => (await this.#reader.tree(this.pid))
            .some((one) => one.role === 'text' && one.name === name && (one.text === text || /Passwort/.test(name))), 5000, 50);
    }
    /** Qt's fields take the focus as their one action. */
    focus(role, name) {
        return this.press(role, name);
    }
    seenFirst(role, name, ms = 30000) {
        return this.#reader.wait(this.pid, role, name, ms);
    }
    raise() {
        return this.#desktop.raise(this.pid);
    }
    key(combination, title) {
        return this.#desktop.key(this.pid, combination, title);
    }

    hold(key) {
        return this.#desktop.keyHalf(this.pid, 'keydown', key);
    }
    letGo(key) {
        return this.#desktop.keyHalf(this.pid, 'keyup', key);
    }

    openOffice(name) {
        return this.press('check box', `^${name}: `);
    }
    callNext() {
        return this.key('F5');
    }
    window() {
        return this.#desktop.windowOf(this.pid);
    }

    /** The call page; the clerk's end of what is seen and heard. */
    async page() {
        // A page whose process was killed stays on the list until its successor is there.
        this.#page ??= await until('a call page that lives', async () => {
            const page = await CallPage.of(this.#port);
            await page.evaluate(() => document.body.id);
            return page;
        }, 20000, 200);
        return this.#page;
    }

    /** The page that was known is gone; page() looks for the new one. */
    forgetPage() {
        this.#page?.close();
        this.#page = undefined;
    }

    async kill() {
        this.forgetPage();
        return this.#program.kill();
    }
    async stop() {
        this.forgetPage();
        return this.#program?.stop();
    }
}
