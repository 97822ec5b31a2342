// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Sound that a browser keeps back until somebody clicks, and a tab that nobody looks at.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeElement } from './fakeDocument.js';
import { FakeTrack } from './fakeMedia.js';
import { settle } from './fakeTime.js';
import { Page } from './page.js';
import { welcome } from './welcome.js';

const kHash = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const ticket = {
    type: 'ticket.state',
    ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n',
    office: 'off_01h455vb4pex5vsknk084sn02q',
    seq: 42,
    number: 'B 017',
    epoch: 0,
};
const waiting = { ...ticket, state: 'waiting', rank: 2 };
const inCall = { ...ticket, seq: 45, state: 'in_call', epoch: 1, clerk: { name: 'Frau Schmidt' } };

/** A browser that plays nothing with sound before a click, or not at all. */
function playsAs(rule: 'always' | 'muted' | 'broken'): FakeElement[] {
    const played: FakeElement[] = [];
    Object.assign(FakeElement.prototype, {
        play(this: FakeElement & { muted?: boolean }) {
            if (rule === 'broken') return Promise.reject(new DOMException('', 'AbortError'));
            if (rule === 'muted' && this.muted !== true) return Promise.reject(new DOMException('', 'NotAllowedError'));
            played.push(this);
            return Promise.resolve();
        },
    });
    return played;
}

/** In a call whose picture and sound have just come. */
async function hearing(): Promise<Page> {
    const page = await Page.opened(kHash, welcome, waiting);
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.timers.pass(1500);
    await page.tab.say(inCall);
    await settle();
    return page;
}

/** The clerk's picture and sound arrive, as the call tells the page. */
async function arrive(page: Page): Promise<FakeElement & { muted?: boolean }> {
    const camera = new FakeTrack('video') as unknown as MediaStreamTrack;
    const microphone = new FakeTrack('audio') as unknown as MediaStreamTrack;
    page.session.ui = { ...page.session.ui, call: { ...page.session.ui.call, remote: { camera, microphone, screen: null } } };
    page.session.readNews();
    await settle();
    await settle();
    return page.video('remote-video');
}

test('sound that the browser keeps back is asked for, and the picture runs meanwhile', async () => {
    playsAs('muted');
    const page = await hearing();
    const video = await arrive(page);
    assert.equal(video.muted, true);
    assert.ok(page.has('Ton einschalten'));
    playsAs('always');
    await page.press('Ton einschalten');
    assert.equal(video.muted, false);
    assert.ok(!page.has('Ton einschalten'));
});

test('where the sound plays, nobody is asked', async () => {
    const played = playsAs('always');
    const page = await hearing();
    const video = await arrive(page);
    assert.ok(played.includes(video));
    assert.equal(video.muted, false);
    assert.ok(!page.has('Ton einschalten'));
});

test('a video that begins anew while it is begun is no sound that is kept back', async () => {
    playsAs('broken');
    const page = await hearing();
    await arrive(page);
    assert.ok(!page.has('Ton einschalten'));
});

test('who is called while the tab is hidden reads it in the title', async () => {
    playsAs('always');
    const page = await Page.opened(kHash, welcome, waiting);
    const { document } = page.tab;
    const look = (how: 'hidden' | 'visible'): void => {
        Object.assign(document, { visibilityState: how });
        page.tab.listeners.get('visibilitychange')?.();
    };
    look('hidden');
    await page.tab.say({ ...ticket, seq: 43, state: 'called', epoch: 1, enter_by: '2026-03-02T08:01:00.000Z', clerk: { name: 'Frau Schmidt' } });
    await page.tab.timers.pass(1000);
    assert.match(document.title, /^Sie sind dran! B 017/);
});

test('a call goes on in a tab that nobody looks at', async () => {
    playsAs('always');
    const page = await hearing();
    Object.assign(page.tab.document, { visibilityState: 'hidden' });
    page.tab.listeners.get('visibilitychange')?.();
    await page.tab.timers.pass(60_000);
    assert.equal(page.session.ui.local.microphone.track?.enabled, true);
    assert.ok(page.session.ui.local.camera.track !== null);
});
