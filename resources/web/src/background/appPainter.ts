// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The painter of the clerk app: model and picture come from the app, once.
import type { BackdropWorld } from './backdrop.js';
import { Segmenter } from './segmenter.js';
import { paintStream } from './stream.js';

let segmenter: Promise<Segmenter> | undefined;

async function townPicture(): Promise<ImageBitmap> {
    const image = new Image();
    image.src = 'background-picture.png';
    await image.decode();
    return createImageBitmap(image);
}

export const paintInApp: BackdropWorld['paint'] = async (camera, background, events) => {
    segmenter ??= Segmenter.load();
    const [model, picture] = await Promise.all([segmenter, background === 'picture' ? townPicture() : undefined]);
    return paintStream(camera, model, picture, events);
};
