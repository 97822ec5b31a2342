// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// npm run preview: the citizen page with a made-up town. The line moves every few seconds; nobody answers the call.
import { startPreview } from './previewServer.mjs';
import { officeId, offices, ticketState, welcome } from './previewTown.mjs';

const kStepMs = 6000;

function play(client) {
    let seq = 42;
    let rank = 3;
    let timer;
    const view = () => ({ ...offices()[0].view, waiting: rank });
    const step = () => {
        seq += 1;
        rank -= 1;
        if (rank >= 0) {
            client.send({ type: 'office.feed', office: officeId(0), seq, view: view(), changes: [{ left: 0 }] });
            return;
        }
        clearInterval(timer);
        const enterBy = new Date(Date.now() + 60_000).toISOString();
        client.send(ticketState({ seq, state: 'called', epoch: 1, enter_by: enterBy, clerk: { name: 'Frau Schmidt' } }));
    };
    client.closed = () => clearInterval(timer);
    client.received = (message) => {
        if (message.type === 'hello') client.send(welcome());
        if (message.type === 'overview.watch') client.send({ type: 'overview.snapshot', offices: offices() });
        if (message.type === 'call.prepare') {
            client.send({ type: 'call.ice', re: message.id, servers: [], policy: 'all', ttl_s: 600 });
            return;
        }
        if (message.id !== undefined) client.send({ type: 'done', re: message.id });
        if (message.ticket_token !== undefined || message.type === 'ticket.draw') {
            client.send(ticketState({ seq, rank }));
            timer ??= setInterval(step, kStepMs);
        }
        if (message.type === 'ticket.enter') client.send(ticketState({ seq: seq + 1, state: 'in_call', epoch: 1, clerk: { name: 'Frau Schmidt' } }));
        if (message.type === 'ticket.leave') client.send({ type: 'ticket.ended', reason: 'left' });
    };
}

const { url } = await startPreview(Number(process.env.PORT ?? 0), play);
console.log(url);
