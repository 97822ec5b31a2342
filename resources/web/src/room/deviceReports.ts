// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the app has to know of the clerk's devices: each thing once.
import type { ToApp } from '../protocol/bridge.js';
import { kDeviceKinds } from './devices.js';
import type { DeviceKind, DeviceSwitch } from './devices.js';
import type { LocalState, MediaKind, MediaProblem } from './localMedia.js';
import type { SpeakerState } from './speaker.js';

type Changed = Extract<ToApp, { type: 'devices.changed' }>;

export class DeviceReports {
    #list = '';
    readonly #problems = new Map<MediaKind, MediaProblem>();
    readonly #switches = new Map<DeviceKind, DeviceSwitch>();

    constructor(private readonly report: (message: ToApp) => void) {}

    tell(local: LocalState, speaker: SpeakerState): void {
        this.#tellList(local, speaker);
        for (const kind of kDeviceKinds) this.#tellSwitch(kind, kind === 'speaker' ? speaker.switched : local[kind].switched);
        if (local.asking) return;
        for (const kind of ['microphone', 'camera'] as const) this.#tellProblem(kind, local[kind].problem);
    }

    /** The clerk tries again: a problem that is still there is news. */
    forget(kind: MediaKind): void {
        this.#problems.delete(kind);
    }

    #tellList({ devices, inUse }: LocalState, speaker: SpeakerState): void {
        const used = { ...inUse, speaker: speaker.id };
        const changed: Changed = {
            type: 'devices.changed',
            cameras: [...devices.camera],
            microphones: [...devices.microphone],
            speakers: [...devices.speaker],
            chosen: Object.fromEntries(Object.entries(used).filter(([, id]) => id !== '')),
        };
        const text = JSON.stringify(changed);
        if (text === this.#list) return;
        this.#list = text;
        this.report(changed);
    }

    #tellSwitch(device: DeviceKind, switched: DeviceSwitch | undefined): void {
        if (switched === this.#switches.get(device)) return;
        if (switched === undefined) this.#switches.delete(device);
        else {
            this.#switches.set(device, switched);
            this.report({ type: 'device.switched', device, ...switched });
        }
    }

    #tellProblem(device: MediaKind, kind: MediaProblem | undefined): void {
        if (this.#problems.get(device) === kind) return;
        if (kind === undefined) this.#problems.delete(device);
        else {
            this.#problems.set(device, kind);
            this.report({ type: 'media.problem', kind, device });
        }
    }
}
