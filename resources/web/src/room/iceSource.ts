// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// New connections with credentials that hold: asked for once, and again when half of their time is over.
import type { Answer } from '../connection/connection.js';
import type { Command } from '../protocol/messages.js';
import { configurationFrom } from './configuration.js';

export interface IceWorld {
    command(command: Command): Promise<Answer>;
    createConnection(configuration: RTCConfiguration): RTCPeerConnection;
    now(): number;
}

export class IceSource {
    #known: { readonly until: number; readonly asked: Promise<RTCConfiguration | undefined> } | undefined;

    constructor(private readonly world: IceWorld) {}

    /** Undefined: there are none now. */
    async connect(): Promise<RTCPeerConnection | undefined> {
        if (this.#known === undefined || this.#known.until <= this.world.now()) {
            // Several connections begin at once; they wait for one answer.
            this.#known = { until: Infinity, asked: this.#ask() };
        }
        const configuration = await this.#known.asked;
        return configuration === undefined ? undefined : this.world.createConnection(configuration);
    }

    async #ask(): Promise<RTCConfiguration | undefined> {
        const answer = await this.world.command({ type: 'call.prepare' });
        if (!answer.ok || answer.message.type !== 'call.ice') {
            this.#known = undefined;
            return undefined;
        }
        const configuration = configurationFrom(answer.message);
        const until = this.world.now() + answer.message.ttl_s * 500;
        this.#known = { until, asked: Promise.resolve(configuration) };
        return configuration;
    }
}
