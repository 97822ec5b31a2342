// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The reference: an office of connections, a message to each of them, as the documentation of ws shows it.
import { WebSocketServer } from 'ws';

const offices = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });

server.on('listening', () => console.log(server.address().port));
server.on('connection', (socket) => {
    socket.on('message', (data) => {
        const [verb, office, text] = data.toString().split('|');
        if (verb === 'join') {
            if (!offices.has(office)) offices.set(office, new Set());
            offices.get(office).add(socket);
            socket.send('joined');
        } else {
            for (const member of offices.get(office)) member.send(text);
        }
    });
});
