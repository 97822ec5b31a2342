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
    #worlds = new Map();

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
            this.#heed(message);
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
            const late = setTimeout(() => reject(new Error(`no answer to ${method}`)), 30000);
            this.#waiting.set(id, (message) => {
                clearTimeout(late);
                if (message.error) reject(new Error(message.error.message));
                else resolve(message.result);
            });
            this.#socket.send(JSON.stringify({ id, method, params }));
        });
    }

    #heed({ method, params }) {
        if (method === 'Runtime.executionContextCreated') this.#worlds.set(params.context.id, params.context.auxData);
        else if (method === 'Runtime.executionContextDestroyed') this.#worlds.delete(params.executionContextId);
    }

    /** Runs a function with plain arguments in the page's own world, which shares the document with the call's world. */
    evaluate(action, ...args) {
        return this.#evaluate({}, action, ...args);
    }

    /** The same in the call's world, whose functions and devices the call itself uses. */
    async evaluateInCall(action, ...args) {
        await this.send('Runtime.enable');
        const contextId = await until('the world of the call',
            () => [...this.#worlds].find(([, { isDefault }]) => !isDefault)?.[0], 5000, 50);
        return this.#evaluate({ contextId }, action, ...args);
    }

    async #evaluate(where, action, ...args) {
        const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
            ...where,
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
