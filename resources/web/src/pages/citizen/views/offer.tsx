// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A clerk asks somebody who waits to come into a conversation: what that means is said before the answer.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Ticket } from '../../../state/model.js';
import { announce } from '../announcer.js';
import { Button, focusOn } from './parts.js';
import type { ViewProps } from './parts.js';

const kQuestion = 'offer-question';

export function Offer({ session, text, ticket }: ViewProps & { readonly ticket: Ticket }): JSX.Element | null {
    const { offer } = session.ui;
    const code = offer?.code;
    useEffect(() => {
        if (offer === undefined) return;
        announce(text('offer.title', { number: offer.number }), 'urgent');
        focusOn(kQuestion);
    }, [code]);
    if (offer === undefined) return null;
    return (
        <section class="offer" id="offer" role="alertdialog" aria-labelledby={kQuestion} aria-describedby="offer-body">
            <h2 class="kern-heading-medium" id={kQuestion} tabIndex={-1}>
                {text('offer.title', { number: offer.number })}
            </h2>
            <p class="kern-body" id="offer-body">
                {text('offer.body', { office: offer.office_name, own: ticket.number })}
            </p>
            <div class="offer-answers">
                <Button kind="primary" label={text('offer.accept')} onPress={() => session.offer.accept(ticket.number)} />
                <Button kind="secondary" label={text('offer.decline')} onPress={() => session.offer.decline()} />
            </div>
        </section>
    );
}
