// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Everybody else in the room with whom a guest is one of the two: clerk and citizen have a line of their own. Whoever
// the server does not name any more is let go at once.
import type { CallControl, Person, Signal } from '../protocol/messages.js';
import { kUncontrolled, visitorMaySend } from '../state/control.js';
import type { MediaFlags } from './citizenCall.js';
import type { PeerState, SlotFlags, SlotTracks } from './peer.js';
import { type Allowed, type Outgoing, RoomLink } from './roomLink.js';

/** Somebody else in the room, as a page shows them. */
export interface RoomPerson {
    readonly peer: number;
    readonly role: Person['role'];
    readonly name: string;
    readonly isAway: boolean;
    /** Talks to one other alone: the clerk and a colleague. */
    readonly isConsulting: boolean;
    /** Of a colleague. */
    readonly office: string;
    readonly control: CallControl;
    /** Of an interpreter: a tag. */
    readonly language?: string;
    /** The language is one of signs. */
    readonly signs?: boolean;
    /** Undefined: the line to this person is not ours. */
    readonly phase?: PeerState;
    readonly remote?: SlotTracks;
    readonly media?: MediaFlags;
}

export interface MeshWorld {
    connect(): Promise<RTCPeerConnection | undefined>;
    signal(peer: number, signal: Signal): void;
    nextGeneration(): number;
    setTimer(ms: number, action: () => void): () => void;
    changed(people: readonly RoomPerson[]): void;
}

export const kClerkPeer = 0;
export const kCitizenPeer = 1;

const kNothing: SlotFlags = { microphone: false, camera: false, screen: false };
const kAll: SlotFlags = { microphone: true, camera: true, screen: true };
/** Who has no line to the server for longer may have been sent away: nobody talks to them, or hears them, until they are back. */
const kAwayMs = 10_000;
const kSilent: Outgoing = { tracks: { microphone: null, camera: null, screen: null }, media: kNothing };

/** Somebody who came in by a code. */
export const isGuest = ({ role }: Pick<Person, 'role'>): boolean => role !== 'clerk' && role !== 'citizen';

/** Interpreters first: they are needed all the time. */
export function pinned(people: readonly RoomPerson[]): readonly RoomPerson[] {
    return [...people].sort((a, b) => Number(b.role === 'interpreter') - Number(a.role === 'interpreter'));
}

const controlOf = ({ control }: Person): CallControl => control ?? kUncontrolled;

/** What `from` may send to `to`: whoever is on hold hears nobody, and nobody hears them. Of a clerk and a colleague who
 * talk alone, the others hear nothing. */
function maySend(from: Person, to: Person): SlotFlags {
    if (controlOf(to).on_hold) return kNothing;
    if (from.role !== 'clerk') return visitorMaySend(controlOf(from));
    return from.state === 'consulting' && to.state !== 'consulting' ? { ...kAll, microphone: false } : kAll;
}

const areApart = (one: Person, other: Person): boolean =>
    [one, other].some(({ role, state }) => role === 'colleague' && state === 'consulting') && one.role !== 'clerk' && other.role !== 'clerk';

export class RoomMesh {
    #me = -1;
    #people: readonly Person[] = [];
    #outgoing = kSilent;
    #toClerkAlone = false;
    readonly #links = new Map<number, RoomLink>();
    /** Since when is told by a timer. */
    readonly #away = new Map<number, { isLong: boolean; cancel: () => void }>();

    constructor(private readonly world: MeshWorld) {}

    /** The others, in the order of their numbers. */
    get people(): readonly RoomPerson[] {
        return this.#people
            .filter(({ peer }) => peer !== this.#me)
            .map((person) => {
                const link = this.#links.get(person.peer);
                return {
                    peer: person.peer,
                    role: person.role,
                    name: person.name ?? '',
                    isAway: person.state === 'away',
                    isConsulting: person.state === 'consulting',
                    office: person.office_name ?? '',
                    control: controlOf(person),
                    ...(person.language !== undefined && { language: person.language }),
                    ...(person.sign_language === true && { signs: true }),
                    ...(link !== undefined && { phase: link.phase }),
                    ...(link?.remote !== undefined && { remote: link.remote }),
                    ...(link?.media !== undefined && { media: link.media }),
                };
            });
    }

    get hasGuests(): boolean {
        return this.#people.some((person) => isGuest(person) && person.peer !== this.#me);
    }

    /** A clerk and a colleague talk alone: what the clerk says is for nobody else. */
    get consults(): boolean {
        return this.#people.some(({ role, state }) => role === 'colleague' && state === 'consulting');
    }

    /** Who is there, us included; whoever waits is not. */
    update(me: number, people: readonly Person[]): void {
        if (me !== this.#me) this.#closeAll();
        this.#me = me;
        this.#people = people.filter(({ state }) => state !== 'waiting' && state !== 'invited').sort((a, b) => a.peer - b.peer);
        for (const [peer, link] of [...this.#links]) {
            if (this.#people.some((person) => person.peer === peer)) continue;
            this.#links.delete(peer);
            link.close();
        }
        const self = this.#people.find(({ peer }) => peer === me);
        for (const person of this.#people) {
            const { peer } = person;
            if (self !== undefined && areApart(self, person)) continue;
            if (peer !== me && Math.max(peer, me) > kCitizenPeer && !this.#links.has(peer)) this.#open(peer);
        }
        this.#watchAway();
        this.#adjust();
        this.#tell();
    }

    /** What is held to the camera is for the clerk alone. */
    showToClerkAlone(on: boolean): void {
        if (this.#toClerkAlone === on) return;
        this.#toClerkAlone = on;
        this.#adjust();
    }

    setMedia(outgoing: Outgoing): void {
        this.#outgoing = outgoing;
        this.#adjust();
    }

    receive(peer: number, signal: Signal): void {
        this.#links.get(peer)?.receive(signal);
    }

    networkChanged(): void {
        for (const link of this.#links.values()) link.networkChanged();
    }

    close(): void {
        const wasOpen = this.#people.length > 0;
        this.#closeAll();
        this.#me = -1;
        this.#people = [];
        if (wasOpen) this.#tell();
    }

    #open(peer: number): void {
        const link = new RoomLink(
            {
                connect: () => this.world.connect(),
                signal: (signal) => this.world.signal(peer, signal),
                nextGeneration: () => this.world.nextGeneration(),
                setTimer: (ms, action) => this.world.setTimer(ms, action),
                changed: () => this.#tell(),
            },
            this.#me > peer,
        );
        this.#links.set(peer, link);
    }

    #watchAway(): void {
        const isAway = (peer: number): boolean => this.#people.some((person) => person.peer === peer && person.state === 'away');
        for (const [peer, { cancel }] of [...this.#away]) {
            if (isAway(peer)) continue;
            cancel();
            this.#away.delete(peer);
        }
        for (const peer of this.#links.keys()) {
            if (!isAway(peer) || this.#away.has(peer)) continue;
            const long = (): void => {
                watch.isLong = true;
                this.#adjust();
            };
            const watch = { isLong: false, cancel: this.world.setTimer(kAwayMs, long) };
            this.#away.set(peer, watch);
        }
    }

    #adjust(): void {
        const me = this.#people.find(({ peer }) => peer === this.#me);
        if (me === undefined) return;
        for (const person of this.#people) {
            const isGone = this.#away.get(person.peer)?.isLong === true;
            const allowed: Allowed = isGone
                ? { mine: kNothing, theirs: kNothing }
                : { mine: this.#mySlots(me, person), theirs: maySend(person, me) };
            const link = this.#links.get(person.peer);
            link?.crowd(this.#people.length);
            link?.set(this.#outgoing, allowed);
        }
    }

    #mySlots(me: Person, person: Person): SlotFlags {
        const may = maySend(me, person);
        return this.#toClerkAlone && person.role !== 'clerk' ? { ...may, camera: false } : may;
    }

    #closeAll(): void {
        for (const link of this.#links.values()) link.close();
        this.#links.clear();
        for (const { cancel } of this.#away.values()) cancel();
        this.#away.clear();
    }

    #tell(): void {
        this.world.changed(this.people);
    }
}
