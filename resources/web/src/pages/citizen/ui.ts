// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the page shows beside what the server has told: language, questions that are asked, devices, the call.
import type { Answer } from '../../connection/connection.js';
import type { Language } from '../../protocol/messages.js';
import type { CallView } from '../../room/citizenCall.js';
import type { LocalState } from '../../room/localMedia.js';

export type DrawProblem = Extract<Answer, { ok: false }>;

export interface Ui {
    readonly lang: Language;
    /** The office whose number is being drawn. */
    readonly drawingFor?: string;
    readonly drawing: boolean;
    readonly drawProblem?: DrawProblem;
    readonly devicesDecided: boolean;
    readonly leaving: boolean;
    /** The office where a number is drawn instead, when the place here is left for it. */
    readonly leavingFor?: string | undefined;
    readonly local: LocalState;
    readonly call: CallView;
}

export interface DrawForm {
    readonly office: string;
    readonly name: string;
    readonly concern: string;
    /** One of the office's. */
    readonly concernId?: string;
}

export function firstUi(lang: Language, local: LocalState): Ui {
    return { lang, drawing: false, devicesDecided: false, leaving: false, local, call: { phase: 'idle' } };
}
