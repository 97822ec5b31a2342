// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Small pieces that several views are made of.
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../../text/index.js';
import { announce } from '../announcer.js';
import type { DeviceChoice } from '../memory.js';
import type { OwnDevices } from '../ownDevices.js';
import type { Session } from '../session.js';
import type { DeviceUi } from '../ui.js';

export interface ViewProps {
    readonly session: Session;
    readonly text: Translate;
}

/** Whoever has camera, microphone and loudspeaker here. */
export interface DeviceOwner {
    readonly devices: OwnDevices;
    readonly ui: DeviceUi & { readonly devicesDecided: boolean };
    decideDevices(choice: DeviceChoice): Promise<void>;
}
export interface DeviceProps {
    readonly session: DeviceOwner;
    readonly text: Translate;
}

const kShapes = {
    check: 'M9.5 16.2 5.3 12l-1.4 1.4 5.6 5.6L20.6 7.9l-1.4-1.4z',
    people:
        'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm0 2c-3.3 0-8 1.7-8 5v2h16v-2c0-3.3-4.7-5-8-5zm7.5-2a3.5 3.5 0 1 0-1.6-6.6 6 6 0 0 1 0 6.2c.5.3 1 .4 1.6.4zm1.1 2.3c1.2 1.1 1.9 2.5 1.9 4.7v2H23v-2c0-2.7-2.7-4.2-5.4-4.7z',
    pause: 'M7 5h4v14H7zm6 0h4v14h-4z',
    larger: 'M4 4h7v2H6v5H4zm9 14h5v-5h2v7h-7z',
    smaller: 'M4 9h5V4h2v7H4zm9 4h7v2h-5v5h-2z',
    moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
    warning: 'M12 2 1 21h22zm1 16h-2v-2h2zm0-4h-2v-4h2z',
    info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm1 15h-2v-6h2zm0-8h-2V7h2z',
    microphone:
        'M12 14a3 3 0 0 0 3-3V5a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm5-3a5 5 0 0 1-10 0H5a7 7 0 0 0 6 6.9V21h2v-3.1A7 7 0 0 0 19 11z',
    microphone_off:
        'M19 11h-1.7c0 .7-.2 1.4-.4 2l1.2 1.2c.6-1 .9-2.1.9-3.2zm-4 .2V5a3 3 0 0 0-6-.2l6 6zM4.3 3 3 4.3l6 6V11a3 3 0 0 0 3.7 2.9l1.6 1.6A5 5 0 0 1 7 11H5a7 7 0 0 0 6 6.9V21h2v-3.1c.9-.1 1.7-.4 2.5-.9l4.2 4.2 1.3-1.3z',
    camera: 'M17 10.5V7a1 1 0 0 0-1-1H4a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-3.5l4 4v-11z',
    camera_off:
        'm21 6.5-4 4V7a1 1 0 0 0-1-1H9.8L21 17.2zM3.3 2 2 3.3 4.7 6H4a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h12l.5-.1 3.2 3.2 1.3-1.3z',
    leave: 'M12 9c-1.6 0-3.2.3-4.6.7v3.1c0 .4-.2.7-.6.9-1 .5-1.9 1.1-2.7 1.9a1 1 0 0 1-1.4 0L.3 13.1a1 1 0 0 1 0-1.4A16.5 16.5 0 0 1 12 7c4.5 0 8.7 1.8 11.7 4.7a1 1 0 0 1 0 1.4l-2.5 2.5a1 1 0 0 1-1.4 0c-.8-.7-1.7-1.4-2.7-1.9a1 1 0 0 1-.6-.9V9.7C15.2 9.3 13.6 9 12 9z',
    sound: 'M3 9v6h4l5 5V4L7 9zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.5 4.5 0 0 0 2.5-4zM14 3.2v2.1a7 7 0 0 1 0 13.4v2.1a9 9 0 0 0 0-17.6z',
    settings:
        'M4 7h9v2H4zm13 0h3v2h-3zm-3-2h2v6h-2zM4 15h3v2H4zm7 0h9v2h-9zm-3-2h2v6H8z',
    text: 'M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H8l-6 5V5a2 2 0 0 1 2-2zm2 5v2h12V8zm0 4v2h8v-2z',
    document: 'M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm7 2v5h5zM7 12v2h10v-2zm0 4v2h7v-2z',
    send: 'M3 20v-6.5l9-1.5-9-1.5V4l19 8z',
    screen: 'M3 4h18a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-7v2h3v2H7v-2h3v-2H3a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zm1 2v9h16V6zm8 1.5 4 4h-2.5V14h-3v-2.5H8z',
    back: 'M20 11H7.8l5.6-5.6L12 4l-8 8 8 8 1.4-1.4L7.8 13H20z',
} as const;
export type IconName = keyof typeof kShapes;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
    return (
        <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
            <path d={kShapes[name]} fill="currentColor" />
        </svg>
    );
}

/** For buttons that vanish by being pressed: the focus goes where the reader goes on. */
export function focusOn(id: string): void {
    document.getElementById(id)?.focus();
}

/** A question takes the focus while it is asked, and gives it back to the button that asked. */
export function useQuestion(asked: boolean, question: string, asker: string): void {
    const before = useRef(asked);
    useEffect(() => {
        if (asked) focusOn(question);
        else if (before.current) focusOn(asker);
        before.current = asked;
    }, [asked]);
}

export function onEscape(act: () => void): (event: KeyboardEvent) => void {
    return (event) => {
        if (event.key === 'Escape') act();
    };
}

interface ButtonProps {
    readonly id?: string;
    readonly kind: 'primary' | 'secondary' | 'tertiary';
    readonly label: string;
    readonly icon?: IconName;
    readonly description?: string;
    readonly block?: boolean;
    readonly busy?: boolean;
    readonly onPress?: () => void;
    readonly submit?: boolean;
}

export function Button(props: ButtonProps): JSX.Element {
    return (
        <button
            id={props.id}
            type={props.submit === true ? 'submit' : 'button'}
            class={`kern-btn kern-btn--${props.kind}${props.block === true ? ' kern-btn--block' : ''}`}
            aria-label={props.description}
            aria-disabled={props.busy === true}
            onClick={() => {
                if (props.busy !== true) props.onPress?.();
            }}
        >
            {props.icon !== undefined && <Icon name={props.icon} />}
            <span class="kern-label">{props.label}</span>
        </button>
    );
}

interface NoticeProps {
    readonly kind: 'info' | 'success' | 'warning' | 'danger';
    readonly title: string;
    readonly body?: string;
    readonly children?: ComponentChildren;
    /** For what appears while one reads something else. */
    readonly spoken?: boolean;
}

export function Notice({ kind, title, body, children, spoken }: NoticeProps): JSX.Element {
    const words = body === undefined ? title : `${title}. ${body}`;
    // A live region that comes with its words is not read; so the words go to one that stands already.
    useEffect(() => {
        if (spoken === true) announce(words, 'status');
    }, [spoken, words]);
    return (
        <div class={`kern-alert kern-alert--${kind} notice`}>
            <div class="kern-alert__header">
                <Icon name={kind === 'success' ? 'check' : kind === 'info' ? 'info' : 'warning'} />
                <span class="kern-title">{title}</span>
            </div>
            {(body !== undefined || children !== undefined) && (
                <div class="kern-alert__body">
                    {body !== undefined && <p class="kern-body">{body}</p>}
                    {children}
                </div>
            )}
        </div>
    );
}

/** The heading of a view takes the focus when the view appears, so that it is what a screen reader says next. */
export function ViewHeading({ children }: { readonly children: ComponentChildren }): JSX.Element {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        if (document.body.dataset['begun'] === 'yes') heading.current?.focus({ preventScroll: true });
        document.body.dataset['begun'] = 'yes';
        scrollTo(0, 0);
    }, []);
    return (
        <h1 class="kern-heading-x-large view-heading" tabIndex={-1} ref={heading}>
            {children}
        </h1>
    );
}

interface VideoProps {
    readonly id: string;
    readonly tracks: readonly (MediaStreamTrack | null | undefined)[];
    readonly label: string;
    readonly own?: boolean;
    readonly class?: string;
    /** The loudspeaker that its sound comes from; empty: the system's own. */
    readonly sink?: string;
    /** Told what turns the sound on where the browser keeps it back; undefined where it plays. */
    readonly onBlocked?: (unblock: (() => void) | undefined) => void;
}

export function Video(props: VideoProps): JSX.Element {
    const video = useRef<HTMLVideoElement>(null);
    const tracks = props.tracks.filter((track): track is MediaStreamTrack => track !== null && track !== undefined);
    useEffect(() => {
        const element = video.current;
        if (element === null) return undefined;
        element.muted = props.own === true;
        element.srcObject = tracks.length === 0 ? null : new MediaStream(tracks);
        if (tracks.length > 0) void begin(element, props.onBlocked);
        // Until it is collected, a video that has left the page keeps pictures that the camera needs back.
        return () => {
            element.srcObject = null;
        };
    }, [tracks.map((track) => track.id).join(' ')]);
    useEffect(() => {
        if (props.sink !== undefined && video.current !== null) playFrom(video.current, props.sink);
    }, [props.sink]);
    return (
        <video
            id={props.id}
            ref={video}
            class={props.class}
            aria-label={props.label}
            playsInline
            autoPlay
            muted={props.own === true}
        />
    );
}

/** A loudspeaker that cannot be used leaves the sound where it was. */
function playFrom(video: HTMLVideoElement, sink: string): void {
    if ('setSinkId' in video && video.sinkId !== sink) void video.setSinkId(sink).catch(() => undefined);
}

/** Where the browser blocks sound before a click, the picture runs at least, and the page asks for the click. */
async function begin(video: HTMLVideoElement, onBlocked: VideoProps['onBlocked']): Promise<void> {
    try {
        await video.play();
        onBlocked?.(undefined);
    } catch (problem) {
        if (!(problem instanceof DOMException) || problem.name !== 'NotAllowedError' || video.muted) return;
        video.muted = true;
        void video.play().catch(() => undefined);
        onBlocked?.(() => {
            video.muted = false;
            void video.play().catch(() => undefined);
        });
    }
}
