// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's end of the lines to guests: the server says who is there, and ends it with the conversation.
import type { ToClient } from '../protocol/messages.js';
import type { CallWorld } from './citizenCall.js';
import { IceSource } from './iceSource.js';
import { RoomMesh } from './roomMesh.js';
import type { MeshWorld, RoomPerson } from './roomMesh.js';

/** Whoever was there before the line was lost is named again at once, or has gone. */
const kNamedAgainMs = 5000;

/** A line that is told how many are there. */
interface Crowded {
    crowd(people: number): void;
}

/** Beside the line to the clerk, with what that has of the world; a guest has no such line. */
export function roomOf(world: Omit<CallWorld, 'changed'>, changed: (people: readonly RoomPerson[]) => void, beside?: Crowded): CitizenRoom {
    const ice = new IceSource({ ...world, now: Date.now });
    return new CitizenRoom({
        connect: () => ice.connect(),
        signal: (peer, signal) => void world.notify({ type: 'room.signal', peer, signal }),
        nextGeneration: world.nextGeneration,
        setTimer: world.setTimer,
        changed: (people) => {
            beside?.crowd(people.length + 1);
            changed(people);
        },
    });
}

export class CitizenRoom {
    readonly mesh: RoomMesh;
    #cancel: () => void = () => undefined;

    constructor(private readonly world: MeshWorld) {
        this.mesh = new RoomMesh(world);
    }

    /** True: it was about the room alone. */
    receive(message: ToClient): boolean {
        switch (message.type) {
            case 'room.state':
                this.#cancel();
                this.mesh.update(message.peer, message.people);
                return true;
            case 'room.signal':
                this.mesh.receive(message.peer, message.signal);
                return true;
            case 'welcome':
                this.#cancel();
                this.#cancel = this.world.setTimer(kNamedAgainMs, () => this.mesh.close());
                return false;
            case 'ticket.state':
                if (message.state !== 'in_call' && message.state !== 'held') this.close();
                return false;
            case 'ticket.ended':
            case 'guest.ended':
                this.close();
                return false;
            default:
                return false;
        }
    }

    close(): void {
        this.#cancel();
        this.mesh.close();
    }
}
