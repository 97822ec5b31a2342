// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Draw a number: a name if one likes, a word on the concern if one likes, consent, done.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OverviewOffice } from '../../../protocol/messages.js';
import { prepareSound } from '../attention.js';
import { drawProblemText } from '../format.js';
import { CannotCall, OfficeFacts, StateBadge, canCall, canDraw } from './overview.js';
import { Button, Notice, ViewHeading } from './parts.js';
import type { ViewProps } from './parts.js';

export function DrawView(props: ViewProps & { readonly office: OverviewOffice }): JSX.Element {
    const { office, session, text } = props;
    const problem = session.ui.drawProblem;
    return (
        <div class="narrow">
            <Button kind="tertiary" icon="back" label={text('draw.back')} onPress={() => session.backToOverview()} />
            <p class="kern-preline">{office.department}</p>
            <ViewHeading>{text('draw.title', { office: office.name })}</ViewHeading>
            <StateBadge state={office.view.state} text={text} />
            <OfficeFacts {...props} />
            {problem !== undefined && <Notice kind="danger" spoken title={drawProblemText(text, problem)} />}
            {canCall() ? <DrawPlace {...props} /> : <CannotCall text={text} />}
        </div>
    );
}

/** What was typed is kept while no number can be drawn. */
function DrawPlace(props: ViewProps & { readonly office: OverviewOffice }): JSX.Element {
    const { office, text } = props;
    const open = canDraw(office.view);
    return (
        <>
            {!open && <Notice kind="info" spoken title={text('draw.not_now')} body={text('draw.not_now_body')} />}
            <div hidden={!open}>
                <DrawForm {...props} />
            </div>
        </>
    );
}

function DrawForm({ office, session, text }: ViewProps & { readonly office: OverviewOffice }): JSX.Element {
    const [name, setName] = useState('');
    const [concern, setConcern] = useState('');
    const [agreed, setAgreed] = useState(false);
    const [missing, setMissing] = useState(false);
    const welcome = session.model.welcome;
    const submit = (event: Event): void => {
        event.preventDefault();
        prepareSound();
        setMissing(!agreed);
        if (agreed) void session.draw({ office: office.id, name, concern });
        else document.getElementById('consent')?.focus();
    };
    return (
        <form class="draw-form" onSubmit={submit} noValidate>
            <Field
                id="name"
                label={text('draw.name')}
                optional={text('draw.optional')}
                hint={text('draw.name_hint')}
                autocomplete="name"
                maxLength={welcome?.limits.name_chars ?? 80}
                value={name}
                onChange={setName}
            />
            <Field
                id="concern"
                label={text('draw.concern')}
                optional={text('draw.optional')}
                hint={text('draw.concern_hint')}
                autocomplete="off"
                maxLength={welcome?.limits.concern_chars ?? 200}
                value={concern}
                onChange={setConcern}
            />
            <Consent
                agreed={agreed}
                missing={missing && !agreed}
                onChange={setAgreed}
                version={welcome?.consent_version ?? ''}
                text={text}
            />
            <Button
                kind="primary"
                block
                submit
                busy={session.ui.drawing}
                label={text(session.ui.drawing ? 'draw.submitting' : 'draw.submit')}
            />
        </form>
    );
}

interface FieldProps {
    readonly id: string;
    readonly label: string;
    readonly optional: string;
    readonly hint: string;
    readonly autocomplete: 'name' | 'off';
    readonly maxLength: number;
    readonly value: string;
    readonly onChange: (value: string) => void;
}

function Field(props: FieldProps): JSX.Element {
    return (
        <div class="kern-form-input">
            <label class="kern-label" for={props.id}>
                {props.label} <span class="kern-label__optional">{props.optional}</span>
            </label>
            <div class="kern-hint" id={`${props.id}-hint`}>
                {props.hint}
            </div>
            <input
                class="kern-form-input__input"
                id={props.id}
                type="text"
                autocomplete={props.autocomplete}
                maxLength={props.maxLength}
                aria-describedby={`${props.id}-hint`}
                value={props.value}
                onInput={(event) => props.onChange(event.currentTarget.value)}
            />
        </div>
    );
}

interface ConsentProps extends Pick<ViewProps, 'text'> {
    readonly agreed: boolean;
    readonly missing: boolean;
    readonly version: string;
    readonly onChange: (agreed: boolean) => void;
}

function Consent({ agreed, missing, version, onChange, text }: ConsentProps): JSX.Element {
    return (
        <fieldset class="consent" aria-labelledby="consent-title">
            <h2 class="kern-heading-small" id="consent-title">
                {text('consent.title')}
            </h2>
            <ul class="kern-body kern-body--small" id="consent-text">
                <li>{text('consent.what')}</li>
                <li>{text('consent.call')}</li>
                <li>{text('consent.end')}</li>
                <li>{text('consent.free')}</li>
            </ul>
            <div class="kern-form-check">
                <input
                    class={`kern-form-check__checkbox${missing ? ' kern-form-check__checkbox--error' : ''}`}
                    id="consent"
                    type="checkbox"
                    required
                    checked={agreed}
                    aria-describedby={missing ? 'consent-text consent-missing' : 'consent-text'}
                    aria-invalid={missing}
                    onChange={(event) => onChange(event.currentTarget.checked)}
                />
                <label class="kern-label" for="consent">
                    {text('consent.agree')}
                </label>
            </div>
            {missing && (
                <p class="kern-body problem" id="consent-missing" role="alert">
                    {text('consent.missing')}
                </p>
            )}
            <p class="kern-body kern-body--small kern-body--muted">{text('consent.version', { version })}</p>
        </fieldset>
    );
}
