// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A stand-in for the server, for looking at the pages: serves dist/ under the real content policy and speaks WebSocket
// with whoever writes the scenes. Loopback only; no part of the product.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = join(dirname(fileURLToPath(import.meta.url)), '../dist');
const kTypes = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css',
    '.js': 'text/javascript',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
};
const policy = (host) =>
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; ` +
    `connect-src 'self' ws://${host}; font-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; ` +
    `frame-ancestors 'none'; require-trusted-types-for 'script'`;

function serve(request, response) {
    const path = normalize(new URL(request.url, 'http://x').pathname);
    const file = join(dist, path.startsWith('/clerk-call/') ? '' : 'citizen', path === '/' ? 'index.html' : path);
    if (!existsSync(file) || extname(file) === '') {
        response.writeHead(404).end();
        return;
    }
    response.writeHead(200, {
        'Content-Type': kTypes[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy(request.headers.host),
        'Cache-Control': 'no-store',
    });
    response.end(readFileSync(file));
}

function frameOf(text) {
    const payload = Buffer.from(text);
    const size = payload.length;
    let head = Buffer.from([0x81, size]);
    if (size > 0xffff) {
        head = Buffer.alloc(10);
        head.writeUInt16BE(0x817f);
        head.writeBigUInt64BE(BigInt(size), 2);
    } else if (size > 125) {
        head = Buffer.alloc(4);
        head.writeUInt16BE(0x817e);
        head.writeUInt16BE(size, 2);
    }
    return Buffer.concat([head, payload]);
}

/** Takes whole client frames off the front of `data`; returns what is left of it. */
function takeFrames(data, onText, onClose) {
    for (;;) {
        if (data.length < 6) return data;
        const opcode = data[0] & 0x0f;
        let size = data[1] & 0x7f;
        let at = 2;
        if (size === 126) {
            size = data.readUInt16BE(2);
            at = 4;
        } else if (size === 127) {
            size = Number(data.readBigUInt64BE(2));
            at = 10;
        }
        if (data.length < at + 4 + size) return data;
        const mask = data.subarray(at, at + 4);
        const payload = Buffer.from(data.subarray(at + 4, at + 4 + size)).map((byte, index) => byte ^ mask[index % 4]);
        if (opcode === 8) onClose();
        if (opcode === 1) onText(payload.toString());
        data = data.subarray(at + 4 + size);
    }
}

/** `onClient` gets {send(message), close(), received: function to be set}. */
export function startPreview(port, onClient) {
    const sockets = new Set();
    const server = createServer(serve);
    server.on('upgrade', (request, socket) => {
        const accept = createHash('sha1')
            .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
            .digest('base64');
        socket.write(
            `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
        );
        sockets.add(socket);
        const client = {
            received: () => undefined,
            closed: () => undefined,
            send: (message) => socket.write(frameOf(JSON.stringify(message))),
            close: () => socket.end(),
        };
        let data = Buffer.alloc(0);
        socket.on('data', (chunk) => {
            data = takeFrames(
                Buffer.concat([data, chunk]),
                (text) => client.received(JSON.parse(text)),
                () => socket.end(),
            );
        });
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
            sockets.delete(socket);
            client.closed();
        });
        onClient(client);
    });
    return new Promise((resolve) => {
        server.listen(port, '127.0.0.1', () =>
            resolve({
                url: `http://127.0.0.1:${server.address().port}/`,
                stop: () => {
                    for (const socket of sockets) socket.destroy();
                    server.close();
                },
            }),
        );
    });
}
