// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The loudspeaker that was chosen and, while it is away, the system's own.
import { findDevice } from './devices.js';
import type { Device, DeviceSwitch } from './devices.js';

export interface SpeakerState {
    /** For setSinkId; empty: the system's own. */
    readonly id: string;
    readonly switched?: DeviceSwitch;
}

export class Speaker {
    #state: SpeakerState = { id: '' };
    #wanted = '';
    #there: Device | undefined;
    #devices: readonly Device[] = [];

    constructor(private readonly changed: (state: SpeakerState) => void) {}

    get state(): SpeakerState {
        return this.#state;
    }

    /** By id or name; empty: the system's own. */
    choose(wanted: string): void {
        if (wanted === this.#wanted) return;
        this.#wanted = wanted;
        this.#there = findDevice(this.#devices, wanted);
        const id = this.#there?.id ?? '';
        if (id !== this.#state.id || this.#state.switched !== undefined) this.#show({ id });
    }

    look(devices: readonly Device[]): void {
        this.#devices = devices;
        const before = this.#there;
        const there = findDevice(devices, this.#wanted);
        if (there?.id === before?.id) return;
        const lost = this.#state.switched?.reason === 'lost';
        this.#there = there;
        if (there === undefined) {
            this.#show({ id: '', switched: { reason: 'lost', other: before?.label ?? '', now: '' } });
        } else this.#show({ id: there.id, ...(lost && { switched: { reason: 'back', other: '', now: there.label } }) });
    }

    /** Nothing comes out of it: from now on the system's own. False where it is that already. */
    refuse(): boolean {
        const refused = this.#there;
        if (refused === undefined) return false;
        this.#wanted = '';
        this.#there = undefined;
        this.#show({ id: '', switched: { reason: 'refused', other: refused.label, now: '' } });
        return true;
    }

    acknowledge(): void {
        if (this.#state.switched !== undefined) this.#show({ id: this.#state.id });
    }

    #show(state: SpeakerState): void {
        this.#state = state;
        this.changed(state);
    }
}
