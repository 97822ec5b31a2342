// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a guest reads: to the page, the own lines are those of the one who sits before it, as they are to a citizen, and
// the citizen is one of the others.
import type { SpokenLine } from '../../../protocol/messages.js';
import { kCitizenPeer } from '../../../room/roomMesh.js';

export function asRead(lines: readonly SpokenLine[], me: number, citizen: string): readonly SpokenLine[] {
    return lines.map((line) => {
        if (line.from === 'guest' && line.peer === me) {
            const { peer: _peer, name: _name, ...own } = line;
            return { ...own, from: 'citizen' };
        }
        return line.from === 'citizen' ? { ...line, from: 'guest', peer: kCitizenPeer, name: citizen } : line;
    });
}
