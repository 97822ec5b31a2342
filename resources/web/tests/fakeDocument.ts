// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// As much of a document as the pages need: elements, their words, and where the focus is. What is taken out of the
// document or hidden loses the focus, as in browsers.
import assert from 'node:assert/strict';

interface FakeEvent {
    readonly type: string;
    readonly key?: string;
    readonly currentTarget: FakeElement;
    preventDefault(): void;
}
type Listener = (this: FakeElement, event: FakeEvent) => void;

class FakeNode {
    parentNode: FakeElement | null = null;
    childNodes: FakeNode[] = [];

    constructor(
        readonly ownerDocument: FakeDocument,
        readonly nodeType: number,
    ) {}

    get firstChild(): FakeNode | null {
        return this.childNodes[0] ?? null;
    }
    get nextSibling(): FakeNode | null {
        const siblings = this.parentNode?.childNodes ?? [];
        return siblings[siblings.indexOf(this) + 1] ?? null;
    }
    remove(): void {
        if (this.parentNode === null) return;
        this.parentNode.childNodes = this.parentNode.childNodes.filter((node) => node !== this);
        this.parentNode = null;
    }
    get words(): string {
        return this.childNodes.map((node) => node.words).join('');
    }
}

class FakeText extends FakeNode {
    constructor(
        ownerDocument: FakeDocument,
        public data: string,
    ) {
        super(ownerDocument, 3);
    }
    override get words(): string {
        return this.data;
    }
}

export class FakeElement extends FakeNode {
    readonly attributes = new Map<string, string>();
    readonly dataset: Record<string, string> = {};
    readonly #listeners = new Map<string, Listener>();
    value = '';
    checked = false;
    srcObject: unknown = null;

    constructor(
        ownerDocument: FakeDocument,
        readonly localName: string,
        readonly namespaceURI: string | null,
    ) {
        super(ownerDocument, 1);
    }

    get classList(): { toggle(name: string, on: boolean): void } {
        return { toggle: (name, on) => void (this.dataset[name] = String(on)) };
    }
    get id(): string {
        return this.attributes.get('id') ?? '';
    }
    set id(id: string) {
        this.attributes.set('id', id);
    }
    set className(name: string) {
        this.attributes.set('class', name);
    }
    set textContent(text: string) {
        for (const node of [...this.childNodes]) node.remove();
        this.append(new FakeText(this.ownerDocument, text));
    }
    override get words(): string {
        if (this.attributes.has('hidden')) return '';
        const apart = ['span', 'strong', 'bdi', 'svg'].includes(this.localName) ? '' : '\n';
        return apart + super.words + apart;
    }

    replaceChildren(): void {
        for (const node of [...this.childNodes]) node.remove();
    }
    append(node: FakeNode): void {
        this.insertBefore(node, null);
    }
    insertBefore(node: FakeNode, before: FakeNode | null): void {
        node.remove();
        const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
        assert.ok(at >= 0, 'the node before which to insert is a child');
        this.childNodes.splice(at, 0, node);
        node.parentNode = this;
    }
    setAttribute(name: string, value: unknown): void {
        this.attributes.set(name, value === true ? '' : String(value));
    }
    removeAttribute(name: string): void {
        this.attributes.delete(name);
    }
    addEventListener(type: string, listener: Listener): void {
        this.#listeners.set(type, listener);
    }
    removeEventListener(type: string): void {
        this.#listeners.delete(type);
    }
    /** Bubbles to the top. */
    dispatch(type: string, more: Partial<Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing'>> = {}): void {
        for (let at: FakeElement | null = this; at !== null; at = at.parentNode) {
            at.#listeners.get(type)?.call(at, { type, ...more, currentTarget: at, preventDefault: () => undefined });
        }
    }
    focus(): void {
        const takesFocus = ['button', 'input', 'textarea', 'a'].includes(this.localName) || this.attributes.has('tabIndex');
        if (takesFocus && this.shown) this.ownerDocument.focused = this;
    }
    get shown(): boolean {
        if (this.attributes.has('hidden')) return false;
        const parent = this.parentNode;
        if (parent?.localName === 'details' && this.localName !== 'summary' && !('open' in parent && parent.open)) return false;
        return this === this.ownerDocument.documentElement || (this.parentNode?.shown ?? false);
    }
    get all(): FakeElement[] {
        return this.childNodes.flatMap((node) => (node instanceof FakeElement ? [node, ...node.all] : []));
    }
    // Videos play nothing here.
    play(): Promise<void> {
        return Promise.resolve();
    }
}

export class FakeDocument {
    readonly documentElement = new FakeElement(this, 'html', null);
    readonly body = new FakeElement(this, 'body', null);
    readonly visibilityState = 'visible';
    title = '';
    focused: FakeElement = this.body;

    constructor(readonly addEventListener: (type: string, listener: () => void) => void) {
        this.documentElement.append(this.body);
    }

    get activeElement(): FakeElement {
        if (!this.focused.shown) this.focused = this.body;
        return this.focused;
    }
    createElement(name: string): FakeElement {
        return new FakeElement(this, name, null);
    }
    createElementNS(namespace: string, name: string): FakeElement {
        return new FakeElement(this, name, namespace);
    }
    createTextNode(text: string): FakeText {
        return new FakeText(this, text);
    }
    getElementById(id: string): FakeElement | null {
        return this.body.all.find((element) => element.id === id) ?? null;
    }
}
