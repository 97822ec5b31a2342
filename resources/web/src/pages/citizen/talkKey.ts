// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The key that is held to speak. It writes nothing, and neither browsers nor screen readers have a use for it: so it
// may be held while one types, and wherever one reads.
const kTalkKey = 'F2';

/** Returns how to stop. */
export function listenForTalkKey(hold: (on: boolean) => void): () => void {
    const down = (event: KeyboardEvent): void => {
        if (event.key !== kTalkKey || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        if (!event.repeat) hold(true);
    };
    const up = (event: KeyboardEvent): void => {
        if (event.key === kTalkKey) hold(false);
    };
    // A key that is let go elsewhere is told to nobody.
    const leave = (): void => hold(false);
    addEventListener('keydown', down);
    addEventListener('keyup', up);
    addEventListener('blur', leave);
    return () => {
        removeEventListener('keydown', down);
        removeEventListener('keyup', up);
        removeEventListener('blur', leave);
        hold(false);
    };
}
