// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a person would see and hear, measured in the page: pictures that are decoded and change, sound that is not
// silence. The functions run in a page and use nothing from here.
import assert from 'node:assert/strict';

/** Looks at a video for a while: decoded frames, different pictures, loudness of its sound. */
export async function watchVideo(selector, ms) {
    const video = document.querySelector(selector);
    if (!video || !video.srcObject) return { there: false };
    const canvas = document.createElement('canvas');
    canvas.width = 32;
    canvas.height = 24;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    // Chromium counts what it decodes, Firefox what it shows of a live stream.
    let shown = 0;
    const count = () => {
        shown += 1;
        video.requestVideoFrameCallback(count);
    };
    video.requestVideoFrameCallback?.(count);
    const frames = () => Math.max(video.getVideoPlaybackQuality().totalVideoFrames, shown);
    // Firefox runs no AudioContext on a machine without a sound card; what it decodes of a call it counts all the same.
    const energy = async () => {
        let sum = 0;
        for (const connection of globalThis.rememberedCall?.connections ?? []) {
            for (const { type, kind, totalAudioEnergy } of (await connection.getStats()).values()) {
                if (type === 'inbound-rtp' && kind === 'audio') sum += totalAudioEnergy ?? 0;
            }
        }
        return sum;
    };
    const sound = video.srcObject.getAudioTracks();
    let analyser;
    let ears;
    if (sound.length > 0 && !video.muted) {
        ears = new AudioContext();
        await Promise.race([ears.resume(), new Promise((resolve) => setTimeout(resolve, 500))]);
        analyser = ears.createAnalyser();
        ears.createMediaStreamSource(new MediaStream(sound)).connect(analyser);
    }
    const before = frames();
    const energyBefore = await energy();
    const pictures = new Set();
    let loudest = 0;
    const until = performance.now() + ms;
    while (performance.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 60));
        context.drawImage(video, 0, 0, 32, 24);
        let hash = 7;
        for (const byte of context.getImageData(0, 0, 32, 24).data) hash = (hash * 31 + byte) | 0;
        pictures.add(hash);
        if (analyser) {
            const samples = new Float32Array(analyser.fftSize);
            analyser.getFloatTimeDomainData(samples);
            loudest = Math.max(loudest, ...samples.map(Math.abs));
        }
    }
    if (ears) await ears.close();
    const heard = loudest > 0.001 || (await energy()) - energyBefore > 0.00001;
    return { there: true, width: video.videoWidth, frames: frames() - before, pictures: pictures.size, loudest, heard };
}

/** Pictures arrive and change; sound, where asked for, is not silence. Tries until it holds. */
export async function seesAndHears(who, page, selector, { sound = true, ms = 20000, lookMs = 1500 } = {}) {
    const deadline = Date.now() + ms;
    for (;;) {
        const seen = await page.evaluate(watchVideo, selector, lookMs);
        const good = seen.there && seen.frames >= 5 && seen.pictures >= 3 && (!sound || seen.heard);
        if (good) return seen;
        if (Date.now() > deadline) assert.fail(`${who} does not see and hear ${selector}: ${JSON.stringify(seen)}`);
    }
}

/** Runs in a page: from now on the time between two pictures is watched. */
export function startGapWatch(selector) {
    const video = document.querySelector(selector);
    const watch = { last: performance.now(), longest: 0 };
    globalThis.gapWatch = watch;
    const look = () => {
        const now = performance.now();
        watch.longest = Math.max(watch.longest, now - watch.last);
        watch.last = now;
        video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
}

/** Runs in a page: the longest time without a picture since then, in ms, one that lasts still included. */
export function longestGap() {
    const { last, longest } = globalThis.gapWatch;
    return Math.max(longest, performance.now() - last);
}

/** What is forbidden does not come through: no sound, or a picture that does not change. Tries until it holds. */
export async function seesOrHearsNothing(who, page, selector, { sound = true, picture = true, ms = 10000 } = {}) {
    const deadline = Date.now() + ms;
    for (;;) {
        const seen = await page.evaluate(watchVideo, selector, 1500);
        const good = seen.there && (!sound || !seen.heard) && (!picture || seen.pictures <= 1);
        if (good) return seen;
        if (Date.now() > deadline) assert.fail(`${who} sees or hears ${selector}: ${JSON.stringify(seen)}`);
    }
}

/** Put into a citizen's page before its scripts: remembers its connections and every description that is set. */
export function rememberConnections() {
    const Original = globalThis.RTCPeerConnection;
    const kept = { connections: [], descriptions: [] };
    globalThis.rememberedCall = kept;
    globalThis.RTCPeerConnection = class extends Original {
        constructor(...args) {
            super(...args);
            kept.connections.push(this);
        }
        async setLocalDescription(...args) {
            await super.setLocalDescription(...args);
            kept.descriptions.push({ side: 'local', sdp: this.localDescription.sdp });
        }
        async setRemoteDescription(description) {
            kept.descriptions.push({ side: 'remote', sdp: description.sdp });
            await super.setRemoteDescription(description);
        }
        async addIceCandidate(candidate) {
            if (candidate?.candidate) kept.descriptions.push({ side: 'remote', sdp: `a=${candidate.candidate}` });
            await super.addIceCandidate(candidate);
        }
    };
}

/** Runs in a page: the own addresses over which its newest connection speaks just now. */
export async function addressesInUse() {
    const stats = [...(await globalThis.rememberedCall.connections.at(-1).getStats()).values()];
    const transport = stats.find(({ type }) => type === 'transport');
    const pair = stats.find(({ id }) => id === transport?.selectedCandidatePairId);
    const own = stats.find(({ id }) => id === pair?.localCandidateId);
    return [own?.relatedAddress, own?.address].filter((address) => address !== undefined);
}

/** Kinds and addresses of all candidates that the page told or was told, and the pair in use. */
export async function waysOfCall() {
    const { connections, descriptions } = globalThis.rememberedCall;
    // What was gathered after a description was set stands only in the connection's own.
    const gathered = connections.flatMap((connection) => [
        { side: 'local', sdp: connection.localDescription?.sdp ?? '' },
        { side: 'remote', sdp: connection.remoteDescription?.sdp ?? '' },
    ]);
    const told = [...descriptions, ...gathered].flatMap(({ side, sdp }) =>
        [...sdp.matchAll(/candidate:\S+ \d+ \S+ \d+ (\S+) \d+ typ (\S+)(?: raddr (\S+))?/g)]
            .map(([, address, kind, related]) => ({ side, address, kind, related })));
    const pairs = [];
    for (const connection of connections) {
        const stats = [...(await connection.getStats()).values()];
        for (const pair of stats.filter(({ type, state, nominated }) =>
            type === 'candidate-pair' && state === 'succeeded' && nominated)) {
            const candidate = (id) => stats.find((entry) => entry.id === id);
            const local = candidate(pair.localCandidateId);
            // `by`: how the relay is reached; of what is not relayed nobody tells.
            pairs.push({ local: local?.candidateType, remote: candidate(pair.remoteCandidateId)?.candidateType, by: local?.relayProtocol });
        }
    }
    return { told, pairs };
}
