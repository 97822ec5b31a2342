// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk lets the visitor do, obeyed here: what is taken away stops at once, and what is given back is turned on
// by nobody but its owner. The server and the clerk's app do not rely on it.
import type { CallControl } from '../../protocol/messages.js';
import type { MediaFlags } from '../../room/citizenCall.js';
import { type LocalState, type MediaKind, problemOf, sends } from '../../room/localMedia.js';
import { OwnScreen } from '../../room/ownScreen.js';
import type { SlotTracks } from '../../room/peer.js';
import { controlNews, kUncontrolled, visitorMaySend } from '../../state/control.js';
import type { OwnDevices } from './ownDevices.js';

export type ShareNews = 'offered' | 'impossible' | 'stopped' | 'failed';

export interface PermissionsUi {
    /** The own screen is shown to the clerk. */
    readonly sharing: boolean;
    /** What may be turned on again. */
    readonly returned: readonly MediaKind[];
    readonly shareNews?: ShareNews;
}

export const kNothingPermitted: PermissionsUi = { sharing: false, returned: [] };

/** Phones show no screen. */
export function maySeeScreen(): boolean {
    const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
    return devices?.getDisplayMedia !== undefined;
}

export class Permissions {
    #control = kUncontrolled;
    #ui = kNothingPermitted;
    readonly #screen = new OwnScreen(
        () => navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } } }),
        (track) => {
            this.#show({ sharing: track !== null });
            this.send();
        },
    );

    constructor(
        private readonly devices: OwnDevices,
        private readonly changed: (ui: PermissionsUi) => void,
        private readonly send: () => void,
    ) {}

    /** `talking`: clerk and visitor are together; when they part, there is nothing to read any more. */
    obey(control: CallControl, talking: boolean): void {
        const news = controlNews(this.#control, control);
        if (news.length === 0) return;
        this.#control = control;
        this.devices.allow({ microphone: !control.muted, camera: !control.camera_off });
        const { sharing, returned, shareNews } = this.#ui;
        const back: MediaKind[] = [];
        if ((news.includes('unmuted') || returned.includes('microphone')) && !control.muted) back.push('microphone');
        if ((news.includes('camera_on') || returned.includes('camera')) && !control.camera_off) back.push('camera');
        let about = control.may_share ? shareNews : undefined;
        if (news.includes('may_share')) about = maySeeScreen() ? 'offered' : 'impossible';
        if (news.includes('share_stopped') && sharing) about = 'stopped';
        if (!control.may_share) this.#screen.stop();
        this.#ui = { sharing: this.#ui.sharing, returned: talking ? back : [] };
        this.#show(talking && about !== undefined ? { shareNews: about } : {});
        this.send();
    }

    /** What leaves this page. A microphone that is off sends silence, by which the other side knows that the line lives. */
    outgoing({ microphone, camera }: LocalState): { readonly tracks: SlotTracks; readonly media: MediaFlags } {
        const may = visitorMaySend(this.#control);
        const isFree = !this.#control.on_hold;
        const screen = may.screen ? this.#screen.track : null;
        return {
            tracks: { microphone: isFree ? microphone.track : null, camera: isFree ? camera.track : null, screen },
            media: {
                microphone: may.microphone && sends(microphone),
                camera: may.camera && sends(camera),
                screen: screen !== null,
            },
        };
    }

    turnOn(kind: MediaKind): void {
        if (kind === 'camera') this.devices.setCamera(true);
        else this.devices.setMicrophone(true);
    }

    async share(): Promise<void> {
        this.#read();
        try {
            await this.#screen.start();
        } catch (problem) {
            // Who thinks better of it in the browser's window has no problem.
            if (problemOf(problem) !== 'denied') this.#show({ shareNews: 'failed' });
        }
    }

    stopSharing(): void {
        this.#screen.stop();
    }

    /** What was told was read. */
    acknowledge(): void {
        this.#ui = { ...this.#ui, returned: [] };
        this.#read();
    }

    #read(): void {
        const { shareNews: _read, ...ui } = this.#ui;
        this.#ui = ui;
        this.#show({});
    }

    #show(part: Partial<PermissionsUi>): void {
        this.#ui = { ...this.#ui, ...part };
        this.changed(this.#ui);
    }
}
