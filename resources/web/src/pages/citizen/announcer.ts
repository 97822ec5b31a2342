// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What screen readers hear: small news at most every 30 seconds, and always the newest; what concerns the reader as soon
// as the reader has finished its sentence; calls at once.

const kPauseMs = 30_000;
const kKeptMs = 10_000;

let lastAt = -kPauseMs;
let lastText = '';
let timer: ReturnType<typeof setTimeout> | undefined;

function region(kind: 'polite' | 'status' | 'assertive'): HTMLElement {
    const id = `announce-${kind}`;
    const found = document.getElementById(id);
    if (found !== null) return found;
    const made = document.createElement('div');
    made.id = id;
    made.className = 'kern-sr-only';
    made.setAttribute('aria-live', kind === 'status' ? 'polite' : kind);
    document.body.append(made);
    return made;
}

/** The regions must stand in the page before the first news, or it is not spoken. */
export function prepareAnnouncements(): void {
    region('polite');
    region('status');
    region('assertive');
}

export function announce(text: string, urgency: 'polite' | 'status' | 'urgent'): void {
    if (urgency === 'urgent') {
        dropSmallNews();
        say(text);
    } else if (urgency === 'status') addStatus(text);
    else announceSmallNews(text);
}

/** At once, and not for ever: whoever reads the page later reads what is so by then. */
function say(text: string): void {
    const assertive = region('assertive');
    const line = document.createElement('p');
    line.textContent = text;
    assertive.textContent = '';
    assertive.append(line);
    setTimeout(() => line.remove(), kKeptMs);
}

/** A line of its own each: two in one moment are both read. */
function addStatus(text: string): void {
    const line = document.createElement('p');
    line.textContent = text;
    region('status').append(line);
    setTimeout(() => line.remove(), kKeptMs);
}

/** What was said in a conversation stays nowhere when it is over. */
export function forgetStatus(): void {
    region('status').textContent = '';
}

function announceSmallNews(text: string): void {
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

/** What the line was before the call is nothing to be read into the call. */
function dropSmallNews(): void {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    lastText = '';
}
