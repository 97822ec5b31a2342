// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The call: the other person large, oneself small, three buttons, and a plain word for whatever happens.
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sends } from '../../../room/localMedia.js';
import type { MediaKind } from '../../../room/localMedia.js';
import type { Ticket } from '../../../state/model.js';
import type { TextKey } from '../../../text/index.js';
import { announce } from '../announcer.js';
import { DeviceProblems } from './deviceCheck.js';
import { TransferNews, TransferQuestion } from './transfer.js';
import { Button, Icon, Video, onEscape, useQuestion } from './parts.js';
import type { ViewProps } from './parts.js';

interface CallProps extends ViewProps {
    readonly ticket: Ticket;
}

export function CallView(props: CallProps): JSX.Element {
    const { session, text, ticket } = props;
    const { call, local } = session.ui;
    const [unblock, setUnblock] = useState<(() => void) | undefined>(undefined);
    const blocked = useCallback((play: (() => void) | undefined) => setUnblock(() => play), []);
    const screen = call.remoteMedia?.screen === true;
    const clerk = ticket.clerkName ?? text('call.clerk');
    return (
        <div class={`call${screen ? ' call--screen' : ''}`}>
            <CallTitle clerk={clerk} text={text} />
            <div class="stage">
                {screen && (
                    <Video id="remote-screen" tracks={[call.remote?.screen]} label={text('call.remote_screen')} own />
                )}
                <Video
                    id="remote-video"
                    class={call.remoteMedia?.camera === false ? 'away' : ''}
                    tracks={[call.remote?.camera, call.remote?.microphone]}
                    label={text('call.remote', { clerk })}
                    onBlocked={blocked}
                />
                <StageMessage {...props} />
                <div class="remote-label">
                    <span>{clerk}</span>
                    {call.phase === 'connected' && call.remoteMedia?.microphone === false && (
                        <span class="muted">
                            <Icon name="microphone_off" />
                            {text('call.remote_muted')}
                        </span>
                    )}
                </div>
                <div class="own">
                    {local.camera.track !== null ? (
                        <Video id="local-video" own class="mirrored" tracks={[local.camera.track]} label={text('call.own')} />
                    ) : (
                        <p class="own-empty">
                            <Icon name="camera_off" />
                            <span class="kern-sr-only">{text('devices.camera_off')}</span>
                        </p>
                    )}
                </div>
                {unblock !== undefined && (
                    <div class="unblock">
                        <Button
                            kind="primary"
                            icon="sound"
                            label={text('call.sound_on')}
                            onPress={() => {
                                unblock();
                                setUnblock(undefined);
                            }}
                        />
                    </div>
                )}
            </div>
            <div class="call-problems">
                <DeviceProblems session={session} text={text} />
                <TransferNews session={session} text={text} />
            </div>
            {ticket.transfer !== undefined && <TransferQuestion {...props} transfer={ticket.transfer} />}
            <Controls {...props} />
        </div>
    );
}

function CallTitle({ clerk, text }: { readonly clerk: string } & Pick<ViewProps, 'text'>): JSX.Element {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => heading.current?.focus({ preventScroll: true }), []);
    return (
        <h1 class="kern-sr-only" tabIndex={-1} ref={heading}>
            {text('call.title', { clerk })}
        </h1>
    );
}

function messageFor({ session, ticket }: CallProps): TextKey | undefined {
    const { call, local } = session.ui;
    if (ticket.state === 'held') return 'call.held';
    if (session.model.line !== 'online' && call.phase !== 'connected') return 'call.line_lost';
    if (local.asking && local.camera.track === null && local.microphone.track === null) return 'call.asking';
    switch (call.phase) {
        case 'interrupted':
        case 'failed':
            return 'call.interrupted';
        case 'connected':
            return call.remoteMedia?.camera === false ? 'call.no_picture' : undefined;
        default:
            return 'call.connecting';
    }
}

function StageMessage(props: CallProps): JSX.Element | null {
    const key = messageFor(props);
    const message = key === undefined ? undefined : props.text(key);
    useEffect(() => {
        if (message !== undefined) announce(message, 'urgent');
    }, [message]);
    if (message === undefined) return null;
    return (
        <p class={`stage-message${key === 'call.no_picture' ? ' stage-message--quiet' : ''}`} data-message={key}>
            {message}
        </p>
    );
}

function Controls({ session, text }: CallProps): JSX.Element {
    useQuestion(session.ui.leaving, 'leave-call-question', 'leave-call');
    const stay = (): void => session.askLeave(false);
    if (session.ui.leaving) {
        return (
            <div
                class="controls controls--question"
                role="alertdialog"
                aria-labelledby="leave-call-question"
                onKeyDown={onEscape(stay)}
            >
                <p id="leave-call-question" tabIndex={-1}>
                    {text('leave.call_question')}
                </p>
                <button type="button" class="control control--wide" onClick={stay}>
                    {text('leave.call_stay')}
                </button>
                <button type="button" class="control control--wide control--danger" onClick={() => session.leave()}>
                    {text('leave.call_confirm')}
                </button>
            </div>
        );
    }
    return (
        <div class="controls" role="toolbar" aria-label={text('call.controls')}>
            <Control kind="microphone" session={session} text={text} />
            <Control kind="camera" session={session} text={text} />
            <button
                type="button"
                id="leave-call"
                class="control control--danger"
                onClick={() => session.askLeave(true)}
            >
                <Icon name="leave" />
                <span>{text('call.leave')}</span>
            </button>
        </div>
    );
}

function Control({ kind, session, text }: ViewProps & { readonly kind: MediaKind }): JSX.Element {
    const on = sends(session.ui.local[kind]);
    return (
        <button
            type="button"
            class={`control${on ? '' : ' control--off'}`}
            id={`toggle-${kind}`}
            data-on={on}
            onClick={() => (kind === 'camera' ? session.setCamera(!on) : session.setMicrophone(!on))}
        >
            <Icon name={on ? kind : `${kind}_off`} />
            <span>{text(on ? `${kind}.turn_off` : `${kind}.turn_on`)}</span>
        </button>
    );
}
