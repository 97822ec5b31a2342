// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk would like to send the visitor to another office: where, how many are ahead there, and the visitor's word.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Ticket, Transfer } from '../../../state/model.js';
import { announce } from '../announcer.js';
import { peopleText, unbroken } from '../format.js';
import { Button, Notice, focusOn } from './parts.js';
import type { ViewProps } from './parts.js';

interface TransferProps extends ViewProps {
    readonly ticket: Ticket;
    readonly transfer: Transfer;
}

export function TransferQuestion({ session, text, ticket, transfer }: TransferProps): JSX.Element {
    const title = text('transfer.title', { office: transfer.name });
    const clerk = ticket.clerkName ?? text('call.clerk');
    const body = text('transfer.body', { clerk, office: transfer.name, number: unbroken(ticket.number) });
    const ahead = transfer.open
        ? text('transfer.ahead', { people: peopleText(text, transfer.ahead) })
        : text('transfer.closed');
    useEffect(() => {
        focusOn('transfer-question');
        announce(`${title}. ${body} ${ahead}`, 'urgent');
    }, [transfer.to]);
    const busy = session.model.transferAnswer !== undefined;
    const answer = (word: 'agree' | 'decline'): void => {
        focusOn('transfer-question');
        session.answerTransfer(word);
    };
    return (
        <section class="transfer" role="alertdialog" aria-labelledby="transfer-question" aria-describedby="transfer-body">
            <h2 class="kern-heading-small" id="transfer-question" tabIndex={-1}>
                {title}
            </h2>
            <div id="transfer-body">
                <p class="kern-body">{body}</p>
                <p class="kern-body transfer-ahead">{ahead}</p>
            </div>
            <div class="buttons">
                {transfer.open && (
                    <Button kind="primary" busy={busy} label={text('transfer.agree')} onPress={() => answer('agree')} />
                )}
                <Button kind="secondary" busy={busy} label={text('transfer.decline')} onPress={() => answer('decline')} />
            </div>
        </section>
    );
}

/** What became of it, where the visitor stays: a plain sentence, until it is read. */
export function TransferNews({ session, text }: ViewProps): JSX.Element | null {
    const news = session.model.transferNews;
    if (news === undefined) return null;
    const read = (): void => {
        focusOn('leave-call');
        session.readNews();
    };
    return (
        <Notice
            kind="info"
            spoken
            title={text(`transfer.${news.kind}`)}
            body={text(`transfer.${news.kind}_body`, { office: news.office })}
        >
            <Button kind="tertiary" label={text('transfer.understood')} onPress={read} />
        </Notice>
    );
}
