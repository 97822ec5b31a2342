// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the paper lies in the picture: four corners that can be moved but never crossed, and how large it will be.

/** Within the picture: from 0 to 1, from its left and upper edge. */
export interface Point {
    readonly x: number;
    readonly y: number;
}
/** Clockwise, beginning at the upper left. */
export type Corners = readonly [Point, Point, Point, Point];

export interface Size {
    readonly width: number;
    readonly height: number;
}

export const kCornerCount = 4;
export const kWholePicture: Corners = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
];

/** Of a paper that is smaller than this in the picture, nobody could read anything. */
const kLeastTurn = 0.01;

/** Stays within the picture; where the frame would fold over or shrink to nothing, it stays as it was. */
export function cornerMoved(corners: Corners, which: number, to: Point): Corners {
    const at = (index: number): Point => (index === which ? { x: within(to.x), y: within(to.y) } : cornerAt(corners, index));
    const moved: Corners = [at(0), at(1), at(2), at(3)];
    return isFrame(moved) ? moved : corners;
}

/** As they lie when the picture is turned to the right by a quarter. */
export function cornersTurned([upperLeft, upperRight, lowerRight, lowerLeft]: Corners): Corners {
    return [turned(lowerLeft), turned(upperLeft), turned(upperRight), turned(lowerRight)];
}

/** As large as it was photographed, but no side longer than this. */
export function paperSize(corners: Corners, picture: Size, longest: number): Size {
    const [upperLeft, upperRight, lowerRight, lowerLeft] = corners;
    const side = (from: Point, to: Point): number => Math.hypot((to.x - from.x) * picture.width, (to.y - from.y) * picture.height);
    const width = Math.max(side(upperLeft, upperRight), side(lowerLeft, lowerRight));
    const height = Math.max(side(upperLeft, lowerLeft), side(upperRight, lowerRight));
    return fitted({ width, height }, longest);
}

/** Scaled down to this side at most; never made larger, never nothing. */
export function fitted({ width, height }: Size, longest: number): Size {
    const scale = Math.min(1, longest / Math.max(width, height));
    return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export function cornerAt(corners: Corners, index: number): Point {
    return corners[index % kCornerCount] ?? corners[0];
}

function within(value: number): number {
    return Math.min(1, Math.max(0, value));
}

function turned({ x, y }: Point): Point {
    return { x: 1 - y, y: x };
}

/** At each corner the edge turns to the right, by enough. */
function isFrame(corners: Corners): boolean {
    return corners.every((corner, index) => {
        const next = cornerAt(corners, index + 1);
        const afterNext = cornerAt(corners, index + 2);
        const turn = (next.x - corner.x) * (afterNext.y - next.y) - (next.y - corner.y) * (afterNext.x - next.x);
        return turn >= kLeastTurn;
    });
}
