// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Text frames to messages and back: the only JSON.parse of the pages.
import { toApp, toPage } from './bridge.js';
import type { ToApp, ToPage } from './bridge.js';
import { documentReceived, documentStarted, restRefusal } from './documents.js';
import { toClient, toServer } from './messages.js';
import type { ToClient, ToServer } from './messages.js';
import { DecodeFailure } from './schema.js';
import type { Decoder, Infer } from './schema.js';

export type Decoding<T> =
    | { readonly ok: true; readonly message: T }
    | { readonly ok: false; readonly problem: 'malformed' | 'unsupported' | 'bad_field'; readonly field: string };

function decode<T>(decoder: Decoder<T | undefined>, frame: string): Decoding<T> {
    let value: unknown;
    try {
        value = JSON.parse(frame);
    } catch {
        return { ok: false, problem: 'malformed', field: '' };
    }
    try {
        const message = decoder(value, '');
        if (message === undefined) return { ok: false, problem: 'unsupported', field: 'type' };
        return { ok: true, message };
    } catch (failure) {
        if (failure instanceof DecodeFailure) return { ok: false, problem: 'bad_field', field: failure.field };
        throw failure;
    }
}

export const decodeToClient = (frame: string): Decoding<ToClient> => decode(toClient, frame);
export const decodeToServer = (frame: string): Decoding<ToServer> => decode(toServer, frame);
export const decodeToPage = (frame: string): Decoding<ToPage> => decode(toPage, frame);
export const decodeToApp = (frame: string): Decoding<ToApp> => decode(toApp, frame);
export const decodeDocumentStarted = (body: string): Decoding<Infer<typeof documentStarted>> => decode(documentStarted, body);
export const decodeDocumentReceived = (body: string): Decoding<Infer<typeof documentReceived>> => decode(documentReceived, body);
export const decodeRestRefusal = (body: string): Decoding<Infer<typeof restRefusal>> => decode(restRefusal, body);
export const encodeDocumentStart = (name: string, bytes: number): string => JSON.stringify({ name, bytes });
export const encode = (message: ToServer | ToClient | ToApp | ToPage): string => JSON.stringify(message);
