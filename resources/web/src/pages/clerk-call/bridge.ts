// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The way to the app: QWebChannel, whose script and transport the app puts into the page's world.
import { decodeToPage, encode } from '../../protocol/codec.js';
import type { ToApp, ToPage } from '../../protocol/bridge.js';

interface BridgeObject {
    readonly command: { connect(slot: (text: string) => void): void };
    report(text: string): void;
}
interface Channel {
    readonly objects: { readonly bridge?: BridgeObject };
}
interface AppGlobals {
    readonly qt?: { readonly webChannelTransport?: unknown };
    readonly QWebChannel?: new (transport: unknown, ready: (channel: Channel) => void) => unknown;
}

const kLookEveryMs = 20;
const kLongestLooks = 500;

/** Resolves with the voice to the app once the app listens; commands go to `obey`. */
export function connectToApp(obey: (command: ToPage) => void): Promise<(message: ToApp) => void> {
    return new Promise((resolve, reject) => {
        let looks = 0;
        const look = (): void => {
            const { qt, QWebChannel } = globalThis as unknown as AppGlobals;
            if (qt?.webChannelTransport !== undefined && QWebChannel !== undefined) {
                new QWebChannel(qt.webChannelTransport, (channel) => {
                    const bridge = channel.objects.bridge;
                    if (bridge === undefined) return reject(new Error('the app offers no bridge'));
                    bridge.command.connect((text) => {
                        const decoded = decodeToPage(text);
                        if (decoded.ok) obey(decoded.message);
                        else console.warn(`sprechtag: command not understood: ${decoded.problem} ${decoded.field}`);
                    });
                    return resolve((message) => bridge.report(encode(message)));
                });
            } else if (++looks < kLongestLooks) setTimeout(look, kLookEveryMs);
            else reject(new Error('the app offers no channel'));
        };
        look();
    });
}
