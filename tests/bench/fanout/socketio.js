// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The reference: an office is a room.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });

io.on('connection', (socket) => {
    socket.on('join', (office) => {
        socket.join(office);
        socket.emit('joined');
    });
    socket.on('go', (office, text) => io.to(office).emit('m', text));
});
http.listen(0, '127.0.0.1', () => console.log(http.address().port));
