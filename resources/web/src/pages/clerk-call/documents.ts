// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of looking at a document together: told by the app what is shown, and tells it what the clerk does.
import { fileOfTheApp } from '../../connection/appFiles.js';
import { setTimer } from '../../connection/browserWorld.js';
import { DocumentStage } from '../../document/stage.js';
import { startWorker, Workers } from '../../document/worker.js';
import { FormTable } from '../../form/table.js';
import type { FormCommand, ToApp, ViewCommand } from '../../protocol/bridge.js';
import type { DocumentKind } from '../../protocol/documents.js';
import { SharedView, type Sight } from '../../room/sharedView.js';
import type { Language } from '../../protocol/messages.js';
import type { Translate } from '../../text/index.js';

export interface DocumentsWorld {
    report(message: ToApp): void;
    /** Of the visitor. */
    readonly name: string;
    readonly text: Translate;
    readonly lang: Language;
    /** The pictures make room. */
    occupied(on: boolean): void;
}

const kLanguage = 'text/javascript';

async function workerOfTheApp(): Promise<Worker> {
    const script = new Blob([await fileOfTheApp('document.worker')], { type: kLanguage });
    const url = URL.createObjectURL(script);
    const worker = startWorker(url);
    // It has taken it up by then.
    setTimer(60_000, () => URL.revokeObjectURL(url));
    return worker;
}

export class ClerkDocuments {
    readonly #workers = new Workers(workerOfTheApp, setTimer);
    readonly #view: SharedView;
    readonly #stage: DocumentStage;
    readonly #form: FormTable;
    #file = '';
    #kind: DocumentKind = 'pdf';
    #name = '';

    constructor(
        private readonly host: Element,
        private readonly world: DocumentsWorld,
    ) {
        this.#view = new SharedView({
            own: 'clerk',
            send: (file, change) => {
                world.report({ type: 'view.change', file, change });
                return true;
            },
            now: Date.now,
            setTimer,
            changed: (sight) => this.#show(sight),
        });
        const view = this.#view;
        this.#form = new FormTable({
            own: 'clerk',
            get other() {
                return world.name;
            },
            get lang() {
                return world.lang;
            },
            say: (word) => {
                world.report(word);
                return true;
            },
            now: Date.now,
            setTimer,
        });
        this.#stage = new DocumentStage(host, {
            own: 'clerk',
            get other() {
                return world.name;
            },
            get text() {
                return world.text;
            },
            turn: (place) => view.turn(place),
            point: (pointer) => view.point(pointer),
            mark: (mark) => view.mark(mark),
            nextMark: () => view.nextMark(),
            undo: () => view.undo(),
            clear: () => view.clear(),
            close: () => world.report({ type: 'view.close' }),
            load: (file) => this.#load(file),
            layers: ({ kind }) => (kind === 'pdf' ? [this.#form.layer] : []),
            worker: this.#workers.take,
        });
    }

    /** There is somebody to show something to. */
    warm(): void {
        this.#workers.warm();
    }

    obey(command: ViewCommand): void {
        switch (command.type) {
            case 'view.show':
                this.#kind = command.kind;
                this.#name = command.name ?? '';
                return this.#view.told(command.view);
            case 'view.changed':
                return this.#view.heard(command.from, command.file, command.change);
            case 'view.close':
                return this.#view.told(undefined);
            default:
                return command satisfies never;
        }
    }

    hear(news: FormCommand): void {
        this.#form.hear(news);
    }

    /** The visit is over. */
    forget(): void {
        this.#form.forget();
    }

    async #load(file: string): Promise<Blob | undefined> {
        const content = await fileOfTheApp(`document/${file}`).catch(() => undefined);
        if (content === undefined) return undefined;
        if (this.#kind === 'pdf' && this.#file === file) {
            void this.#form.show({ file, name: this.#name, host: this.host, content: new Uint8Array(content) });
        }
        return new Blob([content]);
    }

    #show(sight: Sight | undefined): void {
        this.world.occupied(sight !== undefined);
        const file = sight?.file ?? '';
        if (file !== this.#file) void this.#form.show(undefined);
        this.#file = file;
        this.#stage.show(sight === undefined ? undefined : { sight, kind: this.#kind, name: this.#name });
    }
}
