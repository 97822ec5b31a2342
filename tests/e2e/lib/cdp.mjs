// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The call page inside the clerk app, through the debugging port that builds for developers open on request.
import WebSocket, { WebSocketServer } from 'ws';
import { until } from './processes.mjs';

export { WebSocketServer };

export class CallPage {
    #socket;
    #next = 1;
    #waiting = new Map();

    static async of(port, ms = 20000) {
        const target = await until('the call page on the debugging port', async () => {
            const list = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
            return list.find(({ url }) => url.startsWith('sprechtag://call/'));
        }, ms, 100);
        const page = new CallPage();
        await page.#open(target.webSocketDebuggerUrl);
        return page;
    }

    #open(url) {
        this.#socket = new WebSocket(url);
        this.#socket.on('message', (bytes) => {
            const message = JSON.parse(bytes.toString());
            this.#waiting.get(message.id)?.(message);
            this.#waiting.delete(message.id);
        });
        return new Promise((resolve, reject) => {
            this.#socket.once('open', resolve);
            this.#socket.once('error', reject);
        });
    }

    send(method, params = {}) {
        const id = this.#next++;
        return new Promise((resolve, reject) => {
            const late = setTimeout(() => reject(new Error(`no answer to ${method}`)), 8000);
            this.#waiting.set(id, (message) => {
                clearTimeout(late);
                if (message.error) reject(new Error(message.error.message));
                else resolve(message.result);
            });
            this.#socket.send(JSON.stringify({ id, method, params }));
        });
    }

    /** Runs a function with plain arguments in the page's own world, which shares the document with the call's world. */
    async evaluate(action, ...args) {
        const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
            expression: `(${action})(...${JSON.stringify(args)})`,
            awaitPromise: true,
            returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
    }

    close() {
        this.#socket.terminate();
    }
}
