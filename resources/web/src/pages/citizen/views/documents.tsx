// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Files: what both have handed to each other, what is on its way, and a button to hand one over.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { DocumentCard } from '../../../protocol/documents.js';
import type { Sending } from '../../../room/visitDocuments.js';
import type { TextKey } from '../../../text/index.js';
import { announce } from '../announcer.js';
import { PaperEditor, PhotographButton, kPaperTitle, kPhotograph } from './paper.js';
import { Button, Icon, focusOn, onEscape, useQuestion } from './parts.js';
import type { ViewProps } from './parts.js';

const kAdd = 'add-document';
const kButton = 'toggle-documents';
const kTaken = 'application/pdf,image/jpeg,image/png,.pdf,.jpg,.jpeg,.png';

export function sizeText(text: ViewProps['text'], lang: string, bytes: number): string {
    const kilobytes = Math.max(1, Math.round(bytes / 1024));
    if (kilobytes < 1024) return text('documents.kilobytes', { size: String(kilobytes) });
    return text('documents.megabytes', { size: (kilobytes / 1024).toLocaleString(lang, { maximumFractionDigits: 1 }) });
}

/** In the lobby: a section among the others. */
export function DocumentsSection(props: ViewProps): JSX.Element {
    return (
        <section class="documents" id="documents" aria-labelledby="documents-title">
            <h2 class="kern-heading-small" id="documents-title">
                {props.text('documents.title')}
            </h2>
            <p class="kern-body kern-body--small">{props.text('documents.hint_waiting')}</p>
            <Documents {...props} />
        </section>
    );
}

export function DocumentsButton({ session, text }: ViewProps): JSX.Element {
    const { open, cards } = session.ui.documents;
    const fresh = cards.filter(({ from, state }) => from === 'clerk' && state === 'accepted').length;
    const label = text(open ? 'documents.close' : 'documents.open');
    return (
        <button
            type="button"
            id={kButton}
            class={`control${open ? ' control--off' : ''}`}
            aria-expanded={open}
            aria-controls="documents-panel"
            aria-label={fresh > 0 && !open ? `${label}, ${text('documents.for_you', { count: fresh })}` : label}
            onClick={() => session.documents.show(!open)}
        >
            <span class="control-icon">
                <Icon name="document" />
                {fresh > 0 && !open && <span class="badge">{fresh}</span>}
            </span>
            <span>{label}</span>
        </button>
    );
}

/** In the call: beside the picture, below it on a phone. */
export function DocumentsPanel(props: ViewProps): JSX.Element {
    const { session, text } = props;
    const close = (): void => {
        session.documents.show(false);
        focusOn(kButton);
    };
    useEffect(() => focusOn(kAdd), []);
    return (
        <section class="documents-panel" id="documents-panel" aria-label={text('documents.title')} onKeyDown={onEscape(close)}>
            <p class="kern-body kern-body--small">{text('documents.hint_call')}</p>
            <Documents {...props} />
        </section>
    );
}

/** What the clerk hands over or says to a file is spoken, whether the list is in sight or not. */
export function useSpokenDocuments({ session, text }: ViewProps): void {
    const { cards } = session.ui.documents;
    const known = useRef(new Map<string, string>());
    const first = useRef(true);
    useEffect(() => {
        for (const card of cards) {
            const before = known.current.get(card.file);
            known.current.set(card.file, card.state);
            if (first.current || before === card.state) continue;
            const key = newsKey(card);
            if (key === undefined) continue;
            const cleaned = card.cleaned === true && card.state !== 'refused' ? ` ${text('documents.cleaned')}` : '';
            announce(text(key, { name: card.name ?? '' }) + cleaned, 'status');
        }
        first.current = false;
    }, [cards]);
}

function newsKey({ from, state }: DocumentCard): TextKey | undefined {
    if (from === 'clerk') return state === 'accepted' ? 'documents.spoken_came' : undefined;
    if (state === 'offered') return 'documents.spoken_offered';
    if (state === 'accepted') return 'documents.spoken_accepted';
    return state === 'refused' ? 'documents.spoken_refused' : undefined;
}

function Documents(props: ViewProps): JSX.Element {
    const { session, text } = props;
    const { cards, sending } = session.ui.documents;
    const file = useRef<HTMLInputElement>(null);
    useQuestion(session.ui.paper.step !== 'none', kPaperTitle, kPhotograph);
    // One's own that are still coming stand below, with what is left of them.
    const listed = cards.filter(({ from, state }) => from === 'clerk' || !(state === 'coming' || state === 'checking'));
    const take = (input: HTMLInputElement): void => {
        for (const one of input.files ?? []) void session.documents.send(one);
        input.value = '';
        focusOn(kAdd);
    };
    return (
        <>
            {listed.length + sending.length > 0 && (
                <ul class="document-list">
                    {listed.map((card) => (
                        <CardRow key={card.file} session={session} text={text} card={card} />
                    ))}
                    {sending.map((one) => (
                        <SendingRow key={one.key} session={session} text={text} one={one} />
                    ))}
                </ul>
            )}
            <input
                ref={file}
                id="document-file"
                class="kern-sr-only"
                type="file"
                multiple
                tabIndex={-1}
                aria-hidden="true"
                accept={kTaken}
                onChange={(event) => take(event.currentTarget)}
            />
            {session.ui.paper.step !== 'none' ? <PaperEditor {...props} /> : <Ways {...props} onFile={() => file.current?.click()} />}
        </>
    );
}

/** A file, or the photograph of a paper. */
function Ways({ session, text, onFile }: ViewProps & { readonly onFile: () => void }): JSX.Element {
    if (!session.documents.hasRoom) return <p class="kern-body kern-body--small">{text('documents.full')}</p>;
    return (
        <>
            <Button id={kAdd} kind="secondary" icon="document" label={text('documents.add')} onPress={onFile} />
            <PhotographButton session={session} text={text} />
        </>
    );
}

function stateText({ from, state }: DocumentCard): TextKey {
    if (from === 'clerk') return state === 'accepted' ? 'documents.from_clerk' : 'documents.coming';
    if (state === 'accepted') return 'documents.accepted';
    return state === 'refused' ? 'documents.refused' : 'documents.offered';
}

function CardRow({ session, text, card }: ViewProps & { readonly card: DocumentCard }): JSX.Element {
    const { fetching } = session.ui.documents;
    const name = card.name ?? text('documents.unnamed');
    const own = card.from === 'citizen';
    const turn = fetching?.id === card.file ? fetching : undefined;
    return (
        <li class={`document document--${card.state}`} data-state={card.state} data-from={card.from}>
            <p class="document-name">
                <bdi>{name}</bdi>
            </p>
            <p class="document-facts">
                {sizeText(text, session.ui.lang, card.bytes)} · {text(stateText(card))}
            </p>
            {card.cleaned === true && card.state !== 'refused' && <p class="document-facts">{text('documents.cleaned')}</p>}
            {turn?.failed === true && <p class="document-problem">{text('documents.fetch_failed')}</p>}
            {turn !== undefined && !turn.failed && (
                <progress max={card.bytes} value={turn.got} aria-label={text('documents.fetching', { name })} />
            )}
            {!own && card.state === 'accepted' && (
                <Button
                    kind="tertiary"
                    label={text('documents.save')}
                    description={text('documents.save_named', { name })}
                    onPress={() => void session.documents.load(card)}
                />
            )}
            {own && card.state === 'offered' && (
                <Button
                    kind="tertiary"
                    label={text('documents.withdraw')}
                    description={text('documents.withdraw_named', { name })}
                    onPress={() => {
                        void session.documents.withdraw(card.file);
                        focusOn(kAdd);
                    }}
                />
            )}
        </li>
    );
}

function SendingRow({ session, text, one }: ViewProps & { readonly one: Sending }): JSX.Element {
    const { problem, name } = one;
    const words = problem === undefined ? undefined : text(`documents.problem.${problem}`);
    useEffect(() => {
        if (words !== undefined) announce(`${name}: ${words}`, 'status');
    }, [words]);
    return (
        <li class="document" data-state={problem === undefined ? 'sending' : 'failed'} data-problem={problem}>
            <p class="document-name">
                <bdi>{name}</bdi>
            </p>
            {words === undefined ? (
                <p class="document-facts">
                    {text(one.checking ? 'documents.checking' : 'documents.sending', { percent: String(percentOf(one)) })}
                </p>
            ) : (
                <p class="document-problem">{words}</p>
            )}
            {problem === undefined && (
                <progress max={one.bytes} value={one.sent} aria-label={text('documents.progress', { name })} />
            )}
            <Button
                kind="tertiary"
                label={text(problem === undefined ? 'documents.cancel' : 'documents.dismiss')}
                description={text(problem === undefined ? 'documents.cancel_named' : 'documents.dismiss_named', { name })}
                onPress={() => {
                    session.documents.cancel(one.key);
                    focusOn(kAdd);
                }}
            />
        </li>
    );
}

function percentOf({ sent, bytes }: Sending): number {
    return Math.floor((100 * sent) / bytes);
}
