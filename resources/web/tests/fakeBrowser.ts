// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A browser's tab as far as the citizen's page uses it without drawing: address, storage, time, devices, one line to a
// server that the test plays.
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import type { ToServer } from '../src/protocol/messages.js';
import { FakeDocument } from './fakeDocument.js';
import { FakeDevices } from './fakeMedia.js';
import { FakePeerConnection } from './fakePeerConnection.js';
import { FakeTimers, settle } from './fakeTime.js';

// As every browser has it; the Node.js of Debian 12 does not show it.
if (!('crypto' in globalThis)) Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

class FakeWebSocket {
    static readonly OPEN = 1;
    static opened: FakeWebSocket[] = [];
    readyState = 0;
    onopen: (() => void) | null = null;
    onclose: (() => void) | null = null;
    onmessage: ((event: { data: unknown }) => void) | null = null;
    readonly sent: ToServer[] = [];

    constructor(readonly url: string) {
        FakeWebSocket.opened.push(this);
    }
    send(frame: string): void {
        assert.equal(this.readyState, FakeWebSocket.OPEN, 'nothing is sent on a line that is not open');
        this.sent.push(JSON.parse(frame) as ToServer);
    }
    close(): void {
        this.readyState = 3;
    }
}

type Sent<T extends ToServer['type']> = Extract<ToServer, { type: T }>;

export class FakeTab {
    readonly timers = new FakeTimers();
    readonly devices = FakeDevices.install();
    readonly storage = new Map<string, string>();
    readonly listeners = new Map<string, (event?: unknown) => void>();
    readonly document: FakeDocument;
    reloads = 0;
    /** What was copied; a browser may refuse to. */
    clipboard = '';
    mayCopy = true;

    constructor(hash = '') {
        FakeWebSocket.opened = [];
        FakePeerConnection.made = [];
        const location = { hash, origin: 'https://sprechtag.example', pathname: '/', search: '', reload: () => (this.reloads += 1) };
        const go = (_state: unknown, _title: string, url: string): void => {
            location.hash = url.includes('#') ? url.slice(url.indexOf('#')) : '';
        };
        const listen = (type: string, listener: (event?: unknown) => void): void => void this.listeners.set(type, listener);
        this.document = new FakeDocument(listen);
        const writeText = (text: string): Promise<void> => {
            if (!this.mayCopy) return Promise.reject(new DOMException('', 'NotAllowedError'));
            this.clipboard = text;
            return Promise.resolve();
        };
        Object.assign(navigator, { clipboard: { writeText } });
        let timers = 0;
        const cancels = new Map<number, () => void>();
        Object.assign(globalThis, {
            VERSION: '0',
            WebSocket: FakeWebSocket,
            RTCPeerConnection: FakePeerConnection,
            location,
            history: { pushState: go, replaceState: go },
            document: this.document,
            scrollTo: () => undefined,
            addEventListener: listen,
            removeEventListener: (type: string) => void this.listeners.delete(type),
            sessionStorage: {
                getItem: (key: string) => this.storage.get(key) ?? null,
                setItem: (key: string, value: string) => void this.storage.set(key, value),
                removeItem: (key: string) => void this.storage.delete(key),
            },
            setTimeout: (action: () => void, ms: number) => {
                cancels.set(++timers, this.timers.setTimer(ms, action));
                return timers;
            },
            setInterval: (action: () => void, ms: number) => {
                const timer = ++timers;
                const begin = (): void => void cancels.set(timer, this.timers.setTimer(ms, turn));
                const turn = (): void => {
                    begin();
                    action();
                };
                begin();
                return timer;
            },
            clearInterval: (timer: number | undefined) => cancels.get(timer ?? 0)?.(),
            clearTimeout: (timer: number | undefined) => cancels.get(timer ?? 0)?.(),
        });
    }

    get line(): FakeWebSocket {
        const last = FakeWebSocket.opened.at(-1);
        assert.ok(last !== undefined, 'a line was opened');
        return last;
    }

    /** The server's end of the line: takes it up, and says. */
    async take(): Promise<void> {
        this.line.readyState = FakeWebSocket.OPEN;
        this.line.onopen?.();
        await settle();
    }
    async say(...messages: object[]): Promise<void> {
        for (const message of messages) {
            this.line.onmessage?.({ data: JSON.stringify(message) });
            await settle();
        }
    }
    async hangUp(): Promise<void> {
        this.line.onclose?.();
        await settle();
    }

    sent<T extends ToServer['type']>(type: T): Sent<T>[] {
        const all = FakeWebSocket.opened.flatMap(({ sent }) => sent);
        return all.filter((message): message is Sent<T> => message.type === type);
    }
    /** The one message of this kind that was sent. */
    the<T extends ToServer['type']>(type: T): Sent<T> {
        const [first, ...more] = this.sent(type);
        assert.ok(first !== undefined, `no ${type} was sent`);
        assert.equal(more.length, 0, `${type} was sent more than once`);
        return first;
    }
    forget(): void {
        for (const { sent } of FakeWebSocket.opened) sent.length = 0;
    }
}

// Some modules look around in the tab while they are loaded.
new FakeTab();
