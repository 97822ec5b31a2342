// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Who comes into a conversation and who leaves it, for whoever does not see the pictures.
import { useEffect, useRef } from 'preact/hooks';
import { isGuest, type RoomPerson } from '../../../room/roomMesh.js';
import type { TextKey, Translate } from '../../../text/index.js';
import { roleWords } from '../../../text/roles.js';
import { announce } from '../announcer.js';
import { nameOf } from './people.js';

/** As on the tile. */
function saidOf(person: RoomPerson, text: Translate): string {
    const name = nameOf(person, text);
    const role = isGuest(person) ? roleWords(person, text) : name;
    return role === name ? name : `${name} (${role})`;
}

/** Whoever is found there on the first sight has come for the reader; whoever is only out of line has not left. */
export function useSpokenPeople(people: readonly RoomPerson[], text: Translate): void {
    const known = useRef<ReadonlyMap<number, string>>(new Map());
    useEffect(() => {
        // A colleague whom the clerk asks alone is not in the conversation yet; the clerk still is.
        const there = people.filter((person) => !(isGuest(person) && person.isConsulting));
        const now = new Map(there.map((person) => [person.peer, saidOf(person, text)]));
        const came = beside(now, known.current);
        const gone = beside(known.current, now);
        known.current = now;
        // What is urgent drops small news that wait: it goes first.
        if (came.length > 0) announce(sentences('room.came', came, text), 'urgent');
        if (gone.length > 0) announce(sentences('room.gone', gone, text), 'status');
    }, [people]);
}

function beside(some: ReadonlyMap<number, string>, others: ReadonlyMap<number, string>): string[] {
    return [...some].flatMap(([peer, name]) => (others.has(peer) ? [] : [name]));
}

function sentences(key: TextKey, names: readonly string[], text: Translate): string {
    return names.map((name) => text(key, { name })).join(' ');
}
