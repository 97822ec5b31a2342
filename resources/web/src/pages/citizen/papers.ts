// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// From the phone's camera to a file that is handed over: what is being made of a photographed paper.
import { type Point, type Size, cornerMoved, cornersTurned, kWholePicture } from '../../photo/corners.js';
import type { LocalFile } from '../../room/visitDocuments.js';
import type { OwnDevices } from './ownDevices.js';
import type { Photo, PhotoWish } from './photo.js';

export interface PaperUi extends PhotoWish {
    /** Reading: the picture comes from the camera. Framing: the corners are set. Looking: at what would be sent. */
    readonly step: 'none' | 'reading' | 'framing' | 'looking' | 'sending';
    readonly size: Size;
    /** Counts what was done to the picture itself. */
    readonly turns: number;
    readonly unreadable?: boolean;
}

export const kNoPaper: PaperUi = {
    step: 'none',
    size: { width: 1, height: 1 },
    turns: 0,
    corners: kWholePicture,
    asPaper: true,
    contrast: 100,
};

/** A device that is held up to a paper; at a desk the paper lies in a scanner, and its file is handed over. */
export function photographs(): boolean {
    return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches;
}

export class Papers {
    #ui = kNoPaper;
    #photo: Photo | undefined;
    /** Counts what was begun: a picture that is read when it is not wanted any more is nobody's. */
    #turn = 0;
    #sent = 0;

    constructor(
        private readonly devices: () => Pick<OwnDevices, 'lendCamera' | 'takeCameraBack'>,
        private readonly send: (file: LocalFile) => Promise<unknown>,
        private readonly changed: (paper: PaperUi) => void,
    ) {}

    /** Phones give a camera to one at a time: the call lets go of it until the picture is there, or not wanted. */
    lendCamera(): void {
        this.devices().lendCamera();
        addEventListener('focus', this.#back);
    }

    /** Nothing was photographed. */
    refrain(): void {
        this.#back();
    }

    async take(file: Blob): Promise<void> {
        this.#back();
        const turn = ++this.#turn;
        this.#ui = { ...kNoPaper, step: 'reading' };
        this.changed(this.#ui);
        try {
            const module = await import('./photo.js');
            const photo = await module.Photo.read(file);
            if (turn !== this.#turn) return;
            this.#photo = photo;
            this.#set({ step: 'framing', size: photo.size });
        } catch {
            if (turn === this.#turn) this.#set({ step: 'none', unreadable: true });
        }
    }

    move(which: number, to: Point): void {
        this.#set({ corners: cornerMoved(this.#ui.corners, which, to) });
    }

    takeWhole(): void {
        this.#set({ corners: kWholePicture });
    }

    rotate(): void {
        const photo = this.#photo;
        if (photo === undefined) return;
        photo.turn();
        this.#set({ size: photo.size, turns: this.#ui.turns + 1, corners: cornersTurned(this.#ui.corners) });
    }

    adjust(part: Partial<Pick<PaperUi, 'asPaper' | 'contrast'>>): void {
        this.#set(part);
    }

    go(step: 'framing' | 'looking'): void {
        this.#set({ step });
    }

    show(into: HTMLCanvasElement): void {
        if (this.#ui.step === 'framing') this.#photo?.show(into);
        else this.#photo?.preview(this.#ui, into);
    }

    async handOver(nameOf: (number: number) => string): Promise<void> {
        const photo = this.#photo;
        if (photo === undefined || this.#ui.step === 'sending') return;
        const turn = this.#turn;
        this.#set({ step: 'sending' });
        // What is said first is also shown first.
        await Promise.resolve();
        const content = await photo.encode(this.#ui);
        if (turn !== this.#turn) return;
        this.#sent += content === null ? 0 : 1;
        this.discard();
        if (content === null) this.#set({ unreadable: true });
        else void this.send(fileOf(content, nameOf(this.#sent)));
    }

    /** Nothing of the picture is kept. */
    discard(): void {
        this.#turn += 1;
        this.#photo = undefined;
        this.#ui = kNoPaper;
        this.changed(this.#ui);
    }

    /** The visit is over. */
    forget(): void {
        this.#back();
        this.#sent = 0;
        this.discard();
    }

    readonly #back = (): void => {
        removeEventListener('focus', this.#back);
        this.devices().takeCameraBack();
    };

    #set(part: Partial<PaperUi>): void {
        this.#ui = { ...this.#ui, ...part };
        this.changed(this.#ui);
    }
}

function fileOf(content: Blob, name: string): LocalFile {
    return { name, size: content.size, slice: (from, until) => content.slice(from, until) };
}
