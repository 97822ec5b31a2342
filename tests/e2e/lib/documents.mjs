// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Documents made for a journey.

/** A PDF of so many pages, each with lines of text and its number, as an office writes them. */
export function pdfWithPages(count, lines = 40) {
    const fonts = '<< /F1 3 0 R >>';
    const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '', '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'];
    const kids = [];
    for (let page = 1; page <= count; page += 1) {
        const rows = Array.from({ length: lines }, (_, row) => `(Zeile ${row + 1} des Antrags, wie sie auf einem Formular steht) Tj T*`);
        const words = `BT /F1 20 Tf 60 780 Td (Seite ${page} von ${count}) Tj ET BT /F1 11 Tf 16 TL 60 740 Td ${rows.join(' ')} ET`;
        objects.push(`<< /Length ${words.length} >>\nstream\n${words}\nendstream`);
        objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font ${fonts} >> /Contents ${objects.length} 0 R >>`);
        kids.push(`${objects.length} 0 R`);
    }
    objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${count} >>`;
    let text = '%PDF-1.7\n';
    const places = objects.map((object, at) => {
        const place = text.length;
        text += `${at + 1} 0 obj\n${object}\nendobj\n`;
        return place;
    });
    const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = objects.length + 1;
    return `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}
