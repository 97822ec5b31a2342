// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// All that the citizen's page knows of the world, and how each message changes it. Pure.
import type { LineState } from '../connection/connection.js';
import type { CallControl, Message, OverviewOffice, ToClient } from '../protocol/messages.js';
import { kUncontrolled } from './control.js';
import { viewFor } from './offices.js';
import { rankAfter } from './rank.js';
import { estimateWait } from './waitEstimate.js';
import type { WaitEstimate } from './waitEstimate.js';

export interface Ticket {
    readonly office: string;
    readonly seq: number;
    readonly number: string;
    readonly state: Message<'ticket.state'>['state'];
    readonly rank?: number;
    readonly epoch: number;
    readonly enterBy?: number;
    readonly clerkName?: string;
    readonly returned?: Message<'ticket.state'>['returned'];
    readonly concern?: string;
    readonly notBefore?: number;
    readonly awayUntil?: number;
    readonly missedUntil?: number;
    readonly parked?: { readonly reason: ParkReason; readonly remindAt: number };
    readonly transfer?: Transfer;
    /** What the clerk has set. */
    readonly control: CallControl;
    /** What of the checklist is at hand, by its place in the list. */
    readonly ticked: ReadonlySet<number>;
    /** The office that gave the number, when it is another one. */
    readonly originName?: string;
}

export type Transfer = NonNullable<Message<'ticket.state'>['transfer']>;
export type ParkReason = NonNullable<Message<'ticket.state'>['parked']>['reason'];
/** What became of a transfer that did not come about, and where it would have led. */
export interface TransferNews {
    readonly kind: 'refused' | 'withdrawn';
    readonly office: string;
}

export type ClerkMessage = Message<'message.received'>;

export type EndReason = Message<'ticket.ended'>['reason'];

export interface Model {
    readonly line: LineState;
    readonly welcome?: Message<'welcome'>;
    /** Server time less local time, in ms: a phone's clock may be wrong, the countdown may not. */
    readonly clockOffset: number;
    readonly offices: ReadonlyMap<string, OverviewOffice>;
    readonly overviewKnown: boolean;
    readonly ticket?: Ticket;
    /** On the line that stands, the server has told of the ticket, and so knows whose it is. */
    readonly ticketTold: boolean;
    readonly ended?: EndReason;
    readonly goodbye?: Message<'goodbye'>;
    /** What was said to the transfer that is asked for. */
    readonly transferAnswer?: 'agree' | 'decline';
    readonly transferNews?: TransferNews;
    /** What clerks have said and nobody has put away, oldest first. */
    readonly messages: readonly ClerkMessage[];
    readonly updatedAt?: number;
}

export const emptyModel: Model = {
    line: 'connecting',
    clockOffset: 0,
    offices: new Map(),
    overviewKnown: false,
    ticketTold: false,
    messages: [],
};

function ticketFrom(message: Message<'ticket.state'>): Ticket {
    return {
        office: message.office,
        seq: message.seq,
        number: message.number,
        state: message.state,
        epoch: message.epoch,
        control: message.control ?? kUncontrolled,
        ticked: new Set(message.ticked),
        ...(message.rank !== undefined && { rank: message.rank }),
        ...(message.enter_by !== undefined && { enterBy: Date.parse(message.enter_by) }),
        ...(message.clerk !== undefined && { clerkName: message.clerk.name }),
        ...(message.returned !== undefined && { returned: message.returned }),
        ...(message.concern !== undefined && { concern: message.concern }),
        ...(message.not_before !== undefined && { notBefore: Date.parse(message.not_before) }),
        ...(message.away_until !== undefined && { awayUntil: Date.parse(message.away_until) }),
        ...(message.missed_until !== undefined && { missedUntil: Date.parse(message.missed_until) }),
        ...(message.parked !== undefined && {
            parked: { reason: message.parked.reason, remindAt: Date.parse(message.parked.remind_at) },
        }),
        ...(message.transfer !== undefined && { transfer: message.transfer }),
        ...(message.origin !== undefined && { originName: message.origin.name }),
    };
}

function withTicket(model: Model, ticket: Ticket): Model {
    const { ended: _ended, transferAnswer: answer, transferNews: news, ...rest } = model;
    const asked = model.ticket?.transfer;
    const stayed = model.ticket?.office === ticket.office && ticket.state === 'in_call';
    if (asked !== undefined && ticket.transfer?.to === asked.to) {
        return { ...rest, ticket, ...(answer !== undefined && { transferAnswer: answer }) };
    }
    // Asked for before, and no longer: whose word was it?
    if (asked !== undefined && ticket.transfer === undefined && stayed && answer !== 'decline') {
        const kind = answer === 'agree' ? 'refused' : 'withdrawn';
        return { ...rest, ticket, transferNews: { kind, office: asked.name } };
    }
    const old = stayed && ticket.transfer === undefined && news !== undefined;
    return { ...rest, ticket, ...(old && { transferNews: news }) };
}

function moved(ticket: Ticket, feed: Message<'office.feed'>): Ticket {
    if (ticket.office !== feed.office || feed.seq <= ticket.seq) return ticket;
    const { rank: before, ...rest } = ticket;
    const rank = rankAfter(before, feed.changes);
    return rank === undefined ? { ...rest, seq: feed.seq } : { ...rest, seq: feed.seq, rank };
}

function withFeed(model: Model, feed: Message<'office.feed'>): Model {
    const office = model.offices.get(feed.office);
    const offices = new Map(model.offices);
    // The view may change without a new fact of this office: a clerk is busy in another one.
    if (office !== undefined && feed.seq >= office.seq) {
        offices.set(feed.office, { ...office, seq: feed.seq, view: feed.view });
    }
    return model.ticket === undefined ? { ...model, offices } : { ...model, offices, ticket: moved(model.ticket, feed) };
}

function withoutTicket(model: Model): Model {
    const { ticket: _ticket, transferAnswer: _answer, transferNews: _news, ...rest } = model;
    return rest;
}

/** Who leaves a conversation has ended a visit, not given a number back. */
function endReason(ticket: Ticket | undefined, reason: EndReason): EndReason {
    const talking = ticket?.state === 'in_call' || ticket?.state === 'held';
    return reason === 'left' && talking ? 'finished' : reason;
}

/** Which one it is, said again or not. */
export function messageKey({ at, message }: ClerkMessage): string {
    return `${at} ${message}`;
}

/** One that comes again after a lost line stays where it is. */
function withMessage(model: Model, message: ClerkMessage): Model {
    const known = model.messages.some((other) => messageKey(other) === messageKey(message));
    return known ? model : { ...model, messages: [...model.messages, message] };
}

export function receive(model: Model, message: ToClient, now: number): Model {
    const next: Model = { ...model, updatedAt: now };
    switch (message.type) {
        case 'welcome':
            return { ...next, welcome: message, clockOffset: Date.parse(message.server_time) - now };
        case 'overview.snapshot':
            return {
                ...next,
                overviewKnown: true,
                offices: new Map(message.offices.map((office) => [office.id, office])),
            };
        case 'office.feed':
            return withFeed(next, message);
        case 'ticket.state':
            return withTicket({ ...next, ticketTold: true }, ticketFrom(message));
        case 'ticket.ended':
            return { ...withoutTicket(next), ended: endReason(model.ticket, message.reason) };
        case 'message.received':
            return withMessage(next, message);
        case 'goodbye':
            return { ...next, goodbye: message };
        case 'call.ice':
        case 'call.signal':
        case 'text.lines':
        case 'file.list':
        case 'view.state':
        case 'view.changed':
        case 'form.state':
        case 'form.updated':
        case 'form.claimed':
        case 'guest.state':
        case 'guest.ended':
        case 'guest.offer':
        case 'guest.offer_ended':
        case 'room.state':
        case 'room.signal':
        case 'sight.state':
        case 'done':
        case 'error':
            return next;
        default:
            return message satisfies never;
    }
}

export function lineChanged(model: Model, line: LineState): Model {
    return { ...model, line, ticketTold: model.ticketTold && line === 'online' };
}

export function transferAnswered(model: Model, transferAnswer: 'agree' | 'decline'): Model {
    return { ...model, transferAnswer };
}

/** The server knows what is at hand. */
export function ticked(model: Model, places: ReadonlySet<number>): Model {
    return model.ticket === undefined ? model : { ...model, ticket: { ...model.ticket, ticked: places } };
}

export function newsRead(model: Model): Model {
    const { transferNews: _news, ...rest } = model;
    return rest;
}

export function messageRead(model: Model, message: ClerkMessage): Model {
    return { ...model, messages: model.messages.filter((other) => other !== message) };
}

/** The citizen has read the end page and starts over. */
export function startOver(model: Model): Model {
    const { ended: _ended, ...rest } = withoutTicket(model);
    return { ...rest, messages: [] };
}

/** How long one's own wait still is. */
export function ownWait({ ticket, offices }: Model): WaitEstimate {
    const view = offices.get(ticket?.office ?? '')?.view;
    if (ticket?.rank === undefined || view === undefined) return { kind: 'unknown' };
    return estimateWait(viewFor(view, ticket.concern), ticket.rank);
}
