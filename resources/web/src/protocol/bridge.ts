// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk app and its call page say to each other over QWebChannel (shared/protocol/Bridge.h).
import { documentKind } from './documents.js';
import { formClaimFields, formFile, formNews, formUpdate, formUpdateFields } from './form.js';
import { control, generation, icePolicy, iceServer, peer, person, sdp, sightStep, signal } from './messages.js';
import { boolean, id, integer, list, object, oneOf, optional, tagged, text } from './schema.js';
import type { Infer } from './schema.js';
import { changedView, changeOfView, sharedView } from './view.js';

const ticket = id('tkt');
const epoch = integer(0, 0xffffffff);
const deviceKind = oneOf('microphone', 'camera', 'speaker');
export type DeviceKind = Infer<typeof deviceKind>;
const offer = object({ generation, sdp });
const devices = list(object({ id: text(256), label: text(200) }), 64);
const chosenDevices = object({
    microphone: optional(text(256)),
    camera: optional(text(256)),
    speaker: optional(text(256)),
});
const background = oneOf('none', 'blur', 'picture');
const media = object({ microphone: boolean, camera: boolean, screen: boolean });

export const toPage = tagged({
    configure: object({
        lang: oneOf('de', 'en'),
        ice: object({ servers: list(iceServer, 8), policy: icePolicy }),
        devices: chosenDevices,
    }),
    warm: object({ on: boolean }),
    'call.expect': object({ ticket, generation, sdp }),
    'call.start': object({
        ticket,
        epoch,
        number: text(32),
        name: optional(text()),
        offer: optional(offer),
    }),
    'call.offer': object({ epoch, generation, sdp }),
    'call.signal': object({ epoch, signal }),
    'call.control': object({ control }),
    'call.end': object({}),
    'media.set': object({ microphone: optional(boolean), camera: optional(boolean) }),
    'devices.choose': object({ kind: deviceKind, id: text(256) }),
    'speaker.test': object({}),
    'background.choose': object({ background }),
    'share.start': object({}),
    'share.pause': object({ paused: boolean }),
    'share.stop': object({}),
    'view.show': object({ kind: documentKind, name: optional(text(120)), view: sharedView }),
    'view.changed': object(changedView),
    'view.close': object({}),
    ...formNews,
    'room.people': object({ epoch, people: list(person) }),
    'room.signal': object({ epoch, peer, signal }),
    'sight.state': object({ step: optional(sightStep) }),
    'call.join': object({ epoch, peer, number: text(16) }),
});
export type ToPage = NonNullable<Infer<typeof toPage>>;
/** What is about the document that both look at, what is about the visitor's identity document, and about the call. */
export type ViewCommand = Extract<ToPage, { type: `view.${string}` }>;
export type FormCommand = Extract<ToPage, { type: `form.${string}` }>;
export type SightCommand = Extract<ToPage, { type: `sight.${string}` }>;
export type CallCommand = Exclude<ToPage, ViewCommand | FormCommand | SightCommand>;

export const toApp = tagged({
    'page.ready': object({}),
    'call.prepared': object({ ticket, generation, sdp }),
    'call.signal': object({ epoch, signal }),
    'media.changed': object({ microphone: boolean, camera: boolean, screen: boolean, screen_paused: optional(boolean) }),
    'peer.media': media,
    'devices.changed': object({
        cameras: devices,
        microphones: devices,
        speakers: devices,
        chosen: chosenDevices,
    }),
    'device.switched': object({
        device: deviceKind,
        reason: oneOf('lost', 'refused', 'back'),
        other: text(200),
        now: text(200),
    }),
    'call.connection': object({ state: oneOf('connecting', 'connected', 'interrupted', 'failed') }),
    'call.quality': object({ level: oneOf('good', 'weak', 'bad'), picture: oneOf('full', 'less', 'none') }),
    'call.first_frame': object({ ms: integer() }),
    'media.problem': object({
        kind: oneOf('denied', 'missing', 'busy', 'unsupported'),
        device: oneOf('microphone', 'camera', 'speaker', 'screen'),
    }),
    'background.changed': object({ background, reason: oneOf('chosen', 'slow', 'unsupported') }),
    'share.ended': object({}),
    'view.change': object(changeOfView),
    'view.close': object({}),
    'form.open': object({ file: formFile }),
    'form.close': object({}),
    'form.update': formUpdate(object(formUpdateFields)),
    'form.claim': object(formClaimFields),
    'room.signal': object({ epoch, peer, signal }),
    'sight.ask': object({ step: sightStep }),
    'sight.seen': object({}),
    'sight.end': object({}),
});
export type ToApp = NonNullable<Infer<typeof toApp>>;
