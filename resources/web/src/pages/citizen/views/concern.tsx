// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What follows from the concern while one waits: what to have at hand, and where else it is dealt with.
import type { JSX } from 'preact';
import type { Ticket } from '../../../state/model.js';
import { concernOf, noNumbers, othersFor, wordsIn } from '../../../state/offices.js';
import { serverNow } from './overview.js';
import { Button } from './parts.js';
import type { ViewProps } from './parts.js';

interface ConcernProps extends ViewProps {
    readonly ticket: Ticket;
}

export function Checklist({ session, text, ticket }: ConcernProps): JSX.Element | null {
    const concern = concernOf(session.model.offices.get(ticket.office), ticket.concern);
    if (concern === undefined || concern.checklist.length === 0) return null;
    const { lang } = session.ui;
    const shown = session.ticks.shown(ticket.ticked);
    return (
        <section class="kern-card kern-card--hug checklist" aria-labelledby="checklist-title">
            <div class="kern-card__container">
                <p class="kern-preline">{wordsIn(lang, concern.names)}</p>
                <h2 class="kern-heading-small" id="checklist-title">
                    {text('checklist.title')}
                </h2>
                <ul>
                    {concern.checklist.map((words, index) => (
                        <li key={index} class="kern-form-check">
                            <input
                                class="kern-form-check__checkbox"
                                id={`checklist-${index}`}
                                type="checkbox"
                                checked={shown.has(index)}
                                onChange={() => void session.ticks.toggle(ticket.ticked, index)}
                            />
                            <label class="kern-label" for={`checklist-${index}`}>
                                {wordsIn(lang, words)}
                            </label>
                        </li>
                    ))}
                </ul>
            </div>
        </section>
    );
}

/** Offices where nobody waits for the same concern. */
export function Others({ session, text, ticket }: ConcernProps): JSX.Element | null {
    if (ticket.concern === undefined || ticket.state !== 'waiting' || ticket.rank === 0 || session.ui.leaving) return null;
    const now = serverNow(session);
    const free = othersFor(session.model.offices, ticket.office, ticket.concern).filter(
        ({ view }) => view.state === 'free' && noNumbers(view, now) === undefined,
    );
    if (free.length === 0) return null;
    return (
        <section class="others" aria-labelledby="others-title">
            <h2 class="kern-heading-small" id="others-title">
                {text('others.free')}
            </h2>
            <ul class="stack">
                {free.map((office) => (
                    <li key={office.id}>
                        <Button
                            kind="secondary"
                            label={text('others.change', { office: office.name })}
                            onPress={() => session.askLeave(true, office.id)}
                        />
                    </li>
                ))}
            </ul>
        </section>
    );
}
