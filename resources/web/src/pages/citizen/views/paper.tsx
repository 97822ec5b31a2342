// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A paper before the phone's camera: photographed, framed, made legible, looked at, and handed over.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type Corners, type Point, cornerAt } from '../../../photo/corners.js';
import type { TextKey } from '../../../text/index.js';
import { announce } from '../announcer.js';
import { photographs } from '../papers.js';
import { Button, focusOn, onEscape } from './parts.js';
import type { ViewProps } from './parts.js';

export const kPhotograph = 'photograph-paper';
export const kPaperTitle = 'paper-title';
/** The picture's frame is drawn on a sheet of this width. */
const kSheet = 1000;
const kHandle = 60;
const kStep = 0.01;
const kLargeStep = 0.1;
const kCornerNames = ['paper.upper_left', 'paper.upper_right', 'paper.lower_right', 'paper.lower_left'] as const;
const kArrows: Readonly<Record<string, Point>> = {
    ArrowLeft: { x: -1, y: 0 },
    ArrowRight: { x: 1, y: 0 },
    ArrowUp: { x: 0, y: -1 },
    ArrowDown: { x: 0, y: 1 },
};

/** Phones alone have it: it opens the camera. */
export function PhotographButton({ session, text }: ViewProps): JSX.Element | null {
    const file = useRef<HTMLInputElement>(null);
    const { unreadable } = session.ui.paper;
    useEffect(() => {
        if (unreadable === true) announce(text('paper.unreadable'), 'status');
    }, [unreadable]);
    useEffect(() => {
        const refrain = (): void => session.papers.refrain();
        // Preact knows no such event.
        file.current?.addEventListener('cancel', refrain);
        return () => file.current?.removeEventListener('cancel', refrain);
    }, []);
    if (!photographs()) return null;
    const take = (input: HTMLInputElement): void => {
        const picture = input.files?.[0];
        if (picture === undefined) session.papers.refrain();
        else void session.papers.take(picture);
        input.value = '';
    };
    return (
        <>
            <input
                ref={file}
                id="paper-file"
                class="kern-sr-only"
                type="file"
                tabIndex={-1}
                aria-hidden="true"
                accept="image/*"
                capture="environment"
                onChange={(event) => take(event.currentTarget)}
            />
            <Button
                id={kPhotograph}
                kind="secondary"
                icon="camera"
                label={text('paper.take')}
                onPress={() => {
                    session.papers.lendCamera();
                    file.current?.click();
                }}
            />
            {unreadable === true && <p class="document-problem">{text('paper.unreadable')}</p>}
        </>
    );
}

export function PaperEditor(props: ViewProps): JSX.Element {
    const { session, text } = props;
    const { step } = session.ui.paper;
    const discard = (): void => session.papers.discard();
    const title = titleOf(step);
    useEffect(() => focusOn(kPaperTitle), [title]);
    return (
        <section class="paper" aria-labelledby={kPaperTitle} data-step={step} onKeyDown={onEscape(discard)}>
            <h3 class="kern-heading-small" id={kPaperTitle} tabIndex={-1}>
                {text(title)}
            </h3>
            {step === 'reading' && <p class="kern-body">{text('paper.reading')}</p>}
            {step === 'framing' && <Framing {...props} />}
            {(step === 'looking' || step === 'sending') && <Looking {...props} />}
            <Button kind="tertiary" label={text('paper.discard')} onPress={discard} />
        </section>
    );
}

function titleOf(step: string): TextKey {
    return step === 'looking' || step === 'sending' ? 'paper.look_title' : 'paper.frame_title';
}

function Framing(props: ViewProps): JSX.Element {
    const { session, text } = props;
    return (
        <>
            <p class="kern-body kern-body--small">{text('paper.frame_hint')}</p>
            <div class="paper-stage">
                <Picture {...props} label={text('paper.picture')} />
                <Frame {...props} />
            </div>
            <div class="paper-buttons">
                <Button kind="secondary" label={text('paper.rotate')} onPress={() => session.papers.rotate()} />
                <Button kind="secondary" label={text('paper.whole')} onPress={() => session.papers.takeWhole()} />
                <Button kind="primary" label={text('paper.go_on')} onPress={() => session.papers.go('looking')} />
            </div>
        </>
    );
}

function Looking(props: ViewProps): JSX.Element {
    const { session, text } = props;
    const { asPaper, contrast, step } = session.ui.paper;
    return (
        <>
            <div class="paper-stage paper-stage--result">
                <Picture {...props} label={text('paper.result')} />
            </div>
            <label class="paper-choice">
                <input
                    id="paper-grey"
                    type="checkbox"
                    checked={asPaper}
                    onChange={(event) => session.papers.adjust({ asPaper: event.currentTarget.checked })}
                />
                {text('paper.as_paper')}
            </label>
            <label class="paper-choice paper-choice--range">
                {text('paper.contrast')}
                <input
                    id="paper-contrast"
                    type="range"
                    min="0"
                    max="100"
                    step="10"
                    value={contrast}
                    onChange={(event) => session.papers.adjust({ contrast: Number(event.currentTarget.value) })}
                />
            </label>
            <div class="paper-buttons">
                <Button kind="secondary" label={text('paper.back')} onPress={() => session.papers.go('framing')} />
                <Button
                    id="paper-send"
                    kind="primary"
                    icon="send"
                    busy={step === 'sending'}
                    label={text(step === 'sending' ? 'paper.sending' : 'paper.send')}
                    onPress={() => void session.papers.handOver((number) => text('paper.file_name', { number: String(number) }))}
                />
            </div>
        </>
    );
}

function Picture({ session, label }: ViewProps & { readonly label: string }): JSX.Element {
    const canvas = useRef<HTMLCanvasElement>(null);
    const { step, turns, asPaper, contrast } = session.ui.paper;
    useEffect(() => {
        if (canvas.current !== null) session.papers.show(canvas.current);
    }, [step === 'framing', turns, asPaper, contrast]);
    return <canvas ref={canvas} class="paper-picture" role="img" aria-label={label} />;
}

/** Four handles, for fingers and for arrow keys. */
function Frame({ session, text }: ViewProps): JSX.Element {
    const sheet = useRef<SVGSVGElement>(null);
    const { corners, size } = session.ui.paper;
    const height = Math.round((kSheet * size.height) / size.width);
    const drag = (which: number, event: PointerEvent): void => {
        const place = sheet.current?.getBoundingClientRect();
        if (place === undefined || event.buttons === 0) return;
        session.papers.move(which, { x: (event.clientX - place.left) / place.width, y: (event.clientY - place.top) / place.height });
    };
    return (
        <svg ref={sheet} class="paper-frame" viewBox={`0 0 ${kSheet} ${height}`} role="group" aria-label={text('paper.frame')}>
            <polygon points={corners.map(({ x, y }) => `${x * kSheet},${y * height}`).join(' ')} />
            {kCornerNames.map((name, which) => (
                <circle
                    key={name}
                    id={`paper-corner-${which}`}
                    cx={cornerAt(corners, which).x * kSheet}
                    cy={cornerAt(corners, which).y * height}
                    r={kHandle}
                    tabIndex={0}
                    role="slider"
                    aria-label={text(name)}
                    aria-valuemin={0}
                    aria-valuemax={100}
                    aria-valuenow={percent(cornerAt(corners, which).x)}
                    aria-valuetext={placeText(text, corners, which)}
                    onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
                    onPointerMove={(event) => drag(which, event)}
                    onKeyDown={(event) => {
                        const arrow = kArrows[event.key];
                        if (arrow === undefined) return;
                        event.preventDefault();
                        const { x, y } = cornerAt(corners, which);
                        const step = event.shiftKey ? kLargeStep : kStep;
                        session.papers.move(which, { x: x + arrow.x * step, y: y + arrow.y * step });
                    }}
                />
            ))}
        </svg>
    );
}

function placeText(text: ViewProps['text'], corners: Corners, which: number): string {
    const { x, y } = cornerAt(corners, which);
    return text('paper.place', { x: String(percent(x)), y: String(percent(y)) });
}

function percent(part: number): number {
    return Math.round(100 * part);
}
