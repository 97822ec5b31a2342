// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The photograph of a paper: where its corners may go, how it is looked at straight, how grey becomes black and white.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Corners, type Point, cornerMoved, cornersTurned, fitted, kWholePicture, paperSize } from '../src/photo/corners.js';
import { type Pixels, sightOf, straightened } from '../src/photo/straighten.js';
import { contrastCurve, levelsOf, toned } from '../src/photo/tone.js';

const at = (x: number, y: number): Point => ({ x, y });
const slanted: Corners = [at(0.25, 0.25), at(0.75, 0.125), at(1, 1), at(0, 0.75)];

const moves: readonly [string, number, Point, Point][] = [
    ['into the picture', 0, at(0.2, 0.3), at(0.2, 0.3)],
    ['not beyond the upper left', 0, at(-0.5, -7), at(0, 0)],
    ['not beyond the lower right', 2, at(1.5, 1.01), at(1, 1)],
    ['along the edge when only one way is closed', 1, at(1.2, 0.4), at(1, 0.4)],
    ['not across its neighbour', 0, at(1, 0.5), at(0, 0)],
    ['not onto its neighbour', 3, at(1, 1), at(0, 1)],
    ['not across the frame', 2, at(0.1, 0.1), at(1, 1)],
    ['not so far in that the frame is dented', 2, at(0.5, 0.5), at(1, 1)],
    ['nowhere without a place to go to', 0, at(NaN, 0.5), at(0, 0)],
];
for (const [what, which, to, expected] of moves) {
    test(`a corner goes ${what}`, () => assert.deepEqual(cornerMoved(kWholePicture, which, to)[which], expected));
}

test('the other corners stay when one moves', () => {
    const moved = cornerMoved(kWholePicture, 1, at(0.8, 0.1));
    assert.deepEqual([moved[0], moved[2], moved[3]], [kWholePicture[0], kWholePicture[2], kWholePicture[3]]);
});

test('corners turn with the picture, and are back after four quarters', () => {
    assert.deepEqual(cornersTurned(slanted), [at(0.25, 0), at(0.75, 0.25), at(0.875, 0.75), at(0, 1)]);
    assert.deepEqual(cornersTurned(cornersTurned(cornersTurned(cornersTurned(slanted)))), slanted);
    assert.deepEqual(cornersTurned(kWholePicture), kWholePicture);
});

const sizes: readonly [string, number, number, number, number, number][] = [
    ['a photo of 12 megapixels is made smaller', 4000, 3000, 2400, 2400, 1800],
    ['also when it stands', 3000, 4000, 2400, 1800, 2400],
    ['a small one is not made larger', 640, 480, 2400, 640, 480],
    ['one as large as it may be stays', 2400, 100, 2400, 2400, 100],
    ['a line keeps its one point', 100000, 1, 2400, 2400, 1],
    ['nothing becomes a point', 0, 0, 2400, 1, 1],
];
for (const [what, width, height, longest, w, h] of sizes) {
    test(`sizes: ${what}`, () => assert.deepEqual(fitted({ width, height }, longest), { width: w, height: h }));
}

test('the paper is as large as the longer one of its opposite sides', () => {
    const half: Corners = [at(0.25, 0.25), at(0.75, 0.25), at(1, 1), at(0, 1)];
    assert.deepEqual(paperSize(half, { width: 1000, height: 800 }, 2400), { width: 1000, height: 650 });
    assert.deepEqual(paperSize(half, { width: 4000, height: 800 }, 2400), { width: 2400, height: 700 });
    assert.deepEqual(paperSize(kWholePicture, { width: 30, height: 20 }, 2400), { width: 30, height: 20 });
});

test('the corners of the paper are seen where they lie, and its middle where its diagonals cross', () => {
    const near = (seen: readonly [number, number], x: number, y: number): void => {
        assert.ok(Math.hypot(seen[0] - x, seen[1] - y) < 1e-9, `${seen.join(' ')} for ${x} ${y}`);
    };
    const trapeze: Corners = [at(0.25, 0), at(0.75, 0), at(1, 1), at(0, 1)];
    for (const corners of [slanted, trapeze, kWholePicture]) {
        const see = sightOf(corners);
        [see(0, 0), see(1, 0), see(1, 1), see(0, 1)].forEach((seen, index) => {
            near(seen, corners[index]?.x ?? NaN, corners[index]?.y ?? NaN);
        });
    }
    near(sightOf(trapeze)(0.5, 0.5), 0.5, 1 / 3);
    near(sightOf(kWholePicture)(0.3, 0.6), 0.3, 0.6);
});

/** Grey, row by row. */
function picture(...rows: number[][]): Pixels {
    const data = new Uint8ClampedArray(rows.flat().flatMap((shade) => [shade, shade, shade, 255]));
    return { width: rows[0]?.length ?? 0, height: rows.length, data };
}
function shades({ data }: Pixels): number[] {
    return [...data].filter((_, index) => index % 4 === 0);
}

test('the whole picture comes out as it went in', () => {
    const whole = picture([10, 20, 30], [40, 50, 60]);
    assert.deepEqual(shades(straightened(whole, kWholePicture, whole)), [10, 20, 30, 40, 50, 60]);
});

test('a part is cut out, and what lies between points is mixed', () => {
    const whole = picture([0, 0, 100, 100], [0, 0, 100, 100], [200, 200, 40, 40], [200, 200, 40, 40]);
    const right: Corners = [at(0.5, 0), at(1, 0), at(1, 1), at(0.5, 1)];
    assert.deepEqual(shades(straightened(whole, right, { width: 1, height: 2 })), [100, 40]);
    assert.deepEqual(shades(straightened(whole, kWholePicture, { width: 1, height: 1 })), [85]);
});

test('a paper that lies askew comes out straight', () => {
    // Black beside the paper, white on it: nothing of the table is left.
    const side = 40;
    const rows = Array.from({ length: side }, (_, y) => Array.from({ length: side }, (_, x) => (x + y >= side / 2 ? 250 : 0)));
    const askew: Corners = [at(0.5, 0.05), at(0.95, 0.05), at(0.95, 0.95), at(0.05, 0.5)];
    const straight = straightened(picture(...rows), askew, { width: 20, height: 20 });
    assert.deepEqual([...new Set(shades(straight))], [250]);
});

test('ink and paper are told apart', () => {
    const page = Array.from({ length: 100 }, (_, index) => (index < 5 ? 60 : index < 90 ? 180 : 210));
    assert.deepEqual(levelsOf(picture(page)), { ink: 60, paper: 180 });
});

test('a page without writing is left alone', () => {
    assert.deepEqual(levelsOf(picture([200, 201, 203, 204])), { ink: 0, paper: 255 });
});

const curves: readonly [string, number, number, number][] = [
    ['ink becomes black', 100, 60, 0],
    ['what is darker than ink stays black', 100, 10, 0],
    ['paper becomes white', 100, 180, 255],
    ['what is brighter than paper stays white', 100, 240, 255],
    ['the middle stays the middle', 100, 120, 128],
    ['without contrast nothing changes', 0, 120, 120],
    ['half the way is half the way', 50, 120, 122],
    ['less than none is none', -20, 77, 77],
    ['more than all is all', 900, 120, 128],
];
for (const [what, percent, shade, expected] of curves) {
    test(`contrast: ${what}`, () => assert.equal(contrastCurve({ ink: 60, paper: 180 }, percent)[shade], expected));
}

test('as a copy the colours go, as a photo they stay', () => {
    const red: Pixels = { width: 1, height: 1, data: new Uint8ClampedArray([200, 0, 0, 255]) };
    const same = contrastCurve({ ink: 0, paper: 255 }, 100);
    assert.deepEqual([...toned(red, same, true).data], [60, 60, 60, 255]);
    assert.deepEqual([...toned(red, same, false).data], [200, 0, 0, 255]);
});
