// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Where the person is, from picture to picture: calm where nothing moves, quick where something does.
const kCalm = 0.4;
const kQuick = 0.9;
/** A change by this much is a movement and no doubt of the model. */
const kMovement = 0.35;
/** Below the first it is background, above the second the person; in between the edge is soft. */
const kEdgeFrom = 0.25;
const kEdgeTo = 0.75;

/** Carries `state` on towards `now`, both from 0 (background) to 1 (person). */
export function smooth(state: Float32Array, now: Float32Array): void {
    for (let i = 0; i < state.length; i += 1) {
        const before = state[i] ?? 0;
        const change = (now[i] ?? 0) - before;
        state[i] = before + change * (Math.abs(change) >= kMovement ? kQuick : kCalm);
    }
}

/** Writes the mask into the alpha of a picture (four bytes a point). */
export function intoAlpha(state: Float32Array, pixels: Uint8ClampedArray): void {
    for (let i = 0; i < state.length; i += 1) {
        const t = Math.min(1, Math.max(0, ((state[i] ?? 0) - kEdgeFrom) / (kEdgeTo - kEdgeFrom)));
        pixels[i * 4 + 3] = 255 * t * t * (3 - 2 * t);
    }
}
