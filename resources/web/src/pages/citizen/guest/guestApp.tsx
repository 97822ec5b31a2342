// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The page of a guest: the door, the wait until the clerk admits, the conversation, the end.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Translate, translator } from '../../../text/index.js';
import { TitleBar, WakeLock } from '../attention.js';
import { DeviceCheck } from '../views/deviceCheck.js';
import { Button, Notice, ViewHeading } from '../views/parts.js';
import { GuestCall } from './guestCall.js';
import { GuestForm } from './guestForm.js';
import type { GuestSession } from './guestSession.js';

const wakeLock = new WakeLock();
const titleBar = new TitleBar();

interface GuestProps {
    readonly session: GuestSession;
    readonly text: Translate;
}

export function GuestApp({ session }: { readonly session: GuestSession }): JSX.Element {
    const { lang } = session.ui;
    const text = translator(lang);
    const { state } = session;
    const inCall = state?.state === 'in_room';
    const title = `${state === undefined ? text('guest.title') : text('guest.of', { number: state.number })} – ${session.welcome?.authority ?? text('page.product')}`;
    useEffect(() => {
        document.documentElement.lang = lang;
    }, [lang]);
    useEffect(() => titleBar.show(title, undefined), [title]);
    useEffect(() => {
        document.body.classList.toggle('in-call', inCall);
    }, [inCall]);
    wakeLock.want(state !== undefined);
    return (
        <>
            <Header session={session} text={text} />
            <div class="line-notice" role="status">
                {session.line === 'lost' && <Notice kind="warning" title={text('line.lost')} body={text('line.body')} />}
            </div>
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

function Header({ session, text }: GuestProps): JSX.Element {
    const other = session.ui.lang === 'de' ? 'en' : 'de';
    return (
        <header class="page-header">
            <p class="authority">
                <span class="authority-name">{session.welcome?.authority ?? text('page.product')}</span>
                <span class="authority-product">{text('page.product')}</span>
            </p>
            <button type="button" class="kern-btn kern-btn--tertiary language" lang={other} onClick={() => session.setLanguage(other)}>
                <span class="kern-label">{other === 'de' ? 'Deutsch' : 'English'}</span>
            </button>
        </header>
    );
}

function View({ session, text }: GuestProps): JSX.Element {
    const { ended, state, ui } = session;
    if (ended !== undefined) return <Ended key="end" session={session} text={text} />;
    if (state?.state === 'in_room') return <GuestCall key="call" session={session} text={text} state={state} />;
    if (state !== undefined) return <Waiting key="waiting" session={session} text={text} />;
    if (ui.knocking && session.line !== 'online') return <p class="kern-body loading">{text('page.restoring')}</p>;
    return <GuestForm key="form" session={session} text={text} />;
}

function Waiting({ session, text }: GuestProps): JSX.Element {
    const { state } = session;
    return (
        <div class="narrow waiting-guest">
            <ViewHeading>{text('guest.of', { number: state?.number ?? '' })}</ViewHeading>
            <p class="kern-preline">{state?.office_name}</p>
            <p class="kern-body">{text('guest.waiting')}</p>
            <DeviceCheck session={session} text={text} />
            <div class="stack">
                <Button kind="tertiary" label={text('guest.leave')} onPress={() => void session.leave()} />
            </div>
        </div>
    );
}

function Ended({ session, text }: GuestProps): JSX.Element {
    const reason = session.ended ?? 'over';
    return (
        <div class="narrow end" data-reason={reason}>
            <ViewHeading>{text(`guest.ended_${reason}`)}</ViewHeading>
            <p class="kern-body">{text(`guest.ended_${reason}_body`)}</p>
            {reason !== 'taken_over' && (
                <p class="kern-body kern-body--small kern-body--muted">{text('ended.erased')}</p>
            )}
            <div class="stack">
                <a class="kern-link" href="./" onClick={toOverview}>
                    {text('ended.overview')}
                </a>
            </div>
        </div>
    );
}

/** Without its fragment the same address is the overview; a plain jump would change the fragment alone. */
function toOverview(event: Event): void {
    event.preventDefault();
    history.replaceState(null, '', location.pathname + location.search);
    location.reload();
}
