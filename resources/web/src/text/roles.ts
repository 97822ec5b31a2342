// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What somebody who came into a conversation is there for.
import type { RoomPerson } from '../room/roomMesh.js';
import type { Translate } from './index.js';

/** In the language of the page, or as it calls itself; the tag where nobody knows better. */
export function languageName(tag: string, lang: string): string {
    try {
        return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
    } catch {
        return tag;
    }
}

export const kRoles = {
    clerk: 'room.clerk',
    citizen: 'room.citizen',
    guest: 'room.guest',
    interpreter: 'room.guest',
    colleague: 'room.colleague',
} as const;

/** A colleague is known by the office. */
export function roleWords({ role, language, signs, office }: RoomPerson, text: Translate): string {
    if (role !== 'interpreter' || language === undefined) return office === '' ? text(kRoles[role]) : office;
    const name = languageName(language, text('page.lang'));
    return text('room.interpreter', { language: signs === true && name === language ? text('room.signs') : name });
}
