// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The yardstick: a field on each of two pages, and a relay that passes on what is in it.
import http from 'node:http';
import { WebSocketServer } from '../../e2e/lib/cdp.mjs';
import { ChromiumCrowd } from '../../e2e/lib/citizens.mjs';
import { DelayedLine } from './delayedLine.mjs';

/** Runs in both pages. */
async function prepare(url) {
    const field = document.createElement('input');
    field.className = 'measured';
    document.body.append(field);
    const socket = new WebSocket(url);
    await new Promise((resolve) => {
        socket.onopen = resolve;
    });
    field.oninput = () => socket.send(field.value);
    socket.onmessage = ({ data }) => {
        field.value = data;
    };
}

export class Reference {
    #server;
    #crowd;
    #line = new DelayedLine();
    pages = [];

    static async start() {
        const reference = new Reference();
        const server = http.createServer((_, answer) => answer.end('<!doctype html><title>reference</title><body>'));
        const hub = new WebSocketServer({ server });
        hub.on('connection', (one) => one.on('message', (bytes) => {
            for (const other of hub.clients) if (other !== one) other.send(bytes.toString());
        }));
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        const { port } = server.address();
        await reference.#line.forward(port);
        reference.#server = server;
        reference.#crowd = await ChromiumCrowd.start();
        for (const at of [`127.0.0.1:${port}`, `${reference.#line.host}:${port}`]) {
            const page = await reference.#crowd.citizen();
            await page.page.goto(`http://${at}/`);
            await page.evaluate(prepare, `ws://${at}/`);
            reference.pages.push(page);
        }
        return reference;
    }
    set delayMs(ms) {
        this.#line.delayMs = ms;
    }
    async stop() {
        await this.#crowd.stop();
        await this.#line.stop();
        this.#server.closeAllConnections();
        this.#server.close();
    }
}
