// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the citizen writes, and how this tab remembers to write it.
import { setTimer } from '../../connection/browserWorld.js';
import type { Notice } from '../../protocol/messages.js';
import { VisitText } from '../../room/visitText.js';
import type { TextView } from '../../room/visitText.js';
import type { Memory } from './memory.js';

export function openText(memory: Memory, notify: (notice: Notice) => boolean, show: (written: TextView) => void): VisitText {
    const changed = (written: TextView): void => {
        memory.writing = written;
        show(written);
    };
    return new VisitText({ notify, now: Date.now, setTimer, changed }, memory.writing);
}
