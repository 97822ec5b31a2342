// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The call: the other person large, oneself small, four buttons, and a plain word for whatever happens.
import type { JSX } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { sends } from '../../../room/localMedia.js';
import { isGuest } from '../../../room/roomMesh.js';
import { showsNothing } from '../../../state/control.js';
import type { Ticket } from '../../../state/model.js';
import type { TextKey } from '../../../text/index.js';
import { announce } from '../announcer.js';
import { DevicesPanel, UnheardSign, useTalkKey } from './deviceChoice.js';
import { Control, OwnPicture } from './callParts.js';
import { DeviceProblems } from './deviceCheck.js';
import { PermissionNotices, ShareButton, SharingSign, useHoldAnnounced, usePauseAnnounced } from './permissions.js';
import { DocumentsButton, DocumentsPanel, useSpokenDocuments } from './documents.js';
import { PeopleTiles, useLarge } from './people.js';
import { TransferNews, TransferQuestion } from './transfer.js';
import { TextButton, TextPanel, TextPeek, useSpokenLines } from './text.js';
import { AskedCardView, askedIn } from './askedCard.js';
import { SharedDocument, shownIn, useLookingAhead } from './shown.js';
import { useSpokenPeople } from './spokenPeople.js';
import { Button, Icon, Video, focusOn, onEscape, useQuestion } from './parts.js';
import type { ViewProps } from './parts.js';

interface CallProps extends ViewProps {
    readonly ticket: Ticket;
}

export function CallView(props: CallProps): JSX.Element {
    const { session, text, ticket } = props;
    const { call } = session.ui;
    const [unblock, setUnblock] = useState<(() => void) | undefined>(undefined);
    const blocked = useCallback((play: (() => void) | undefined) => setUnblock(() => play), []);
    const onHold = ticket.control.on_hold;
    const screen = call.remoteMedia?.screen === true && !onHold;
    const clerk = ticket.clerkName ?? text('call.clerk');
    const [choosing, setChoosing] = useState(false);
    const guests = session.ui.people.filter(isGuest);
    const [large, setLarge] = useLarge(guests, true);
    const room = guests.length > 0 ? ' call--room' : '';
    const isLarge = large !== undefined;
    useTalkKey(session);
    const writes = ticket.state !== 'called' && session.ui.written.open;
    useSpokenLines({ session, text, clerk });
    useSpokenPeople(guests, text);
    useHoldAnnounced(onHold, text('call.off_hold'));
    usePauseAnnounced(screen && call.remoteMedia?.screen_paused === true, text);
    useSpokenDocuments({ session, text });
    useLookingAhead(session);
    const asked = askedIn(session);
    const shown = asked === undefined ? shownIn(session) : undefined;
    const beside = asked !== undefined ? ' call--document call--asked' : shown !== undefined ? ' call--document' : '';
    const small = beside !== '' || room !== '';
    return (
        <div class={`call${screen ? ' call--screen' : ''}${writes ? ' call--text' : ''}${beside}${room}`}>
            <CallTitle clerk={clerk} text={text} />
            <div class={`stage stage--${Math.min(guests.length + 1, 4)}${isLarge ? ' stage--large' : ''}`}>
                {screen && (
                    <Video id="remote-screen" tracks={[call.remote?.screen]} label={text('call.remote_screen')} own />
                )}
                <div class="clerk">
                    <Video
                        id="remote-video"
                        class={call.remoteMedia?.camera === false || onHold ? 'away' : ''}
                        tracks={[call.remote?.camera, call.remote?.microphone]}
                        label={text('call.remote', { clerk })}
                        sink={session.ui.speaker.id}
                        onBlocked={blocked}
                    />
                    {messageFor(props) === 'call.no_picture' && <p class="picture-word">{text(small ? 'room.no_picture' : 'call.no_picture')}</p>}
                    <div class="remote-label">
                        <span>{clerk}</span>
                        {call.phase === 'connected' && call.remoteMedia?.microphone === false && !onHold && (
                            <span class="muted">
                                <Icon name="microphone_off" />
                                {text('call.remote_muted')}
                            </span>
                        )}
                    </div>
                </div>
                <PeopleTiles people={guests} text={text} sink={session.ui.speaker.id} large={large} onLarge={setLarge} />
                {shown !== undefined && <SharedDocument key={text('view.tools')} session={session} text={text} clerk={clerk} shown={shown} />}
                {asked !== undefined && <AskedCardView session={session} text={text} clerk={clerk} step={asked} />}
                <StageMessage {...props} />
                {!onHold && !ticket.control.muted && <UnheardSign session={session} text={text} />}
                <SharingSign session={session} text={text} />
                <OwnPicture session={session} text={text} hidden={onHold} />
                {ticket.state !== 'called' && <TextPeek session={session} text={text} clerk={clerk} />}
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
                <LineWord session={session} text={text} />
                <PermissionNotices {...props} clerk={clerk} />
            </div>
            {ticket.transfer !== undefined && <TransferQuestion {...props} transfer={ticket.transfer} />}
            {choosing && <DevicesPanel session={session} text={text} onClose={() => closePanel(setChoosing)} />}
            {ticket.state !== 'called' && session.ui.documents.open && <DocumentsPanel session={session} text={text} />}
            {writes && <TextPanel session={session} text={text} clerk={clerk} />}
            <Controls {...props} choosing={choosing} onChoose={setChoosing} />
        </div>
    );
}

function closePanel(setChoosing: (choosing: boolean) => void): void {
    focusOn('choose-devices');
    setChoosing(false);
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
    if (ticket.control.on_hold) return 'call.on_hold';
    if (call.outage?.kind === 'restoring') return 'call.interrupted';
    if (call.outage?.kind === 'unreachable') return 'call.unreachable';
    if (session.model.line !== 'online' && call.phase !== 'connected') return 'call.line_lost';
    if (local.asking && local.camera.track === null && local.microphone.track === null) return 'call.asking';
    if (call.phase !== 'connected') return 'call.connecting';
    if (session.ui.people.some(({ isConsulting }) => isConsulting)) return 'room.consulting';
    return showsNothing(call.remoteMedia) ? 'call.no_picture' : undefined;
}

function StageMessage(props: CallProps): JSX.Element | null {
    const { text } = props;
    const { outage } = props.session.ui.call;
    const key = messageFor(props);
    const last = useRef<TextKey | undefined>(undefined);
    useEffect(() => {
        if (key !== undefined) announce(text(key), 'urgent');
        // Not urgent: the colleague who comes in with it would be heard in its place.
        else if (last.current === 'room.consulting') announce(text('room.consulted'), 'status');
        last.current = key;
    }, [key]);
    // That there is no picture stands in its place.
    if (key === undefined || key === 'call.no_picture') return null;
    const counting = key === 'call.interrupted' && outage?.kind === 'restoring';
    return (
        <p class="stage-message">
            {text(key)}
            {counting && (
                <>
                    {' '}
                    {/* Read aloud every second it would be in the way of every other word. */}
                    <span aria-hidden="true">{text('call.seconds_left', { seconds: outage.seconds })}</span>
                </>
            )}
        </p>
    );
}

/** Sound comes first; whoever is not seen must know that it is not the camera. */
function LineWord({ session, text }: Pick<ViewProps, 'session' | 'text'>): JSX.Element | null {
    const { line, phase } = session.ui.call;
    const off = phase === 'connected' && line?.picture === 'none' && sends(session.ui.local.camera);
    useEffect(() => {
        if (off) announce(text('call.picture_withheld'), 'polite');
    }, [off]);
    return off ? <p class="notice line-word">{text('call.picture_withheld')}</p> : null;
}

interface ControlsProps extends CallProps {
    readonly choosing: boolean;
    readonly onChoose: (choosing: boolean) => void;
}

function Controls({ session, text, ticket, choosing, onChoose }: ControlsProps): JSX.Element {
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
            <Control kind="microphone" locked={ticket.control.muted} session={session} text={text} />
            <Control kind="camera" locked={ticket.control.camera_off} session={session} text={text} />
            <ShareButton session={session} text={text} ticket={ticket} />
            {ticket.state !== 'called' && <TextButton session={session} text={text} />}
            {ticket.state !== 'called' && <DocumentsButton session={session} text={text} />}
            <button
                type="button"
                id="choose-devices"
                class="control"
                aria-expanded={choosing}
                aria-controls="devices-panel"
                onClick={() => onChoose(!choosing)}
            >
                <Icon name="settings" />
                <span>{text('call.devices')}</span>
            </button>
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
