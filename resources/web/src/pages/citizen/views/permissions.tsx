// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk has set for the visitor, in words: what is off, what may be turned on again, and the own screen.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Ticket } from '../../../state/model.js';
import type { TextKey } from '../../../text/index.js';
import { announce } from '../announcer.js';
import { maySeeScreen } from '../permissions.js';
import { Button, Icon, Notice, focusOn } from './parts.js';
import type { ViewProps } from './parts.js';

interface PermissionProps extends ViewProps {
    readonly ticket: Ticket;
    readonly clerk: string;
}

function lockedKey({ muted, camera_off: cameraOff }: Ticket['control']): TextKey | undefined {
    if (muted && cameraOff) return 'control.both_off';
    if (muted) return 'control.muted';
    return cameraOff ? 'control.camera_off' : undefined;
}

export function PermissionNotices(props: PermissionProps): JSX.Element | null {
    const { text, ticket, clerk } = props;
    if (ticket.control.on_hold) return null;
    const locked = lockedKey(ticket.control);
    return (
        <>
            {locked !== undefined && (
                <Notice
                    kind="info"
                    spoken
                    title={text(locked, { clerk })}
                    body={text(`${locked}_body` as TextKey, { clerk })}
                />
            )}
            <Returned {...props} />
            <ShareNotice {...props} />
        </>
    );
}

function Returned({ session, text, clerk }: PermissionProps): JSX.Element | null {
    const { local, permissions } = session.ui;
    const kinds = permissions.returned.filter((kind) => !local[kind].wanted);
    const [first, second] = kinds;
    if (first === undefined) return null;
    const key: TextKey = second !== undefined ? 'control.both_back' : `control.${first}_back`;
    return (
        <Notice kind="success" spoken title={text(key, { clerk })}>
            <div class="buttons">
                {kinds.map((kind) => (
                    <Button
                        key={kind}
                        kind="secondary"
                        icon={kind}
                        label={text(`${kind}.turn_on`)}
                        onPress={() => {
                            focusOn(`toggle-${kind}`);
                            session.permissions.turnOn(kind);
                        }}
                    />
                ))}
                <Button kind="tertiary" label={text('control.later')} onPress={() => acknowledge(session)} />
            </div>
        </Notice>
    );
}

function ShareNotice({ session, text, clerk }: PermissionProps): JSX.Element | null {
    const news = session.ui.permissions.shareNews;
    if (news === undefined) return null;
    return (
        <Notice
            kind={news === 'failed' ? 'warning' : 'info'}
            spoken
            title={text(`share.${news}`, { clerk })}
            body={text(`share.${news}_body`)}
        >
            <div class="buttons">
                {news === 'offered' && (
                    <Button kind="secondary" icon="screen" label={text('share.start')} onPress={() => begin(session)} />
                )}
                <Button
                    kind="tertiary"
                    label={text(news === 'offered' ? 'control.later' : 'switched.read')}
                    onPress={() => acknowledge(session)}
                />
            </div>
        </Notice>
    );
}

function acknowledge(session: ViewProps['session']): void {
    focusOn('leave-call');
    session.permissions.acknowledge();
}

function begin(session: ViewProps['session']): void {
    focusOn('share-screen');
    void session.permissions.share();
}

/** There while the clerk lets the visitor share, on devices that can. */
export function ShareButton({ session, text, ticket }: ViewProps & { readonly ticket: Ticket }): JSX.Element | null {
    if (!ticket.control.may_share || !maySeeScreen()) return null;
    const { sharing } = session.ui.permissions;
    return (
        <button
            type="button"
            id="share-screen"
            class={`control${sharing ? ' control--off' : ''}`}
            data-on={sharing}
            onClick={() => (sharing ? session.permissions.stopSharing() : begin(session))}
        >
            <Icon name="screen" />
            <span>{text(sharing ? 'share.stop' : 'share.start')}</span>
        </button>
    );
}

/** Nobody shows the own screen without knowing it. */
export function SharingSign({ session, text }: ViewProps): JSX.Element | null {
    const { sharing } = session.ui.permissions;
    const words = text('share.on');
    useEffect(() => {
        if (sharing) announce(words, 'status');
    }, [sharing, words]);
    return sharing ? <p class="sharing-sign">{words}</p> : null;
}

/** That it goes on is said as soon as that it does not. */
/** The sign is in the picture: whoever cannot see it hears that it stands, and that it goes on. */
export function usePauseAnnounced(paused: boolean, text: ViewProps['text']): void {
    const before = useRef(paused);
    useEffect(() => {
        if (before.current !== paused) announce(text(paused ? 'call.screen_paused' : 'call.screen_goes_on'), 'status');
        before.current = paused;
    }, [paused]);
}

export function useHoldAnnounced(onHold: boolean, words: string): void {
    const before = useRef(onHold);
    useEffect(() => {
        if (before.current && !onHold) announce(words, 'status');
        before.current = onHold;
    }, [onHold]);
}
