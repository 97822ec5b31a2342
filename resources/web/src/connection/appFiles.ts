// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

/** Files of the app's own scheme cannot be fetched before Qt 6.6, but asked for in the older way. */
export function fileOfTheApp(name: string): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open('GET', name);
        request.responseType = 'arraybuffer';
        request.onload = () => resolve(request.response as ArrayBuffer);
        request.onerror = () => reject(new Error(`${name} cannot be read`));
        request.send();
    });
}
