// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The call before the call: somebody waits for this person, who has not decided on camera and microphone yet. So too where
// the call runs already and is opened on another device.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Ticket } from '../../../state/model.js';
import { announce } from '../announcer.js';
import { prepareSound } from '../attention.js';
import { Button, ViewHeading } from './parts.js';
import type { ViewProps } from './parts.js';

const kSpokenAt = [45, 30, 20, 10, 5];

export function CalledView({ session, text, ticket }: ViewProps & { readonly ticket: Ticket }): JSX.Element {
    const seconds = useCountdown(ticket.enterBy, session.model.clockOffset);
    const clerk = ticket.clerkName ?? text('call.clerk');
    const running = ticket.state !== 'called';
    const title = text(running ? 'called.running' : 'called.title');
    const body = text(running ? 'called.running_body' : 'called.body', { clerk });
    useEffect(() => {
        const hurry = seconds === undefined ? '' : text('called.spoken_seconds', { n: seconds });
        announce(`${title}. ${body} ${hurry}`.trim(), 'urgent');
    }, []);
    useEffect(() => {
        if (seconds !== undefined && kSpokenAt.includes(seconds)) {
            announce(text('called.seconds', { n: seconds }), 'urgent');
        }
    }, [seconds]);
    const join = (camera: boolean): void => {
        prepareSound();
        void session.join({ microphone: true, camera });
    };
    return (
        <div class="narrow called">
            <ViewHeading>
                <span class="kern-preline number-line">{ticket.number}</span>
                {title}
            </ViewHeading>
            <p class="kern-body kern-body--large">{body}</p>
            {seconds !== undefined && (
                <p class="countdown" aria-hidden="true">
                    {text('called.seconds', { n: seconds })}
                </p>
            )}
            <div class="stack">
                <Button id="join" kind="primary" block icon="camera" label={text('called.join')} onPress={() => join(true)} />
                <Button kind="secondary" block label={text('called.join_audio')} onPress={() => join(false)} />
                {!running && (
                    <Button
                        kind="tertiary"
                        block
                        label={text('called.not_yet')}
                        onPress={() => session.actions.notYet()}
                    />
                )}
            </div>
            {!running && <p class="kern-body kern-body--small">{text('called.not_yet_hint')}</p>}
            <p class="kern-body kern-body--small kern-body--muted">{text('called.permission')}</p>
        </div>
    );
}

function useCountdown(enterBy: number | undefined, offset: number): number | undefined {
    const left = (): number | undefined =>
        enterBy === undefined ? undefined : Math.max(0, Math.ceil((enterBy - (Date.now() + offset)) / 1000));
    const [seconds, setSeconds] = useState(left());
    useEffect(() => {
        setSeconds(left());
        const timer = setInterval(() => setSeconds(left()), 250);
        return () => clearInterval(timer);
    }, [enterBy, offset]);
    return seconds;
}
