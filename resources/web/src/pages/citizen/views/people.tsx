// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Further people in a conversation: each with picture, sound and name, none larger than the others unless one is wanted
// large, such as somebody who speaks in signs.
import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { isGuest, pinned, type RoomPerson } from '../../../room/roomMesh.js';
import { visitorMaySend } from '../../../state/control.js';
import type { Translate } from '../../../text/index.js';
import { kRoles, roleWords } from '../../../text/roles.js';
import { Button, Icon, Video } from './parts.js';

export function nameOf(person: RoomPerson, text: Translate): string {
    return person.name === '' ? text(kRoles[person.role]) : person.name;
}

/** Heard and seen, as far as the clerk allows it and the person wants it. */
function heardOf({ role, control, media }: RoomPerson): { readonly sound: boolean; readonly picture: boolean } {
    const may = role === 'clerk' ? { microphone: true, camera: true } : visitorMaySend(control);
    return { sound: may.microphone && (media?.microphone ?? true), picture: may.camera && (media?.camera ?? true) };
}

interface PersonProps {
    readonly person: RoomPerson;
    readonly text: Translate;
    readonly sink: string;
    readonly large: boolean;
    readonly onLarge: (large: boolean) => void;
}

export function PersonTile({ person, text, sink, large, onLarge }: PersonProps): JSX.Element {
    const [unblock, setUnblock] = useState<(() => void) | undefined>(undefined);
    const blocked = useCallback((play: (() => void) | undefined) => setUnblock(() => play), []);
    const name = nameOf(person, text);
    const { sound, picture } = heardOf(person);
    const isScreen = person.media?.screen === true && person.remote?.screen !== undefined;
    const connected = person.phase === 'connected';
    const quiet = person.control.on_hold ? 'room.on_hold' : person.isAway ? 'room.away' : connected ? undefined : 'room.connecting';
    return (
        <div class={`person${large ? ' person--large' : ''}${person.signs === true ? ' person--signs' : ''}`} data-peer={person.peer} data-phase={person.phase}>
            <Video
                id={`person-${person.peer}`}
                class={picture || isScreen ? '' : 'away'}
                tracks={[isScreen ? person.remote?.screen : person.remote?.camera, person.remote?.microphone]}
                label={text('room.picture', { name })}
                sink={sink}
                onBlocked={blocked}
            />
            {quiet !== undefined && <p class="person-message">{text(quiet)}</p>}
            {quiet === undefined && !picture && !isScreen && <p class="person-message">{text('room.no_picture')}</p>}
            {unblock !== undefined && (
                <div class="unblock">
                    <Button
                        kind="primary"
                        icon="sound"
                        label={text('call.sound_on')}
                        onPress={() => {
                            unblock();
                            setUnblock(undefined);
                        }}
                    />
                </div>
            )}
            <p class="person-name">
                <span>{name}</span>
                {isGuest(person) && <span class="person-role">{roleWords(person, text)}</span>}
                {connected && !sound && (
                    <span class="muted">
                        <Icon name="microphone_off" />
                        <span class="kern-sr-only">{text('call.remote_muted')}</span>
                    </span>
                )}
            </p>
            <button
                type="button"
                class="person-large"
                aria-pressed={large ? 'true' : 'false'}
                aria-label={text('room.large', { name })}
                onClick={() => onLarge(!large)}
            >
                <Icon name={large ? 'smaller' : 'larger'} />
            </button>
        </div>
    );
}

/**
 * Who is large: whoever was chosen; until then, for whom it is needed, the one who speaks in signs. Hands must be seen
 * from the first moment on.
 */
export function useLarge(people: readonly RoomPerson[], needsSigns: boolean): readonly [number | undefined, (peer: number | undefined) => void] {
    const [chosen, setChosen] = useState<number | 'nobody' | undefined>(undefined);
    const signer = needsSigns ? people.find(({ signs }) => signs === true)?.peer : undefined;
    const wanted = chosen === undefined ? signer : chosen === 'nobody' ? undefined : chosen;
    const isThere = people.some(({ peer }) => peer === wanted);
    return [isThere ? wanted : undefined, (peer) => setChosen(peer ?? 'nobody')];
}

interface TilesProps {
    readonly people: readonly RoomPerson[];
    readonly text: Translate;
    readonly sink: string;
    readonly large: number | undefined;
    readonly onLarge: (peer: number | undefined) => void;
}

export function PeopleTiles({ people, text, sink, large, onLarge }: TilesProps): JSX.Element {
    return (
        <>
            {pinned(people).map((person) => (
                <PersonTile
                    key={person.peer}
                    person={person}
                    text={text}
                    sink={sink}
                    large={large === person.peer}
                    onLarge={(on) => onLarge(on ? person.peer : undefined)}
                />
            ))}
        </>
    );
}
