// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Citizens who do not play by the rules: a word that is exchanged on the way, media that are no media, noise at the door.
import { createSocket } from 'node:dgram';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** From the next load on somebody stands between page and server and exchanges the fingerprint of the citizen's key. */
export async function exchangeFingerprint(citizen) {
    let exchanged = 0;
    await citizen.page.routeWebSocket(/./, (toPage) => {
        const toServer = toPage.connectToServer();
        toPage.onMessage((message) => {
            const other = String(message).replace(/(a=fingerprint:sha-256 )([0-9A-F]{2})/g, (_all, head, first) => {
                exchanged += 1;
                return `${head}${first === '00' ? '01' : '00'}`;
            });
            toServer.send(other);
        });
    });
    return () => exchanged;
}

/** Put into a citizen's page before its scripts: while `globalThis.garbage` is true, what it sends is noise. */
export function sendGarbageOnDemand() {
    const Original = globalThis.RTCPeerConnection;
    const pipe = ({ readable, writable }, change) =>
        void readable.pipeThrough(new TransformStream({
            transform(frame, controller) {
                change(frame);
                controller.enqueue(frame);
            },
        })).pipeTo(writable).catch(() => undefined);
    const spoil = (frame) => {
        if (!globalThis.garbage) return;
        const noise = new Uint8Array(frame.data.byteLength);
        crypto.getRandomValues(noise.subarray(0, Math.min(noise.length, 65536)));
        frame.data = noise.buffer;
        globalThis.spoiled = (globalThis.spoiled ?? 0) + 1;
    };
    globalThis.RTCPeerConnection = class extends Original {
        constructor(configuration) {
            super({ ...configuration, encodedInsertableStreams: true });
        }
        addTransceiver(...args) {
            const transceiver = super.addTransceiver(...args);
            pipe(transceiver.sender.createEncodedStreams(), spoil);
            pipe(transceiver.receiver.createEncodedStreams(), () => undefined);
            return transceiver;
        }
    };
}

function descendants(pid) {
    const parents = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((name) => {
        try {
            return [Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))[1])];
        } catch {
            return [Number(name), 0];
        }
    });
    const found = new Set([pid]);
    for (let before = 0; before !== found.size;) {
        before = found.size;
        for (const [child, parent] of parents) if (found.has(parent)) found.add(child);
    }
    return found;
}

/** The UDP ports on which a program and its children listen. */
export function udpPortsOf(pid) {
    const ports = new Map();
    for (const table of ['udp', 'udp6']) {
        for (const line of readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1)) {
            const words = line.trim().split(/\s+/);
            if (words.length > 9) ports.set(words[9], parseInt(words[1].split(':')[1], 16));
        }
    }
    const found = new Set();
    for (const one of descendants(pid)) {
        let open = [];
        try {
            open = readdirSync(`/proc/${one}/fd`).map((fd) => readlinkSync(`/proc/${one}/fd/${fd}`));
        } catch {
            // It has ended, or a file was closed in the meantime.
        }
        for (const target of open) {
            const port = ports.get(/^socket:\[(\d+)\]$/.exec(target)?.[1]);
            if (port !== undefined) found.add(port);
        }
    }
    return [...found];
}

/** What looks at first like STUN, DTLS, RTP and RTCP, and is none of them. */
export async function noiseAt(ports, rounds) {
    const socket = createSocket('udp4');
    const send = (port, bytes) => new Promise((resolve) => {
        socket.send(bytes, port, '127.0.0.1', () => resolve());
    });
    for (let round = 0; round < rounds; round += 1) {
        for (const port of ports) {
            for (const first of [0x00, 0x01, 0x16, 0x17, 0x80, 0x81, 0xc8, 0xff]) {
                const bytes = randomBytes(1 + (round * 37) % 1200);
                bytes[0] = first;
                await send(port, bytes);
            }
        }
    }
    socket.close();
}
