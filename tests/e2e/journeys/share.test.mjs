// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk shows the screen, lets it stand still and go on: what the citizen sees is compared picture by picture.
import assert from 'node:assert/strict';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const kShare = 'ctrl+shift+s';
const kPause = 'ctrl+shift+u';
/** A screen that is made up moves all the time, as the clock on a real one does. */
const kLongEnough = 3000;

/** Runs in the citizen's page: the screen that is seen now, as numbers; small, so that noise of the encoder is averaged out. */
function pictureOfScreen() {
    const video = document.querySelector('#remote-screen');
    if (!video || video.videoWidth === 0) return [];
    const canvas = Object.assign(document.createElement('canvas'), { width: 350, height: 250 });
    const brush = canvas.getContext('2d');
    brush.drawImage(video, 0, 0, 350, 250);
    const { data } = brush.getImageData(0, 0, 350, 250);
    return Array.from({ length: data.length / 4 }, (_, at) => data[4 * at + 1]);
}

/** How many points of two pictures are clearly apart. */
function pointsApart(one, other) {
    assert.equal(one.length, other.length);
    return one.filter((shade, at) => Math.abs(shade - other[at]) > 40).length;
}

async function pauses(scene, Crowd) {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const kim = await scene.citizen(Crowd);
    await kim.draw(scene.town.address, kOffice, 'Kim');
    await kim.allowDevices();
    await clerk.shows(/Kim/);
    await clerk.callNext();
    await clerk.shows(/Im Gespräch/);
    await clerk.key(kShare);
    await clerk.shows(/Ihr Bildschirm wird gezeigt/);
    await until('the screen on the citizen’s page', async () => (await kim.evaluate(pictureOfScreen)).some((shade) => shade > 0));
    const changes = async () => {
        const before = await kim.evaluate(pictureOfScreen);
        await new Promise((done) => setTimeout(done, kLongEnough));
        return pointsApart(before, await kim.evaluate(pictureOfScreen));
    };
    await until('a screen that moves', async () => (await changes()) > 0, 30000, 10);

    await clerk.key(kPause);
    await clerk.shows(/Angehalten: das Gegenüber sieht weiter das letzte Bild/);
    await until('words for whoever does not see the sign', () => kim.evaluate(() => /angehalten/.test(document.querySelector('#announce-status')?.textContent ?? '')));
    // What was on its way arrives, and the last picture gets sharp.
    await new Promise((done) => setTimeout(done, 2000));
    const still = await kim.evaluate(pictureOfScreen);
    assert.ok(still.some((shade) => shade > 60), 'a picture that stands still is no black');
    assert.equal(await changes(), 0);
    await clerk.press('push button', '^Freigabe fortsetzen$');
    await clerk.shows(/Ihr Bildschirm wird gezeigt/);
    await until('a screen that moves again', async () => (await changes()) > 0, 30000, 10);

    // A page that is reloaded while it stands still sees it all the same.
    await clerk.key(kPause);
    await clerk.shows(/Angehalten: das Gegenüber/);
    await kim.reload();
    await until('the picture that stands still', async () => (await kim.evaluate(pictureOfScreen)).some((shade) => shade > 60), 20000);
    await clerk.press('push button', '^Freigabe beenden$');
    await until('no screen', () => kim.evaluate(() => document.querySelector('#remote-screen') === null));
}

journey('share', 'a screen that is paused stands still, and goes on', { minutes: 4 }, (scene) => pauses(scene));
journey('share-firefox', 'the same with Firefox', { minutes: 4 }, (scene) => pauses(scene, FirefoxCrowd));
