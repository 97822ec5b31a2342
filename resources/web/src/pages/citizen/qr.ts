// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// An address as a picture for another device's camera. Loaded when somebody asks for it.
import { encode } from 'uqr';

export interface Qr {
    /** Modules along one side, with the quiet border that readers need. */
    readonly size: number;
    /** The dark modules, as the path of a vector image of that size. */
    readonly path: string;
}

const kBorder = 4;

export function qrOf(address: string): Qr {
    const { data, size } = encode(address, { border: kBorder, ecc: 'M' });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: squares.join('') };
}
