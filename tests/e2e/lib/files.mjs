// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Files to hand over, made for the occasion.
import { run } from './processes.mjs';

/** A PDF with its table of contents. `inCatalogue`: what else its catalogue says; `bytes`: how much comes with each page. */
export function pdf({ pages = 1, bytes = 10, inCatalogue = '' }) {
    const numbers = Array.from({ length: pages }, (_, page) => page);
    const objects = [
        `<< /Type /Catalog /Pages 2 0 R ${inCatalogue} >>`,
        `<< /Type /Pages /Kids [${numbers.map((page) => `${3 + 2 * page} 0 R`).join(' ')}] /Count ${pages} >>`,
        ...numbers.flatMap((page) => [
            `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << >> >>`,
            `<< /Length ${bytes} >>\nstream\n${'a'.repeat(bytes)}\nendstream`,
        ]),
    ];
    let text = '%PDF-1.7\n';
    const places = objects.map((object, at) => {
        const place = text.length;
        text += `${at + 1} 0 obj\n${object}\nendobj\n`;
        return place;
    });
    const table = text.length;
    const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = objects.length + 1;
    return `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

/** A photograph of so many pixels, as grainy as those of a telephone in bad light. */
export async function writePhoto(file, { width, height, quality = 92 }) {
    await run('convert', 'convert', ['-size', `${width}x${height}`, 'plasma:', '-attenuate', '0.6', '+noise', 'Gaussian',
        '-quality', String(quality), file]);
    return file;
}
