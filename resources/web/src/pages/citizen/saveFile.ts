// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

import { setTimer } from '../../connection/browserWorld.js';

/** Into the folder for downloads. */
export function saveFile(content: Blob, name: string): void {
    const url = URL.createObjectURL(content);
    const link = Object.assign(document.createElement('a'), { href: url, download: name });
    link.click();
    // The browser has taken it up by then.
    setTimer(60_000, () => URL.revokeObjectURL(url));
}
