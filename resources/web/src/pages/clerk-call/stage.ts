// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Draws the clerk's view: the citizen large, or the citizen's screen with the citizen small, and the clerk's own picture.
import type { ClerkView } from '../../room/clerkView.js';
import type { Ear } from '../../room/ear.js';
import { showsNothing, visitorMaySend } from '../../state/control.js';
import { translator } from '../../text/index.js';
import type { TextKey } from '../../text/index.js';
import { PeopleTiles } from './peopleTiles.js';
import { play } from './playing.js';
import type { Sinkable } from './playing.js';

/** What stands in the place of the citizen's picture, wherever that is, and covers nothing else. */
const kOfPicture: ReadonlySet<TextKey> = new Set<TextKey>(['clerk.no_picture', 'clerk.camera_off_by_you']);

function element<T extends HTMLElement>(id: string): T {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no ${id}`);
    return found as T;
}

export class Stage {
    readonly documents = element('document');
    readonly inspection = element('inspection');
    readonly #root = document.documentElement;
    readonly #remote = element<Sinkable>('remote-video');
    readonly #remoteScreen = element<HTMLVideoElement>('remote-screen');
    readonly #local = element<HTMLVideoElement>('local-video');
    readonly #share = element<HTMLVideoElement>('share-preview');
    readonly #message = element('message');
    readonly #person = element('person');
    readonly #muted = element('remote-muted');
    readonly #sharing = element('sharing');
    readonly #unheard = element('unheard');
    readonly #level = element<HTMLMeterElement>('level');
    readonly #people = new PeopleTiles(element('people'));
    #speaker = '';
    #framesSeen = false;

    constructor(
        private readonly firstFrame: () => void,
        ear: Ear,
    ) {
        ear.onLevel((level) => (this.#level.value = level));
    }

    /** The citizen's, as it is now. */
    get picture(): HTMLVideoElement {
        return this.#remote;
    }

    /** An identity document is looked at: the citizen's picture stands large again. */
    inspect(on: boolean): void {
        this.inspection.hidden = !on;
        this.#root.classList.toggle('with-inspection', on);
    }

    /** For a document: the pictures stand small beside it. */
    makeRoom(on: boolean): void {
        this.documents.hidden = !on;
        this.#root.classList.toggle('with-document', on);
    }

    show(view: ClerkView): void {
        const text = translator(view.lang);
        this.#root.lang = view.lang;
        const remote = view.remote;
        if (play(this.#remote, [remote?.camera, remote?.microphone]) && remote !== undefined) this.#awaitFirstFrame();
        const inCall = view.call !== undefined;
        const media = view.remoteMedia;
        const may = visitorMaySend(view.control);
        const screen = inCall && media?.screen === true && may.screen;
        play(this.#remoteScreen, [screen ? remote?.screen : null]);
        play(this.#local, [view.camera]);
        play(this.#share, [view.screen]);
        this.#useSpeaker(view.speaker);
        this.#people.show(view, text);
        this.#remote.muted = view.consults;
        this.#root.classList.toggle('joined', view.call?.joined === true);

        // Never taken out of the layout: a video that is not laid out reports no frames.
        this.#remote.classList.toggle('away', !inCall || view.call?.joined === true || !this.#framesSeen || media?.camera === false || !may.camera);
        this.#remoteScreen.hidden = !screen;
        this.#root.classList.toggle('with-screen', screen);
        this.#local.hidden = view.camera === null;
        this.#share.hidden = view.screen === null;
        this.#sharing.hidden = view.screen === null;
        this.#sharing.textContent = text(view.screenPaused ? 'clerk.sharing_paused' : 'clerk.sharing');
        const isSilent = media?.microphone === false || !may.microphone;
        this.#muted.hidden = !inCall || view.line !== 'connected' || !isSilent || view.call?.joined === true || view.control.on_hold;
        this.#muted.textContent = text(view.control.muted ? 'clerk.muted_by_you' : 'clerk.remote_muted');
        this.#person.hidden = !inCall;
        this.#person.textContent = [view.call?.number, view.call?.name].filter((word) => word).join(' · ');
        this.#level.hidden = !inCall;
        this.#level.ariaLabel = text('clerk.level');
        this.#unheard.hidden = !view.unheard;
        this.#unheard.textContent = view.unheard ? text('clerk.unheard') : '';
        const message = this.#messageFor(view);
        this.#message.hidden = message === undefined;
        this.#message.classList.toggle('of-picture', message !== undefined && kOfPicture.has(message[0]));
        this.#message.textContent = message === undefined ? '' : text(...message);
    }

    #messageFor({ call, control, outage, remote, remoteMedia, people }: ClerkView): readonly [TextKey, Record<string, string>?] | undefined {
        if (call === undefined) return ['clerk.idle'];
        if (call.joined === true) return people.length === 0 ? ['clerk.connecting'] : undefined;
        if (control.on_hold) return ['clerk.on_hold'];
        switch (outage.kind) {
            case 'building':
                return [remote === undefined ? 'clerk.awaiting' : 'clerk.connecting'];
            case 'restoring':
                return ['clerk.interrupted', { seconds: String(outage.seconds) }];
            case 'unreachable':
                return ['clerk.unreachable'];
            case 'none':
                if (remote === undefined) return ['clerk.awaiting'];
                if (!showsNothing(remoteMedia, visitorMaySend(control))) return undefined;
                return [control.camera_off ? 'clerk.camera_off_by_you' : 'clerk.no_picture'];
            default:
                return outage satisfies never;
        }
    }

    #awaitFirstFrame(): void {
        this.#framesSeen = false;
        const stream = this.#remote.srcObject;
        this.#remote.requestVideoFrameCallback(() => {
            if (this.#remote.srcObject !== stream) return;
            this.#framesSeen = true;
            this.#remote.classList.remove('away');
            this.firstFrame();
        });
    }

    #useSpeaker(id: string): void {
        if (id === this.#speaker) return;
        this.#speaker = id;
        void this.#remote.setSinkId?.(id).catch(() => undefined);
    }
}
