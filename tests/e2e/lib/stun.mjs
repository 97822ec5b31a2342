// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// As much of STUN (RFC 8489) and TURN (RFC 8656) as it takes to ask a TURN server what it would relay.
import { createHash, createHmac, randomBytes } from 'node:crypto';
import dgram from 'node:dgram';
import net from 'node:net';
import tls from 'node:tls';

const kCookie = 0x2112a442;
const kHeadBytes = 20;
const kMethods = { allocate: 0x003, createPermission: 0x008 };
const kAttributes = {
    username: 0x0006, integrity: 0x0008, error: 0x0009, peer: 0x0012, realm: 0x0014, nonce: 0x0015, family: 0x0017,
    transport: 0x0019,
};
export const kUdp = 17;
export const kTcp = 6;

/** The 16 bytes of an IPv6 address, an embedded IPv4 address at its end included. */
function bytesOf6(address) {
    const embedded = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
    const hex = (a, b) => ((Number(a) << 8) | Number(b)).toString(16);
    const text = embedded ? `${embedded[1]}${hex(embedded[2], embedded[3])}:${hex(embedded[4], embedded[5])}` : address;
    const [head, tail] = text.split('::').map((part) => (part === '' ? [] : part.split(':')));
    const gap = tail === undefined ? [] : new Array(8 - head.length - tail.length).fill('0');
    const bytes = Buffer.alloc(16);
    [...head, ...gap, ...(tail ?? [])].forEach((group, i) => bytes.writeUInt16BE(parseInt(group, 16), i * 2));
    return bytes;
}

function xorAddress(address, port, transaction) {
    const v6 = net.isIPv6(address);
    const raw = v6 ? bytesOf6(address) : Buffer.from(address.split('.').map(Number));
    const mask = Buffer.concat([Buffer.from([0x21, 0x12, 0xa4, 0x42]), transaction]);
    const head = Buffer.from([0, v6 ? 2 : 1, 0, 0]);
    head.writeUInt16BE(port ^ (kCookie >>> 16), 2);
    return Buffer.concat([head, raw.map((byte, i) => byte ^ mask[i])]);
}

function attribute(type, value) {
    const head = Buffer.alloc(4);
    head.writeUInt16BE(type, 0);
    head.writeUInt16BE(value.length, 2);
    return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
}

function message(method, attributes, key, transaction) {
    const head = (length) => {
        const bytes = Buffer.alloc(20);
        bytes.writeUInt16BE(method, 0);
        bytes.writeUInt16BE(length, 2);
        bytes.writeUInt32BE(kCookie, 4);
        transaction.copy(bytes, 8);
        return bytes;
    };
    const body = Buffer.concat(attributes);
    if (key === undefined) return Buffer.concat([head(body.length), body]);
    // The length that is signed counts the signature too.
    const signed = Buffer.concat([head(body.length + 24), body]);
    return Buffer.concat([signed, attribute(kAttributes.integrity, createHmac('sha1', key).update(signed).digest())]);
}

function parse(bytes) {
    const found = new Map();
    for (let at = 20; at + 4 <= bytes.length;) {
        const length = bytes.readUInt16BE(at + 2);
        found.set(bytes.readUInt16BE(at), bytes.subarray(at + 4, at + 4 + length));
        at += 4 + length + ((4 - (length % 4)) % 4);
    }
    const error = found.get(kAttributes.error);
    return {
        transaction: bytes.subarray(8, 20).toString('hex'),
        code: error === undefined ? 0 : error[2] * 100 + error[3],
        text: (name) => found.get(kAttributes[name])?.toString('utf8'),
    };
}

/** User name and password of the REST scheme: valid for `seconds` from now. */
export function restCredential(secret, seconds = 600, person = randomBytes(4).toString('hex')) {
    const username = `${Math.floor(Date.now() / 1000) + seconds}:${person}`;
    return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** Ways to a TURN server on this machine: one datagram a message, or a stream of messages that each tell their length. */
export function overUdp(port) {
    const socket = dgram.createSocket('udp4');
    // Nobody listens yet: the question is asked again.
    socket.on('error', () => undefined);
    return {
        send: (bytes) => socket.send(bytes, port, '127.0.0.1'),
        listen: (take) => socket.on('message', take),
        close: () => socket.close(),
    };
}
export const overTcp = (port) => overStream(net.connect(port, '127.0.0.1'));
export const overTls = (port, ca) => overStream(tls.connect({ port, host: '127.0.0.1', servername: 'localhost', ca }));

function overStream(socket) {
    socket.on('error', () => undefined);
    return {
        send: (bytes) => socket.write(bytes),
        listen: (take) => {
            let heard = Buffer.alloc(0);
            socket.on('data', (bytes) => {
                heard = Buffer.concat([heard, bytes]);
                while (heard.length >= kHeadBytes && heard.length >= kHeadBytes + heard.readUInt16BE(2)) {
                    const end = kHeadBytes + heard.readUInt16BE(2);
                    take(heard.subarray(0, end));
                    heard = heard.subarray(end);
                }
            });
        },
        close: () => socket.destroy(),
    };
}

/** One client of a TURN server on this machine. Every answer is a code: 0 is success, else the error of the RFC. */
export class TurnClient {
    #way;
    #credential;
    #realm;
    #nonce;
    #waiting = new Map();

    constructor(port, credential, way = overUdp(port)) {
        this.#way = way;
        this.#credential = credential;
        this.#way.listen((bytes) => {
            const answer = parse(bytes);
            this.#waiting.get(answer.transaction)?.(answer);
        });
    }

    allocate({ family = 4, transport = kUdp } = {}) {
        return this.#signed(kMethods.allocate, () => [
            attribute(kAttributes.transport, Buffer.from([transport, 0, 0, 0])),
            attribute(kAttributes.family, Buffer.from([family === 4 ? 1 : 2, 0, 0, 0])),
        ]);
    }

    createPermission(address) {
        return this.#signed(kMethods.createPermission, (transaction) => [
            attribute(kAttributes.peer, xorAddress(address, 0, transaction)),
        ]);
    }

    close() {
        this.#way.close();
    }

    /** A first refusal tells realm and nonce only, a stale nonce a new one; the answer is the one after that. */
    async #signed(method, attributes) {
        for (let round = 0; ; round += 1) {
            const challenged = this.#nonce === undefined;
            const answer = await this.#ask(method, attributes);
            const again = (answer.code === 401 && challenged) || answer.code === 438;
            if (!again || round === 2) return answer.code;
            this.#realm = answer.text('realm') ?? this.#realm;
            this.#nonce = answer.text('nonce');
        }
    }

    #ask(method, attributes) {
        const transaction = randomBytes(12);
        const list = attributes(transaction);
        let key;
        if (this.#nonce !== undefined) {
            const { username, credential } = this.#credential;
            key = createHash('md5').update(`${username}:${this.#realm}:${credential}`).digest();
            list.push(attribute(kAttributes.username, Buffer.from(username)));
            list.push(attribute(kAttributes.realm, Buffer.from(this.#realm)));
            list.push(attribute(kAttributes.nonce, Buffer.from(this.#nonce)));
        }
        const bytes = message(method, list, key, transaction);
        return new Promise((resolve, reject) => {
            const send = () => this.#way.send(bytes);
            const again = setInterval(send, 500);
            const finish = (answer) => {
                clearInterval(again);
                clearTimeout(late);
                this.#waiting.delete(transaction.toString('hex'));
                if (answer === undefined) reject(new Error('the TURN server does not answer'));
                else resolve(answer);
            };
            const late = setTimeout(finish, 5000);
            this.#waiting.set(transaction.toString('hex'), finish);
            send();
        });
    }
}
