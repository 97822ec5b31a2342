// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// At the door: the code that was read aloud or came with the link, a name, consent.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../../text/index.js';
import { prepareSound } from '../attention.js';
import { Consent } from '../views/consent.js';
import { Button, Notice, ViewHeading } from '../views/parts.js';
import { codeIn, type GuestProblem, type GuestSession } from './guestSession.js';

const kCodeLetters = 8;

function problemText(text: Translate, problem: GuestProblem): string {
    if (problem.code === 'gone') return text('guest.problem_gone');
    if (problem.code === 'try_later') return text('guest.problem_try_later');
    return text('guest.problem_other');
}

interface GuestProps {
    readonly session: GuestSession;
    readonly text: Translate;
}

export function GuestForm({ session, text }: GuestProps): JSX.Element {
    const [code, setCode] = useState(session.code);
    const [name, setName] = useState('');
    const [agreed, setAgreed] = useState(false);
    const [tried, setTried] = useState(false);
    const { problem, knocking } = session.ui;
    const missing = {
        code: tried && codeIn(code).length !== kCodeLetters,
        name: tried && name.trim() === '',
        consent: tried && !agreed,
    };
    const submit = (event: Event): void => {
        event.preventDefault();
        prepareSound();
        setTried(true);
        if (codeIn(code).length !== kCodeLetters) document.getElementById('guest-code')?.focus();
        else if (name.trim() === '') document.getElementById('guest-name')?.focus();
        else if (agreed) void session.knock(codeIn(code), name.trim());
        else document.getElementById('consent')?.focus();
    };
    return (
        <div class="narrow">
            <ViewHeading>{text('guest.title')}</ViewHeading>
            <p class="kern-body">{text('guest.lead')}</p>
            <form class="draw-form" onSubmit={submit} noValidate>
                <Entry
                    id="guest-code"
                    label={text('guest.code')}
                    hint={text('guest.code_hint')}
                    value={code}
                    onChange={setCode}
                    {...(missing.code && { problem: text('guest.code_missing') })}
                />
                <Entry
                    id="guest-name"
                    label={text('guest.name')}
                    hint={text('guest.name_hint')}
                    value={name}
                    onChange={setName}
                    {...(missing.name && { problem: text('guest.name_missing') })}
                />
                <Consent
                    agreed={agreed}
                    missing={missing.consent}
                    onChange={setAgreed}
                    version={session.welcome?.consent_version ?? ''}
                    text={text}
                />
                {problem !== undefined && <Notice kind="danger" spoken title={problemText(text, problem)} />}
                <Button kind="primary" block submit busy={knocking} label={text(knocking ? 'guest.knocking' : 'guest.knock')} />
            </form>
        </div>
    );
}

interface EntryProps {
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly value: string;
    readonly problem?: string;
    readonly onChange: (value: string) => void;
}

function Entry({ id, label, hint, value, problem, onChange }: EntryProps): JSX.Element {
    return (
        <div class="kern-form-input">
            <label class="kern-label" for={id}>
                {label}
            </label>
            <div class="kern-hint" id={`${id}-hint`}>
                {hint}
            </div>
            <input
                class={`kern-form-input__input${problem === undefined ? '' : ' kern-form-input__input--error'}`}
                id={id}
                type="text"
                required
                autocomplete={id === 'guest-name' ? 'name' : 'off'}
                maxLength={80}
                aria-describedby={problem === undefined ? `${id}-hint` : `${id}-hint ${id}-problem`}
                aria-invalid={problem !== undefined}
                value={value}
                onInput={(event) => onChange(event.currentTarget.value)}
            />
            {problem !== undefined && (
                <p class="kern-body problem" id={`${id}-problem`} role="alert">
                    {problem}
                </p>
            )}
        </div>
    );
}
