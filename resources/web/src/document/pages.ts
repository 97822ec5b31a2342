// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A document as pages that can be drawn: a PDF by pdf.js, which runs no script of it and fetches nothing; or one picture.
import { getDocument, PDFWorker, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentKind } from '../protocol/documents.js';

export interface Size {
    readonly width: number;
    readonly height: number;
}

/** A page that is being drawn; what is no longer wanted is let be. */
export interface Drawing {
    /** False: it was let be. */
    readonly done: Promise<boolean>;
    cancel(): void;
}

export interface Pages {
    readonly count: number;
    size(page: number): Promise<Size>;
    /** `scale`: points of the canvas for one of the page. The canvas takes its size from it. */
    draw(page: number, canvas: HTMLCanvasElement, scale: number): Drawing;
    /** The words of it, for whoever cannot see. */
    words(page: number): Promise<string>;
    close(): void;
}

/** More of a picture than any page shows only costs memory. */
const kImagePoints = 50_000_000;

export async function openPages(kind: DocumentKind, content: Blob, worker: () => Promise<Worker>): Promise<Pages> {
    return kind === 'pdf' ? PdfPages.open(content, await worker()) : PicturePages.open(content);
}

class PdfPages implements Pages {
    readonly #known = new Map<number, Promise<PDFPageProxy>>();

    private constructor(
        private readonly pdf: PDFDocumentProxy,
        private readonly letGo: () => void,
    ) {}

    static async open(content: Blob, port: Worker): Promise<Pages> {
        const worker = PDFWorker.create({ port } as unknown as Parameters<typeof PDFWorker.create>[0]);
        const task = getDocument({
            data: new Uint8Array(await content.arrayBuffer()),
            worker,
            isEvalSupported: false,
            enableXfa: false,
            useWasm: false,
            useWorkerFetch: false,
            maxImageSize: kImagePoints,
            verbosity: 0,
        });
        const letGo = (): void => {
            void task.destroy().catch(() => undefined);
            worker.destroy();
            port.terminate();
        };
        try {
            return new PdfPages(await task.promise, letGo);
        } catch (problem) {
            letGo();
            throw problem;
        }
    }

    get count(): number {
        return this.pdf.numPages;
    }

    async size(page: number): Promise<Size> {
        const { width, height } = (await this.#page(page)).getViewport({ scale: 1 });
        return { width, height };
    }

    draw(page: number, canvas: HTMLCanvasElement, scale: number): Drawing {
        let cancelled = false;
        let stop = (): void => undefined;
        const done = this.#page(page).then(async (one) => {
            if (cancelled) return false;
            const viewport = one.getViewport({ scale });
            canvas.width = Math.max(1, Math.round(viewport.width));
            canvas.height = Math.max(1, Math.round(viewport.height));
            const task = one.render({ canvas, viewport, background: '#fff' });
            stop = () => task.cancel();
            return task.promise.then(() => true);
        });
        return {
            done: done.catch((problem: unknown) => {
                if (cancelled) return false;
                throw problem;
            }),
            cancel: () => {
                cancelled = true;
                stop();
            },
        };
    }

    async words(page: number): Promise<string> {
        const { items } = await (await this.#page(page)).getTextContent();
        return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    }

    close(): void {
        this.letGo();
    }

    #page(page: number): Promise<PDFPageProxy> {
        const known = this.#known.get(page) ?? this.pdf.getPage(page);
        this.#known.set(page, known);
        return known;
    }
}

class PicturePages implements Pages {
    readonly count = 1;

    private constructor(private readonly picture: ImageBitmap) {}

    static async open(content: Blob): Promise<Pages> {
        return new PicturePages(await createImageBitmap(content));
    }

    size(): Promise<Size> {
        return Promise.resolve({ width: this.picture.width, height: this.picture.height });
    }

    draw(_page: number, canvas: HTMLCanvasElement, scale: number): Drawing {
        canvas.width = Math.max(1, Math.round(this.picture.width * scale));
        canvas.height = Math.max(1, Math.round(this.picture.height * scale));
        const context = canvas.getContext('2d');
        if (context !== null) context.imageSmoothingQuality = 'high';
        context?.drawImage(this.picture, 0, 0, canvas.width, canvas.height);
        return { done: Promise.resolve(true), cancel: () => undefined };
    }

    words(): Promise<string> {
        return Promise.resolve('');
    }

    close(): void {
        this.picture.close();
    }
}
