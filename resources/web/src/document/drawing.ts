// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Small parts of the document's view: elements, signs, and the strokes over a page.
import { kSides, type OwnedMark } from '../protocol/view.js';

/** A name, and no place that is asked for anything. */
const kSvg = 'http://www.w3.org/2000/svg';

export function make<K extends keyof HTMLElementTagNameMap>(
    name: K,
    className: string,
    parent?: Element,
    attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] {
    const element = document.createElement(name);
    element.className = className;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent?.append(element);
    return element;
}

export function makeSvg(name: string, attributes: Readonly<Record<string, string>>, parent?: Element): SVGElement {
    const element = document.createElementNS(kSvg, name) as SVGElement;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent?.append(element);
    return element;
}

const kSigns = {
    previous: 'M15 5l-7 7 7 7',
    next: 'M9 5l7 7-7 7',
    smaller: 'M5 12h14',
    larger: 'M5 12h14M12 5v14',
    line: 'M4 20l1-5L16 4l4 4L9 19zM13 7l4 4',
    highlight: 'M5 21h14M8 16l-2-3 8-9 5 5-8 8zM8 16l3 1',
    undo: 'M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10H9',
    clear: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
    pages: 'M4 4h6v7H4zM14 4h6v7h-6zM4 14h6v6H4zM14 14h6v6h-6z',
    close: 'M6 6l12 12M18 6L6 18',
} as const;
export type Sign = keyof typeof kSigns;

export function sign(name: Sign, parent: Element): void {
    const svg = makeSvg('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' }, parent);
    makeSvg('path', { d: kSigns[name] }, svg);
}

/** Two of the page's points: one sees a stroke that was only set down. */
const kDot = 12;

function pathOf(points: readonly number[]): string {
    const [x = 0, y = 0, ...rest] = points;
    if (rest.length === 0) return `M${x} ${y}l${kDot} 0`;
    const further = rest.flatMap((value, index) => (index % 2 === 0 ? [`L${value} ${rest[index + 1]}`] : []));
    return `M${x} ${y}${further.join('')}`;
}

/** As wide as on paper: a pen of 1.5, a highlighter of 12 points. */
const kWidths = { line: 1.5, highlight: 12 };

export class Strokes {
    readonly #svg: SVGElement;

    constructor(parent: Element) {
        this.#svg = makeSvg('svg', { viewBox: `0 0 ${kSides} ${kSides}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', class: 'doc-marks' }, parent);
    }

    show(marks: readonly OwnedMark[], page: number, scale: number): void {
        this.#svg.replaceChildren();
        for (const { from, mark } of marks) {
            if (mark.page !== page) continue;
            makeSvg(
                'path',
                {
                    d: pathOf(mark.points),
                    class: `doc-mark doc-mark--${mark.pen} doc-mark--${from}`,
                    'vector-effect': 'non-scaling-stroke',
                    'stroke-width': String(Math.max(1.5, kWidths[mark.pen] * scale)),
                },
                this.#svg,
            );
        }
    }
}
