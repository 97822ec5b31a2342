// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The document that both look at, in the place of the picture.
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentStage, Shown } from '../../../document/stage.js';
import { announce } from '../announcer.js';
import type { Session } from '../session.js';
import type { ViewProps } from './parts.js';

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

interface SharedDocumentProps extends ViewProps {
    readonly clerk: string;
    readonly shown: Shown;
}

export function SharedDocument({ session, text, clerk, shown }: SharedDocumentProps): JSX.Element {
    const host = useRef<HTMLDivElement>(null);
    const stage = useRef<DocumentStage | undefined>(undefined);
    const newest = useRef(shown);
    const [failed, setFailed] = useState(false);
    newest.current = shown;
    const load = async (): Promise<void> => {
        setFailed(false);
        try {
            const { DocumentStage, workers } = await looking();
            if (host.current === null) return;
            const { view } = session.sight;
            stage.current = new DocumentStage(host.current, {
                own: 'citizen',
                other: clerk,
                text,
                turn: (place) => view.turn(place),
                point: (pointer) => view.point(pointer),
                mark: (mark) => view.mark(mark),
                nextMark: () => view.nextMark(),
                undo: () => view.undo(),
                clear: () => view.clear(),
                load: (file, progress) => session.documents.content(file, progress),
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
            announce(text('view.ended'), 'status');
        };
    }, []);
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
