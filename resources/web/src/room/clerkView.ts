// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk's call page draws.
import type { CallControl } from '../protocol/messages.js';
import type { Outage } from './outage.js';
import type { PeerState, SlotTracks } from './peer.js';

export type Flags = { readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean };

/** What the clerk sees; the page draws it. */
export interface ClerkView {
    readonly lang: 'de' | 'en';
    readonly call?: { readonly number: string; readonly name: string };
    readonly line: 'idle' | PeerState;
    readonly outage: Outage;
    /** What the clerk has set for the citizen. */
    readonly control: CallControl;
    readonly remote?: SlotTracks;
    /** Undefined until the other side has told. */
    readonly remoteMedia?: Flags;
    readonly camera: MediaStreamTrack | null;
    readonly screen: MediaStreamTrack | null;
    readonly screenPaused: boolean;
    readonly speaker: string;
    /** The clerk speaks, and the microphone is off. */
    readonly unheard: boolean;
}
