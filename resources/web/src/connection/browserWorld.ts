// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The connection's world in a browser. Uses no DOM beyond WebSocket, timers and the cryptographic source.
import type { Socket, World } from './connection.js';

export function randomToken(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function openSocket(url: string): Socket {
    const inner = new WebSocket(url);
    const socket: Socket = {
        onopen: null,
        onmessage: null,
        onclose: null,
        send: (frame) => {
            if (inner.readyState === WebSocket.OPEN) inner.send(frame);
        },
        close: () => inner.close(),
    };
    inner.onopen = () => socket.onopen?.();
    inner.onclose = () => socket.onclose?.();
    inner.onmessage = (event: MessageEvent<unknown>) => {
        if (typeof event.data === 'string') socket.onmessage?.(event.data);
    };
    return socket;
}

export const setTimer: World['setTimer'] = (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
};

export const pause = (ms: number): Promise<void> => new Promise((done) => void setTimer(ms, done));

export const request = (path: string, init: RequestInit): Promise<Response> => fetch(path, init);

export function browserWorld(url: string): World {
    return {
        openSocket: () => openSocket(url),
        newId: randomToken,
        random: Math.random,
        setTimer,
    };
}

/** A phone that goes from Wi-Fi to mobile data has other addresses; only some browsers say so. */
export function whenNetworkChanges(act: () => void): void {
    const network = (navigator as { connection?: EventTarget & { readonly type?: string } }).connection;
    let type = network?.type;
    network?.addEventListener('change', () => {
        if (network.type === type) return;
        type = network.type;
        act();
    });
}
