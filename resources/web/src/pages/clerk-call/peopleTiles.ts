// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The guests on the clerk's stage, beside the citizen: each with picture, sound and name, and one large where it is
// wanted, such as somebody who speaks in signs. Whoever is not named any more is gone from the page at once.
import type { ClerkView } from '../../room/clerkView.js';
import { isGuest, pinned, type RoomPerson } from '../../room/roomMesh.js';
import { visitorMaySend } from '../../state/control.js';
import type { Translate } from '../../text/index.js';
import { roleWords } from '../../text/roles.js';
import { play } from './playing.js';
import type { Sinkable } from './playing.js';

interface Tile {
    readonly root: HTMLElement;
    readonly video: Sinkable;
    readonly name: HTMLElement;
    readonly message: HTMLElement;
    readonly large: HTMLButtonElement;
}

export class PeopleTiles {
    readonly #page = document.documentElement;
    readonly #tiles = new Map<number, Tile>();
    #large: number | undefined;
    #last: readonly [ClerkView, Translate] | undefined;

    constructor(private readonly root: HTMLElement) {}

    show(view: ClerkView, text: Translate): void {
        this.#last = [view, text];
        const guests = pinned(view.people.filter((person) => view.call?.joined === true || isGuest(person)));
        for (const [peer, tile] of [...this.#tiles]) {
            if (guests.some((guest) => guest.peer === peer)) continue;
            play(tile.video, []);
            tile.root.remove();
            this.#tiles.delete(peer);
            if (this.#large === peer) this.#large = undefined;
        }
        for (const guest of guests) this.#draw(guest, view, text);
        this.#sort(guests);
        this.#page.dataset['others'] = String(guests.length);
        this.#page.classList.toggle('with-people', guests.length > 0);
        this.#page.classList.toggle('with-large', this.#large !== undefined);
    }

    #draw(guest: RoomPerson, { speaker, consults }: ClerkView, text: Translate): void {
        const tile = this.#tiles.get(guest.peer) ?? this.#make(guest.peer);
        const may = guest.role === 'clerk' ? { microphone: true, camera: true, screen: true } : visitorMaySend(guest.control);
        const isScreen = may.screen && guest.media?.screen === true;
        const isPicture = may.camera && guest.media?.camera !== false;
        const isSound = may.microphone && guest.media?.microphone !== false;
        const connected = guest.phase === 'connected';
        play(tile.video, [isScreen ? guest.remote?.screen : guest.remote?.camera, guest.remote?.microphone]);
        tile.video.muted = consults && !guest.isConsulting;
        void tile.video.setSinkId?.(speaker).catch(() => undefined);
        const role = roleWords(guest, text);
        const name = guest.name === '' ? role : guest.name;
        tile.video.ariaLabel = text('room.picture', { name });
        tile.video.classList.toggle('away', !isScreen && !isPicture);
        tile.name.textContent = [name, role, guest.isConsulting && text('room.alone'), connected && !isSound && text('clerk.remote_muted')]
            .filter((word) => word !== false)
            .join(' · ');
        const away = guest.isAway ? 'room.away' : 'room.connecting';
        const word = guest.control.on_hold ? 'room.on_hold' : !connected ? away : isScreen || isPicture ? undefined : 'room.no_picture';
        tile.message.hidden = word === undefined;
        tile.message.textContent = word === undefined ? '' : text(word);
        const isLarge = this.#large === guest.peer;
        tile.root.classList.toggle('large', isLarge);
        tile.root.dataset['phase'] = guest.phase ?? '';
        tile.large.ariaPressed = String(isLarge);
        tile.large.ariaLabel = text('room.large', { name });
    }

    /** Whoever was there stays where they are, unless somebody is pinned before them: a moved picture stands still. */
    #sort(guests: readonly RoomPerson[]): void {
        const wanted = guests.flatMap(({ peer }) => this.#tiles.get(peer)?.root ?? []);
        if (wanted.some((root, place) => this.root.children[place] !== root)) this.root.append(...wanted);
    }

    #make(peer: number): Tile {
        const tile: Tile = {
            root: document.createElement('div'),
            video: document.createElement('video'),
            name: document.createElement('p'),
            message: document.createElement('p'),
            large: document.createElement('button'),
        };
        tile.root.className = 'guest';
        tile.root.dataset['peer'] = String(peer);
        tile.video.id = `person-${peer}`;
        tile.video.playsInline = true;
        tile.video.autoplay = true;
        tile.name.className = 'guest-name';
        tile.message.className = 'guest-message';
        tile.large.type = 'button';
        tile.large.className = 'guest-large';
        tile.large.addEventListener('click', () => {
            this.#large = this.#large === peer ? undefined : peer;
            if (this.#last !== undefined) this.show(...this.#last);
        });
        tile.root.append(tile.video, tile.message, tile.name, tile.large);
        this.root.append(tile.root);
        this.#tiles.set(peer, tile);
        return tile;
    }
}
