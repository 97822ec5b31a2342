// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What screen readers hear: small news at most every 30 seconds, and always the newest; calls at once.

const kPauseMs = 30_000;

let lastAt = -kPauseMs;
let lastText = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function region(kind: 'polite' | 'assertive'): HTMLElement {
    const id = `announce-${kind}`;
    const found = document.getElementById(id);
    if (found !== null) return found;
    const made = document.createElement('div');
    made.id = id;
    made.className = 'kern-sr-only';
    made.setAttribute('aria-live', kind);
    document.body.append(made);
    return made;
}

/** The regions must stand in the page before the first news, or it is not spoken. */
export function prepareAnnouncements(): void {
    region('polite');
    region('assertive');
}

export function announce(text: string, urgency: 'polite' | 'urgent'): void {
    if (urgency === 'urgent') {
        region('assertive').textContent = text;
        return;
    }
    if (text === lastText) return;
    lastText = text;
    if (timer !== undefined) return;
    const wait = Math.max(0, lastAt + kPauseMs - Date.now());
    timer = setTimeout(() => {
        timer = undefined;
        lastAt = Date.now();
        region('polite').textContent = lastText;
    }, wait);
}
