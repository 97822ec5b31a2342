// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk says to who waits: stays until it is put away.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { ClerkMessage } from '../../../state/model.js';
import { clockText } from '../format.js';
import { announce } from '../announcer.js';
import { Button, Notice, focusOn } from './parts.js';
import type { ViewProps } from './parts.js';

export function MessagesView({ session, text }: ViewProps): JSX.Element {
    return (
        <section class="clerk-messages" id="clerk-messages" aria-label={text('message.region')}>
            {session.model.messages.map((message) => (
                <MessageView key={`${message.at} ${message.message}`} session={session} text={text} message={message} />
            ))}
        </section>
    );
}

function MessageView({ session, text, message }: ViewProps & { readonly message: ClerkMessage }): JSX.Element {
    const words = 'sentence' in message ? text(`message.${message.sentence}`) : message.text;
    const title = text('message.title', { clock: clockText(session.ui.lang, Date.parse(message.at)) });
    useEffect(() => announce(`${title}: ${words}`, 'status'), [words]);
    return (
        <Notice kind="info" title={title} body={words}>
            <Button
                kind="secondary"
                label={text('message.read')}
                onPress={() => {
                    session.readMessage(message);
                    // The button goes: what was read before is where one goes on.
                    focusOn('main');
                }}
            />
        </Notice>
    );
}
