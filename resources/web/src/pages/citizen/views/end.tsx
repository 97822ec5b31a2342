// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How it ended, or why this page can do no more; and the way on.
import type { JSX } from 'preact';
import type { EndReason } from '../../../state/model.js';
import { Button, ViewHeading } from './parts.js';
import type { ViewProps } from './parts.js';

export function EndView({ session, text, reason }: ViewProps & { readonly reason: EndReason }): JSX.Element {
    return (
        <div class="narrow end" data-reason={reason}>
            <ViewHeading>{text(`ended.${reason}`)}</ViewHeading>
            <p class="kern-body">{text(`ended.${reason}_body`)}</p>
            {reason !== 'unknown' && (
                <p class="kern-body kern-body--small kern-body--muted">{text('ended.erased')}</p>
            )}
            <div class="stack">
                <Button kind="primary" label={text('ended.overview')} onPress={() => session.startOver()} />
            </div>
        </div>
    );
}

export function StoppedView({ session, text }: ViewProps): JSX.Element {
    const goodbye = session.model.goodbye;
    const kind =
        goodbye?.reason === 'taken_over' ? 'taken_over' : goodbye?.action === 'upgrade' ? 'upgrade' : 'stopped';
    return (
        <div class="narrow end" data-reason={kind}>
            <ViewHeading>{text(`stopped.${kind}`)}</ViewHeading>
            <p class="kern-body">{text(`stopped.${kind}_body`)}</p>
            <div class="stack">
                <Button
                    kind="primary"
                    label={text(kind === 'taken_over' ? 'stopped.continue_here' : 'stopped.reload')}
                    onPress={() => session.continueHere()}
                />
            </div>
        </div>
    );
}
