// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Calls a person back who looks elsewhere: sound and vibration. The title is the view's business.
import { tone } from '../../room/tone.js';

let audio: AudioContext | undefined;

/** Browsers let sound out only after a click; so the first click prepares it. */
export function prepareSound(): void {
    try {
        audio ??= new AudioContext();
        if (audio.state === 'suspended') void audio.resume();
    } catch {
        audio = undefined;
    }
}

export function playChime(): void {
    if (audio === undefined) return;
    const now = audio.currentTime;
    tone(audio.destination, 660, now, 0.5);
    tone(audio.destination, 880, now + 0.25, 0.7);
}

export function attract(strength: 'soft' | 'strong'): void {
    playChime();
    if ('vibrate' in navigator) navigator.vibrate(strength === 'soft' ? [200] : [300, 150, 300, 150, 600]);
}

/** Keeps a phone's screen on while its owner waits; where the browser cannot, nothing is lost. */
export class WakeLock {
    #wanted = false;
    #lock: WakeLockSentinel | undefined;

    constructor() {
        document.addEventListener('visibilitychange', () => void this.#apply());
    }

    want(wanted: boolean): void {
        if (this.#wanted === wanted) return;
        this.#wanted = wanted;
        void this.#apply();
    }

    async #apply(): Promise<void> {
        if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
        try {
            if (this.#wanted) this.#lock = await navigator.wakeLock.request('screen');
            else await this.#lock?.release();
        } catch {
            this.#lock = undefined;
        }
    }
}

const kBlinkMs = 1500;

/** The page's title; while its reader looks elsewhere, in turns with what there is to know. */
export class TitleBar {
    #title = '';
    #news: string | undefined;
    #blink: ReturnType<typeof setInterval> | undefined;

    constructor() {
        document.addEventListener('visibilitychange', () => this.#apply());
    }

    show(title: string, news: string | undefined): void {
        this.#title = title;
        this.#news = news;
        this.#apply();
    }

    #apply(): void {
        clearInterval(this.#blink);
        this.#blink = undefined;
        const news = this.#news;
        const whole = news === undefined ? this.#title : `${news} – ${this.#title}`;
        document.title = whole;
        if (news === undefined || document.visibilityState !== 'hidden') return;
        let alone = false;
        this.#blink = setInterval(() => {
            alone = !alone;
            document.title = alone ? news : whole;
        }, kBlinkMs);
    }
}

const kAsleepMs = 30_000;

/** Somebody looks at the page again; a device that slept may hold a dead line without knowing. */
export function whenSeenAgain(act: (slept: boolean) => void): void {
    let hiddenSince = 0;
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') hiddenSince = Date.now();
        else act(Date.now() - hiddenSince > kAsleepMs);
    });
}
