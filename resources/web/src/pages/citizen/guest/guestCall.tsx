// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A guest in the conversation: all others as they are, oneself small, and the buttons for one's own part.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Shown } from '../../../document/stage.js';
import type { Message } from '../../../protocol/messages.js';
import type { TextKey, Translate } from '../../../text/index.js';
import { announce } from '../announcer.js';
import { Control, OwnPicture } from '../views/callParts.js';
import { DeviceProblems } from '../views/deviceCheck.js';
import { DevicesPanel, UnheardSign, useTalkKey } from '../views/deviceChoice.js';
import { Icon, Notice, focusOn, onEscape, useQuestion } from '../views/parts.js';
import { PeopleTiles, useLarge } from '../views/people.js';
import { SharedDocument } from '../views/shown.js';
import { useSpokenPeople } from '../views/spokenPeople.js';
import { TextButton, TextPanel, TextPeek, useSpokenLines } from '../views/text.js';
import type { GuestSession } from './guestSession.js';

interface GuestCallProps {
    readonly session: GuestSession;
    readonly text: Translate;
    readonly state: Message<'guest.state'>;
}

export function GuestCall({ session, text, state }: GuestCallProps): JSX.Element {
    const { people, control, speaker } = session.ui;
    const heading = useRef<HTMLHeadingElement>(null);
    const [large, setLarge] = useLarge(people, false);
    const [choosing, setChoosing] = useState(false);
    useTalkKey(session);
    useEffect(() => heading.current?.focus({ preventScroll: true }), []);
    const lost = session.line !== 'online';
    const consults = people.some(({ isConsulting }) => isConsulting);
    const message: TextKey | undefined = control.on_hold ? 'call.on_hold' : lost ? 'call.line_lost' : consults ? 'room.consulting' : undefined;
    // Before the message: of two urgent ones the later is heard.
    useSpokenPeople(people, text);
    useEffect(() => {
        if (message !== undefined) announce(text(message), 'urgent');
    }, [message]);
    const clerkName = people.find(({ role }) => role === 'clerk')?.name ?? '';
    const clerk = clerkName === '' ? text('room.clerk') : clerkName;
    const writes = session.ui.written.open;
    const shown = shownTo(session);
    useSpokenLines({ session, text, clerk });
    return (
        <div class={`call call--room${writes ? ' call--text' : ''}${shown === undefined ? '' : ' call--document'}`}>
            <h1 class="kern-sr-only" tabIndex={-1} ref={heading}>
                {text('guest.in_call', { number: state.number })}
            </h1>
            <div class={`stage stage--${Math.min(people.length, 4)}${large !== undefined ? ' stage--large' : ''}`}>
                <PeopleTiles people={people} text={text} sink={speaker.id} large={large} onLarge={setLarge} />
                {shown !== undefined && <SharedDocument session={session} text={text} clerk="" shown={shown} looksOn />}
                {message !== undefined && <p class="stage-message">{text(message)}</p>}
                {!control.on_hold && !control.muted && <UnheardSign session={session} text={text} />}
                <OwnPicture session={session} text={text} hidden={control.on_hold} />
                <TextPeek session={session} text={text} clerk={clerk} />
            </div>
            <div class="call-problems">
                <DeviceProblems session={session} text={text} />
                <Locked {...{ session, text }} />
            </div>
            {choosing && (
                <DevicesPanel
                    session={session}
                    text={text}
                    onClose={() => {
                        focusOn('choose-devices');
                        setChoosing(false);
                    }}
                />
            )}
            {writes && <TextPanel session={session} text={text} clerk={clerk} />}
            <Controls session={session} text={text} choosing={choosing} onChoose={setChoosing} />
        </div>
    );
}

/** What is shown to all, once it is known what it is. */
function shownTo({ ui }: GuestSession): Shown | undefined {
    const { sight, documents } = ui;
    const card = documents.cards.find(({ file }) => file === sight?.file);
    const visible = sight !== undefined && card?.kind !== undefined && !ui.control.on_hold;
    return visible ? { sight, kind: card.kind, name: card.name ?? card.file } : undefined;
}

function Locked({ session, text }: Omit<GuestCallProps, 'state'>): JSX.Element | null {
    const { muted, camera_off: cameraOff, on_hold: onHold } = session.ui.control;
    if (onHold || (!muted && !cameraOff)) return null;
    const key = muted && cameraOff ? 'control.both_off' : muted ? 'control.muted' : 'control.camera_off';
    return <Notice kind="info" spoken title={text(key, { clerk: text('room.clerk') })} />;
}

interface ControlsProps extends Omit<GuestCallProps, 'state'> {
    readonly choosing: boolean;
    readonly onChoose: (choosing: boolean) => void;
}

function Controls({ session, text, choosing, onChoose }: ControlsProps): JSX.Element {
    const { leaving, control } = session.ui;
    useQuestion(leaving, 'leave-call-question', 'leave-call');
    const stay = (): void => session.askLeave(false);
    if (leaving) {
        return (
            <div
                class="controls controls--question"
                role="alertdialog"
                aria-labelledby="leave-call-question"
                onKeyDown={onEscape(stay)}
            >
                <p id="leave-call-question" tabIndex={-1}>
                    {text('guest.leave_question')}
                </p>
                <button type="button" class="control control--wide" onClick={stay}>
                    {text('leave.call_stay')}
                </button>
                <button type="button" class="control control--wide control--danger" onClick={() => void session.leave()}>
                    {text('guest.leave')}
                </button>
            </div>
        );
    }
    return (
        <div class="controls" role="toolbar" aria-label={text('call.controls')}>
            <Control kind="microphone" locked={control.muted} session={session} text={text} />
            <Control kind="camera" locked={control.camera_off} session={session} text={text} />
            <TextButton session={session} text={text} />
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
            <button type="button" id="leave-call" class="control control--danger" onClick={() => session.askLeave(true)}>
                <Icon name="leave" />
                <span>{text('guest.leave')}</span>
            </button>
        </div>
    );
}
