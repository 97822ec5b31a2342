// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A clerk asks somebody who waits to come into a conversation: the offer as it stands, and both answers.
import { randomToken } from '../../connection/browserWorld.js';
import type { Command, Message, ToClient } from '../../protocol/messages.js';
import { attract } from './attention.js';
import type { Memory } from './memory.js';

export class OwnOffer {
    #offer: Message<'guest.offer'> | undefined;

    constructor(
        private readonly memory: Memory,
        private readonly send: (command: Command) => void,
        private readonly show: (offer: Message<'guest.offer'> | undefined) => void,
    ) {}

    /** True: it was about the offer alone. On a new line it is said again where it still stands. */
    receive(message: ToClient): boolean {
        const isOffer = message.type === 'guest.offer';
        if (!isOffer && message.type !== 'guest.offer_ended' && message.type !== 'welcome' && message.type !== 'ticket.ended') return false;
        this.#set(isOffer ? message : undefined);
        if (isOffer) attract('strong');
        return isOffer || message.type === 'guest.offer_ended';
    }

    /** As a guest, on a page of its own; the place in line is given up when the door has opened, and not before. */
    accept(number: string | undefined): void {
        const { token } = this.memory;
        if (this.#offer === undefined || number === undefined) return;
        this.memory.guest = { code: this.#offer.code, token: randomToken(), name: number, place: true };
        // Where the browser keeps nothing, both are in the address.
        history.replaceState(null, '', `#gast=${this.#offer.code}&t=${token ?? ''}`);
        location.reload();
    }

    decline(): void {
        this.#set(undefined);
        this.send({ type: 'guest.decline' });
    }

    #set(offer: Message<'guest.offer'> | undefined): void {
        if (offer === this.#offer) return;
        this.#offer = offer;
        this.show(offer);
    }
}
