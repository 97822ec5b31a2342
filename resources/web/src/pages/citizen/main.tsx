// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's page begins.
import { render } from 'preact';
import { prepareAnnouncements } from './announcer.js';
import { App } from './app.js';
import { Session } from './session.js';

const root = document.getElementById('app');

function socketUrl(): string {
    return `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/citizen`;
}

if (root !== null) {
    prepareAnnouncements();
    let scheduled = false;
    const draw = (): void => {
        scheduled = false;
        render(<App session={session} />, root);
    };
    const session: Session = new Session(socketUrl(), () => {
        if (scheduled) return;
        scheduled = true;
        queueMicrotask(draw);
    });
    root.textContent = '';
    draw();
    session.start();
}
