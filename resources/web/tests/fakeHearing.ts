// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Ears that hear what the test says.
import type { Hearing } from '../src/room/ear.js';

export class FakeHearing {
    level = 0;
    /** The ids of the tracks that are listened to. */
    readonly heard: string[] = [];

    open(track: MediaStreamTrack): Hearing {
        this.heard.push(track.id);
        return { level: () => this.level, close: () => void this.heard.splice(this.heard.indexOf(track.id), 1) };
    }
}
