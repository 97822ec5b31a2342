// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Where a page lies in the window that shows it. The same place is the same on every screen: what is in the middle here is
// in the middle there.
import { kSides, kZoomLeast, kZoomMost, type Place } from '../protocol/view.js';
import type { Size } from './pages.js';

export interface Lie {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
    /** Points of the screen for one of the page. */
    readonly scale: number;
}

const kMargin = 8;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** A page that fits lies in the middle; one that does not covers the window. */
function edge(window: number, page: number, middle: number): number {
    if (page <= window) return (window - page) / 2;
    return within(window / 2 - (middle / kSides) * page, window - page, 0);
}

export function lieOf(window: Size, page: Size, { zoom, x, y }: Place): Lie {
    const room = { width: Math.max(1, window.width - 2 * kMargin), height: Math.max(1, window.height - 2 * kMargin) };
    const scale = Math.min(room.width / page.width, room.height / page.height) * (zoom / 100);
    const width = page.width * scale;
    const height = page.height * scale;
    return { left: edge(window.width, width, x), top: edge(window.height, height, y), width, height, scale };
}

const sideAt = (at: number, start: number, length: number): number => Math.round(within((at - start) / length, 0, 1) * kSides);

/** The point of the page that is under a point of the window. */
export function pointAt(lie: Lie, at: { readonly x: number; readonly y: number }): { x: number; y: number } {
    return { x: sideAt(at.x, lie.left, lie.width), y: sideAt(at.y, lie.top, lie.height) };
}

/** Moved by so many points of the screen. */
export function moved(window: Size, lie: Lie, place: Place, dx: number, dy: number): Place {
    const left = lie.left + dx;
    const top = lie.top + dy;
    return {
        ...place,
        x: lie.width <= window.width ? place.x : sideAt(window.width / 2, within(left, window.width - lie.width, 0), lie.width),
        y: lie.height <= window.height ? place.y : sideAt(window.height / 2, within(top, window.height - lie.height, 0), lie.height),
    };
}

/** Larger or smaller, and what is under the point stays there. */
export function zoomed(window: Size, page: Size, place: Place, factor: number, at: { readonly x: number; readonly y: number }): Place {
    const zoom = Math.round(within(place.zoom * factor, kZoomLeast, kZoomMost));
    const before = lieOf(window, page, place);
    const point = pointAt(before, at);
    const grown = lieOf(window, page, { ...place, zoom });
    const middle = (under: number, length: number, spot: number, size: number): number =>
        Math.round(within(under + ((size / 2 - spot) / length) * kSides, 0, kSides));
    if (zoom === kZoomLeast) return { ...place, zoom, x: kSides / 2, y: kSides / 2 };
    return {
        ...place,
        zoom,
        x: middle(point.x, grown.width, at.x, window.width),
        y: middle(point.y, grown.height, at.y, window.height),
    };
}

/** Another page, from its top. */
export function onPage(place: Place, page: number, count: number): Place {
    const to = Math.round(within(page, 1, count));
    return to === place.page ? place : { page: to, zoom: place.zoom, x: kSides / 2, y: place.zoom === kZoomLeast ? kSides / 2 : 0 };
}
