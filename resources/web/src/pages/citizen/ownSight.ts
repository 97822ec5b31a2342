// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's end of looking at a document together: hears of it on the line to the server, and says what is done.
import { setTimer } from '../../connection/browserWorld.js';
import type { Message, Notice } from '../../protocol/messages.js';
import { SharedView, type Sight } from '../../room/sharedView.js';
import type { TextSituation } from '../../room/visitText.js';

export class OwnSight {
    readonly view: SharedView;
    #situation: TextSituation = { talking: false, epoch: 0, online: false };

    constructor(notify: (notice: Notice) => boolean, changed: (sight: Sight | undefined) => void) {
        this.view = new SharedView({
            own: 'citizen',
            send: (file, change) => {
                const { talking, online, epoch } = this.#situation;
                return talking && online && notify({ type: 'view.change', epoch, file, change });
            },
            now: Date.now,
            setTimer,
            changed,
        });
    }

    receive(message: Message<'view.state'> | Message<'view.changed'>): void {
        if (message.type === 'view.state') this.view.told(message.view);
        else this.view.heard(message.from, message.file, message.change);
    }

    update(situation: TextSituation): void {
        const before = this.#situation;
        this.#situation = situation;
        if (!situation.talking) this.view.forget();
        else if (situation.online && !before.online) this.view.lineReturned();
    }
}
