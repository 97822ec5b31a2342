// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What may lie over a page of a document that is shown: fields of a form, for one.

/** A page as it lies now. `box` covers it exactly and is emptied for each page. */
export interface PageFrame {
    readonly file: string;
    readonly page: number;
    readonly box: HTMLElement;
    /** Of the page, in its own points. */
    readonly width: number;
    readonly height: number;
    /** Points of the screen for one of the page. */
    readonly scale: number;
}

export interface PageLayer {
    /** Whenever the page, or how large it is, has changed. */
    laidOut(frame: PageFrame): void;
    /** The document is shown no more. */
    closed(): void;
}
