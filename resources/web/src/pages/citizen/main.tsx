// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's page begins.
import { render } from 'preact';
import { prepareAnnouncements } from './announcer.js';
import { App } from './app.js';
import { GuestApp } from './guest/guestApp.js';
import { GuestSession } from './guest/guestSession.js';
import { Session } from './session.js';

const root = document.getElementById('app');

function socketUrl(): string {
    return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/citizen`;
}

/** A guest of somebody else's conversation comes with a link, or types its code. */
function isGuest(): boolean {
    return new URLSearchParams(location.hash.slice(1)).has('gast');
}

interface Page {
    start(): void;
}

if (root !== null) {
    prepareAnnouncements();
    let scheduled = false;
    let draw: () => void = () => undefined;
    const changed = (): void => {
        if (scheduled) return;
        scheduled = true;
        queueMicrotask(() => {
            scheduled = false;
            draw();
        });
    };
    let page: Page;
    if (isGuest()) {
        const session = new GuestSession(socketUrl(), changed);
        draw = () => render(<GuestApp session={session} />, root);
        page = session;
    } else {
        const session = new Session(socketUrl(), changed);
        draw = () => render(<App session={session} />, root);
        page = session;
        addEventListener('hashchange', () => {
            if (isGuest()) location.reload();
        });
    }
    root.textContent = '';
    draw();
    page.start();
}
