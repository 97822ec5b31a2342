// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk says to who waits: stays until it is put away.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type ClerkMessage, messageKey } from '../../../state/model.js';
import type { Translate } from '../../../text/index.js';
import { clockText } from '../format.js';
import { announce } from '../announcer.js';
import type { Session } from '../session.js';
import { Button, Notice, focusOn } from './parts.js';
import type { ViewProps } from './parts.js';

interface MessagesProps extends ViewProps {
    /** In a conversation the picture and its buttons come first: what is unread is one line, to be opened. */
    readonly folded: boolean;
}

export function MessagesView({ session, text, folded }: MessagesProps): JSX.Element {
    const { messages } = session.model;
    useSpokenOnce(session, text);
    const notices = messages.map((message) => (
        <MessageView key={messageKey(message)} session={session} text={text} message={message} />
    ));
    return (
        <section class="clerk-messages" id="clerk-messages" aria-label={text('message.region')}>
            {folded ? (
                <details>
                    <summary>{text('message.count', { count: messages.length })}</summary>
                    {notices}
                </details>
            ) : (
                notices
            )}
        </section>
    );
}

/** However it is shown: folding it up says nothing new. */
function useSpokenOnce(session: Session, text: Translate): void {
    const { messages } = session.model;
    const spoken = useRef(new Set<string>());
    useEffect(() => {
        for (const message of messages) {
            if (spoken.current.has(messageKey(message))) continue;
            spoken.current.add(messageKey(message));
            announce(`${titleOf(session, text, message)}: ${wordsOf(message, text)}`, 'status');
        }
    }, [messages]);
}

function titleOf(session: Session, text: Translate, message: ClerkMessage): string {
    return text('message.title', { clock: clockText(session.ui.lang, Date.parse(message.at)) });
}

function wordsOf(message: ClerkMessage, text: Translate): string {
    return 'sentence' in message ? text(`message.${message.sentence}`) : message.text;
}

function MessageView({ session, text, message }: ViewProps & { readonly message: ClerkMessage }): JSX.Element {
    return (
        <Notice kind="info" title={titleOf(session, text, message)} body={wordsOf(message, text)}>
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
