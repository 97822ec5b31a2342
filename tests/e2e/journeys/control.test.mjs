// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk mutes, turns the camera off, lets share and holds, against a page that obeys and against one that goes on
// sending all the same. What is heard and seen is measured, and so is what arrives.
import assert from 'node:assert/strict';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { inCall } from '../lib/conversation.mjs';
import { seesAndHears, seesOrHearsNothing } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';

const kMute = 'ctrl+shift+m';
const kCamera = 'ctrl+shift+k';
const kShare = 'ctrl+shift+f';
const kHold = 'ctrl+h';

/**
 * Runs in the citizen's page: sends a tone, a moving picture and a screen, whatever the page was told, and offers all of
 * it anew by the page's own words to the server.
 */
async function sendAllTheSame() {
    const connection = globalThis.rememberedCall.connections.at(-1);
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const sound = audio.createMediaStreamDestination();
    tone.connect(sound);
    tone.start();
    const moving = () => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [320, 240];
        const brush = canvas.getContext('2d');
        setInterval(() => {
            brush.fillStyle = `hsl(${performance.now() % 360} 90% 50%)`;
            brush.fillRect(0, 0, 320, 240);
        }, 40);
        return canvas.captureStream(25).getVideoTracks()[0];
    };
    const tracks = [sound.stream.getAudioTracks()[0], moving(), moving()];
    for (const [i, transceiver] of connection.getTransceivers().entries()) {
        await transceiver.sender.replaceTrack(tracks[i]);
        transceiver.direction = 'sendrecv';
    }
    connection.restartIce();
}

/** Runs in the citizen's page: what the other side has last agreed to take, by place. */
function taken() {
    return globalThis.rememberedCall.connections.at(-1).getTransceivers()
        .map(({ currentDirection }) => currentDirection).join(' ');
}

/** Runs in the citizen's page: packets that came so far, and that were sent. */
async function packets() {
    let [came, left] = [0, 0];
    for (const one of (await globalThis.rememberedCall.connections.at(-1).getStats()).values()) {
        if (one.type === 'inbound-rtp') came += one.packetsReceived;
        if (one.type === 'outbound-rtp') left += one.packetsSent;
    }
    return { came, left };
}

/** For two seconds nothing comes, and if asked nothing leaves. */
const isStill = (kim, { left }) => until('a line on which nothing moves', async () => {
    const before = await kim.evaluate(packets);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const after = await kim.evaluate(packets);
    return after.came === before.came && (!left || after.left === before.left);
}, 15000, 50);

const showsScreen = (page) => page.evaluate(() => {
    const video = document.querySelector('#remote-screen');
    return !video.hidden && video.srcObject !== null;
});

journey('control', 'muted, dark and on hold, the page obeys and says so, and it goes on with one click', { minutes: 5 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene);

    await clerk.key(kMute);
    await kim.shows(/Frau Schmidt hat Ihr Mikrofon ausgeschaltet/);
    await clerk.shows(/Gegenüber: Mikrofon gesperrt/);
    await seesOrHearsNothing('the clerk', page, '#remote-video', { picture: false });
    await kim.press('button', /^Mikrofon gesperrt$/);
    await seesOrHearsNothing('the clerk', page, '#remote-video', { picture: false });
    await clerk.key(kMute);
    await kim.shows(/Sie können Ihr Mikrofon wieder einschalten/);
    await clerk.shows(/Gegenüber: Mikrofon aus/);
    await kim.press('button', /^Mikrofon einschalten$/);
    await seesAndHears('the clerk', page, '#remote-video');

    await clerk.key(kCamera);
    await kim.shows(/Frau Schmidt hat Ihre Kamera ausgeschaltet/);
    await seesOrHearsNothing('the clerk', page, '#remote-video', { sound: false });
    await clerk.key(kCamera);
    await kim.press('button', /^Kamera einschalten$/);
    await seesAndHears('the clerk', page, '#remote-video');

    await clerk.key(kHold);
    await kim.shows(/hat das Gespräch angehalten/);
    await clerk.shows(/Angehalten: Niemand hört oder sieht den anderen/);
    await isStill(kim, { left: true });
    await seesOrHearsNothing('the clerk', page, '#remote-video');
    // A page that is loaded anew is on hold all the same.
    await kim.reload();
    await kim.shows(/hat das Gespräch angehalten/);
    await isStill(kim, { left: true });
    await clerk.key(kHold);
    await clerk.shows(/Im Gespräch/);
    await seesAndHears('the clerk', page, '#remote-video');
    await seesAndHears('the citizen', kim, '#remote-video');
    assert.doesNotMatch(await kim.words(), /angehalten|Jetzt beitreten/);

    await clerk.key('ctrl+e');
    await kim.shows(/Ihr Besuch ist beendet/);
});

journey('control-ignored', 'a page that ignores what the clerk has set gets nothing through', { minutes: 5 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene);
    await kim.evaluate(sendAllTheSame);
    await until('a screen that is not taken', async () => /^sendrecv sendrecv (inactive|recvonly)$/.test(await kim.evaluate(taken)));
    assert.equal(await showsScreen(page), false, 'nobody has allowed a screen');

    await clerk.key(kMute);
    await clerk.key(kCamera);
    await clerk.shows(/Gegenüber: Mikrofon gesperrt, Kamera gesperrt/);
    await kim.shows(/Mikrofon und Ihre Kamera ausgeschaltet/);
    await kim.evaluate(sendAllTheSame);
    await until('sound and picture that are not taken', async () => /^recvonly recvonly /.test(await kim.evaluate(taken)));
    await seesOrHearsNothing('the clerk', page, '#remote-video');
    await seesAndHears('the citizen', kim, '#remote-video');

    await clerk.key(kHold);
    await kim.shows(/hat das Gespräch angehalten/);
    await kim.evaluate(sendAllTheSame);
    await until('nothing that is taken', async () => /^inactive inactive inactive$/.test(await kim.evaluate(taken)));
    await seesOrHearsNothing('the clerk', page, '#remote-video');
    await isStill(kim, { left: false });

    // All of it back: the page that did not obey is heard and seen again, its screen is not.
    for (const key of [kHold, kMute, kCamera]) await clerk.key(key);
    await kim.evaluate(sendAllTheSame);
    await seesAndHears('the clerk', page, '#remote-video');
    await seesAndHears('the citizen', kim, '#remote-video');
    assert.equal(await showsScreen(page), false);
});

journey('control-share', 'a citizen shows the screen as long as the clerk allows it', { minutes: 4 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene);
    assert.doesNotMatch(await kim.words(), /Bildschirm zeigen/);
    await clerk.key(kShare);
    await kim.shows(/Frau Schmidt erlaubt Ihnen, Ihren Bildschirm zu zeigen/);
    await clerk.shows(/Gegenüber: darf den Bildschirm zeigen/);
    await kim.press('button', /^Jetzt nicht$/);
    await kim.press('button', /^Bildschirm zeigen$/);
    await kim.shows(/Sie zeigen Ihren Bildschirm/);
    await clerk.shows(/Gegenüber: zeigt den Bildschirm/);
    await until('the screen on the clerk’s page', () => showsScreen(page));
    const looksWell = () => kim.evaluate(() => document.querySelector('.stage-message, .picture-word') === null);
    await until('a line that does not look broken', looksWell, 15000);
    await until('frames of it', () => page.evaluate(() => document.querySelector('#remote-screen').videoWidth > 0));
    await kim.press('button', /^Kamera ausschalten$/);
    await clerk.shows(/Gegenüber: Kamera aus, zeigt den Bildschirm/);
    assert.equal(await page.evaluate(() => document.querySelector('#message').hidden), true, 'nothing lies over the screen');
    await kim.press('button', /^Kamera einschalten$/);

    await clerk.key(kShare);
    await kim.shows(/Frau Schmidt hat das Zeigen beendet/);
    await until('no screen', async () => !(await showsScreen(page)));
    await seesAndHears('the clerk', page, '#remote-video');
    // Allowed once more, it is shown once more.
    await clerk.key(kShare);
    await kim.press('button', /^Bildschirm zeigen$/);
    await until('the screen on the clerk’s page again', () => showsScreen(page));
});

journey('control-firefox', 'the same with Firefox: muted, on hold, and back', { minutes: 4 }, async (scene) => {
    const { clerk, page, kim } = await inCall(scene, FirefoxCrowd);
    await clerk.key(kMute);
    await kim.shows(/Frau Schmidt hat Ihr Mikrofon ausgeschaltet/);
    await seesOrHearsNothing('the clerk', page, '#remote-video', { picture: false });
    await clerk.key(kHold);
    await kim.shows(/hat das Gespräch angehalten/);
    await isStill(kim, { left: false });
    for (const key of [kHold, kMute]) await clerk.key(key);
    await kim.press('button', /^Mikrofon einschalten$/);
    await seesAndHears('the clerk', page, '#remote-video');
    await seesAndHears('the citizen', kim, '#remote-video');
});
