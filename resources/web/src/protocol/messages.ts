// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The messages of shared/protocol/PROTOCOL.md §4, as a citizen's page speaks them. Names are those of the wire.
import { documentCards } from './documents.js';
import { formClaimFields, formFile, formNews, formUpdate, formUpdateFields, sha256 } from './form.js';
import { boolean, calendarDay, id, integer, keyed, list, map, object, oneOf, optional, tagged, text, time } from './schema.js';
import type { Infer } from './schema.js';
import { changedView, changeOfView, sharedView } from './view.js';

const office = id('off');
const ticket = id('tkt');
const concern = id('cnc');
const commandId = text(64);
const epoch = integer(0, 0xffffffff);
export const kMaxGeneration = 1_000_000;
export const generation = integer(0, kMaxGeneration);
const language = oneOf('de', 'en');
export const sdp = text(32768);

const mediaState = object({ microphone: boolean, camera: boolean, screen: boolean, screen_paused: optional(boolean) });
export const signal = keyed({
    description: object({
        description: keyed({
            sdp: object({ type: oneOf('offer', 'answer'), sdp }),
            type: object({ type: oneOf('rollback') }),
        }),
        generation,
    }),
    candidate: object({
        candidate: object({ candidate: text(512), sdp_mid: optional(text(64)), sdp_m_line_index: integer(0, 255) }),
        generation,
    }),
    media: object({ media: mediaState }),
    restart: object({ restart: object({}) }),
});
export type Signal = Infer<typeof signal>;

const range = object({ from: text(5), to: text(5) });
const weekRange = object({ day: integer(1, 7), from: text(5), to: text(5) });
export type HourRange = Infer<typeof range>;
export type WeekRange = Infer<typeof weekRange>;

const holiday = oneOf(
    'new_year',
    'epiphany',
    'womens_day',
    'good_friday',
    'easter_sunday',
    'easter_monday',
    'labour_day',
    'liberation_day',
    'ascension_day',
    'whit_sunday',
    'whit_monday',
    'corpus_christi',
    'uprising_day',
    'peace_festival',
    'assumption_day',
    'childrens_day',
    'unity_day',
    'reformation_day',
    'all_saints',
    'repentance_day',
    'christmas_day',
    'second_christmas_day',
);
const specialDay = object({ day: calendarDay, ranges: list(range), holiday: optional(holiday), note: optional(text(200)) });
export type SpecialDay = Infer<typeof specialDay>;

const view = object({
    state: oneOf('closed', 'free', 'occupied', 'intake_suspended', 'away', 'interrupted'),
    waiting: integer(),
    serving: integer(),
    idle: integer(),
    seats: optional(integer()),
    average_service_s: optional(integer()),
    by_concern: optional(list(object({ concern, average_service_s: integer() }))),
    intake_ends_at: optional(time),
    back_at: optional(time),
});
export type OfficeView = Infer<typeof view>;

const words = map(text());
export type Words = Infer<typeof words>;
const concernCard = object({ id: concern, names: words, checklist: list(words) });
export type ConcernCard = Infer<typeof concernCard>;

const overviewOffice = object({
    id: office,
    seq: integer(),
    name: text(),
    department: text(),
    letter: text(8),
    hours: list(weekRange),
    hours_today: list(range),
    special_days: list(specialDay),
    next_opening: optional(time),
    view,
    concerns: optional(list(concernCard)),
    hides_position: optional(boolean),
    nameless: optional(boolean),
    welcome: optional(words),
    closed: optional(words),
});
export type OverviewOffice = Infer<typeof overviewOffice>;

export const moveReason = oneOf('drawn', 'priority', 'appointment', 'returned', 'received', 'promoted');
const change = keyed({
    left: object({ left: integer() }),
    inserted: object({ inserted: integer(), reason: moveReason }),
});
export type LineChange = Infer<typeof change>;

const errorCode = oneOf(
    'bad_request',
    'unsupported',
    'conflict',
    'not_authorised',
    'wrong_login',
    'second_factor_needed',
    'second_factor_enrolment',
    'wrong_code',
    'new_password_needed',
    'password_too_short',
    'password_too_simple',
    'password_too_common',
    'password_unchanged',
    'challenge_over',
    'session_ended',
    'try_later',
    'not_yet',
    'no_ticket',
    'office_closed',
    'intake_suspended',
    'office_full',
    'already_drawn',
    'nobody_waiting',
    'already_called',
    'busy',
    'not_at_desk',
    'paused',
    'gone',
    'wrong_state',
    'stale_epoch',
    'not_yours',
    'no_capacity',
    'too_early',
    'target_closed',
    'storage_full',
    'document_too_large',
    'too_many_documents',
    'document_type',
    'document_active',
    'document_signed',
    'document_encrypted',
    'document_damaged',
    'document_too_complex',
    'document_infected',
    'document_unchecked',
    'room_full',
);
export type ErrorCode = Infer<typeof errorCode>;

export const iceServer = object({
    urls: list(text(512), 8),
    username: optional(text(512)),
    credential: optional(text(512)),
});
export type IceServer = Infer<typeof iceServer>;
export const icePolicy = oneOf('all', 'relay');
export type IcePolicy = Infer<typeof icePolicy>;

export const control = object({ muted: boolean, camera_off: boolean, may_share: boolean, on_hold: boolean });
export type CallControl = Infer<typeof control>;

const named = object({ name: text() });
const parked = object({ reason: oneOf('fills_in_form', 'fetches_papers', 'other'), remind_at: time });
const transfer = object({ to: office, name: text(), ahead: integer(), open: boolean });
const returnReason = oneOf('sent_back', 'not_entered', 'clerk_lost', 'not_yet', 'readmitted', 'parked');

const sentence = oneOf(
    'takes_longer',
    'soon_your_turn',
    'have_papers_ready',
    'check_devices',
    'stay_here',
    'closing_soon',
    'closes_now',
);
const message = integer(1);
const kChecklist = 30;
const place = integer(0, kChecklist - 1);

export const kTextChars = 1000;
const writtenLine = { line: integer(1), stage: oneOf('writing', 'unseen', 'done'), text: text(kTextChars) };
export const peer = integer(0, 1000);
const spokenLine = object({
    from: oneOf('citizen', 'clerk', 'guest'),
    ...writtenLine,
    at: time,
    peer: optional(peer),
    name: optional(text(200)),
});
export type SpokenLine = Infer<typeof spokenLine>;

const personState = oneOf('waiting', 'in_room', 'away', 'invited', 'consulting');
export const person = object({
    peer,
    role: oneOf('clerk', 'citizen', 'guest', 'interpreter', 'colleague'),
    state: personState,
    name: optional(text(200)),
    control: optional(control),
    language: optional(text(16)),
    sign_language: optional(boolean),
    office_name: optional(text(200)),
});
/** Somebody in the room of a conversation. */
export type Person = Infer<typeof person>;

/** What of an identity document is to be shown. */
export const sightStep = oneOf('front', 'back', 'tilt');
export type SightStep = Infer<typeof sightStep>;

export const toClient = tagged({
    welcome: object({
        protocol: integer(1),
        server_time: time,
        authority: text(),
        consent_version: text(),
        limits: object({ prepare_ranks: integer(), name_chars: integer(), concern_chars: integer() }),
    }),
    'overview.snapshot': object({ offices: list(overviewOffice) }),
    'office.feed': object({ office, seq: integer(), view, changes: list(change) }),
    'ticket.state': object({
        ticket,
        office,
        seq: integer(),
        number: text(32),
        state: oneOf('waiting', 'called', 'in_call', 'held', 'parked', 'missed'),
        rank: optional(integer()),
        epoch,
        enter_by: optional(time),
        clerk: optional(named),
        returned: optional(returnReason),
        concern: optional(concern),
        not_before: optional(time),
        away_until: optional(time),
        missed_until: optional(time),
        parked: optional(parked),
        transfer: optional(transfer),
        control: optional(control),
        origin: optional(named),
        ticked: optional(list(place, kChecklist)),
    }),
    'ticket.ended': object({
        ticket: optional(ticket),
        reason: oneOf(
            'finished',
            'left',
            'unreachable',
            'office_closed',
            'missed',
            'appointment_offered',
            'hard_end',
            'unknown',
        ),
    }),
    'message.received': keyed({
        sentence: object({ message, at: time, sentence }),
        text: object({ message, at: time, text: text(500) }),
    }),
    'call.ice': object({ re: commandId, servers: list(iceServer, 8), policy: icePolicy, ttl_s: integer() }),
    'call.signal': object({ epoch, signal }),
    'text.lines': object({ lines: list(spokenLine) }),
    'file.list': object({ files: documentCards }),
    'view.state': object({ view: optional(sharedView) }),
    'view.changed': object(changedView),
    ...formNews,
    'guest.state': object({ peer, number: text(32), office_name: text(200), state: personState, epoch }),
    'guest.offer': object({ code: text(8), number: text(32), office_name: text(200), expires_at: time }),
    'guest.offer_ended': object({}),
    'guest.ended': object({ reason: oneOf('over', 'removed', 'left', 'unknown') }),
    'room.state': object({ peer, people: list(person) }),
    'room.signal': object({ peer, signal }),
    'sight.state': object({ step: optional(sightStep) }),
    done: object({ re: commandId, ticket: optional(ticket), epoch: optional(epoch) }),
    error: object({
        re: optional(commandId),
        code: errorCode,
        field: optional(text()),
        after_s: optional(integer()),
    }),
    goodbye: object({
        reason: text(64),
        action: oneOf('retry', 'resume', 'upgrade', 'stop'),
        after_s: optional(integer()),
    }),
});
export type ToClient = NonNullable<Infer<typeof toClient>>;
export type Message<T extends ToClient['type']> = Extract<ToClient, { type: T }>;

export const toServer = tagged({
    hello: object({
        protocol: list(integer(1)),
        client: text(64),
        features: list(text(64)),
        lang: language,
        ticket_token: optional(text(22)),
    }),
    'overview.watch': object({}),
    'ticket.draw': object({
        id: commandId,
        office,
        token: text(22),
        name: optional(text(80)),
        concern: optional(text(200)),
        concern_id: optional(concern),
        consent_version: text(64),
        lang: language,
    }),
    'ticket.enter': object({ id: commandId, epoch }),
    'ticket.leave': object({ id: commandId }),
    'ticket.step_away': object({ id: commandId }),
    'ticket.come_back': object({ id: commandId }),
    'ticket.not_yet': object({ id: commandId, epoch }),
    'ticket.ready': object({ id: commandId }),
    'transfer.agree': object({ id: commandId, epoch }),
    'transfer.decline': object({ id: commandId, epoch }),
    'checklist.tick': object({ id: commandId, ticked: list(place, kChecklist) }),
    'message.shown': object({ message }),
    'message.read': object({ message }),
    'call.prepare': object({ id: commandId }),
    'ticket.offer': object({ generation, sdp }),
    'ticket.offer_withdraw': object({ generation }),
    'call.signal': object({ epoch, signal }),
    'text.line': object({ epoch, ...writtenLine }),
    'view.change': object({ epoch, ...changeOfView }),
    'form.update': formUpdate(object({ epoch, ...formUpdateFields })),
    'form.claim': object({ epoch, ...formClaimFields }),
    'form.confirm': object({ id: commandId, epoch, file: formFile, sha256, clerk_said: integer() }),
    'guest.knock': object({
        id: commandId,
        code: text(8),
        token: text(22),
        name: text(80),
        lang: language,
        consent_version: text(64),
    }),
    'guest.leave': object({ id: commandId }),
    'guest.decline': object({ id: commandId }),
    'room.signal': object({ peer, signal }),
    'sight.decline': object({ epoch }),
});
export type ToServer = NonNullable<Infer<typeof toServer>>;
export type Language = Infer<typeof language>;

/** What a caller of the connection says; the connection gives commands their ids. */
type WithoutId<T> = T extends { readonly id: string } ? Omit<T, 'id'> : never;
export type Command = WithoutId<ToServer>;
export type Notice = Exclude<ToServer, { readonly id: string } | { readonly type: 'hello' }>;
