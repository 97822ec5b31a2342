// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's page as its reader has it: words, buttons, the focus, and what is spoken.
import assert from 'node:assert/strict';
import { FakeTab } from './fakeBrowser.js';
import type { FakeElement } from './fakeDocument.js';
import { settle } from './fakeTime.js';
import { createElement, options, render } from 'preact';
import { prepareAnnouncements } from '../src/pages/citizen/announcer.js';
import { App } from '../src/pages/citizen/app.js';
import { Session } from '../src/pages/citizen/session.js';

// Effects at once, not after the next picture.
options.requestAnimationFrame = (act) => queueMicrotask(act);

export class Page {
    readonly tab: FakeTab;
    readonly session: Session;
    readonly #root: FakeElement;

    private constructor(hash: string) {
        this.tab = new FakeTab(hash);
        this.#root = this.tab.document.createElement('div');
        this.tab.document.body.append(this.#root);
        prepareAnnouncements();
        this.session = new Session('ws://x/ws/citizen', () => queueMicrotask(() => this.#draw()));
    }

    static async opened(hash: string, ...messages: object[]): Promise<Page> {
        const page = new Page(hash);
        page.#draw();
        page.session.start();
        await page.tab.take();
        await page.tab.say(...messages);
        return page;
    }

    get words(): string {
        return this.#root.words.replace(/\s*\n\s*/g, '\n');
    }
    get focus(): FakeElement {
        return this.tab.document.activeElement;
    }
    spoken(how: 'polite' | 'status' | 'assertive'): string {
        return this.tab.document.getElementById(`announce-${how}`)?.words.trim() ?? '';
    }
    has(button: string): boolean {
        return this.#buttons(button).length > 0;
    }
    count(button: string): number {
        return this.#buttons(button).length;
    }
    /** By keyboard: the button has the focus when it is pressed. */
    async press(name: string): Promise<void> {
        const [button, ...more] = this.#buttons(name);
        assert.ok(button !== undefined && more.length === 0, `one button ${name} in ${this.words}`);
        button.focus();
        button.dispatch('click');
        await settle();
    }
    async key(key: string): Promise<void> {
        this.focus.dispatch('keydown', { key });
        await settle();
    }
    async type(id: string, text: string): Promise<void> {
        const field = this.tab.document.getElementById(id);
        assert.ok(field !== null && field.shown, `a field ${id}`);
        field.value = text;
        field.dispatch('input');
        await settle();
    }
    video(id: string): FakeElement {
        const video = this.tab.document.getElementById(id);
        assert.ok(video !== null, `a video ${id}`);
        return video;
    }
    async choose(id: string, value: string): Promise<void> {
        await this.#change(id, (field) => (field.value = value));
    }
    async tick(id: string): Promise<void> {
        await this.#change(id, (field) => Object.assign(field, { checked: true }));
    }
    async unfold(name: string): Promise<void> {
        const summary = this.#root.all.find((element) => element.localName === 'summary' && element.words.trim() === name);
        assert.ok(summary?.parentNode, `something to unfold: ${name}`);
        Object.assign(summary.parentNode, { open: true });
        summary.parentNode.dispatch('toggle');
        await settle();
    }
    shows(kind: string, label: string): boolean {
        return this.#root.all.some((element) => element.localName === kind && element.attributes.get('aria-label') === label);
    }
    async submit(): Promise<void> {
        this.#root.all.find((element) => element.localName === 'form' && element.shown)?.dispatch('submit');
        await settle();
    }
    isTicked(id: string): boolean {
        return this.tab.document.getElementById(id)?.checked === true;
    }
    valueOf(id: string): string | undefined {
        return this.tab.document.getElementById(id)?.value;
    }

    async #change(id: string, act: (field: FakeElement) => void): Promise<void> {
        const field = this.tab.document.getElementById(id);
        assert.ok(field !== null && field.shown, `a field ${id}`);
        act(field);
        field.dispatch('change');
        await settle();
    }
    #buttons(name: string): FakeElement[] {
        const named = (element: FakeElement): boolean =>
            (element.attributes.get('aria-label') ?? element.words.trim()) === name;
        return this.#root.all.filter((element) => element.localName === 'button' && element.shown && named(element));
    }
    #draw(): void {
        render(createElement(App, { session: this.session }), this.#root as unknown as Element);
    }
}
