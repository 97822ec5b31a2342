// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of the line to the citizen: how it stands, how good it is, and how it comes back.
import type { ToApp } from '../protocol/bridge.js';
import { kGoodLine, LineWatch } from './lineWatch.js';
import { OutageClock } from './outage.js';
import type { Outage } from './outage.js';
import type { Peer, PeerState } from './peer.js';
import { Recovery } from './recovery.js';

type Said = Extract<ToApp, { type: 'call.connection' }>['state'];

export interface ClerkLineWorld {
    setTimer(ms: number, action: () => void): () => void;
    report(message: ToApp): void;
    outage(outage: Outage): void;
    /** Whether a picture is sent at all has changed by itself. */
    pictureTurned(): void;
    restart(peer: Peer): void;
    askForNew(): void;
}

const kSaid: Readonly<Record<Outage['kind'], Said>> = {
    none: 'connected',
    building: 'connecting',
    restoring: 'interrupted',
    unreachable: 'failed',
};

export class ClerkLine {
    #peer: Peer | undefined;
    #said: Said | undefined;
    #withheld = false;
    readonly #outage: OutageClock;
    readonly #watch: LineWatch;
    readonly #recovery: Recovery;

    constructor(private readonly world: ClerkLineWorld) {
        this.#outage = new OutageClock(world.setTimer, (outage) => this.#outageChanged(outage));
        this.#watch = new LineWatch(world, {
            line: (line) => this.#lineChanged(line),
            doubt: () => undefined,
            silent: () => this.#recovery.restart(),
        });
        this.#recovery = new Recovery({
            setTimer: world.setTimer,
            restart: () => {
                if (this.#peer !== undefined) world.restart(this.#peer);
            },
            renew: () => world.askForNew(),
            settled: () => this.#outage.outage.kind === 'none' && this.#peer?.connection.signalingState === 'stable',
        });
    }

    /** Our picture is left out, so that the sound comes through. */
    get pictureWithheld(): boolean {
        return this.#withheld;
    }

    begin(): void {
        this.end();
        this.#say('connecting');
    }

    follow(peer: Peer | undefined): void {
        this.#recovery.stop();
        this.#peer = peer;
        this.#watch.follow(peer);
        if (peer !== undefined) this.#outage.told('connecting');
    }

    told(state: PeerState): void {
        this.#watch.told(state);
        this.#outage.told(state);
        this.#recovery.told(state);
    }

    rest(resting: boolean): void {
        this.#watch.rest(resting);
    }

    crowd(people: number): void {
        this.#watch.crowd(people);
    }

    networkChanged(): void {
        if (this.#peer?.answered === true) this.#recovery.restart();
    }

    end(): void {
        this.follow(undefined);
        this.#outage.reset();
        this.#said = undefined;
    }

    #outageChanged(outage: Outage): void {
        this.world.outage(outage);
        if (this.#peer !== undefined) this.#say(kSaid[outage.kind]);
    }

    #say(state: Said): void {
        if (state === this.#said) return;
        this.#said = state;
        this.world.report({ type: 'call.connection', state });
    }

    #lineChanged(line: typeof kGoodLine): void {
        this.world.report({ type: 'call.quality', ...line });
        const withheld = line.picture === 'none';
        if (withheld === this.#withheld) return;
        this.#withheld = withheld;
        this.world.pictureTurned();
    }
}
