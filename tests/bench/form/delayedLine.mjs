// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A line to a server of this machine that takes its time: the same port at another address of the loopback.
import { once } from 'node:events';
import net from 'node:net';

const kHost = '127.0.0.2';

/** As a scene wants its network. */
export class DelayedLine {
    /** Each way. */
    delayMs = 0;
    address;
    #door;
    #ends = new Set();

    static async start() {
        return new DelayedLine();
    }
    get host() {
        return kHost;
    }

    async forward(port) {
        this.#door = net.createServer((outer) => {
            const inner = net.connect(port, '127.0.0.1');
            for (const [from, to] of [[outer, inner], [inner, outer]]) this.#carry(from, to);
        });
        this.#door.listen(port, kHost);
        await once(this.#door, 'listening');
        this.address = `http://${kHost}:${port}`;
    }

    #carry(from, to) {
        this.#ends.add(from);
        from.setNoDelay(true);
        from.on('data', (bytes) => this.#later(() => to.write(bytes)));
        from.on('end', () => this.#later(() => to.end()));
        from.on('error', () => to.destroy());
        from.on('close', () => this.#ends.delete(from));
    }

    #later(act) {
        if (this.delayMs === 0) act();
        else setTimeout(act, this.delayMs);
    }

    async stop() {
        this.#door?.close();
        for (const end of this.#ends) end.destroy();
    }
}
