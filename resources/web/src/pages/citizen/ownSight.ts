// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's end of looking at a document together, and of filling it in: hears of it on the line to the server, and says
// what is done.
import { setTimer } from '../../connection/browserWorld.js';
import type { Answer } from '../../connection/connection.js';
import type { Command, Message, Notice, SightStep, ToClient } from '../../protocol/messages.js';
import { SharedView, type Sight } from '../../room/sharedView.js';
import type { TextSituation } from '../../room/visitText.js';
import { AskedCard } from './askedCard.js';
import { OwnForm } from './ownForm.js';

type OfView = Message<'view.state'> | Message<'view.changed'>;
type OfForm = Message<'form.state'> | Message<'form.updated'> | Message<'form.claimed'>;

const isOfForm = (message: ToClient): message is OfForm => message.type.startsWith('form.');
type OfSight = OfView | OfForm | Message<'sight.state'>;
const kKinds = ['form.', 'view.', 'sight.'];
export const isOfSight = (message: ToClient): message is OfSight => kKinds.some((kind) => message.type.startsWith(kind));
export class OwnSight {
    readonly view: SharedView;
    readonly form: OwnForm;
    readonly card: AskedCard;
    #situation: TextSituation = { talking: false, epoch: 0, online: false };

    constructor(
        notify: (notice: Notice) => boolean,
        commandNow: (command: Command) => Promise<Answer>,
        changed: { seen(sight: Sight | undefined): void; asked(step: SightStep | undefined): void },
        looksOn = false,
    ) {
        this.card = new AskedCard({ notify, setTimer, changed: changed.asked });
        this.view = new SharedView({
            own: 'citizen',
            looksOn,
            send: (file, change) => {
                const { talking, online, epoch } = this.#situation;
                return !looksOn && talking && online && notify({ type: 'view.change', epoch, file, change });
            },
            now: Date.now,
            setTimer,
            changed: changed.seen,
        });
        this.form = new OwnForm(notify, commandNow, () => this.#situation);
    }

    receive(message: OfSight): void {
        if (isOfForm(message)) this.form.receive(message);
        else if (message.type === 'sight.state') this.card.told(message.step);
        else if (message.type === 'view.state') this.view.told(message.view);
        else this.view.heard(message.from, message.file, message.change);
    }

    update(situation: TextSituation): void {
        const before = this.#situation;
        this.#situation = situation;
        this.card.update(situation);
        if (before.online && !situation.online) this.form.lineLost();
        if (!situation.talking) {
            this.view.forget();
            this.form.forget();
        } else if (situation.online && !before.online) this.view.lineReturned();
    }
}
