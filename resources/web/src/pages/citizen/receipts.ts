// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the server hears of a clerk's message: that it is shown, that it was read. Said without a line, the server has
// not heard it, and says the message again.
import type { Notice } from '../../protocol/messages.js';
import { type ClerkMessage, messageKey } from '../../state/model.js';
import type { Memory } from './memory.js';

export class Receipts {
    constructor(
        private readonly memory: Memory,
        private readonly notify: (notice: Notice) => void,
    ) {}

    /** Answers a message that came: one that was read before is not new, whatever the server thinks. */
    answer(message: ClerkMessage): 'shown' | 'read' {
        const what = this.memory.readMessages.has(messageKey(message)) ? 'read' : 'shown';
        this.notify({ type: `message.${what}`, message: message.message });
        return what;
    }

    read(message: ClerkMessage): void {
        // The last word of a visit may be read after its end, when nothing is said again.
        if (this.memory.token !== undefined) this.memory.readMessages = new Set([...this.memory.readMessages, messageKey(message)]);
        this.notify({ type: 'message.read', message: message.message });
    }
}
