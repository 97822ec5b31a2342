// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The instruments themselves: they see a moving picture and hear a sound, and do not where there is none.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, describe, it } from 'node:test';
import { ChromiumCrowd, FirefoxCrowd } from '../lib/citizens.mjs';
import { seesAndHears, watchVideo } from '../lib/measure.mjs';
import { Workplace } from '../lib/places.mjs';

/** A call of the page with itself. */
async function callItself(off) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    if (off) for (const track of stream.getTracks()) track.enabled = false;
    const [here, there] = [new RTCPeerConnection(), new RTCPeerConnection()];
    const gathered = (peer) => new Promise((resolve) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    });
    for (const track of stream.getTracks()) here.addTrack(track, stream);
    const video = document.createElement('video');
    video.id = 'seen';
    document.body.append(video);
    there.ontrack = ({ streams }) => {
        video.srcObject = streams[0];
        void video.play();
    };
    let ready = gathered(here);
    await here.setLocalDescription(await here.createOffer());
    await ready;
    await there.setRemoteDescription(here.localDescription);
    ready = gathered(there);
    await there.setLocalDescription(await there.createAnswer());
    await ready;
    await here.setRemoteDescription(there.localDescription);
}

for (const [browser, Crowd] of [['Chromium', ChromiumCrowd], ['Firefox', FirefoxCrowd]]) {
    describe(`measuring in ${browser}`, { timeout: 90000 }, () => {
        const place = new Workplace(`instruments-${browser}`);
        const server = http.createServer((_, answer) => answer.end('<!doctype html><title>x</title><body>'));
        let crowd;
        let address;
        before(async () => {
            await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
            address = `http://127.0.0.1:${server.address().port}/`;
            crowd = await Crowd.start(place);
        });
        after(async () => {
            await crowd?.stop();
            server.closeAllConnections();
            server.close();
            place.clear();
        });

        it('sees a moving picture and hears a sound', async () => {
            const citizen = await crowd.citizen();
            await citizen.page.goto(address);
            await citizen.evaluate(callItself, false);
            await seesAndHears('the instrument', citizen, '#seen');
            await citizen.close();
        });

        it('notices a camera and a microphone that are off', async () => {
            const citizen = await crowd.citizen();
            await citizen.page.goto(address);
            await citizen.evaluate(callItself, true);
            // The first black picture still counts as a change.
            await citizen.evaluate(watchVideo, '#seen', 1500);
            const seen = await citizen.evaluate(watchVideo, '#seen', 1500);
            assert.equal(seen.there, true);
            assert.ok(seen.pictures < 3, JSON.stringify(seen));
            assert.equal(seen.heard, false, JSON.stringify(seen));
            await citizen.close();
        });

        it('notices that there is no picture at all', async () => {
            const citizen = await crowd.citizen();
            await citizen.page.goto(address);
            assert.deepEqual(await citizen.evaluate(watchVideo, '#seen', 200), { there: false });
            await citizen.close();
        });
    });
}
