// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the page shows beside what the server has told: language, questions that are asked, devices, the call.
import type { Answer } from '../../connection/connection.js';
import type { Language, Message, SightStep } from '../../protocol/messages.js';
import { type PaperUi, kNoPaper } from './papers.js';
import { type PermissionsUi, kNothingPermitted } from './permissions.js';
import type { CallView } from '../../room/citizenCall.js';
import type { LocalState } from '../../room/localMedia.js';
import type { Sight } from '../../room/sharedView.js';
import type { RoomPerson } from '../../room/roomMesh.js';
import type { SpeakerState } from '../../room/speaker.js';
import type { DocumentsView } from '../../room/visitDocuments.js';
import type { TextView } from '../../room/visitText.js';

export type DrawProblem = Extract<Answer, { ok: false }>;

/** What is shown of one's own devices. */
export interface DeviceUi {
    readonly local: LocalState;
    readonly speaker: SpeakerState;
    readonly speakerTest?: 'playing' | 'played' | 'failed';
    /** One speaks while the microphone is off. */
    readonly unheard: boolean;
}

export interface Ui extends DeviceUi {
    readonly lang: Language;
    /** The office whose number is being drawn. */
    readonly drawingFor?: string;
    readonly drawing: boolean;
    readonly drawProblem?: DrawProblem;
    readonly devicesDecided: boolean;
    readonly leaving: boolean;
    /** The office where a number is drawn instead, when the place here is left for it. */
    readonly leavingFor?: string | undefined;
    readonly call: CallView;
    readonly written: TextView;
    readonly permissions: PermissionsUi;
    readonly documents: DocumentsView;
    readonly paper: PaperUi;
    /** What both look at. */
    readonly sight?: Sight | undefined;
    /** A clerk asks to come into a conversation. */
    readonly offer?: Message<'guest.offer'> | undefined;
    /** Everybody else in the conversation; empty while it is the clerk alone. */
    readonly people: readonly RoomPerson[];
    /** What of an identity document the clerk asks to see. */
    readonly asked?: SightStep | undefined;
}

export interface DrawForm {
    readonly office: string;
    readonly name: string;
    readonly concern: string;
    /** One of the office's. */
    readonly concernId?: string;
}

export function firstUi(lang: Language, local: LocalState, written: TextView, documents: DocumentsView): Ui {
    return {
        lang,
        drawing: false,
        devicesDecided: false,
        leaving: false,
        local,
        speaker: { id: '' },
        unheard: false,
        call: { phase: 'idle' },
        written,
        permissions: kNothingPermitted,
        documents,
        paper: kNoPaper,
        people: [],
    };
}
