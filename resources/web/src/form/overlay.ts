// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is entered, on the page itself, where the form has room for it. A click leads to the row of the field; whoever cannot see
// the page has the rows alone.
import { make } from '../document/drawing.js';
import type { PageFrame, PageLayer } from '../document/layer.js';
import { type FormField, kChecked, kMostInParagraphs, type PageBox, parts, type Place, shown, type Side } from './fields.js';
import type { JointForm } from './jointForm.js';
import { showSignature } from './signature.js';

export interface Entered {
    readonly file: string;
    readonly own: Side;
    readonly fields: readonly FormField[];
    readonly pages: readonly PageBox[];
    readonly joint: JointForm;
}

interface Rect {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

/** As large as most forms are written, and as small as can be read. */
const kLetters = 11;
const kLeast = 4;
const kSmaller = 0.9;

/** In points of the page. */
function sizeOf(field: FormField, height: number): number {
    const wanted = field.fontSize ?? Math.min(kLetters, height * 0.75);
    return field.kind === 'multiline' ? Math.min(wanted, kMostInParagraphs) : wanted;
}

/** In points of the page as it is shown, from the upper left: pages may lie turned, and begin anywhere. */
export function rectOf({ x, y, width, height }: Place, page: PageBox): Rect {
    const [left, low] = [x - page.x, y - page.y];
    const [right, high] = [page.width - left - width, page.height - low - height];
    switch (page.turn) {
        case 0:
            return { left, top: high, width, height };
        case 90:
            return { left: low, top: left, width: height, height: width };
        case 180:
            return { left: right, top: low, width, height };
        case 270:
            return { left: high, top: right, width: height, height: width };
    }
}

export function wordsAt(field: FormField, place: Place, value: string): string {
    const isChosen = field.kind === 'check' ? value === kChecked : place.option !== undefined && parts(value).includes(place.option);
    if (field.kind === 'check' || field.kind === 'radio' || place.option !== undefined) return isChosen ? '×' : '';
    return field.kind === 'signature' ? '' : shown(field, value);
}

/** Where something is entered on the page that is seen. */
interface Spot {
    readonly element: HTMLElement;
    readonly field: FormField;
    readonly place: Place;
    /** Of the letters, and the smallest that are tried, in points of the screen. */
    readonly size: number;
    readonly least: number;
    drawn: string;
}

export class FormOverlay implements PageLayer {
    #frame: PageFrame | undefined;
    #box: HTMLElement | undefined;
    #entered: Entered | undefined;
    /** They stay as long as the page lies as it does: what is pressed and let go must be the same. */
    #spots: readonly Spot[] = [];
    #laidFor: readonly FormField[] | undefined;

    constructor(private readonly chosen: (field: FormField) => void) {}

    laidOut(frame: PageFrame): void {
        this.#frame = frame;
        this.#box = make('div', 'form-places', frame.box, { 'aria-hidden': 'true' });
        this.#laidFor = undefined;
        this.#draw();
    }

    closed(): void {
        this.#frame = undefined;
        this.#box = undefined;
        this.#spots = [];
    }

    show(entered: Entered | undefined): void {
        this.#entered = entered;
        this.#draw();
    }

    #draw(): void {
        const [frame, box, entered] = [this.#frame, this.#box, this.#entered];
        if (frame === undefined || box === undefined) return;
        const fields = frame.file === entered?.file ? entered.fields : undefined;
        if (fields !== this.#laidFor || fields === undefined) this.#lay(frame, box, fields === undefined ? undefined : entered);
        this.#laidFor = fields;
        if (entered !== undefined) for (const spot of this.#spots) this.#put(spot, entered);
    }

    #lay(frame: PageFrame, box: HTMLElement, entered: Entered | undefined): void {
        box.replaceChildren();
        const page = entered?.pages[frame.page - 1];
        const here = page === undefined ? [] : (entered?.fields ?? []).flatMap((field) => field.places.map((place) => ({ field, place })));
        this.#spots = here
            .filter(({ place }) => place.page === frame.page - 1)
            .map(({ field, place }) => {
                const rect = rectOf(place, page as PageBox);
                const element = this.#spot(box, field, rect, frame.scale);
                return { element, field, place, size: sizeOf(field, rect.height) * frame.scale, least: kLeast * frame.scale, drawn: '' };
            });
    }

    #spot(box: HTMLElement, field: FormField, rect: Rect, scale: number): HTMLElement {
        const one = make('div', 'form-place', box, { 'data-kind': field.kind });
        one.style.left = `${rect.left * scale}px`;
        one.style.top = `${rect.top * scale}px`;
        one.style.width = `${rect.width * scale}px`;
        one.style.height = `${rect.height * scale}px`;
        if (field.readOnly) return one;
        // The document would be moved, or pointed at.
        one.addEventListener('pointerdown', (event) => event.stopPropagation());
        one.addEventListener('click', () => this.chosen(field));
        return one;
    }

    #put(spot: Spot, { joint, own }: Entered): void {
        const { element, field, place } = spot;
        const { by, editor, value } = joint.state(field);
        const drawn = JSON.stringify([by, editor, value]);
        if (drawn === spot.drawn) return;
        spot.drawn = drawn;
        element.dataset['by'] = by ?? '';
        element.dataset['editor'] = editor === undefined ? '' : editor === own ? 'own' : 'other';
        // What stood in the form from the beginning, the page shows itself.
        element.textContent = by === undefined ? '' : wordsAt(field, place, value);
        if (by !== undefined && field.kind === 'signature' && value !== '') showSignature(element, value, '');
        this.#makeFit(spot);
    }

    /** As in the file that comes out of it, what is long is written smaller. */
    #makeFit({ element, size, least }: Spot): void {
        const isTooLarge = (): boolean => element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
        element.style.fontSize = `${size}px`;
        if (element.textContent === '') return;
        for (let smaller = size; smaller > least && isTooLarge(); ) element.style.fontSize = `${(smaller *= kSmaller)}px`;
    }
}
