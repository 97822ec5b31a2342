// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Draw a number: a name if one likes, a word on the concern if one likes, consent, done.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { OverviewOffice } from '../../../protocol/messages.js';
import { prepareSound } from '../attention.js';
import { concernOf, noNumbers, othersFor, wordsIn } from '../../../state/offices.js';
import type { TextKey } from '../../../text/index.js';
import { drawProblemText, drawProblemWay } from '../format.js';
import type { DrawProblem } from '../ui.js';
import { Consent } from './consent.js';
import { CannotCall, OfficeFacts, StateBadge, canCall, canDraw, serverNow } from './overview.js';
import { Button, Notice, ViewHeading } from './parts.js';
import type { ViewProps } from './parts.js';

export function DrawView(props: ViewProps & { readonly office: OverviewOffice }): JSX.Element {
    const { office, session, text } = props;
    return (
        <div class="narrow">
            <Button kind="tertiary" icon="back" label={text('draw.back')} onPress={() => session.backToOverview()} />
            <p class="kern-preline">{office.department}</p>
            <ViewHeading>{text('draw.title', { office: office.name })}</ViewHeading>
            <StateBadge state={office.view.state} text={text} />
            <OfficeFacts {...props} />
            {office.welcome !== undefined && (
                <p class="kern-body town-words">{wordsIn(session.ui.lang, office.welcome)}</p>
            )}
            {canCall() ? <DrawPlace {...props} /> : <CannotCall text={text} />}
        </div>
    );
}

/** What was typed is kept while no number can be drawn. */
function DrawPlace(props: ViewProps & { readonly office: OverviewOffice }): JSX.Element {
    const { office } = props;
    const why = noNumbers(office.view, serverNow(props.session));
    return (
        <>
            {why !== undefined && <NotNow why={why} {...props} />}
            <div hidden={why !== undefined}>
                <DrawForm {...props} />
            </div>
        </>
    );
}

/** Beside the button that was pressed, where it is seen on a phone as well. */
function Problem({ problem, text }: { readonly problem: DrawProblem } & Pick<ViewProps, 'text'>): JSX.Element {
    const way = drawProblemWay(text, problem);
    return <Notice kind="danger" spoken title={drawProblemText(text, problem)} {...(way !== undefined && { body: way })} />;
}

const kNotNow: Readonly<Record<NonNullable<ReturnType<typeof noNumbers>>, { readonly title: TextKey; readonly way: TextKey }>> = {
    closed: { title: 'draw.now_closed', way: 'draw.way_closed' },
    suspended: { title: 'draw.problem_suspended', way: 'draw.way_suspended' },
    interrupted: { title: 'draw.now_interrupted', way: 'draw.not_now_body' },
    full: { title: 'office.full', way: 'draw.not_now_body' },
    late: { title: 'draw.problem_late', way: 'draw.way_late' },
};

interface NotNowProps extends ViewProps {
    readonly office: OverviewOffice;
    readonly why: keyof typeof kNotNow;
}

/** Why there is no number, what to do, and where else there is one. */
function NotNow({ office, session, text, why }: NotNowProps): JSX.Element {
    const now = serverNow(session);
    const others = othersFor(session.model.offices, office.id).filter(({ view }) => canDraw(view, now));
    return (
        <>
            <Notice kind="info" spoken title={text(kNotNow[why].title)} body={text(kNotNow[why].way)} />
            {others.length > 0 && (
                <section class="others">
                    <h2 class="kern-heading-small">{text('others.title')}</h2>
                    <ul class="stack">
                        {others.map((other) => (
                            <li key={other.id}>
                                <Button
                                    kind="secondary"
                                    label={text('draw.start_for', { office: other.name })}
                                    onPress={() => session.chooseOffice(other.id)}
                                />
                            </li>
                        ))}
                    </ul>
                </section>
            )}
        </>
    );
}

function DrawForm({ office, session, text }: ViewProps & { readonly office: OverviewOffice }): JSX.Element {
    const [name, setName] = useState('');
    const [concern, setConcern] = useState('');
    const [concernId, setConcernId] = useState('');
    const [agreed, setAgreed] = useState(false);
    const [missing, setMissing] = useState(false);
    const welcome = session.model.welcome;
    const problem = session.ui.drawProblem;
    const submit = (event: Event): void => {
        event.preventDefault();
        prepareSound();
        setMissing(!agreed);
        if (agreed) void session.draw({ office: office.id, name, concern, ...(concernId !== '' && { concernId }) });
        else document.getElementById('consent')?.focus();
    };
    return (
        <form class="draw-form" onSubmit={submit} noValidate>
            {office.concerns !== undefined && (
                <ConcernChoice office={office} session={session} text={text} chosen={concernId} onChange={setConcernId} />
            )}
            {office.nameless !== true && (
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
            )}
            <Field
                id="concern"
                label={text(office.concerns === undefined ? 'draw.concern' : 'draw.more')}
                optional={text('draw.optional')}
                hint={text(office.concerns === undefined ? 'draw.concern_hint' : 'draw.more_hint')}
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
            {problem !== undefined && <Problem problem={problem} text={text} />}
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

interface ConcernChoiceProps extends ViewProps {
    readonly office: OverviewOffice;
    readonly chosen: string;
    readonly onChange: (id: string) => void;
}

function ConcernChoice({ office, session, text, chosen, onChange }: ConcernChoiceProps): JSX.Element {
    const { lang } = session.ui;
    const checklist = concernOf(office, chosen)?.checklist ?? [];
    return (
        <div class="kern-form-input concern-choice">
            <label class="kern-label" for="concern-id">
                {text('draw.concern')} <span class="kern-label__optional">{text('draw.optional')}</span>
            </label>
            <select
                class="kern-form-input__input"
                id="concern-id"
                value={chosen}
                aria-describedby={checklist.length > 0 ? 'concern-checklist' : undefined}
                onChange={(event) => onChange(event.currentTarget.value)}
            >
                <option value="">{text('draw.concern_other')}</option>
                {(office.concerns ?? []).map(({ id, names }) => (
                    <option key={id} value={id}>
                        {wordsIn(lang, names)}
                    </option>
                ))}
            </select>
            {checklist.length > 0 && (
                <div class="kern-body" id="concern-checklist">
                    <p>{text('checklist.title')}:</p>
                    <ul>
                        {checklist.map((words) => (
                            <li key={wordsIn(lang, words)}>{wordsIn(lang, words)}</li>
                        ))}
                    </ul>
                </div>
            )}
        </div>
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
