// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What both write: who said what, what the other one is writing just now, and a field of one's own.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { kTextChars } from '../../../protocol/messages.js';
import { unreadLines } from '../../../room/visitText.js';
import type { TalkLine } from '../../../state/talk.js';
import { announce, forgetStatus } from '../announcer.js';
import { clockText } from '../format.js';
import { Icon, focusOn, onEscape } from './parts.js';
import type { Language } from '../../../protocol/messages.js';
import type { TextView, VisitText } from '../../../room/visitText.js';
import type { Translate } from '../../../text/index.js';

/** Whoever writes: a citizen, or a guest. */
export interface TextSession {
    readonly ui: { readonly written: TextView; readonly lang: Language };
    readonly writing: VisitText;
}

interface TextButtonProps {
    readonly session: TextSession;
    readonly text: Translate;
}

interface TextProps extends TextButtonProps {
    readonly clerk: string;
}

/** Who says a line of somebody else: a guest by name. */
const whoOf = ({ name }: { readonly name?: string }, clerk: string): string => name ?? clerk;

const kField = 'text-field';
const kButton = 'toggle-text';

/**
 * A line of the other one is spoken when it is done, whether it is shown or not; letters on their way never are, nor what
 * was read before the page was reloaded.
 */
export function useSpokenLines({ session, clerk }: TextProps): void {
    const { talk, readUpTo } = session.ui.written;
    const spokenUpTo = useRef(readUpTo);
    useEffect(() => {
        for (const said of talk.done) {
            if (said.from === 'citizen' || said.line <= spokenUpTo.current) continue;
            spokenUpTo.current = said.line;
            announce(`${whoOf(said, clerk)}: ${said.text}`, 'status');
        }
    }, [talk.done]);
    useEffect(() => forgetStatus, []);
}

export function TextButton({ session, text }: TextButtonProps): JSX.Element {
    const { open } = session.ui.written;
    const unread = unreadLines(session.ui.written).length;
    const label = text(open ? 'text.close' : 'text.open');
    const show = (): void => {
        session.writing.show(!open);
        // A field that appears takes the focus by itself.
        if (open) focusOn(kButton);
    };
    return (
        <button
            type="button"
            id={kButton}
            class={`control${open ? ' control--off' : ''}`}
            aria-expanded={open}
            aria-controls="text-panel"
            aria-label={unread > 0 ? `${label}, ${text('text.unread', { count: unread })}` : label}
            onClick={show}
        >
            <span class="control-icon">
                <Icon name="text" />
                {unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
            </span>
            <span>{label}</span>
        </button>
    );
}

/** The newest line of the other one, while the text is closed: whoever cannot hear sees that there is something. */
export function TextPeek({ session, text, clerk }: TextProps): JSX.Element | null {
    const { open, talk } = session.ui.written;
    const [newest] = unreadLines(session.ui.written).slice(-1);
    if (open || (newest === undefined && talk.growing === undefined)) return null;
    return (
        <button type="button" class="text-peek" id="text-peek" onClick={() => session.writing.show(true)}>
            <span class="text-who">{talk.growing === undefined ? whoOf(newest ?? {}, clerk) : text('text.writes', { clerk: whoOf(talk.growing, clerk) })}</span>
            <span class="text-peek-words" dir="auto">
                {talk.growing === undefined ? newest?.text : talk.growing.text}
            </span>
        </button>
    );
}

export function TextPanel(props: TextProps): JSX.Element {
    const { session, text, clerk } = props;
    const { talk } = session.ui.written;
    const close = (): void => {
        session.writing.show(false);
        focusOn(kButton);
    };
    return (
        <section class="text-panel" id="text-panel" aria-label={text('text.title', { clerk })} onKeyDown={onEscape(close)}>
            <Lines {...props} />
            {/* Stands whether somebody writes or not: nothing jumps. */}
            <p class={`text-growing${talk.growing === undefined ? ' text-growing--none' : ''}`} id="text-growing">
                {talk.growing !== undefined && <span class="text-who">{text('text.writes', { clerk: whoOf(talk.growing, clerk) })}</span>}
                {talk.growing !== undefined && ' '}
                {talk.growing !== undefined && <bdi>{talk.growing.text}</bdi>}
            </p>
            <Writer {...props} />
        </section>
    );
}

/** Whoever reads further up stays there; whoever was at the end sees what comes. */
function Lines({ session, text, clerk }: TextProps): JSX.Element {
    const { done, growing } = session.ui.written.talk;
    const list = useRef<HTMLDivElement>(null);
    const atEnd = useRef(true);
    useEffect(() => {
        const element = list.current;
        if (element !== null && (atEnd.current || done[done.length - 1]?.from === 'citizen')) element.scrollTop = element.scrollHeight;
    }, [done, growing]);
    const noteEnd = (): void => {
        const element = list.current;
        if (element !== null) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    };
    return (
        <div
            class="text-lines"
            id="text-lines"
            role="log"
            aria-live="off"
            aria-label={text('text.lines')}
            tabIndex={0}
            ref={list}
            onScroll={noteEnd}
        >
            {done.length === 0 && <p class="text-empty">{text('text.empty', { clerk })}</p>}
            {done.map((line) => (
                <Line key={`${line.from} ${line.peer ?? ''} ${line.line}`} session={session} text={text} clerk={clerk} line={line} />
            ))}
        </div>
    );
}

function Line({ session, text, clerk, line }: TextProps & { readonly line: TalkLine }): JSX.Element {
    const own = line.from === 'citizen';
    const clock = line.kept ? clockText(session.ui.lang, line.at) : text('text.sending');
    return (
        <div class={`text-line${own ? ' text-line--own' : ''}`} data-from={line.from}>
            <p class="text-who">
                {own ? text('text.you') : whoOf(line, clerk)}{' '}
                <span class="text-clock">{clock}</span>
            </p>
            <p class="text-words" dir="auto">
                {line.text}
            </p>
        </div>
    );
}

function Writer({ session, text, clerk }: TextProps): JSX.Element {
    const { draft, letters } = session.ui.written;
    const { writing } = session;
    useEffect(() => focusOn(kField), []);
    const onKey = (event: KeyboardEvent): void => {
        // Enter that chooses a word of an input method ends no line.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        writing.finish();
    };
    return (
        <form
            class="text-writer"
            onSubmit={(event) => {
                event.preventDefault();
                writing.finish();
                focusOn(kField);
            }}
        >
            <label class="kern-sr-only" for={kField}>
                {text('text.field', { clerk })}
            </label>
            <textarea
                id={kField}
                rows={2}
                maxLength={kTextChars}
                enterkeyhint="send"
                placeholder={text('text.field', { clerk })}
                value={draft}
                onInput={(event) => writing.type(event.currentTarget.value)}
                onKeyDown={onKey}
            />
            <button type="submit" class="control control--send" id="text-send">
                <Icon name="send" />
                <span>{text('text.send')}</span>
            </button>
            <label class="text-letters">
                <input
                    type="checkbox"
                    id="text-letters"
                    checked={letters}
                    onChange={(event) => writing.setLetters(event.currentTarget.checked)}
                />
                <span>{text('text.letters', { clerk })}</span>
            </label>
        </form>
    );
}
