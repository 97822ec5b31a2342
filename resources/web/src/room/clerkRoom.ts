// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of the lines to guests: the app says who is there, and carries what the two say to each other.
import type { ToApp, ToPage } from '../protocol/bridge.js';
import type { ClerkLine } from './clerkLine.js';
import { kMaxGeneration } from '../protocol/messages.js';
import { kClerkPeer, RoomMesh } from './roomMesh.js';
import type { RoomPerson } from './roomMesh.js';

type RoomCommand = Extract<ToPage, { type: 'room.people' | 'room.signal' }>;


export interface ClerkRoomWorld {
    createConnection(configuration: RTCConfiguration): RTCPeerConnection;
    report(message: ToApp): void;
    setTimer(ms: number, action: () => void): () => void;
}

export class ClerkRoom {
    readonly mesh: RoomMesh;
    #epoch: number | undefined;
    #me = kClerkPeer;
    #generation = 0;

    constructor(world: ClerkRoomWorld, configuration: () => RTCConfiguration, beside: Pick<ClerkLine, 'crowd'>, changed: (people: readonly RoomPerson[]) => void) {
        this.mesh = new RoomMesh({
            connect: () => Promise.resolve(world.createConnection(configuration())),
            signal: (peer, signal) => {
                if (this.#epoch !== undefined) world.report({ type: 'room.signal', epoch: this.#epoch, peer, signal });
            },
            // Of two people the lower number answers: a clerk never offers, a colleague in the clerk's room does.
            nextGeneration: () => this.#nextGeneration(),
            setTimer: (ms, action) => world.setTimer(ms, action),
            changed: (people) => {
                beside.crowd(people.length + 1);
                changed(people);
            },
        });
    }

    begin(epoch: number, me = kClerkPeer): void {
        if (epoch === this.#epoch && me === this.#me) return;
        this.mesh.close();
        this.#epoch = epoch;
        this.#me = me;
    }

    /** True: it was for the room. What speaks of another call than the one that runs is too late. */
    obey(command: ToPage): command is RoomCommand {
        if (command.type !== 'room.people' && command.type !== 'room.signal') return false;
        if (command.epoch !== this.#epoch) return true;
        if (command.type === 'room.people') this.mesh.update(this.#me, command.people);
        else this.mesh.receive(command.peer, command.signal);
        return true;
    }

    end(): void {
        this.mesh.close();
        this.#epoch = undefined;
        this.#me = kClerkPeer;
    }

    #nextGeneration(): number {
        // As in a citizen's page: a page that begins anew offers under a higher number than before.
        const timeOfDay = Math.floor((Date.now() % 86_400_000) / 100);
        this.#generation = Math.min(kMaxGeneration, Math.max(this.#generation + 1, timeOfDay));
        return this.#generation;
    }
}
