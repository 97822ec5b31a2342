// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The front of the house: every office with its state, live.
import type { JSX } from 'preact';
import type { OfficeView, OverviewOffice } from '../../../protocol/messages.js';
import type { TextKey } from '../../../text/index.js';
import { intakeEnd, noNumbers, wordsIn } from '../../../state/offices.js';
import {
    clockText,
    dayText,
    openingText,
    peopleText,
    rangesOfDay,
    rangesText,
    roughClock,
    specialText,
    todayText,
    waitText,
    weekDays,
} from '../format.js';
import { Button, Icon, Notice, ViewHeading } from './parts.js';
import type { IconName, ViewProps } from './parts.js';

type Kind = OfficeView['state'];
const kLooks: { readonly [K in Kind]: { readonly badge: string; readonly icon: IconName } } = {
    free: { badge: 'success', icon: 'check' },
    occupied: { badge: 'info', icon: 'people' },
    intake_suspended: { badge: 'warning', icon: 'pause' },
    away: { badge: 'warning', icon: 'pause' },
    interrupted: { badge: 'warning', icon: 'warning' },
    closed: { badge: 'neutral', icon: 'moon' },
};

const kGroups: readonly { readonly title: TextKey; readonly kinds: readonly Kind[] }[] = [
    { title: 'group.open', kinds: ['free', 'occupied', 'away'] },
    { title: 'group.paused', kinds: ['interrupted', 'intake_suspended'] },
    { title: 'group.closed', kinds: ['closed'] },
];

export function StateBadge({ state, text }: { readonly state: Kind } & Pick<ViewProps, 'text'>): JSX.Element {
    const look = kLooks[state];
    return (
        <span class={`kern-badge kern-badge--${look.badge} state`}>
            <Icon name={look.icon} />
            <span class="kern-label kern-label--small">{text(`state.${state}`)}</span>
        </span>
    );
}

export function canCall(): boolean {
    return 'RTCPeerConnection' in globalThis && 'WebSocket' in globalThis;
}

export function CannotCall({ text }: Pick<ViewProps, 'text'>): JSX.Element {
    return <Notice kind="danger" title={text('page.no_webrtc')} body={text('page.no_webrtc_body')} />;
}

/** The server's time: the reader's clock may be wrong, an office's hours may not. */
export function serverNow({ model }: ViewProps['session']): number {
    return Date.now() + model.clockOffset;
}

export function canDraw(view: OfficeView, now: number): boolean {
    return canCall() && noNumbers(view, now) === undefined;
}

export function OverviewView(props: ViewProps): JSX.Element {
    const { session, text } = props;
    const { offices, overviewKnown } = session.model;
    const byName = new Intl.Collator(session.ui.lang);
    return (
        <>
            <ViewHeading>{text('overview.title')}</ViewHeading>
            <p class="kern-body lead">{text('overview.lead')}</p>
            {!canCall() && <CannotCall text={text} />}
            {!overviewKnown && <p class="kern-body loading">{text('overview.loading')}</p>}
            {overviewKnown && offices.size === 0 && <p class="kern-body">{text('overview.empty')}</p>}
            {kGroups.map(({ title, kinds }) => {
                const members = [...offices.values()]
                    .filter((office) => kinds.includes(office.view.state))
                    .sort(
                        (a, b) =>
                            kinds.indexOf(a.view.state) - kinds.indexOf(b.view.state) || byName.compare(a.name, b.name),
                    );
                if (members.length === 0) return null;
                return (
                    <section class="group" key={title}>
                        <h2 class="kern-heading-medium">{text(title)}</h2>
                        <ul class="cards">
                            {members.map((office) => (
                                <li key={office.id}>
                                    <OfficeCard office={office} {...props} />
                                </li>
                            ))}
                        </ul>
                    </section>
                );
            })}
        </>
    );
}

function OfficeCard({ office, session, text }: { readonly office: OverviewOffice } & ViewProps): JSX.Element {
    const { view } = office;
    const now = serverNow(session);
    const why = noNumbers(view, now);
    return (
        <article class="kern-card office" data-office={office.id} data-state={view.state}>
            <div class="kern-card__container">
                <header class="kern-card__header">
                    <p class="kern-preline">{office.department}</p>
                    <h3 class="kern-title kern-title--small">{office.name}</h3>
                    <StateBadge state={view.state} text={text} />
                </header>
                <div class="kern-card__body">
                    <OfficeFacts office={office} session={session} text={text} />
                    <WeekHours office={office} session={session} text={text} />
                </div>
                {canDraw(view, now) && (
                    <Button
                        kind="primary"
                        block
                        label={text('draw.start')}
                        description={text('draw.start_for', { office: office.name })}
                        onPress={() => session.chooseOffice(office.id)}
                    />
                )}
                {(why === 'full' || why === 'late') && <Notice kind="info" title={text(`office.${why}`)} />}
                {why === 'closed' && office.closed !== undefined && (
                    <p class="kern-body town-words">{wordsIn(session.ui.lang, office.closed)}</p>
                )}
            </div>
        </article>
    );
}

export function OfficeFacts({ office, session, text }: { readonly office: OverviewOffice } & ViewProps): JSX.Element {
    const { view } = office;
    const open = view.state !== 'closed';
    const lang = session.ui.lang;
    const now = serverNow(session);
    const backAt = view.back_at === undefined ? 0 : Date.parse(view.back_at);
    const intakeEndsAt = intakeEnd(view, now);
    return (
        <dl class="facts">
            {backAt > now && (
                <Fact
                    name={text('fact.back')}
                    value={text('clock.towards', { clock: clockText(lang, backAt) })}
                    kind="back"
                    strong
                />
            )}
            {open && <Fact name={text('fact.waiting')} value={peopleText(text, view.waiting)} kind="waiting" />}
            {canDraw(view, now) && (
                <Fact name={text('fact.wait')} value={waitText(text, view, view.waiting)} kind="wait" strong />
            )}
            {canDraw(view, now) && intakeEndsAt !== undefined && (
                <Fact
                    name={text('fact.intake')}
                    value={text('clock.about', { clock: roughClock(lang, intakeEndsAt) })}
                    kind="intake"
                />
            )}
            {open && view.seats !== undefined && (
                <Fact name={text('fact.seats')} value={String(view.seats)} kind="seats" />
            )}
            {!open && office.next_opening !== undefined && (
                <Fact
                    name={text('fact.next_opening')}
                    value={openingText(text, lang, office.next_opening, now)}
                    kind="next-opening"
                    strong
                />
            )}
            {(!open || office.hours_today.length > 0) && (
                <Fact name={text('fact.today')} value={todayText(text, office, now)} kind="today" />
            )}
        </dl>
    );
}

interface FactProps {
    readonly name: string;
    readonly value: string;
    readonly kind: string;
    readonly strong?: boolean;
}

function Fact({ name, value, kind, strong }: FactProps): JSX.Element {
    return (
        <div class="fact" data-fact={kind}>
            <dt>{name}</dt>
            <dd class={strong === true ? 'strong' : undefined}>{value}</dd>
        </div>
    );
}

function WeekHours({ office, session, text }: { readonly office: OverviewOffice } & ViewProps): JSX.Element {
    return (
        <details class="week">
            <summary>
                {text('hours.week')}
                <span class="kern-sr-only">{` (${office.name})`}</span>
            </summary>
            <table>
                <tbody>
                    {weekDays(session.ui.lang).map((name, index) => (
                        <tr key={name}>
                            <th scope="row">{name}</th>
                            <td>{rangesText(text, rangesOfDay(office.hours, index + 1))}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            {office.special_days.length > 0 && <SpecialDays office={office} session={session} text={text} />}
        </details>
    );
}

function SpecialDays({ office, session, text }: { readonly office: OverviewOffice } & ViewProps): JSX.Element {
    return (
        <table class="special">
            <caption>{text('hours.special')}</caption>
            <tbody>
                {office.special_days.map((special) => (
                    <tr key={special.day}>
                        <th scope="row">{dayText(session.ui.lang, special.day)}</th>
                        <td>{specialText(text, special)}</td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
