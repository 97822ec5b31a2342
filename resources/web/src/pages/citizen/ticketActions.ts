// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What people do about their own ticket, the drawing of it included. What comes of it is told by ticket.state.
import type { Answer } from '../../connection/connection.js';
import type { Command, Language, Message } from '../../protocol/messages.js';
import type { DrawForm } from './ui.js';

export class TicketActions {
    constructor(
        private readonly command: (command: Command) => Promise<Answer>,
        private readonly epoch: () => number,
    ) {}

    leave(): Promise<Answer> {
        return this.command({ type: 'ticket.leave' });
    }
    stepAway(): void {
        void this.command({ type: 'ticket.step_away' });
    }
    comeBack(): void {
        void this.command({ type: 'ticket.come_back' });
    }
    notYet(): void {
        void this.command({ type: 'ticket.not_yet', epoch: this.epoch() });
    }
    ready(): void {
        void this.command({ type: 'ticket.ready' });
    }
    answerTransfer(answer: 'agree' | 'decline'): void {
        void this.command({ type: `transfer.${answer}`, epoch: this.epoch() });
    }
}

/** What was typed, no longer than allowed. */
export function drawCommand(form: DrawForm, token: string, welcome: Message<'welcome'>, lang: Language): Command {
    const name = form.name.trim().slice(0, welcome.limits.name_chars);
    const concern = form.concern.trim().slice(0, welcome.limits.concern_chars);
    return {
        type: 'ticket.draw',
        office: form.office,
        token,
        ...(name !== '' && { name }),
        ...(concern !== '' && { concern }),
        ...(form.concernId !== undefined && { concern_id: form.concernId }),
        consent_version: welcome.consent_version,
        lang,
    };
}
