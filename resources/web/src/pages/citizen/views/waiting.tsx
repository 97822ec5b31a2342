// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The wait: the number, who is ahead, how long, and whether camera and microphone are ready.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { OfficeView } from '../../../protocol/messages.js';
import { viewFor } from '../../../state/offices.js';
import type { Ticket } from '../../../state/model.js';
import { clockText, peopleText, reasonText, unbroken, waitText } from '../format.js';
import { announce } from '../announcer.js';
import { Aside } from './aside.js';
import { Checklist, Others } from './concern.js';
import { DeviceCheck } from './deviceCheck.js';
import { DocumentsSection, useSpokenDocuments } from './documents.js';
import { MovePlace } from './move.js';
import { Offer } from './offer.js';
import { serverNow } from './overview.js';
import { Button, Notice, ViewHeading, focusOn, onEscape, useQuestion } from './parts.js';
import type { ViewProps } from './parts.js';

interface WaitingProps extends ViewProps {
    readonly ticket: Ticket;
}

export function WaitingView(props: WaitingProps): JSX.Element {
    const { session, text, ticket } = props;
    const office = session.model.offices.get(ticket.office);
    usePlaceFocus(ticket.rank === undefined);
    useSpokenDocuments({ session, text });
    return (
        <div class="waiting">
            <div class="waiting-main">
                <Offer {...props} />
                <ViewHeading>
                    <span class="kern-preline number-line">{text('waiting.your_number')}</span>
                    <span class="number" id="ticket-number">
                        {ticket.number}
                    </span>
                </ViewHeading>
                {office !== undefined && <p class="kern-body at-office">{`${office.name} · ${office.department}`}</p>}
                {ticket.awayUntil === undefined && <Returned {...props} />}
                {ticket.rank === undefined ? <Aside {...props} /> : <Place {...props} rank={ticket.rank} />}
                <p class="kern-body kern-body--small kern-body--muted">{text('waiting.keep_open')}</p>
            </div>
            <div class="waiting-side">
                <DeviceCheck session={session} text={text} />
                <Checklist {...props} />
                <DocumentsSection session={session} text={text} />
                <Others {...props} />
                <MovePlace session={session} text={text} />
                <Leave {...props} />
            </div>
        </div>
    );
}

/** Into line and out of it by a button that is gone then: the focus goes on at the place. */
function usePlaceFocus(aside: boolean): void {
    const before = useRef(aside);
    useEffect(() => {
        if (before.current !== aside && document.activeElement === document.body) focusOn('place');
        before.current = aside;
    }, [aside]);
}

/** Why somebody waits again, or waits here: the first thing to know. */
function Returned({ session, text, ticket }: WaitingProps): JSX.Element | null {
    const office = session.model.offices.get(ticket.office);
    const { returned, notBefore } = ticket;
    if (returned !== undefined) {
        const later = notBefore !== undefined && notBefore > Date.now() + session.model.clockOffset;
        const body = later
            ? text('returned.body_from', { clock: clockText(session.ui.lang, notBefore) })
            : text('returned.body');
        return <Notice kind="info" spoken title={text(`returned.${returned}`)} body={body} />;
    }
    if (ticket.originName === undefined || office === undefined || ticket.state !== 'waiting') return null;
    return (
        <Notice
            kind="success"
            spoken
            title={text('transfer.arrived', { office: office.name })}
            body={text('transfer.arrived_body', { number: unbroken(ticket.number) })}
        />
    );
}

function Place({ session, text, ticket, rank }: WaitingProps & { readonly rank: number }): JSX.Element {
    const office = session.model.offices.get(ticket.office);
    const view = office && viewFor(office.view, ticket.concern);
    const ahead = office?.hides_position === true ? undefined : peopleText(text, rank);
    const wait = view && waitText(text, view, rank);
    const reason = view && reasonText(text, view, ahead === undefined ? undefined : rank);
    const longer = session.takesLonger ? text('waiting.longer') : '';
    useEffect(() => {
        if (wait === undefined) return;
        const news = ahead === undefined ? text('waiting.spoken_wait', { wait }) : text('waiting.spoken', { ahead, wait });
        announce(`${news} ${longer}`.trim(), 'polite');
    }, [ahead, wait, longer]);
    return (
        <section class="place" id="place" tabIndex={-1} aria-label={text('waiting.place')}>
            {rank === 0 && ahead !== undefined && <p class="kern-body next">{text('waiting.next')}</p>}
            <dl class="place-facts">
                {ahead !== undefined && (
                    <div>
                        <dt>{text('waiting.ahead')}</dt>
                        <dd id="people-ahead" data-rank={rank}>
                            {ahead}
                        </dd>
                    </div>
                )}
                <div>
                    <dt>{text('fact.wait')}</dt>
                    <dd id="wait-range">{wait ?? text('wait.unknown')}</dd>
                </div>
            </dl>
            {longer !== '' && <p class="kern-body longer">{longer}</p>}
            {reason !== undefined && <p class="kern-body kern-body--small reason">{reason}</p>}
            {office !== undefined && <OfficeNews session={session} text={text} view={office.view} />}
            <p class="kern-body kern-body--small kern-body--muted">
                {text('waiting.updated', { clock: clockText(session.ui.lang, updatedAt(session)) })}
            </p>
            <StepAway session={session} text={text} />
        </section>
    );
}

/** What the office does just now, where it concerns those who wait. */
function OfficeNews({ session, text, view }: ViewProps & { readonly view: OfficeView }): JSX.Element | null {
    const { state, back_at: back } = view;
    if (state === 'intake_suspended') return <Notice kind="info" spoken title={text('waiting.intake_suspended')} />;
    if (state !== 'interrupted' && state !== 'away') return null;
    const title =
        back !== undefined && Date.parse(back) > serverNow(session)
            ? text('waiting.away_until', { clock: clockText(session.ui.lang, Date.parse(back)) })
            : text(`waiting.${state}`);
    return <Notice kind="warning" spoken title={title} />;
}

function updatedAt(session: ViewProps['session']): number {
    return (session.model.updatedAt ?? Date.now()) + session.model.clockOffset;
}

function StepAway({ session, text }: ViewProps): JSX.Element {
    return (
        <div class="step-away">
            <Button
                id="step-away"
                kind="secondary"
                icon="pause"
                label={text('away.step')}
                onPress={() => session.actions.stepAway()}
            />
            <p class="kern-body kern-body--small kern-body--muted" id="step-away-hint">
                {text('away.hint')}
            </p>
        </div>
    );
}

function Leave({ session, text }: ViewProps): JSX.Element {
    useQuestion(session.ui.leaving, 'leave-question', 'leave-waiting');
    const stay = (): void => session.askLeave(false);
    const other = session.model.offices.get(session.ui.leavingFor ?? '');
    if (!session.ui.leaving) {
        return (
            <div class="leave">
                <Button
                    id="leave-waiting"
                    kind="tertiary"
                    label={text('leave.waiting')}
                    onPress={() => session.askLeave(true)}
                />
            </div>
        );
    }
    return (
        <section
            class="kern-card kern-card--hug"
            role="alertdialog"
            aria-labelledby="leave-question"
            onKeyDown={onEscape(stay)}
        >
            <div class="kern-card__container">
                <h2 class="kern-heading-small" id="leave-question" tabIndex={-1}>
                    {other === undefined ? text('leave.question') : text('others.question', { office: other.name })}
                </h2>
                <p class="kern-body">{text(other === undefined ? 'leave.consequence' : 'others.consequence')}</p>
                <div class="buttons">
                    <Button kind="primary" label={text('leave.stay')} onPress={stay} />
                    <Button
                        kind="secondary"
                        label={text(other === undefined ? 'leave.confirm' : 'others.confirm')}
                        onPress={() => session.leave()}
                    />
                </div>
            </div>
        </section>
    );
}
