// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is plugged in, as the browser tells it, and what is said when something else than before is used.
export interface Device {
    readonly id: string;
    readonly label: string;
}
export interface DeviceList {
    readonly microphone: readonly Device[];
    readonly camera: readonly Device[];
    readonly speaker: readonly Device[];
}
export type DeviceKind = keyof DeviceList;

/**
 * Another device came into use by itself. `lost`: the one before was unplugged; `refused`: the one that was chosen cannot
 * be used; `back`: the one that was chosen is there again. `now` is empty where it is the system's own choice.
 */
export interface DeviceSwitch {
    readonly reason: 'lost' | 'refused' | 'back';
    readonly other: string;
    readonly now: string;
}

export const kDeviceKinds = ['microphone', 'camera', 'speaker'] as const;
export const kNoDevices: DeviceList = { microphone: [], camera: [], speaker: [] };

export const kDeviceNameChars = 200;
/** As many as one can choose among. */
const kMostDevices = 64;

/** Before a permission browsers give neither ids nor names. */
export function deviceList(found: readonly MediaDeviceInfo[]): DeviceList {
    const of = (kind: MediaDeviceKind): Device[] =>
        found
            .filter((device) => device.kind === kind && device.deviceId !== '')
            .slice(0, kMostDevices)
            .map((device) => ({ id: device.deviceId.slice(0, 256), label: device.label.slice(0, kDeviceNameChars) }));
    return { microphone: of('audioinput'), camera: of('videoinput'), speaker: of('audiooutput') };
}

/** By its id or, because ids may not outlive the page, by its name. */
export function findDevice(devices: readonly Device[], wanted: string | undefined): Device | undefined {
    if (wanted === undefined || wanted === '') return undefined;
    return devices.find(({ id }) => id === wanted) ?? devices.find(({ label }) => label === wanted);
}

/** Keeps the list. Of questions that follow each other only the last one's answer counts. */
export class DeviceWatch {
    #list: DeviceList = kNoDevices;
    #question = 0;
    /** Something was plugged in or out since the last look. */
    #plugged = false;

    constructor(
        private readonly devices: MediaDevices | undefined,
        private readonly looked: (before: DeviceList, plugged: boolean) => void,
    ) {
        devices?.addEventListener('devicechange', () => {
            this.#plugged = true;
            void this.look();
        });
    }

    get list(): DeviceList {
        return this.#list;
    }

    async look(): Promise<void> {
        const question = ++this.#question;
        const found = await this.devices?.enumerateDevices().catch(() => undefined);
        if (found === undefined || question !== this.#question) return;
        const before = this.#list;
        const plugged = this.#plugged;
        this.#plugged = false;
        this.#list = deviceList(found);
        this.looked(before, plugged);
    }
}
