// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What people do about their own ticket. What comes of it is told by ticket.state.
import type { Answer } from '../../connection/connection.js';
import type { Command } from '../../protocol/messages.js';

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
