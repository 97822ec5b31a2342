// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A virtual desktop of its own: screen, window manager, message bus with the accessibility service on it.
import path from 'node:path';
import { Program, run, until } from './processes.mjs';

export class Desktop {
    #programs = [];
    env;

    static async start(directory) {
        const desktop = new Desktop();
        try {
            await desktop.#start(directory);
        } catch (problem) {
            await desktop.stop();
            throw problem;
        }
        return desktop;
    }

    async #start(directory) {
        const log = path.join(directory, 'desktop.log');
        const keep = (program) => {
            this.#programs.push(program);
            return program;
        };
        const screen = keep(new Program('Xvfb', 'Xvfb',
            ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], { log }));
        const [, number] = await screen.saying(/^(\d+)\s*$/m);
        const bus = keep(new Program('dbus-daemon', 'dbus-daemon',
            ['--session', '--nofork', '--nopidfile', '--print-address=1'], { log, env: { DISPLAY: `:${number}` } }));
        const [address] = await bus.saying(/unix:\S+/);
        this.env = {
            DISPLAY: `:${number}`,
            DBUS_SESSION_BUS_ADDRESS: address,
            QT_QPA_PLATFORM: 'xcb',
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON: '1',
            QT_ACCESSIBILITY: '1',
            XDG_RUNTIME_DIR: directory,
            LC_ALL: 'C.UTF-8',
        };
        keep(new Program('openbox', 'openbox', ['--sm-disable'], { log, env: this.env }));
    }

    /** The number of the native window of a process; `title`: of a dialog. */
    windowOf(pid, title = 'Sprechtag') {
        return until(`a window of process ${pid}`, async () => {
            const found = await run('xdotool', 'xdotool',
                ['search', '--onlyvisible', '--all', '--pid', String(pid), '--name', title], { env: this.env });
            return found.trim().split('\n').at(-1);
        }, 10000, 200);
    }

    /** A key combination such as `F5` or `ctrl+e`, to the window of a process. Gives the time (ms since 1970) right before. */
    key(pid, combination, title) {
        return until(`a window of process ${pid} for ${combination}`, async () => {
            const window = await this.windowOf(pid, title);
            const said = await run('xdotool', 'xdotool', ['windowfocus', window, 'sleep', '0.05', 'exec', '--sync', '--args', '2', 'date',
                '+%s%3N', 'key', '--clearmodifiers', combination], { env: this.env });
            return Number(said.trim());
        }, 10000, 200);
    }

    /** Before all others, for people to look at. */
    async raise(pid) {
        await run('xdotool', 'xdotool', ['windowraise', await this.windowOf(pid)], { env: this.env });
    }

    /** A key that goes down and stays, or comes up again: `keydown` or `keyup`. */
    async keyHalf(pid, half, key) {
        const window = await this.windowOf(pid);
        await run('xdotool', 'xdotool', ['windowfocus', window, 'sleep', '0.05', half, key], { env: this.env });
    }

    /** Types over whatever the field with the focus holds. */
    async type(pid, text, title) {
        const window = await this.windowOf(pid, title);
        await run('xdotool', 'xdotool', ['windowfocus', window, 'sleep', '0.05', 'key', '--clearmodifiers', 'ctrl+a',
            'type', '--clearmodifiers', '--delay', '4', '--', text], { env: this.env });
    }

    async screenshot(file) {
        await run('import', 'import', ['-window', 'root', file], { env: this.env });
    }

    async stop() {
        for (const program of this.#programs.reverse()) await program.stop(1000);
        this.#programs = [];
    }
}
