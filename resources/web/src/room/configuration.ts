// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How our connections are set up: the authority's own TURN and STUN only, one transport for everything.
import type { IcePolicy, IceServer } from '../protocol/messages.js';

export interface Ice {
    readonly servers: readonly IceServer[];
    readonly policy: IcePolicy;
}

export function configurationFrom(ice: Ice): RTCConfiguration {
    return {
        iceServers: ice.servers.map((server) => ({
            urls: [...server.urls],
            ...(server.username !== undefined && { username: server.username }),
            ...(server.credential !== undefined && { credential: server.credential }),
        })),
        iceTransportPolicy: ice.policy,
        bundlePolicy: 'max-bundle',
    };
}
