// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Choosing devices on the citizen's page, what is said of them, and the key that is held to speak.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hear } from '../src/room/ear.js';
import { FakeAudio } from './fakeAudio.js';
import { FakeTrack } from './fakeMedia.js';
import { Page } from './page.js';
import { settle } from './fakeTime.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const kAll = ['audio desk', 'audio headset', 'video front', 'video document', 'speaker room', 'speaker headphones'];

const ticket = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, seq: 42, number: 'B 017' };
const waiting = { ...ticket, state: 'waiting', rank: 0, epoch: 0 };
const inCall = { ...ticket, state: 'in_call', epoch: 1, clerk: { name: 'Frau Schmidt' } };

class Scene {
    readonly audio = FakeAudio.install();

    private constructor(readonly page: Page) {}

    static async lobby(...plugs: string[]): Promise<Scene> {
        const scene = new Scene(await Page.opened(kToken, welcome, waiting));
        scene.page.tab.devices.offer(...plugs);
        await scene.page.press('Kamera und Mikrofon testen');
        await scene.page.tab.devices.grant();
        await scene.page.tab.timers.pass(1500);
        return scene;
    }
    static async call(...plugs: string[]): Promise<Scene> {
        const scene = await Scene.lobby(...plugs);
        await scene.page.tab.say(inCall);
        return scene;
    }

    get used(): string {
        const { microphone, camera } = this.page.session.ui.local;
        return [microphone, camera].map((side) => side.track?.getSettings().deviceId).join(' ');
    }
    get isHeard(): boolean | undefined {
        return this.page.session.ui.local.microphone.track?.enabled;
    }
    /** As the window gets it, wherever the focus is. */
    async key(type: 'keydown' | 'keyup' | 'blur', key = 'F2', more: object = {}): Promise<boolean> {
        let prevented = false;
        const listener = this.page.tab.listeners.get(type);
        assert.ok(listener !== undefined, `somebody listens for ${type}`);
        listener({ key, preventDefault: () => (prevented = true), ...more });
        await settle();
        return prevented;
    }
    async speaks(loudness: number, tenths: number): Promise<void> {
        this.audio.loudness = loudness;
        for (let i = 0; i < tenths; i += 1) await this.page.tab.timers.pass(100);
    }
}

test('in the call another camera is chosen from those that are there, and the focus comes back', async () => {
    const { page, ...scene } = await Scene.call(...kAll);
    await page.press('Geräte');
    assert.match(page.words, /Kamera und Ton\n/);
    assert.equal(page.focus.id, 'devices-panel-title');
    assert.match(page.words, /The desk\nThe headset/);
    assert.ok(scene.audio.contexts > 0);
    await page.choose('choose-camera', 'document');
    await page.tab.devices.grant();
    assert.equal(page.session.ui.local.inUse.camera, 'document');
    await page.press('Schließen');
    assert.equal(page.focus.id, 'choose-devices');
    assert.doesNotMatch(page.words, /Kamera und Ton\n/);
    await page.press('Geräte');
    await page.key('Escape');
    assert.equal(page.focus.id, 'choose-devices');
});

test('before the call, too, and this tab remembers it, but not the next one', async () => {
    const { page } = await Scene.lobby(...kAll);
    await page.unfold('Kamera, Mikrofon oder Lautsprecher wechseln');
    await page.choose('choose-microphone', 'headset');
    await page.tab.devices.grant();
    await page.choose('choose-speaker', 'headphones');
    assert.equal(page.session.ui.speaker.id, 'headphones');
    assert.equal(page.tab.storage.get('sprechtag.device.microphone'), 'headset');
    assert.equal(page.tab.storage.get('sprechtag.device.speaker'), 'headphones');
    await page.choose('choose-speaker', '');
    assert.equal(page.tab.storage.get('sprechtag.device.speaker'), undefined);
});

test('a reloaded page opens what was chosen', async () => {
    const page = await Page.opened(kToken, welcome);
    page.tab.storage.set('sprechtag.device.camera', 'document');
    const { Session } = await import('../src/pages/citizen/session.js');
    const session = new Session('ws://x/ws/citizen', () => undefined);
    page.tab.devices.offer(...kAll);
    void session.decideDevices({ microphone: true, camera: true });
    await settle();
    assert.deepEqual(page.tab.devices.wishes, ['ideal document']);
    await page.tab.devices.grant();
    assert.equal(session.ui.local.inUse.camera, 'document');
});

test('who has neither camera nor microphone is in the call all the same, and reads why', async () => {
    FakeAudio.install();
    const page = await Page.opened(kToken, welcome, waiting);
    await page.press('Kamera und Mikrofon testen');
    for (let time = 0; time < 3; time += 1) await page.tab.devices.refuse('NotFoundError');
    await page.tab.say(inCall);
    assert.match(page.words, /Es wurde keine Kamera gefunden[^]*Es wurde kein Mikrofon gefunden/);
    assert.ok(page.has('Beenden') && page.has('Geräte'));
    await page.press('Geräte');
    await page.tab.devices.plugIn('audio desk');
    await page.tab.devices.grant();
    assert.doesNotMatch(page.words, /kein Mikrofon gefunden/);
});

test('a browser that leaves the loudspeaker to the system offers none', async () => {
    const { page } = await Scene.call(...kAll);
    Object.assign(globalThis, { HTMLMediaElement: class {} });
    await page.press('Geräte');
    assert.doesNotMatch(page.words, /Lautsprecher\n/);
    assert.match(page.words, /Mikrofon\n/);
});

test('a camera that is pulled out in the call is said aloud with what came in its place, until it was read', async () => {
    const { page } = await Scene.call(...kAll);
    page.tab.devices.offer('audio desk', 'video document');
    page.tab.devices.live.find(({ kind }) => kind === 'video')?.end();
    await settle();
    await page.tab.devices.grant();
    assert.match(page.words, /Die Kamera „The front“ ist nicht mehr angeschlossen/);
    assert.match(page.spoken('status'), /Ihr Bild kommt jetzt von „The document“/);
    await page.press('Verstanden');
    assert.doesNotMatch(page.words, /nicht mehr angeschlossen/);
    assert.equal(page.focus.id, 'toggle-camera');
});

test('a loudspeaker that is pulled out gives way to the system’s own, in plain words', async () => {
    const { page } = await Scene.call(...kAll);
    await page.press('Geräte');
    await page.choose('choose-speaker', 'headphones');
    await page.tab.devices.plugIn(...kAll.slice(0, 5));
    assert.match(page.words, /Der Lautsprecher „The headphones“ ist nicht mehr angeschlossen/);
    assert.equal(page.session.ui.speaker.id, '');
});

test('the loudspeaker is tried with three tones from just that one', async () => {
    const { page, audio } = await Scene.call(...kAll);
    const before = audio.contexts;
    await page.press('Geräte');
    await page.choose('choose-speaker', 'headphones');
    await page.press('Ton testen');
    assert.match(page.words, /drei Töne/);
    assert.deepEqual(audio.sinks, ['headphones']);
    assert.equal(audio.tones.length, 1, 'the end of the last one is waited for');
    await audio.endTones();
    assert.doesNotMatch(page.words, /drei Töne/);
    assert.equal(audio.contexts, before, 'none stays');
});

test('a loudspeaker that plays nothing is said, and the system’s own takes its place', async () => {
    const { page, audio } = await Scene.call(...kAll);
    await page.press('Geräte');
    await page.choose('choose-speaker', 'headphones');
    audio.broken = 'headphones';
    await page.press('Ton testen');
    assert.match(page.words, /Der Lautsprecher „The headphones“ lässt sich nicht benutzen/);
    assert.equal(page.session.ui.speaker.id, '');
    Object.assign(globalThis, { AudioContext: undefined });
    await page.press('Ton testen');
    assert.match(page.words, /Der Ton lässt sich nicht abspielen/);
});

test('who speaks while the microphone is off sees it, and hears it once', async () => {
    const scene = await Scene.call(...kAll);
    const { page } = scene;
    await scene.speaks(0.3, 10);
    assert.doesNotMatch(page.words, /aber Ihr Mikrofon ist aus/);
    await page.press('Mikrofon ausschalten');
    await scene.speaks(0.3, 6);
    assert.match(page.words, /Sie sprechen, aber Ihr Mikrofon ist aus/);
    assert.match(page.spoken('status'), /Sie sprechen/);
    await scene.speaks(0, 40);
    assert.doesNotMatch(page.words, /aber Ihr Mikrofon ist aus/);
    await page.tab.timers.pass(15_000);
    await scene.speaks(0.3, 6);
    assert.match(page.words, /aber Ihr Mikrofon ist aus/);
    assert.doesNotMatch(page.spoken('status'), /Sie sprechen/);
});

test('what listens is a copy, which hears while the original is muted, and is let go', () => {
    const audio = FakeAudio.install();
    const track = new FakeTrack('audio');
    track.enabled = false;
    const hearing = hear(track as unknown as MediaStreamTrack);
    const [copy] = audio.heard;
    assert.ok(copy !== undefined && copy !== track && copy.enabled && !track.enabled);
    audio.loudness = 0.1;
    assert.equal(Math.round(hearing?.level() ?? 0), 40);
    audio.loudness = 1;
    assert.equal(hearing?.level(), 100);
    hearing?.close();
    assert.ok(copy.stopped && !track.stopped);
    assert.equal(audio.contexts, 0);
});

test('muted, one is heard as long as the key is held; and the page remembers that one is muted', async () => {
    const scene = await Scene.call(...kAll);
    await scene.page.press('Mikrofon ausschalten');
    assert.ok(await scene.key('keydown'), 'the browser does nothing else with it');
    assert.equal(scene.isHeard, true);
    await scene.key('keydown', 'F2', { repeat: true });
    assert.equal(scene.isHeard, true);
    await scene.key('keyup');
    assert.equal(scene.isHeard, false);
    assert.equal(scene.page.tab.storage.get('sprechtag.devices'), 'c-');
});

test('heard, one is mute as long as the key is held, also when the window is left meanwhile', async () => {
    const scene = await Scene.call(...kAll);
    await scene.key('keydown');
    assert.equal(scene.isHeard, false);
    await scene.key('blur');
    assert.equal(scene.isHeard, true);
    await scene.key('keyup');
    assert.equal(scene.isHeard, true);
});

test('the button counts more than the key', async () => {
    const scene = await Scene.call(...kAll);
    await scene.page.press('Mikrofon ausschalten');
    await scene.key('keydown');
    await scene.page.press('Mikrofon ausschalten');
    await scene.page.press('Mikrofon einschalten');
    await scene.key('keyup');
    assert.equal(scene.isHeard, true);
});

test('other keys, and the same with another one held, are the browser’s', async () => {
    const scene = await Scene.call(...kAll);
    assert.equal(await scene.key('keydown', ' '), false);
    assert.equal(await scene.key('keydown', 'F2', { ctrlKey: true }), false);
    assert.equal(scene.isHeard, true);
});

test('without a call the key does nothing, and one that was held is let go with the call', async () => {
    const scene = await Scene.call(...kAll);
    await scene.page.press('Mikrofon ausschalten');
    await scene.key('keydown');
    await scene.page.tab.say({ ...waiting, seq: 44, epoch: 1 });
    assert.equal(scene.isHeard, false);
    assert.equal(scene.page.tab.listeners.get('keydown'), undefined);
});
