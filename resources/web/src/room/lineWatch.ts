// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Looks once a second at how the line of a connection is: says so in a word, makes the picture smaller where the sound
// would suffer, and notices a line that has fallen silent before the browser does.
import { LineLevel, levelOf } from './lineLevel.js';
import type { Level } from './lineLevel.js';
import { between, countersOf, RoundTrip } from './lineSample.js';
import type { Counters, Stretch } from './lineSample.js';
import type { Peer, PeerState } from './peer.js';
import { limitPicture, preferLetters, putSoundFirst } from './senders.js';
import { kPictureOff, Thrift } from './thrift.js';

export interface Line {
    readonly level: Level;
    /** What becomes of our picture on this line. */
    readonly picture: 'full' | 'less' | 'none';
}
export const kGoodLine: Line = { level: 'good', picture: 'full' };

export interface LineWatchWorld {
    setTimer(ms: number, action: () => void): () => void;
}
export interface LineEvents {
    line(line: Line): void;
    /** Nothing has come for a second: it may be no more than that. */
    doubt(): void;
    /** Nothing comes any more from a side that was just heard. */
    silent(): void;
}

const kLookEveryMs = 1000;
/** Sound alone is fifty packets a second. */
const kLivelyPackets = 10;
const kAgainMs = 500;
/** Empty looks until a line counts as silent, and until that is said again. */
const kSilentLooks = 2;
const kSayAgainLooks = 6;

export class LineWatch {
    #peer: Peer | undefined;
    #cancel: () => void = () => undefined;
    #before: Counters | undefined;
    #roundTrip = new RoundTrip();
    #lively = false;
    #silent = 0;
    #resting = false;
    #reading = false;
    #thrift = new Thrift();
    #level = new LineLevel();
    #line = kGoodLine;
    #people = 2;

    constructor(
        private readonly world: LineWatchWorld,
        private readonly events: LineEvents,
    ) {}

    get line(): Line {
        return this.#line;
    }

    /** Another connection is another line; undefined: there is none. */
    follow(peer: Peer | undefined): void {
        if (peer === this.#peer) return;
        this.#peer = peer;
        this.#cancel();
        this.#before = undefined;
        this.#roundTrip = new RoundTrip();
        this.#thrift = new Thrift();
        this.#level = new LineLevel();
        this.#show(kGoodLine);
    }

    told(state: PeerState): void {
        this.#cancel();
        this.#silent = 0;
        this.#lively = false;
        if (state === 'connected') this.#lookSoon();
    }

    /** Of so many people is the conversation: the more there are, the smaller is each picture. */
    crowd(people: number): void {
        if (people === this.#people) return;
        this.#people = people;
        if (this.#peer !== undefined && this.#before !== undefined) limitPicture(this.#peer, this.#thrift.step, people);
    }

    /** A card is held to the camera, or not any more. */
    read(reading: boolean): void {
        if (reading === this.#reading) return;
        this.#reading = reading;
        // Before the first look it is not set at all.
        if (this.#peer !== undefined && this.#before !== undefined) preferLetters(this.#peer, reading);
    }

    /** Nothing is to come now: that nothing comes says nothing of the line. */
    rest(resting: boolean): void {
        this.#resting = resting;
        this.#silent = 0;
        this.#lively = false;
    }

    #lookSoon(): void {
        this.#cancel = this.world.setTimer(this.#silent > 0 ? kAgainMs : kLookEveryMs, () => void this.#look());
    }

    async #look(): Promise<void> {
        const peer = this.#peer;
        if (peer === undefined) return;
        const stats = await peer.connection.getStats().catch(() => undefined);
        if (peer !== this.#peer || peer.connection.connectionState !== 'connected') return;
        if (stats !== undefined) this.#take(peer, countersOf(stats.values()));
        this.#lookSoon();
    }

    #take(peer: Peer, now: Counters): void {
        const before = this.#before;
        this.#before = now;
        const roundTripMs = this.#roundTrip.look(now.answer);
        if (before === undefined) return this.#begin(peer);
        const stretch = { ...between(before, now), roundTripMs };
        this.#listen(stretch);
        // What is not heard at all says nothing of how much the line carries.
        if (this.#silent > 0) return undefined;
        const step = this.#thrift.step;
        const next = this.#thrift.look(stretch, peer.sends('camera'));
        if (next !== step) limitPicture(peer, next, this.#people);
        const level = this.#level.look(levelOf(stretch, next));
        this.#show({ level, picture: next === 0 ? 'full' : next < kPictureOff ? 'less' : 'none' });
        return undefined;
    }

    #begin(peer: Peer): void {
        putSoundFirst(peer, this.#reading);
        if (this.#people > 2) limitPicture(peer, this.#thrift.step, this.#people);
    }

    #listen({ received }: Stretch): void {
        if (this.#resting) return;
        if (received > 0) {
            this.#silent = 0;
            this.#lively ||= received >= kLivelyPackets;
        } else if (this.#lively) {
            this.#silent += 1;
            if (this.#silent === 1) this.events.doubt();
            if (this.#silent % kSayAgainLooks === kSilentLooks) this.events.silent();
        }
    }

    #show(line: Line): void {
        if (line.level === this.#line.level && line.picture === this.#line.picture) return;
        this.#line = line;
        this.events.line(line);
    }
}
