// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk's end of looking at an identity document: says step by step what is to be shown, takes a still to look at
// closely, and says that it was seen or is given up. What the visitor is asked is told by the app; nothing is kept here.
import { make } from '../../document/drawing.js';
import type { SightStep } from '../../protocol/messages.js';
import type { SightCommand, ToApp } from '../../protocol/bridge.js';
import type { ClerkView } from '../../room/clerkView.js';
import type { TextKey, Translate } from '../../text/index.js';
import type { Still } from './still.js';

export interface InspectionWorld {
    report(message: ToApp): void;
    readonly text: Translate;
    /** The pictures make room. */
    occupied(on: boolean): void;
    still(parent: Element): Still;
}

const kSteps: readonly SightStep[] = ['front', 'back', 'tilt'];

export class Inspection {
    #step: SightStep | undefined;
    #still: Still | undefined;
    #word: HTMLElement | undefined;
    readonly #steps = new Map<SightStep, HTMLButtonElement>();
    #freeze: HTMLButtonElement | undefined;
    readonly #ofStill: HTMLButtonElement[] = [];

    constructor(
        private readonly host: HTMLElement,
        private readonly world: InspectionWorld,
    ) {
        host.addEventListener('keydown', (event) => {
            if (event.key === 'Escape') this.#back();
        });
    }

    obey(command: SightCommand): void {
        if (command.step === undefined) return this.#close();
        if (this.#step === undefined) this.#open();
        this.#step = command.step;
        return this.#show();
    }

    /** Whoever is on hold or has gone is not seen: not on a still either. */
    follow({ call, control, remote }: ClerkView): void {
        if (call === undefined || control.on_hold || remote === undefined) this.#live();
    }

    #open(): void {
        const { host, world } = this;
        const { text } = world;
        world.occupied(true);
        host.setAttribute('aria-label', text('check.title'));
        this.#still = world.still(host);
        this.#still.element.setAttribute('aria-label', text('check.picture'));
        const bar = make('div', 'check-tools', host, { role: 'toolbar', 'aria-label': text('check.title') });
        for (const step of kSteps) {
            this.#steps.set(step, this.#button(bar, `check.${step}`, () => world.report({ type: 'sight.ask', step })));
        }
        this.#freeze = this.#button(bar, 'check.still', () => this.#turnStill());
        const still = this.#still;
        const larger = this.#button(bar, 'check.larger', () => still.zoom(1));
        const smaller = this.#button(bar, 'check.smaller', () => still.zoom(-1));
        const turn = this.#button(bar, 'check.turn', () => still.turn());
        this.#ofStill.push(larger, smaller, turn);
        this.#button(bar, 'check.seen', () => world.report({ type: 'sight.seen' })).className = 'check-tool check-tool--seen';
        this.#button(bar, 'check.end', () => world.report({ type: 'sight.end' }));
        this.#word = make('p', 'check-word', host, { role: 'status' });
        this.#steps.get('front')?.focus();
    }

    #button(bar: Element, key: TextKey, press: () => void): HTMLButtonElement {
        const button = make('button', 'check-tool', bar, { type: 'button' });
        button.textContent = this.world.text(key);
        button.addEventListener('click', press);
        return button;
    }

    #show(): void {
        const { text } = this.world;
        for (const [step, button] of this.#steps) button.setAttribute('aria-pressed', String(step === this.#step));
        const frozen = this.#still?.taken === true;
        if (this.#freeze !== undefined) this.#freeze.textContent = text(frozen ? 'check.live' : 'check.still');
        for (const button of this.#ofStill) button.disabled = !frozen;
        if (this.#step !== undefined) this.#say(`${text('check.asked', { what: text(`check.${this.#step}`) })} ${text('check.hint')}`);
    }

    #say(words: string): void {
        if (this.#word !== undefined) this.#word.textContent = words;
    }

    #turnStill(): void {
        if (this.#still?.taken === true) return this.#live();
        const taken = this.#still?.take() === true;
        this.#show();
        return taken ? undefined : this.#say(this.world.text('check.no_picture'));
    }

    #live(): void {
        if (this.#still?.taken !== true) return;
        this.#still.drop();
        // Its tools go off: whoever stands on one goes on from here.
        this.#freeze?.focus();
        this.#show();
    }

    /** From the still to the picture, from there to the end. */
    #back(): void {
        if (this.#still?.taken === true) this.#live();
        else this.world.report({ type: 'sight.end' });
    }

    #close(): void {
        if (this.#step === undefined) return;
        this.#still?.drop();
        this.#step = undefined;
        this.#still = undefined;
        this.#steps.clear();
        this.#ofStill.length = 0;
        this.host.replaceChildren();
        this.world.occupied(false);
    }
}
