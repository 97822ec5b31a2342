// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The place where a document is shown: fetches and opens what both look at, follows what is shown, and lets it go.
import type { DocumentKind } from '../protocol/documents.js';
import type { Sight } from '../room/sharedView.js';
import { make } from './drawing.js';
import type { PageLayer } from './layer.js';
import { openPages } from './pages.js';
import { Viewer, type ViewerWorld } from './viewer.js';

export interface Shown {
    readonly sight: Sight;
    readonly kind: DocumentKind;
    readonly name: string;
}

export interface StageWorld extends Omit<ViewerWorld, 'name'> {
    /** Nothing: it cannot be had now. */
    load(file: string, progress: (percent: number) => void): Promise<Blob | undefined>;
    worker(): Promise<Worker>;
    /** What is to lie over the pages of this file. */
    layers?(shown: Shown): readonly PageLayer[];
}

export class DocumentStage {
    #shown: Shown | undefined;
    #viewer: Viewer | undefined;
    #notice: HTMLElement | undefined;

    constructor(
        private readonly host: Element,
        private readonly world: StageWorld,
    ) {}

    show(shown: Shown | undefined): void {
        const before = this.#shown;
        this.#shown = shown;
        if (shown === undefined) return this.#clear();
        if (shown.sight.file === before?.sight.file) return this.#viewer?.show(shown.sight);
        this.#clear();
        return void this.#open(shown);
    }

    close(): void {
        this.show(undefined);
    }

    async #open(shown: Shown): Promise<void> {
        const { file } = shown.sight;
        const { text } = this.world;
        const isWanted = (): boolean => this.#shown?.sight.file === file;
        const progress = (percent: number): void => {
            if (isWanted()) this.#tell(text('view.loading', { percent }));
        };
        progress(0);
        try {
            const content = await this.world.load(file, progress);
            if (!isWanted()) return;
            if (content === undefined) throw new Error('not to be had');
            const pages = await openPages(shown.kind, content, () => this.world.worker());
            if (!isWanted() || this.#viewer !== undefined) return pages.close();
            this.#tell('');
            const now = this.#shown ?? shown;
            const viewer = new Viewer(this.host, pages, now.sight, { ...this.world, name: shown.name });
            for (const layer of this.world.layers?.(now) ?? []) viewer.add(layer);
            this.#viewer = viewer;
        } catch {
            if (isWanted()) this.#offerAgain(shown);
        }
    }

    #offerAgain(shown: Shown): void {
        this.#tell(this.world.text('view.failed'));
        const again = make('button', 'doc-tool doc-tool--word', this.#notice, { type: 'button' });
        again.textContent = this.world.text('view.again');
        again.addEventListener('click', () => void this.#open(this.#shown ?? shown));
    }

    #tell(words: string): void {
        this.#notice?.remove();
        this.#notice = undefined;
        if (words === '') return;
        this.#notice = make('div', 'doc-notice', this.host, { role: 'status' });
        make('p', '', this.#notice).textContent = words;
    }

    #clear(): void {
        this.#tell('');
        this.#viewer?.close();
        this.#viewer = undefined;
    }
}
