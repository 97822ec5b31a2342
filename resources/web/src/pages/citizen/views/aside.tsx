// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Not in line for a while: stepped away, something to do, calls missed, out of reach. What it means, and the way back.
import type { ComponentChildren, JSX } from 'preact';
import type { Ticket } from '../../../state/model.js';
import { clockText } from '../format.js';
import { Button, Notice } from './parts.js';
import type { ViewProps } from './parts.js';

interface AsideProps extends ViewProps {
    readonly ticket: Ticket;
}

export function Aside(props: AsideProps): JSX.Element {
    const { session, text, ticket } = props;
    const clock = (at: number): string => clockText(session.ui.lang, at);
    const { actions } = session;
    if (ticket.parked !== undefined) {
        const body = text('parked.body', { clock: clock(ticket.parked.remindAt) });
        return (
            <Told kind="info" title={text(`parked.${ticket.parked.reason}`)} body={body}>
                <Button kind="primary" icon="check" label={text('parked.ready')} onPress={() => actions.ready()} />
            </Told>
        );
    }
    if (ticket.missedUntil !== undefined) {
        const body = text('missed.body', { clock: clock(ticket.missedUntil) });
        return (
            <Told kind="warning" title={text('missed.title')} body={body}>
                <p class="kern-body">{text('missed.anew_hint')}</p>
                <Button kind="secondary" label={text('missed.anew')} onPress={() => void session.drawAnew(ticket.office)} />
            </Told>
        );
    }
    if (ticket.awayUntil !== undefined) {
        return (
            <Told kind="info" title={text('away.title')} body={text('away.body', { clock: clock(ticket.awayUntil) })}>
                <Button kind="primary" icon="check" label={text('away.back')} onPress={() => actions.comeBack()} />
            </Told>
        );
    }
    return <Told kind="warning" title={text('waiting.unreachable')} body={text('waiting.unreachable_body')} />;
}

interface ToldProps {
    readonly kind: 'info' | 'warning';
    readonly title: string;
    readonly body: string;
    readonly children?: ComponentChildren;
}

function Told({ kind, title, body, children }: ToldProps): JSX.Element {
    return (
        <section class="place" id="place" tabIndex={-1} aria-label={title}>
            <Notice kind={kind} spoken title={title} body={body}>
                {children !== undefined && <div class="aside-way">{children}</div>}
            </Notice>
        </section>
    );
}
