// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk's end of the call needs of the page around it; tests bring their own.
import type { BackdropWorld } from '../background/backdrop.js';
import type { ShareWorld } from './clerkShare.js';
import type { ClerkView } from './clerkView.js';
import type { EarWorld } from './ear.js';

export interface ClerkWorld extends EarWorld, ShareWorld {
    changed(view: ClerkView): void;
    createConnection(configuration: RTCConfiguration): RTCPeerConnection;
    testSpeaker(sink: string): Promise<void>;
    paintBackground: BackdropWorld['paint'];
    now(): number;
}
