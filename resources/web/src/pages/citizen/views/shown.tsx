// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The document that both look at, in the place of the picture.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentStage, Shown } from '../../../document/stage.js';
import { announce } from '../announcer.js';
import { saveFile } from '../saveFile.js';
import type { Language } from '../../../protocol/messages.js';
import type { Session } from '../session.js';
import type { VisitDocuments } from '../../../room/visitDocuments.js';
import type { Translate } from '../../../text/index.js';
import type { OwnSight } from '../ownSight.js';

const looking = (): Promise<typeof import('../looking.js')> => import('../looking.js');

/** What is shown, once it is known what it is. */
export function shownIn({ ui, model }: Session): Shown | undefined {
    const { sight, documents } = ui;
    const card = documents.cards.find(({ file }) => file === sight?.file);
    const visible = sight !== undefined && card?.kind !== undefined && model.ticket?.control.on_hold !== true;
    return visible ? { sight, kind: card.kind, name: card.name ?? card.file } : undefined;
}

/** There is something that may be shown soon: what shows it is fetched ahead. */
export function useLookingAhead({ ui }: Session): void {
    const wanted = ui.documents.cards.some(({ state }) => state === 'accepted');
    useEffect(() => {
        if (wanted) void looking().then(({ workers }) => workers.warm()).catch(() => undefined);
    }, [wanted]);
}

/** Whoever looks: a citizen, or a guest, who only looks on. */
export interface LookingSession {
    readonly sight: OwnSight;
    readonly documents: Pick<VisitDocuments, 'content' | 'send'>;
    readonly ui: { readonly lang: Language };
}

interface SharedDocumentProps {
    readonly session: LookingSession;
    readonly text: Translate;
    readonly clerk: string;
    readonly shown: Shown;
    readonly looksOn?: boolean;
}

export function SharedDocument({ session, text, clerk, shown, looksOn = false }: SharedDocumentProps): JSX.Element {
    const host = useRef<HTMLDivElement>(null);
    const stage = useRef<DocumentStage | undefined>(undefined);
    const newest = useRef(shown);
    const [failed, setFailed] = useState(false);
    newest.current = shown;
    const loadWithForm = async (file: string, progress: (percent: number) => void): Promise<Blob | undefined> => {
        const content = await session.documents.content(file, progress);
        const { kind, name, sight } = newest.current;
        const element = host.current;
        if (content === undefined || element === null || looksOn || kind !== 'pdf' || sight.file !== file) return content;
        session.sight.form.show({
            file,
            name,
            content,
            host: element,
            clerk,
            lang: session.ui.lang,
            hand: (made) => session.documents.send(made),
            save: saveFile,
            failed: () => announce(text('form.failed'), 'status'),
        });
        return content;
    };
    const load = async (): Promise<void> => {
        setFailed(false);
        try {
            const { DocumentStage, workers } = await looking();
            if (host.current === null) return;
            const { view } = session.sight;
            stage.current = new DocumentStage(host.current, {
                own: 'citizen',
                looksOn,
                other: clerk,
                text,
                turn: (place) => view.turn(place),
                point: (pointer) => view.point(pointer),
                mark: (mark) => view.mark(mark),
                nextMark: () => view.nextMark(),
                undo: () => view.undo(),
                clear: () => view.clear(),
                load: (file, progress) => loadWithForm(file, progress),
                layers: ({ kind }) => (kind === 'pdf' ? [session.sight.form.layer] : []),
                worker: workers.take,
            });
            stage.current.show(newest.current);
        } catch {
            setFailed(true);
        }
    };
    useEffect(() => {
        void load();
        return () => {
            stage.current?.close();
            session.sight.form.show(undefined);
            announce(text('view.ended'), 'status');
        };
    }, []);
    useEffect(() => session.sight.form.show(undefined), [shown.sight.file]);
    useEffect(() => stage.current?.show(shown), [shown.sight, shown.kind, shown.name]);
    return (
        <div class="shown" id="shown" ref={host}>
            {failed && (
                <div class="doc-notice" role="status">
                    <p>{text('view.failed')}</p>
                    <button type="button" class="control control--wide" onClick={() => void load()}>
                        {text('view.again')}
                    </button>
                </div>
            )}
        </div>
    );
}
