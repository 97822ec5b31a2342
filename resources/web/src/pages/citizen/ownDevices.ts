// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's camera, microphone and loudspeaker: which, whether on, and what this tab remembers of it.
import type { DeviceKind } from '../../room/devices.js';
import { Ear, hear } from '../../room/ear.js';
import { LocalMedia, sends } from '../../room/localMedia.js';
import type { LocalState, MediaKind } from '../../room/localMedia.js';
import { Speaker } from '../../room/speaker.js';
import { testSpeaker } from '../../room/tone.js';
import type { DeviceChoice, Memory } from './memory.js';
import type { DeviceUi } from './ui.js';

function setTimer(ms: number, action: () => void): () => void {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
}

export class OwnDevices {
    readonly ear = new Ear({ hear, setTimer }, (unheard) => this.show({ unheard }));
    readonly #media = new LocalMedia((local) => this.#changed(local));
    readonly #speaker = new Speaker((speaker) => this.show({ speaker }));
    /** How the microphone was before the key was held. */
    #before: boolean | undefined;
    /** The camera is off because another program of the device photographs with it. */
    #lent = false;
    #may: DeviceChoice = { microphone: true, camera: true };

    constructor(
        private readonly memory: Memory,
        /** What the page shows of it. */
        private readonly show: (part: Partial<DeviceUi>) => void,
        private readonly send: (local: LocalState) => void,
    ) {
        this.#prefer();
    }

    get state(): LocalState {
        return this.#media.state;
    }

    open(choice: DeviceChoice): Promise<void> {
        const { microphone, camera } = this.#may;
        return this.#media.open({ microphone: microphone && choice.microphone, camera: camera && choice.camera });
    }

    /** What the clerk takes away goes off at once, and stays off until its owner turns it on again. */
    allow(may: DeviceChoice): void {
        const before = this.#may;
        if (before.microphone && !may.microphone) this.setMicrophone(false);
        if (before.camera && !may.camera) this.setCamera(false);
        this.#may = may;
    }

    close(): void {
        this.#before = undefined;
        this.#lent = false;
        this.#media.close();
    }

    setMicrophone(on: boolean): void {
        if (on && !this.#may.microphone) return;
        this.#before = undefined;
        this.memory.devices = { ...this.#wanted, microphone: on };
        this.#media.setMicrophone(on);
    }

    setCamera(on: boolean): void {
        if (on && !this.#may.camera) return;
        this.#lent = false;
        this.memory.devices = { ...this.#wanted, camera: on };
        this.#media.setCamera(on);
    }

    /** Phones give a camera to one at a time; whoever lends it has not turned it off. */
    lendCamera(): void {
        if (!this.#media.state.camera.wanted) return;
        this.#lent = true;
        this.#media.setCamera(false);
    }

    takeCameraBack(): void {
        if (!this.#lent) return;
        this.#lent = false;
        if (this.#may.camera) this.#media.setCamera(true);
    }

    /** While held, the microphone is the other way round: who is muted is heard, who is heard is muted. */
    hold(on: boolean): void {
        const { microphone } = this.#media.state;
        const before = this.#before;
        if (on && before === undefined && microphone.track !== null && this.#may.microphone) {
            this.#before = microphone.wanted;
            this.#media.setMicrophone(!microphone.wanted);
        } else if (!on && before !== undefined) {
            this.#before = undefined;
            this.#media.setMicrophone(before);
        }
    }

    choose(kind: DeviceKind, id: string): void {
        this.memory.chooseDevice(kind, id);
        if (kind === 'speaker') this.#speaker.choose(id);
        else this.#media.choose(kind, id);
    }

    /** Another camera for a moment, or again the one that was chosen: what this tab remembers stays. */
    lookThrough(camera: string | undefined): void {
        this.#media.choose('camera', camera ?? this.memory.chosenDevice('camera') ?? '');
    }

    /** That another device is in use was read. */
    acknowledge(kind: DeviceKind): void {
        if (kind === 'speaker') this.#speaker.acknowledge();
        else this.#media.acknowledge(kind);
    }

    async testSpeaker(): Promise<void> {
        this.show({ speakerTest: 'playing' });
        try {
            await testSpeaker(this.#speaker.state.id);
            this.show({ speakerTest: 'played' });
        } catch {
            this.show({ speakerTest: this.#speaker.refuse() ? 'played' : 'failed' });
        }
    }

    #prefer(): void {
        const { memory } = this;
        const chosen = (kind: MediaKind): { [K in MediaKind]?: string } => {
            const id = memory.chosenDevice(kind);
            return id === undefined ? {} : { [kind]: id };
        };
        this.#media.prefer({ ...chosen('microphone'), ...chosen('camera') });
        this.#speaker.choose(memory.chosenDevice('speaker') ?? '');
    }

    #changed(local: LocalState): void {
        this.#speaker.look(local.devices.speaker);
        this.ear.follow(local.microphone.track, sends(local.microphone));
        this.show({ local });
        this.send(local);
    }

    /** A key that is held is no choice. */
    get #wanted(): DeviceChoice {
        const { microphone, camera } = this.#media.state;
        return { microphone: this.#before ?? microphone.wanted, camera: this.#lent || camera.wanted };
    }
}
