// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Draws the clerk's view: the citizen large, or the citizen's screen with the citizen small, and the clerk's own picture.
import type { ClerkView } from '../../room/clerkView.js';
import type { Ear } from '../../room/ear.js';
import { showsNothing, visitorMaySend } from '../../state/control.js';
import { translator } from '../../text/index.js';
import type { TextKey } from '../../text/index.js';

function element<T extends HTMLElement>(id: string): T {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no ${id}`);
    return found as T;
}

/** Gives a video the tracks it shall play; the same tracks again change nothing, so nothing flickers. */
function play(video: HTMLVideoElement, tracks: readonly (MediaStreamTrack | null | undefined)[]): boolean {
    const wanted = tracks.filter((track): track is MediaStreamTrack => track !== null && track !== undefined);
    const stream = video.srcObject instanceof MediaStream ? video.srcObject : null;
    const playing = stream?.getTracks() ?? [];
    if (playing.length === wanted.length && wanted.every((track) => playing.includes(track))) return false;
    video.srcObject = wanted.length === 0 ? null : new MediaStream(wanted);
    if (wanted.length > 0) void video.play().catch(() => undefined);
    return true;
}

type Sinkable = HTMLVideoElement & { setSinkId?(id: string): Promise<void> };

export class Stage {
    readonly documents = element('document');
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
    #speaker = '';
    #framesSeen = false;

    constructor(
        private readonly firstFrame: () => void,
        ear: Ear,
    ) {
        ear.onLevel((level) => (this.#level.value = level));
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

        // Never taken out of the layout: a video that is not laid out reports no frames.
        this.#remote.classList.toggle('away', !inCall || !this.#framesSeen || media?.camera === false || !may.camera);
        this.#remoteScreen.hidden = !screen;
        this.#root.classList.toggle('with-screen', screen);
        this.#local.hidden = view.camera === null;
        this.#share.hidden = view.screen === null;
        this.#sharing.hidden = view.screen === null;
        this.#sharing.textContent = text(view.screenPaused ? 'clerk.sharing_paused' : 'clerk.sharing');
        const isSilent = media?.microphone === false || !may.microphone;
        this.#muted.hidden = !inCall || view.line !== 'connected' || !isSilent || view.control.on_hold;
        this.#muted.textContent = text(view.control.muted ? 'clerk.muted_by_you' : 'clerk.remote_muted');
        this.#person.hidden = !inCall;
        this.#person.textContent = [view.call?.number, view.call?.name].filter((word) => word).join(' · ');
        this.#level.hidden = !inCall;
        this.#level.ariaLabel = text('clerk.level');
        this.#unheard.hidden = !view.unheard;
        this.#unheard.textContent = view.unheard ? text('clerk.unheard') : '';
        const message = this.#messageFor(view);
        this.#message.hidden = message === undefined;
        this.#message.textContent = message === undefined ? '' : text(...message);
    }

    #messageFor({ call, control, outage, remote, remoteMedia }: ClerkView): readonly [TextKey, Record<string, string>?] | undefined {
        if (call === undefined) return ['clerk.idle'];
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
