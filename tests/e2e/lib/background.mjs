// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is behind the clerk: how to choose it in the app, and what a picture looks like.
import { writeFileSync } from 'node:fs';
import { run } from './processes.mjs';

/** The authority's picture, which its IT has put on this computer, all red; gives what the app is to be started with. */
export async function layDownPicture(scene) {
    const picture = scene.place.file('town.png');
    await run('convert', 'convert', ['-size', '640x360', 'xc:#d01010', picture]);
    writeFileSync(`${scene.place.folder('xdg/Sprechtag')}/clerk-policy.ini`, `[background]\npicture=${picture}\n`);
    return { XDG_CONFIG_DIRS: scene.place.folder('xdg') };
}

/** By keyboard, in a call, from the person's name on; `up`: how many lines above the end of the menu. */
export async function chooseBackground(clerk, up) {
    for (const key of ['Tab', 'Tab', 'Tab', 'space', ...new Array(up).fill('Up'), 'Return']) await clerk.key(key);
    for (const key of ['shift+Tab', 'shift+Tab', 'shift+Tab']) await clerk.key(key);
}

/** Runs in a page: how sharp the picture of the other side is (mean step from point to point), and its mean colour. */
export function lookOf(selector) {
    const video = document.querySelector(selector);
    const [width, height] = [320, 240];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(video, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    let steps = 0;
    const mean = [0, 0, 0];
    for (let i = 0; i + 4 < data.length; i += 4) {
        for (let c = 0; c < 3; c += 1) {
            mean[c] += data[i + c];
            steps += Math.abs(data[i + 4 + c] - data[i + c]);
        }
    }
    const points = width * height;
    return { sharpness: steps / points, mean: mean.map((sum) => Math.round(sum / points)) };
}
