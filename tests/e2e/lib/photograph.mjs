// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A made-up photograph: a grey paper that lies askew on a dark table, with a bar of ink across its middle.

/** The corners of the paper in the picture, clockwise from the upper left. */
export const kPaper = [[0.2, 0.15], [0.85, 0.2], [0.9, 0.9], [0.1, 0.8]];
const kInk = [[0.15, 0.4], [0.86, 0.4], [0.87, 0.5], [0.14, 0.5]];

export async function photographOfAPaper(page) {
    const text = await page.evaluate(([paper, ink]) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: 1000, height: 750 });
        const brush = canvas.getContext('2d');
        const fill = (shade, corners) => {
            brush.fillStyle = shade;
            brush.beginPath();
            corners.forEach(([x, y]) => brush.lineTo(x * canvas.width, y * canvas.height));
            brush.fill();
        };
        fill('#3a2a1a', [[0, 0], [1, 0], [1, 1], [0, 1]]);
        fill('#b4b0a8', paper);
        fill('#484850', ink);
        return canvas.toDataURL('image/jpeg', 0.9).split(',')[1];
    }, [kPaper, kInk]);
    return Buffer.from(text, 'base64');
}

/** How large a picture is, and from 0 to 255 how bright near its corners and in its middle. */
export function shadesOf(page, content) {
    return page.evaluate(async (numbers) => {
        const image = await createImageBitmap(new Blob([new Uint8Array(numbers)]));
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const brush = canvas.getContext('2d');
        brush.drawImage(image, 0, 0);
        const shade = (x, y) => brush.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data[1];
        const corners = [[0.03, 0.03], [0.97, 0.03], [0.97, 0.97], [0.03, 0.97]];
        return {
            width: image.width,
            height: image.height,
            edge: Math.min(...corners.map(([x, y]) => shade(x, y))),
            bar: shade(0.5, 0.42),
        };
    }, [...content]);
}
