// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The buttons of a document that both look at.
import type { TextKey, Translate } from '../text/index.js';
import { make, sign, type Sign } from './drawing.js';
import type { Tool } from './gestures.js';

export interface ToolbarWorld {
    turn(pages: number): void;
    /** By so many steps; 0: the whole page. */
    zoom(steps: number): void;
    use(tool: Tool): void;
    undo(): void;
    clear(): void;
    showPages(on: boolean): void;
    close?(): void;
}

export interface ToolbarState {
    readonly page: number;
    readonly count: number;
    readonly zoom: number;
    readonly tool: Tool;
    readonly ownMarks: boolean;
    readonly marks: boolean;
    readonly pagesShown: boolean;
}

export class Toolbar {
    readonly #buttons = new Map<Sign, HTMLButtonElement>();
    readonly #bar: HTMLElement;
    readonly #page: HTMLElement;
    readonly #zoom: HTMLButtonElement;

    constructor(
        parent: Element,
        private readonly text: Translate,
        private readonly world: ToolbarWorld,
    ) {
        this.#bar = make('div', 'doc-tools', parent, { role: 'toolbar', 'aria-label': text('view.tools') });
        this.#add('pages', 'view.pages', () => world.showPages(this.#isOff('pages', 'aria-expanded')));
        this.#add('previous', 'view.previous', () => world.turn(-1));
        this.#page = make('span', 'doc-number', this.#bar);
        this.#add('next', 'view.next', () => world.turn(1));
        this.#add('smaller', 'view.smaller', () => world.zoom(-1));
        this.#zoom = make('button', 'doc-tool doc-tool--word', this.#bar, { type: 'button' });
        this.#zoom.addEventListener('click', () => world.zoom(0));
        this.#add('larger', 'view.larger', () => world.zoom(1));
        this.#addPen('line', 'view.line');
        this.#addPen('highlight', 'view.highlight');
        this.#add('undo', 'view.undo', () => world.undo());
        this.#add('clear', 'view.clear', () => world.clear());
        if (world.close !== undefined) this.#add('close', 'view.close', () => world.close?.());
    }

    /** For whoever only looks on. */
    hide(): void {
        this.#bar.hidden = true;
    }

    show(state: ToolbarState): void {
        const { text } = this;
        const { page, count, zoom, tool } = state;
        this.#page.textContent = `${page} / ${count}`;
        this.#page.setAttribute('aria-label', text('view.page', { page, count }));
        this.#zoom.textContent = `${zoom} %`;
        this.#zoom.setAttribute('aria-label', text('view.whole', { zoom }));
        this.#zoom.title = text('view.whole', { zoom });
        this.#able('previous', page > 1);
        this.#able('next', page < count);
        this.#able('undo', state.ownMarks);
        this.#able('clear', state.marks);
        this.#mark('pages', 'aria-expanded', state.pagesShown);
        this.#mark('line', 'aria-pressed', tool === 'line');
        this.#mark('highlight', 'aria-pressed', tool === 'highlight');
    }

    #addPen(pen: 'line' | 'highlight', key: TextKey): void {
        this.#add(pen, key, () => this.world.use(this.#isOff(pen, 'aria-pressed') ? pen : 'look'));
    }

    #add(name: Sign, key: TextKey, press: () => void): void {
        const label = this.text(key);
        const button = make('button', 'doc-tool', this.#bar, { type: 'button', 'aria-label': label, title: label, 'data-tool': name });
        sign(name, button);
        button.addEventListener('click', () => {
            if (button.getAttribute('aria-disabled') !== 'true') press();
        });
        this.#buttons.set(name, button);
    }

    #isOff(name: Sign, attribute: string): boolean {
        return this.#buttons.get(name)?.getAttribute(attribute) !== 'true';
    }

    #mark(name: Sign, attribute: string, on: boolean): void {
        this.#buttons.get(name)?.setAttribute(attribute, String(on));
    }

    /** Not taken from under the keyboard: it stays, and says that it does nothing. */
    #able(name: Sign, able: boolean): void {
        this.#buttons.get(name)?.setAttribute('aria-disabled', String(!able));
    }
}
