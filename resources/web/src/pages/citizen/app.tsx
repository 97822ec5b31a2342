// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Which view is shown when, and what stands around it.
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../text/index.js';
import { translator } from '../../text/index.js';
import { TitleBar, WakeLock } from './attention.js';
import { peopleText } from './format.js';
import type { Ticket } from '../../state/model.js';
import type { Session } from './session.js';
import { CallView } from './views/call.js';
import { CalledView } from './views/called.js';
import { DrawView } from './views/draw.js';
import { EndView, StoppedView } from './views/end.js';
import { OverviewView } from './views/overview.js';
import { MessagesView } from './views/messages.js';
import { Notice } from './views/parts.js';
import { WaitingView } from './views/waiting.js';

const wakeLock = new WakeLock();
const titleBar = new TitleBar();

export function App({ session }: { readonly session: Session }): JSX.Element {
    const { lang } = session.ui;
    const text = translator(lang);
    const title = titleFor(session, text);
    const inCall = showsCall(session);
    useEffect(() => {
        document.documentElement.lang = lang;
    }, [lang]);
    const unread = session.model.messages.length > 0;
    const news = unread ? text('title.message') : undefined;
    useEffect(() => titleBar.show(title, news), [title, news]);
    useEffect(() => {
        document.body.classList.toggle('in-call', inCall);
    }, [inCall]);
    useEveryHalfMinute();
    wakeLock.want(session.model.ticket !== undefined);
    return (
        <>
            <a class="kern-link skip" href="#main" onClick={skip}>
                {text('page.skip')}
            </a>
            <Header session={session} text={text} />
            <LineNotice session={session} text={text} />
            {unread && <MessagesView session={session} text={text} folded={inCall} />}
            <main id="main" tabIndex={-1}>
                <View session={session} text={text} />
            </main>
            {!inCall && (
                <footer class="page-footer">
                    <p class="kern-body kern-body--small kern-body--muted">{text('page.footer')}</p>
                </footer>
            )}
        </>
    );
}

/** Times that are shown come and go, though nobody tells. */
function useEveryHalfMinute(): void {
    const [, setTurn] = useState(0);
    useEffect(() => {
        const timer = setInterval(() => setTurn((turn) => turn + 1), 30_000);
        return () => clearInterval(timer);
    }, []);
}

/** A plain jump, because the fragment holds the place in line. */
function skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
}

function Header({ session, text }: { readonly session: Session; readonly text: Translate }): JSX.Element {
    const other = session.ui.lang === 'de' ? 'en' : 'de';
    return (
        <header class="page-header">
            <p class="authority">
                <span class="authority-name">{session.model.welcome?.authority ?? text('page.product')}</span>
                <span class="authority-product">{text('page.product')}</span>
            </p>
            <button
                type="button"
                class="kern-btn kern-btn--tertiary language"
                lang={other}
                onClick={() => session.setLanguage(other)}
            >
                <span class="kern-label">{other === 'de' ? 'Deutsch' : 'English'}</span>
            </button>
        </header>
    );
}

function LineNotice({ session, text }: { readonly session: Session; readonly text: Translate }): JSX.Element {
    const lost = session.model.line === 'lost';
    return (
        <div class="line-notice" role="status">
            {lost && (
                <Notice
                    kind="warning"
                    title={text('line.lost')}
                    body={text(session.model.ticket === undefined ? 'line.body' : 'line.body_ticket')}
                />
            )}
        </div>
    );
}

/** Not called, not in a conversation: whoever waits, has something to do, or has missed the calls. */
function atLobby(state: Ticket['state']): boolean {
    return state === 'waiting' || state === 'parked' || state === 'missed';
}

function showsCall(session: Session): boolean {
    const { ticket, line } = session.model;
    if (ticket === undefined || line === 'stopped' || session.asksDevices) return false;
    return ticket.state === 'in_call' || ticket.state === 'held' || (ticket.state === 'called' && session.entering);
}

function View({ session, text }: { readonly session: Session; readonly text: Translate }): JSX.Element {
    const { model, ui } = session;
    if (model.line === 'stopped' && model.goodbye !== undefined) return <StoppedView session={session} text={text} />;
    if (model.ticket !== undefined) {
        const { ticket } = model;
        if (showsCall(session)) return <CallView session={session} text={text} ticket={ticket} />;
        if (atLobby(ticket.state)) return <WaitingView key="waiting" session={session} text={text} ticket={ticket} />;
        return <CalledView key="called" session={session} text={text} ticket={ticket} />;
    }
    if (model.ended !== undefined) return <EndView key="end" session={session} text={text} reason={model.ended} />;
    if (session.restoring) return <p class="kern-body loading">{text('page.restoring')}</p>;
    const office = ui.drawingFor === undefined ? undefined : model.offices.get(ui.drawingFor);
    if (office !== undefined) return <DrawView key="draw" session={session} text={text} office={office} />;
    return <OverviewView key="overview" session={session} text={text} />;
}

function titleFor(session: Session, text: Translate): string {
    const { ticket, ended, welcome } = session.model;
    const end = ` – ${welcome?.authority ?? text('page.product')}`;
    if (ended !== undefined) return text(`ended.${ended}`) + end;
    if (ticket === undefined) return text('page.product') + end;
    if (ticket.state === 'called') return text('title.called', { number: ticket.number }) + end;
    if (!atLobby(ticket.state)) return text('title.call', { number: ticket.number }) + end;
    if (ticket.rank === undefined) return ticket.number + end;
    if (session.model.offices.get(ticket.office)?.hides_position === true) return ticket.number + end;
    const ahead = ticket.rank === 0 ? text('waiting.next') : text('title.ahead', { people: peopleText(text, ticket.rank) });
    return `${ticket.number}: ${ahead}${end}`;
}
