// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk's call page draws.
import type { CallControl } from '../protocol/messages.js';
import { kUncontrolled } from '../state/control.js';
import type { Outage } from './outage.js';
import type { PeerState, SlotTracks } from './peer.js';
import type { RoomPerson } from './roomMesh.js';

export type Flags = { readonly microphone: boolean; readonly camera: boolean; readonly screen: boolean; readonly screen_paused?: boolean };

/** What the clerk sees; the page draws it. */
export interface ClerkView {
    readonly lang: 'de' | 'en';
    readonly call?: { readonly number: string; readonly name: string; readonly joined?: true };
    readonly line: 'idle' | PeerState;
    readonly outage: Outage;
    /** What the clerk has set for the citizen. */
    readonly control: CallControl;
    readonly remote?: SlotTracks;
    /** Undefined until the other side has told. */
    readonly remoteMedia?: Flags;
    /** Everybody else in the room; empty while it is the citizen alone. */
    readonly people: readonly RoomPerson[];
    /** The clerk talks to a colleague alone: what the others say is not played meanwhile. */
    readonly consults: boolean;
    readonly camera: MediaStreamTrack | null;
    readonly screen: MediaStreamTrack | null;
    readonly screenPaused: boolean;
    readonly speaker: string;
    /** The clerk speaks, and the microphone is off. */
    readonly unheard: boolean;
}

/** What of the clerk's goes to the citizen: on hold nothing, and no word of what is said to a colleague alone. */
export function forCitizen(own: SlotTracks, { control, consults }: ClerkView): SlotTracks {
    if (control.on_hold) return { microphone: null, camera: null, screen: null };
    return consults ? { ...own, microphone: null } : own;
}

export const kFirstView: ClerkView = {
    lang: 'de',
    line: 'idle',
    outage: { kind: 'none' },
    control: kUncontrolled,
    people: [],
    consults: false,
    camera: null,
    screen: null,
    screenPaused: false,
    speaker: '',
    unheard: false,
};
