// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What fingers, mouse, pen and wheel do in the document: point, draw, move, turn, and two fingers zoom.
import { kMarkPoints, type Mark } from '../protocol/view.js';

export type Tool = 'look' | Mark['pen'];
interface Spot {
    readonly x: number;
    readonly y: number;
}

/** What is done is said in points of the window. */
export interface GestureWorld {
    readonly tool: Tool;
    /** What is larger than the window can be moved in it. */
    readonly movable: boolean;
    at(spot: Spot): Spot;
    point(spot: Spot | undefined): void;
    move(dx: number, dy: number): boolean;
    zoom(factor: number, at: Spot): void;
    turn(pages: number): void;
    /** A stroke as far as it goes; `done`: the whole of it. */
    stroke(points: readonly number[], done: boolean): void;
}

const kSwipe = 60;
const kTap = 10;
const kNearer = 12;
const kWheelPauseMs = 300;
const kZoomByWheel = 1.0015;

export class Gestures {
    readonly #fingers = new Map<number, Spot>();
    #begun: Spot | undefined;
    #stroke: number[] | undefined;
    #pinched = false;
    #wheelAt = 0;

    constructor(
        private readonly element: HTMLElement,
        private readonly world: GestureWorld,
    ) {
        element.addEventListener('pointerdown', (event) => this.#down(event));
        element.addEventListener('pointermove', (event) => this.#moved(event));
        element.addEventListener('pointerup', (event) => this.#up(event, true));
        element.addEventListener('pointercancel', (event) => this.#up(event, false));
        element.addEventListener('pointerleave', (event) => {
            if (event.pointerType === 'mouse' && this.#fingers.size === 0) world.point(undefined);
        });
        element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    }

    #spot(event: MouseEvent): Spot {
        const { left, top } = this.element.getBoundingClientRect();
        return { x: event.clientX - left, y: event.clientY - top };
    }

    #down(event: PointerEvent): void {
        if (event.button !== 0) return;
        const spot = this.#spot(event);
        this.element.setPointerCapture(event.pointerId);
        this.#fingers.set(event.pointerId, spot);
        if (this.#fingers.size > 1) {
            this.#pinched = true;
            this.#endStroke(true);
            return;
        }
        this.#pinched = false;
        this.#begun = spot;
        if (this.world.tool === 'look') return;
        const { x, y } = this.world.at(spot);
        this.#stroke = [x, y];
        this.world.point(undefined);
        this.world.stroke(this.#stroke, false);
    }

    #moved(event: PointerEvent): void {
        const spot = this.#spot(event);
        const before = this.#fingers.get(event.pointerId);
        if (before === undefined) {
            if (event.pointerType !== 'touch') this.world.point(spot);
            return;
        }
        if (this.#fingers.size === 2) this.#pinch(event.pointerId, before, spot);
        else if (this.#stroke !== undefined) this.#draw(spot);
        else if (this.world.movable) this.world.move(spot.x - before.x, spot.y - before.y);
        else if (event.pointerType !== 'touch') this.world.point(spot);
        this.#fingers.set(event.pointerId, spot);
    }

    #up(event: PointerEvent, meant: boolean): void {
        if (!this.#fingers.delete(event.pointerId)) return;
        if (this.#stroke !== undefined) return this.#endStroke(true);
        const begun = this.#begun;
        if (this.#fingers.size > 0 || this.#pinched || begun === undefined || !meant) return undefined;
        this.#begun = undefined;
        const spot = this.#spot(event);
        const dx = spot.x - begun.x;
        const dy = spot.y - begun.y;
        if (Math.hypot(dx, dy) < kTap) this.world.point(spot);
        else if (!this.world.movable && event.pointerType === 'touch' && Math.abs(dx) > kSwipe && Math.abs(dx) > Math.abs(dy))
            this.world.turn(dx < 0 ? 1 : -1);
        return undefined;
    }

    #pinch(id: number, before: Spot, now: Spot): void {
        const other = [...this.#fingers].find(([key]) => key !== id)?.[1];
        if (other === undefined) return;
        const distance = (a: Spot): number => Math.max(1, Math.hypot(a.x - other.x, a.y - other.y));
        this.world.zoom(distance(now) / distance(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
        this.world.move((now.x - before.x) / 2, (now.y - before.y) / 2);
    }

    #draw(spot: Spot): void {
        const points = this.#stroke;
        if (points === undefined) return;
        const { x, y } = this.world.at(spot);
        const [lastX = 0, lastY = 0] = points.slice(-2);
        if (Math.hypot(x - lastX, y - lastY) < kNearer) return;
        points.push(x, y);
        const full = points.length >= 2 * kMarkPoints;
        this.world.stroke(points, full);
        // It goes on with another one.
        if (full) this.#stroke = [x, y];
    }

    #endStroke(done: boolean): void {
        if (this.#stroke !== undefined) this.world.stroke(this.#stroke, done);
        this.#stroke = undefined;
    }

    #wheel(event: WheelEvent): void {
        event.preventDefault();
        if (event.ctrlKey) return this.world.zoom(kZoomByWheel ** -event.deltaY, this.#spot(event));
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1;
        const hasMoved = this.world.movable && this.world.move(-event.deltaX * lines, -event.deltaY * lines);
        // At the edge the next page follows, one for each push.
        const rested = event.timeStamp - this.#wheelAt > kWheelPauseMs;
        if (hasMoved || (rested && event.deltaY !== 0)) this.#wheelAt = event.timeStamp;
        if (!hasMoved && rested && event.deltaY !== 0) this.world.turn(event.deltaY > 0 ? 1 : -1);
        return undefined;
    }
}
