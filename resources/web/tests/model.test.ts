// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How each message changes what the page knows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message, OverviewOffice } from '../src/protocol/messages.js';
import { emptyModel, receive, startOver } from '../src/state/model.js';
import type { Model } from '../src/state/model.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTicket = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';
const view = { state: 'occupied', waiting: 3, serving: 1, idle: 0 } as const;
const office: OverviewOffice = {
    id: kOffice,
    seq: 41,
    name: 'Bürgerservice',
    department: 'Einwohnermeldeamt',
    letter: 'B',
    hours: [],
    hours_today: [],
    special_days: [],
    view,
};
const waiting: Message<'ticket.state'> = {
    type: 'ticket.state',
    ticket: kTicket,
    office: kOffice,
    seq: 42,
    number: 'B 017',
    state: 'waiting',
    rank: 2,
    epoch: 0,
};
const feed = (seq: number, changes: Message<'office.feed'>['changes'], waitingNow = 2): Message<'office.feed'> => ({
    type: 'office.feed',
    office: kOffice,
    seq,
    view: { ...view, waiting: waitingNow },
    changes,
});
const waitingModel = (): Model =>
    [{ type: 'overview.snapshot' as const, offices: [office] }, waiting].reduce<Model>(
        (model, message) => receive(model, message, 1000),
        emptyModel,
    );

test('a feed after the ticket’s state moves the rank and the office', () => {
    const model = receive(waitingModel(), feed(43, [{ left: 0 }]), 2000);
    assert.equal(model.ticket?.rank, 1);
    assert.equal(model.ticket?.seq, 43);
    assert.equal(model.offices.get(kOffice)?.view.waiting, 2);
    assert.equal(model.updatedAt, 2000);
});

test('a feed with the number of the last state is old news for the rank', () => {
    assert.equal(receive(waitingModel(), feed(42, [{ left: 0 }]), 2000).ticket?.rank, 2);
});

test('the same feed twice moves the rank once', () => {
    const once = receive(waitingModel(), feed(43, [{ left: 0 }]), 2000);
    assert.equal(receive(once, feed(43, [{ left: 0 }]), 2000).ticket?.rank, 1);
});

test('a feed older than the snapshot does not turn the office back', () => {
    assert.equal(receive(waitingModel(), feed(40, [], 9), 2000).offices.get(kOffice)?.view.waiting, 3);
});

test('a view without a new fact still shows: the clerk is busy in another office', () => {
    const model = receive(waitingModel(), feed(41, [], 9), 2000);
    assert.equal(model.offices.get(kOffice)?.view.waiting, 9);
    assert.equal(model.ticket?.rank, 2);
});

test('the feed of another office moves nobody', () => {
    const other = { ...feed(99, [{ left: 0 }]), office: 'off_01h455vb4pex5vsknk084sn02r' };
    assert.equal(receive(waitingModel(), other, 2000).ticket?.rank, 2);
});

test('whose own rank leaves is out of line, and stays so whatever follows', () => {
    const out = receive(waitingModel(), feed(43, [{ left: 2 }]), 2000);
    assert.equal(out.ticket?.rank, undefined);
    assert.ok(out.ticket !== undefined && !('rank' in out.ticket));
    assert.equal(receive(out, feed(44, [{ inserted: 0, reason: 'returned' }]), 2000).ticket?.rank, undefined);
});

test('a called ticket carries its deadline and the clerk, and no rank', () => {
    const called: Message<'ticket.state'> = {
        ...waiting,
        seq: 43,
        state: 'called',
        epoch: 1,
        enter_by: '2026-03-02T08:01:00.000Z',
        clerk: { name: 'Frau Schmidt' },
    };
    const { rank: _rank, ...withoutRank } = called;
    const ticket = receive(waitingModel(), withoutRank, 2000).ticket;
    assert.equal(ticket?.enterBy, Date.UTC(2026, 2, 2, 8, 1));
    assert.equal(ticket?.clerkName, 'Frau Schmidt');
    assert.equal(ticket?.rank, undefined);
});

test('an ended ticket is gone, and the reason stays until one starts over', () => {
    const ended = receive(waitingModel(), { type: 'ticket.ended', ticket: kTicket, reason: 'finished' }, 2000);
    assert.equal(ended.ticket, undefined);
    assert.equal(ended.ended, 'finished');
    assert.equal(startOver(ended).ended, undefined);
});

for (const [state, reason] of [
    ['waiting', 'left'],
    ['called', 'left'],
    ['in_call', 'finished'],
    ['held', 'finished'],
] as const) {
    test(`who leaves while ${state} reads that it is ${reason}`, () => {
        const model = receive(waitingModel(), { ...waiting, seq: 43, state, epoch: 1 }, 2000);
        assert.equal(receive(model, { type: 'ticket.ended', ticket: kTicket, reason: 'left' }, 2000).ended, reason);
    });
}

test('the clock’s difference to the server comes from the welcome', () => {
    const welcome: Message<'welcome'> = {
        type: 'welcome',
        protocol: 1,
        server_time: '1970-01-01T00:01:00.000Z',
        authority: 'Landkreis Musterland',
        consent_version: '2026-01',
        limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
    };
    assert.equal(receive(emptyModel, welcome, 10_000).clockOffset, 50_000);
});
