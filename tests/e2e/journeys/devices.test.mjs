// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Devices in the running call, on both sides: another camera is chosen, one is pulled out, and the key that is held to
// speak. The picture goes on, and nothing is negotiated anew.
import assert from 'node:assert/strict';
import { chromiumHearing, firefoxHearing } from '../lib/citizens.mjs';
import { inCall } from '../lib/conversation.mjs';
import { seesAndHears, watchVideo } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { SoundServer, writeSpeech } from '../lib/sound.mjs';
import { kOffice } from '../lib/town.mjs';

// Of the made-up ones, those that make pictures for a call.
const [kFirst, kSecond] = ['fake_device_0', 'fake_device_3'];

/** Runs in a page: what is sent as the own picture. */
function ownCamera() {
    return document.querySelector('#local-video')?.srcObject?.getVideoTracks()[0]?.label;
}

/**
 * Runs in a page: what a browser does when the camera in use is pulled out. Made-up cameras cannot be pulled, so it is
 * taken off the list, its capture is stopped, and both is told as browsers tell it.
 */
function pullOutCamera() {
    const [track] = document.querySelector('#local-video').srcObject.getVideoTracks();
    const { deviceId } = track.getSettings();
    const devices = navigator.mediaDevices;
    const [list, open] = [devices.enumerateDevices.bind(devices), devices.getUserMedia.bind(devices)];
    devices.enumerateDevices = async () => (await list()).filter((device) => device.deviceId !== deviceId);
    devices.getUserMedia = async (wish) => {
        if (wish.video?.deviceId?.exact === deviceId) throw new DOMException('', 'OverconstrainedError');
        const left = (await devices.enumerateDevices()).find(({ label }) => label === 'fake_device_3');
        return open(wish.video ? { ...wish, video: { ...wish.video, deviceId: { exact: left.deviceId } } } : wish);
    };
    track.stop();
    track.dispatchEvent(new Event('ended'));
    devices.dispatchEvent(new Event('devicechange'));
    return track.label;
}

/** By keyboard, from the person's name past microphone and camera. */
async function openDevices(clerk) {
    for (const key of ['Tab', 'Tab', 'Tab', 'space']) await clerk.key(key);
}

const becomes = (who, page, label) =>
    until(`${label} as the camera of ${who}`, async () => (await page.evaluate(ownCamera)) === label, 10000, 100);

/** How often a side has described a connection anew, as the citizen's page knows it; a line that is restarted is another. */
const describedAgain = (citizen) => citizen.evaluate(() => {
    const names = globalThis.rememberedCall.descriptions.map(({ sdp }) => /^a=ice-ufrag:(.+)$/m.exec(sdp)?.[1]).filter((name) => name !== undefined);
    return names.length - new Set(names).size;
});

journey('devices-chosen', 'another camera is chosen in the call on either side, and the picture goes on', {}, async (scene) => {
    const { clerk, page, kim: citizen } = await inCall(scene);
    const before = await describedAgain(citizen);

    await becomes('the citizen', citizen, kFirst);
    await citizen.press('button', /^Geräte$/);
    await citizen.page.locator('#choose-camera').selectOption({ label: kSecond });
    await becomes('the citizen', citizen, kSecond);
    await citizen.page.locator('#choose-microphone').selectOption({ index: 1 });
    await citizen.press('button', /^Ton testen$/);
    await citizen.shows(/drei Töne/);
    await seesAndHears('the clerk', page, '#remote-video');
    await citizen.press('button', /^Schließen$/);

    await becomes('the clerk', page, kFirst);
    await openDevices(clerk);
    // From the end: the test, two backgrounds, three loudspeakers, the last camera.
    for (const key of [...new Array(7).fill('Up'), 'Return']) await clerk.key(key);
    await becomes('the clerk', page, kSecond);
    await seesAndHears('the citizen', citizen, '#remote-video');
    assert.equal(await describedAgain(citizen), before, 'nothing was negotiated anew');

    // The next app of the same clerk begins with it.
    await clerk.key('ctrl+e');
    await citizen.shows(/Ihr Besuch ist beendet/);
    await clerk.stop();
    await clerk.launch();
    await clerk.signedIn();
    const next = await scene.citizen();
    await next.draw(scene.town.address, kOffice);
    await next.allowDevices();
    await becomes('the clerk', await clerk.page(), kSecond);
});

journey('devices-lost', 'a camera that is pulled out in the call is followed by the next, on either side', {}, async (scene) => {
    const { clerk, page, kim: citizen } = await inCall(scene);
    const before = await describedAgain(citizen);
    const gone = await citizen.evaluate(pullOutCamera);
    await citizen.shows(new RegExp(`Die Kamera „${gone}“ ist nicht mehr angeschlossen`));
    await becomes('the citizen', citizen, kSecond);
    await seesAndHears('the clerk', page, '#remote-video');
    await citizen.press('button', /^Verstanden$/);

    const lost = await page.evaluateInCall(pullOutCamera);
    await clerk.shows(new RegExp(`Die Kamera „${lost}“ ist nicht mehr angeschlossen`));
    await becomes('the clerk', page, kSecond);
    await seesAndHears('the citizen', citizen, '#remote-video');
    assert.equal(await describedAgain(citizen), before, 'nothing was negotiated anew');
});

journey('talk-key', 'who speaks while muted is told, and heard as long as the key is held, on either side', {}, async (scene) => {
    const { clerk, page, kim: citizen } = await inCall(scene, chromiumHearing(writeSpeech(scene.place.file('speech.wav'))));
    const isSent = (who) => who.evaluate(() => globalThis.rememberedCall.connections.at(-1).getSenders()[0].track.enabled);
    await citizen.press('button', /^Mikrofon ausschalten$/);
    await clerk.shows(/Gegenüber: Mikrofon aus/);
    const told = /Sie sprechen, aber Ihr Mikrofon ist aus/;
    await citizen.shows(told);
    await citizen.page.keyboard.down('F2');
    await until('no sign any more', () => citizen.evaluate(() => document.querySelector('.unheard') === null), 2000);
    assert.equal(await isSent(citizen), true);
    await clerk.shows(/^(?![\s\S]*Gegenüber: Mikrofon)/);
    await citizen.page.keyboard.up('F2');
    await clerk.shows(/Gegenüber: Mikrofon aus/);
    assert.equal(await isSent(citizen), false);

    // The made-up microphone beeps once a second.
    const loudness = () => page.evaluate(() => Math.max(...[...document.querySelectorAll('meter')].map(({ value }) => value)));
    await until('the meter of the clerk to move', async () => (await loudness()) > 2, 8000, 20);

    const isMute = () => citizen.evaluate(() => document.querySelector('.remote-label').innerText.includes('Mikrofon aus'));
    await clerk.key('ctrl+m');
    await until('the clerk is mute', isMute);
    await clerk.hold('F2');
    await until('the clerk is heard', async () => !(await isMute()));
    await seesAndHears('the citizen', citizen, '#remote-video');
    await clerk.letGo('F2');
    await until('the clerk is mute again', isMute);
    assert.match(await page.evaluate(() => document.querySelector('#person').textContent), /Kim/);
});

journey('microphone-pulled', 'a microphone that is really pulled out in the call is followed by the next, and taken back', {}, async (scene) => {
    const sound = await SoundServer.start(scene.place, ['Tischmikrofon', 'Headset']);
    try {
        const clerk = await scene.clerk();
        await clerk.openOffice(kOffice);
        const citizen = await scene.citizen(firefoxHearing(sound));
        await citizen.draw(scene.town.address, kOffice, 'Kim');
        await citizen.press('button', /^Ohne Kamera$/);
        await citizen.shows(/Sie sind bereit/);
        await clerk.shows(/Kim/);
        await clerk.callNext();
        const page = await clerk.page();
        await seesAndHears('the citizen', citizen, '#remote-video', { sound: false });
        const hears = () => until('the clerk to hear', async () => (await page.evaluate(watchVideo, '#remote-video', 800)).heard, 15000);
        const speaksInto = (name) => until(`${name} in use`, () => citizen.evaluate(
            (wanted) => globalThis.rememberedCall.connections.at(-1).getSenders()[0].track?.label === wanted, name));
        await hears();

        await citizen.press('button', /^Geräte$/);
        await until('the headset among those that can be chosen', () => citizen.evaluate(() => {
            const field = document.querySelector('#choose-microphone');
            const headset = [...(field?.options ?? [])].find(({ text }) => text === 'Headset');
            if (headset === undefined) return false;
            field.value = headset.value;
            field.dispatchEvent(new Event('change', { bubbles: true }));
            return true;
        }));
        await speaksInto('Headset');
        await hears();
        const before = await describedAgain(citizen);

        await sound.pullOut('Headset');
        await citizen.shows(/Das Mikrofon „Headset“ ist nicht mehr angeschlossen/);
        await speaksInto('Tischmikrofon');
        await hears();
        await sound.plugIn('Headset');
        await citizen.shows(/Das Mikrofon „Headset“ ist wieder angeschlossen/);
        await speaksInto('Headset');
        await hears();
        assert.equal(await describedAgain(citizen), before, 'nothing was negotiated anew');
    } finally {
        await sound.stop();
    }
});
