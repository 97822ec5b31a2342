// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The yardstick: two Chromium processes, cameras open, the connection built after the click, the plainest signalling.
import http from 'node:http';
import { WebSocketServer } from '../../e2e/lib/cdp.mjs';
import { ChromiumCrowd } from '../../e2e/lib/citizens.mjs';
import { until } from '../../e2e/lib/processes.mjs';

/** Runs in both pages. */
async function prepare(url) {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const socket = new WebSocket(url);
    await new Promise((resolve) => {
        socket.onopen = resolve;
    });
    const say = (message) => socket.send(JSON.stringify(message));
    let peer;
    const connect = () => {
        globalThis.firstPicture = undefined;
        peer?.close();
        peer = new RTCPeerConnection();
        const video = document.createElement('video');
        document.body.replaceChildren(video);
        for (const track of stream.getTracks()) peer.addTrack(track, stream);
        peer.onicecandidate = ({ candidate }) => candidate && say({ candidate });
        peer.ontrack = ({ streams }) => {
            if (video.srcObject) return;
            video.srcObject = streams[0];
            video.requestVideoFrameCallback((_, { receiveTime, processingDuration }) => {
                const decoded = performance.timeOrigin + receiveTime + processingDuration * 1000;
                globalThis.firstPicture = { frame: Date.now(), decoded };
            });
            void video.play();
        };
    };
    let work = Promise.resolve();
    const receive = async ({ description, candidate }) => {
        if (candidate) return peer.addIceCandidate(candidate);
        if (description.type === 'offer') connect();
        await peer.setRemoteDescription(description);
        if (description.type !== 'offer') return undefined;
        await peer.setLocalDescription();
        return say({ description: peer.localDescription });
    };
    socket.onmessage = ({ data }) => {
        work = work.then(() => receive(JSON.parse(data)));
    };
    globalThis.click = async () => {
        const at = Date.now();
        connect();
        await peer.setLocalDescription();
        say({ description: peer.localDescription });
        return at;
    };
}

/** What was noted of a picture, in ms after the click. */
export const since = (at, { frame, decoded }) => ({ frame: frame - at, decoded: decoded - at });

export async function referenceRounds(count) {
    const server = http.createServer((_, answer) => answer.end('<!doctype html><title>reference</title><body>'));
    const hub = new WebSocketServer({ server });
    hub.on('connection', (one) => one.on('message', (bytes) => {
        for (const other of hub.clients) if (other !== one) other.send(bytes.toString());
    }));
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = `127.0.0.1:${server.address().port}`;
    const crowds = [await ChromiumCrowd.start(), await ChromiumCrowd.start()];
    const [clerk, citizen] = await Promise.all(crowds.map((crowd) => crowd.citizen()));
    const rounds = [];
    for (const page of [clerk, citizen]) {
        await page.page.goto(`http://${at}/`);
        await page.evaluate(prepare, `ws://${at}/`);
    }
    for (let i = 0; i <= count; i += 1) {
        await citizen.evaluate(() => {
            globalThis.firstPicture = undefined;
        });
        const clicked = await clerk.evaluate(() => globalThis.click());
        const [seenByClerk, seenByCitizen] = await Promise.all([clerk, citizen].map((page) =>
            until('a picture of the reference', () => page.evaluate(() => globalThis.firstPicture))));
        // As for what is measured, the first round warms up.
        if (i > 0) rounds.push({ clerk: since(clicked, seenByClerk), citizen: since(clicked, seenByCitizen) });
        await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await Promise.all(crowds.map((crowd) => crowd.stop()));
    hub.close();
    server.closeAllConnections();
    server.close();
    return rounds;
}
