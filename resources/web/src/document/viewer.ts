// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Shows a document that both look at, and says what is done with it. Knows no server and no app: both pages use it.
import { type From, type Mark, type Place, type Pointer } from '../protocol/view.js';
import type { Sight } from '../room/sharedView.js';
import type { Translate } from '../text/index.js';
import { make, Strokes } from './drawing.js';
import { Gestures, type Tool } from './gestures.js';
import { ViewerKeys } from './keys.js';
import type { PageLayer } from './layer.js';
import { type Lie, lieOf, moved, onPage, pointAt, zoomed } from './layout.js';
import type { Pages, Size } from './pages.js';
import { Sheet } from './sheet.js';
import { Thumbnails } from './thumbnails.js';
import { Toolbar } from './toolbar.js';

export interface ViewerWorld {
    readonly own: From;
    /** Nothing is turned, pointed at or marked: a guest. */
    readonly looksOn?: boolean;
    /** How the other one is called. */
    readonly other: string;
    readonly name: string;
    readonly text: Translate;
    turn(place: Place): void;
    point(pointer: Pointer | undefined): void;
    mark(mark: Mark): void;
    nextMark(): number;
    undo(): void;
    clear(): void;
    /** The clerk's alone. */
    readonly close?: () => void;
}

const kStep = 1.25;
const kStrokeEveryMs = 120;

export class Viewer {
    readonly element: HTMLElement;
    readonly #window: HTMLElement;
    readonly #box: HTMLElement;
    readonly #layerBox: HTMLElement;
    readonly #sheet: Sheet;
    readonly #strokes: Strokes;
    readonly #pointer: HTMLElement;
    readonly #status: HTMLElement;
    readonly #toolbar: Toolbar;
    readonly #thumbnails: Thumbnails;
    readonly #layers: PageLayer[] = [];
    readonly #resized: ResizeObserver;
    #tool: Tool = 'look';
    #live: Mark | undefined;
    #saidAt = 0;
    #size: Size | undefined;
    #sizeOf = 0;
    #lie: Lie | undefined;
    #laid = '';

    constructor(
        parent: Element,
        private readonly pages: Pages,
        private sight: Sight,
        private readonly world: ViewerWorld,
    ) {
        const { text, name } = world;
        this.element = make('section', 'doc', parent, { 'aria-label': text('view.title', { name }) });
        const tools = {
            turn: (by: number) => this.#turnBy(by),
            zoom: (steps: number) => this.#zoomBy(steps),
            use: (tool: Tool) => this.#use(tool),
            undo: () => world.undo(),
            clear: () => world.clear(),
            showPages: (on: boolean) => this.#showPages(on),
        };
        this.#toolbar = new Toolbar(this.element, text, world.close === undefined ? tools : { ...tools, close: world.close });
        const body = make('div', 'doc-body', this.element);
        this.#thumbnails = new Thumbnails(body, text, pages, (page) => this.#turnTo(page));
        this.#window = make('div', 'doc-window', body, { tabindex: '0', role: 'application', 'aria-label': text(world.looksOn === true ? 'view.title' : 'view.keys', { name }) });
        this.#box = make('div', 'doc-page', this.#window);
        this.#sheet = new Sheet(this.#box, pages);
        this.#strokes = new Strokes(this.#box);
        this.#layerBox = make('div', 'doc-layer', this.#box);
        this.#pointer = make('div', 'doc-pointer', this.#window, { 'aria-hidden': 'true' });
        make('span', '', this.#pointer).textContent = world.other;
        this.#pointer.hidden = true;
        this.#status = make('p', 'doc-unseen', this.element, { role: 'status' });
        if (world.looksOn === true) this.#toolbar.hide();
        else {
            new Gestures(this.#window, this.#gestures());
            new ViewerKeys(this.#window, tools, (page) => this.#turnTo(page), pages.count, (dx, dy) => this.#move(dx, dy));
        }
        this.#resized = new ResizeObserver(() => this.#lay());
        this.#resized.observe(this.#window);
        this.#say(text('view.shown', { name, page: sight.place.page, count: pages.count }));
        void this.#draw();
    }

    /** A layer lies over the marks and takes what is clicked. */
    add(layer: PageLayer): void {
        this.#layers.push(layer);
        this.#laid = '';
        this.#lay();
    }

    show(sight: Sight): void {
        const before = this.sight.place.page;
        this.sight = sight;
        const { page } = this.#place;
        if (page !== before) this.#say(this.world.text('view.page', { page, count: this.pages.count }));
        void this.#draw();
    }

    close(): void {
        this.#resized.disconnect();
        this.#thumbnails.close();
        this.#sheet.close();
        for (const layer of this.#layers) layer.closed();
        this.element.remove();
        this.pages.close();
    }

    /** The other one may name a page that this document does not have. */
    get #place(): Place {
        const { place } = this.sight;
        return place.page <= this.pages.count ? place : { ...place, page: this.pages.count };
    }

    async #draw(): Promise<void> {
        const { page } = this.#place;
        if (page !== this.#sizeOf) {
            const size = await this.pages.size(page).catch(() => undefined);
            if (size === undefined || page !== this.#place.page) return;
            this.#size = size;
            this.#sizeOf = page;
        }
        this.#lay();
        this.#showTools();
    }

    #windowSize(): Size {
        return { width: this.#window.clientWidth, height: this.#window.clientHeight };
    }

    #lay(): void {
        if (this.#size === undefined || this.#window.clientWidth === 0) return;
        const { page } = this.#place;
        const lie = lieOf(this.#windowSize(), this.#size, this.#place);
        this.#lie = lie;
        const { style } = this.#box;
        style.width = `${lie.width}px`;
        style.height = `${lie.height}px`;
        style.transform = `translate(${lie.left}px, ${lie.top}px)`;
        this.#sheet.show(page, lie.scale, this.#size);
        this.#showStrokes(page, lie);
        this.#showPointer(lie, page);
        this.#tellLayers(page, lie);
    }

    /** One's own stroke is seen at once, and told now and then. */
    #showStrokes(page: number, lie: Lie): void {
        const { own } = this.world;
        const { marks } = this.sight;
        const live = this.#live;
        const others = live === undefined ? marks : marks.filter(({ from, mark }) => from !== own || mark.id !== live.id);
        this.#strokes.show(live === undefined ? marks : [...others, { from: own, mark: live }], page, lie.scale);
    }

    #tellLayers(page: number, lie: Lie): void {
        const laid = `${page} ${lie.scale}`;
        if (this.#size === undefined || laid === this.#laid) return;
        this.#laid = laid;
        this.#layerBox.replaceChildren();
        const { width, height } = this.#size;
        for (const layer of this.#layers) layer.laidOut({ file: this.sight.file, page, box: this.#layerBox, width, height, scale: lie.scale });
    }

    #showPointer(lie: Lie, page: number): void {
        const { pointer } = this.sight;
        this.#pointer.hidden = pointer === undefined || pointer.page !== page;
        if (pointer === undefined) return;
        const left = lie.left + (pointer.x / 10_000) * lie.width;
        const top = lie.top + (pointer.y / 10_000) * lie.height;
        this.#pointer.style.transform = `translate(${left}px, ${top}px)`;
    }

    #showTools(): void {
        const { page, zoom } = this.#place;
        const { marks } = this.sight;
        const ownMarks = marks.some(({ from }) => from === this.world.own);
        this.#toolbar.show({
            page,
            zoom,
            count: this.pages.count,
            tool: this.#tool,
            ownMarks,
            marks: this.world.own === 'clerk' ? marks.length > 0 : ownMarks,
            pagesShown: this.#thumbnails.shown,
        });
        this.#thumbnails.mark(page);
        this.#window.classList.toggle('doc-window--pen', this.#tool !== 'look');
    }

    #say(words: string): void {
        this.#status.textContent = words;
    }

    #turnTo(page: number): void {
        const place = onPage(this.#place, page, this.pages.count);
        if (place.page !== this.#place.page) this.world.turn(place);
    }

    #turnBy(by: number): void {
        this.#turnTo(this.#place.page + by);
    }

    #zoomBy(steps: number): void {
        const { width, height } = this.#windowSize();
        this.#zoom(steps === 0 ? 0 : kStep ** steps, { x: width / 2, y: height / 2 });
    }

    #zoom(factor: number, at: { readonly x: number; readonly y: number }): void {
        if (this.#size !== undefined) this.#turnIfOther(zoomed(this.#windowSize(), this.#size, this.#place, factor, at));
    }

    #move(dx: number, dy: number): boolean {
        if (this.#lie === undefined) return false;
        return this.#turnIfOther(moved(this.#windowSize(), this.#lie, this.#place, dx, dy));
    }

    #turnIfOther(place: Place): boolean {
        const now = this.#place;
        const isOther = place.zoom !== now.zoom || place.x !== now.x || place.y !== now.y;
        if (isOther) this.world.turn(place);
        return isOther;
    }

    #use(tool: Tool): void {
        this.#tool = tool;
        this.#showTools();
    }

    #showPages(on: boolean): void {
        this.#thumbnails.show(on, this.#place.page);
        this.#showTools();
    }

    #gestures(): ConstructorParameters<typeof Gestures>[1] {
        const tool = (): Tool => this.#tool;
        const movable = (): boolean => {
            const { width, height } = this.#windowSize();
            return this.#lie !== undefined && (this.#lie.width > width || this.#lie.height > height);
        };
        return {
            get tool() {
                return tool();
            },
            get movable() {
                return movable();
            },
            at: (spot) => (this.#lie === undefined ? { x: 0, y: 0 } : pointAt(this.#lie, spot)),
            point: (spot) => {
                if (this.#lie !== undefined) this.world.point(spot && { page: this.#place.page, ...pointAt(this.#lie, spot) });
            },
            move: (dx, dy) => this.#move(dx, dy),
            zoom: (factor, at) => this.#zoom(factor, at),
            turn: (by) => this.#turnBy(by),
            stroke: (points, done) => this.#drawStroke(points, done),
        };
    }

    /** Told as it grows, the newest of it at last. */
    #drawStroke(points: readonly number[], done: boolean): void {
        if (this.#tool === 'look') return;
        const { id, page } = this.#live ?? { id: this.world.nextMark(), page: this.#place.page };
        const mark: Mark = { id, pen: this.#tool, page, points: [...points] };
        const now = performance.now();
        this.#live = done ? undefined : mark;
        if (done || now - this.#saidAt >= kStrokeEveryMs) {
            this.#saidAt = now;
            this.world.mark(mark);
        } else if (this.#lie !== undefined) this.#showStrokes(this.#place.page, this.#lie);
    }
}
