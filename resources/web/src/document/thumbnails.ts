// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// All pages small, drawn when they come into sight.
import type { Translate } from '../text/index.js';
import { make } from './drawing.js';
import type { Pages } from './pages.js';

const kWidth = 96;

export class Thumbnails {
    readonly #list: HTMLElement;
    readonly #buttons: HTMLButtonElement[] = [];
    readonly #watch: IntersectionObserver;

    constructor(
        parent: Element,
        private readonly text: Translate,
        private readonly pages: Pages,
        choose: (page: number) => void,
    ) {
        this.#list = make('ol', 'doc-pages', parent, { 'aria-label': text('view.pages') });
        this.#list.hidden = true;
        this.#watch = new IntersectionObserver((entries) => entries.forEach((entry) => this.#seen(entry)), { root: this.#list });
        for (let page = 1; page <= pages.count; page += 1) {
            const label = this.text('view.page', { page, count: pages.count });
            const button = make('button', 'doc-small', make('li', '', this.#list), { type: 'button', 'aria-label': label, 'data-page': String(page) });
            make('canvas', '', button, { 'aria-hidden': 'true' });
            make('span', '', button, { 'aria-hidden': 'true' }).textContent = String(page);
            button.addEventListener('click', () => choose(page));
            this.#buttons.push(button);
            this.#watch.observe(button);
        }
    }

    get shown(): boolean {
        return !this.#list.hidden;
    }

    show(on: boolean, page: number): void {
        this.#list.hidden = !on;
        this.mark(page);
    }

    mark(page: number): void {
        this.#buttons.forEach((button, index) => {
            if (index + 1 === page) button.setAttribute('aria-current', 'page');
            else button.removeAttribute('aria-current');
        });
        if (this.shown) this.#buttons[page - 1]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }

    close(): void {
        this.#watch.disconnect();
    }

    #seen({ isIntersecting, target }: IntersectionObserverEntry): void {
        const canvas = target.querySelector('canvas');
        if (!isIntersecting || canvas === null) return;
        this.#watch.unobserve(target);
        const page = Number(target.getAttribute('data-page'));
        void this.pages
            .size(page)
            .then(({ width }) => this.pages.draw(page, canvas, (kWidth * Math.min(2, devicePixelRatio)) / width).done)
            .catch(() => undefined);
    }
}
