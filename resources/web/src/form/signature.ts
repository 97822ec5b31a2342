// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A signature that is drawn by finger, pen or mouse, as a path in a box of a fixed size.
import SignaturePad from 'signature_pad';
import { make, makeSvg } from '../document/drawing.js';
import type { Translate } from '../text/index.js';
import { kSignatureBox } from './fields.js';

/** Nearer points tell nothing more. */
const kStep = 4;
const kMostChars = 7000;

interface Spot {
    readonly x: number;
    readonly y: number;
}

function pathAt(strokes: readonly (readonly Spot[])[], scale: Spot, step: number): string {
    const inside = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
    let path = '';
    for (const stroke of strokes) {
        let last: Spot | undefined;
        stroke.forEach((spot, index) => {
            const at = { x: inside(spot.x * scale.x, kSignatureBox.width), y: inside(spot.y * scale.y, kSignatureBox.height) };
            const isEnd = index === stroke.length - 1;
            if (last !== undefined && !isEnd && Math.hypot(at.x - last.x, at.y - last.y) < step) return;
            path += `${last === undefined ? 'M' : 'L'}${at.x} ${at.y}`;
            last = at;
        });
    }
    return path;
}

export function pathOf(strokes: readonly (readonly Spot[])[], drawnIn: { readonly width: number; readonly height: number }): string {
    const scale = { x: kSignatureBox.width / drawnIn.width, y: kSignatureBox.height / drawnIn.height };
    for (let step = kStep; ; step *= 2) {
        const path = pathAt(strokes, scale, step);
        if (path.length <= kMostChars) return path;
    }
}

export function showSignature(parent: Element, path: string, label: string): SVGElement {
    const { width, height } = kSignatureBox;
    const picture = makeSvg('svg', { viewBox: `0 0 ${width} ${height}`, class: 'form-signature', role: 'img', 'aria-label': label }, parent);
    makeSvg('path', { d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': '6', 'stroke-linecap': 'round' }, picture);
    return picture;
}

/** Open while somebody signs. */
export function signInto(parent: Element, text: Translate, done: (path: string | undefined) => void): () => void {
    const box = make('div', 'form-pad', parent);
    make('p', 'form-hint', box).textContent = text('form.sign_here');
    const canvas = make('canvas', 'form-canvas', box, { 'aria-label': text('form.sign_here') });
    const { clientWidth: width, clientHeight: height } = canvas;
    const density = Math.max(1, devicePixelRatio);
    canvas.width = width * density;
    canvas.height = height * density;
    canvas.getContext('2d')?.scale(density, density);
    const pad = new SignaturePad(canvas, { penColor: '#11114d' });
    const end = (path: string | undefined): void => {
        pad.off();
        box.remove();
        done(path);
    };
    const buttons = make('div', 'form-buttons', box);
    const button = (key: 'form.sign_take' | 'form.sign_again' | 'form.sign_cancel', act: () => void): void => {
        const one = make('button', 'form-button', buttons, { type: 'button' });
        one.textContent = text(key);
        one.addEventListener('click', act);
    };
    button('form.sign_take', () => end(pad.isEmpty() ? undefined : pathOf(pad.toData().map(({ points }) => points), { width, height })));
    button('form.sign_again', () => pad.clear());
    button('form.sign_cancel', () => end(undefined));
    return () => end(undefined);
}
