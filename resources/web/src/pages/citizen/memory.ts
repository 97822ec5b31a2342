// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What survives a reload: the place in line above all. Where the browser stores nothing, it lives as long as the page.
import { kMaxGeneration } from '../../protocol/messages.js';
import type { Language } from '../../protocol/messages.js';
import type { DeviceKind } from '../../room/devices.js';
import type { TextChoice } from '../../room/visitText.js';

export interface DeviceChoice {
    readonly microphone: boolean;
    readonly camera: boolean;
}

export interface KnownGuest {
    readonly code: string;
    readonly token: string;
    readonly name: string;
    /** Comes from an own place in line, which ends with it. */
    readonly place?: true;
}

const kTokenForm = /^[A-Za-z0-9_-]{22}$/;
const kPrefix = 'sprechtag.';
/** The server keeps as many messages of a visit, and says those again. */
const kKeptMessages = 20;

export class Memory {
    readonly #fallback = new Map<string, string>();

    #read(key: string): string | undefined {
        try {
            return sessionStorage.getItem(kPrefix + key) ?? this.#fallback.get(key);
        } catch {
            return this.#fallback.get(key);
        }
    }

    #write(key: string, value: string | undefined): void {
        if (value === undefined) this.#fallback.delete(key);
        else this.#fallback.set(key, value);
        try {
            if (value === undefined) sessionStorage.removeItem(kPrefix + key);
            else sessionStorage.setItem(kPrefix + key, value);
        } catch {
            // Blocked or full: the fallback holds it while the page lives, the fragment holds the token.
        }
    }

    /** The fragment wins: it is how a place comes to another device. */
    get token(): string | undefined {
        const fromFragment = new URLSearchParams(location.hash.slice(1)).get('t') ?? '';
        const token = kTokenForm.test(fromFragment) ? fromFragment : (this.#read('token') ?? '');
        return kTokenForm.test(token) ? token : undefined;
    }

    set token(token: string | undefined) {
        this.#write('token', token);
        history.replaceState(null, '', token === undefined ? location.pathname + location.search : `#t=${token}`);
    }

    get devices(): DeviceChoice | undefined {
        const stored = this.#read('devices');
        return stored === undefined
            ? undefined
            : { microphone: stored.includes('m'), camera: stored.includes('c') };
    }

    set devices(choice: DeviceChoice | undefined) {
        const text = choice && `${choice.microphone ? 'm' : ''}${choice.camera ? 'c' : ''}-`;
        this.#write('devices', text);
    }

    /** Which microphone, camera and loudspeaker this tab uses; nothing stays on the device beyond the tab. */
    chosenDevice(kind: DeviceKind): string | undefined {
        return this.#read(`device.${kind}`);
    }

    chooseDevice(kind: DeviceKind, id: string): void {
        this.#write(`device.${kind}`, id === '' ? undefined : id);
    }

    get language(): Language | undefined {
        const stored = this.#read('language');
        return stored === 'de' || stored === 'en' ? stored : undefined;
    }

    set language(language: Language | undefined) {
        this.#write('language', language);
    }

    /** The longest wait that was named when the number was drawn. */
    get promisedMinutes(): number | undefined {
        const stored = this.#read('promised');
        return stored === undefined ? undefined : Number(stored);
    }

    set promisedMinutes(minutes: number | undefined) {
        if (minutes !== this.promisedMinutes) this.#write('promised', minutes === undefined ? undefined : String(minutes));
    }

    /** Which messages of clerks were put away, by their keys: the server may not have heard of it. */
    get readMessages(): ReadonlySet<string> {
        return new Set((this.#read('read') ?? '').split('\n').filter(Boolean));
    }

    set readMessages(keys: ReadonlySet<string>) {
        this.#write('read', keys.size === 0 ? undefined : [...keys].slice(-kKeptMessages).join('\n'));
    }

    /** Whose door was knocked at: who comes back goes on as the same guest. */
    get guest(): KnownGuest | undefined {
        const [code = '', token = '', name = '', place = ''] = (this.#read('guest') ?? '').split('\n');
        return kTokenForm.test(token) ? { code, token, name, ...(place === 'place' && { place: true }) } : undefined;
    }

    set guest(guest: KnownGuest | undefined) {
        this.#write('guest', guest && [guest.code, guest.token, guest.name, guest.place === true ? 'place' : ''].join('\n'));
    }

    /** The wait is over, what was decided on camera and microphone goes on. */
    forgetPlace(): void {
        for (const key of ['token', 'promised', 'read']) this.#write(key, undefined);
    }

    /** How the citizen writes. */
    get writing(): TextChoice {
        return {
            letters: this.#read('letters') !== 'no',
            open: this.#read('text') === 'open',
            readUpTo: Number(this.#read('text-read') ?? 0),
        };
    }

    set writing({ letters, open, readUpTo }: TextChoice) {
        this.#write('letters', letters ? undefined : 'no');
        this.#write('text', open ? 'open' : undefined);
        this.#write('text-read', readUpTo === 0 ? undefined : String(readUpTo));
    }

    /** Whether the page was reloaded for a newer version already: once is enough. */
    takeUpgradeTurn(): boolean {
        if (this.#read('upgraded') !== undefined) return false;
        this.#write('upgraded', 'yes');
        return true;
    }

    /**
     * Grows across reloads and devices within a ticket's day: beside the remembered count stands the time of day, so
     * that a second device, which remembers nothing, does not begin below the first.
     */
    nextGeneration(): number {
        const timeOfDay = Math.floor((Date.now() % 86_400_000) / 100);
        const last = Number(this.#read('generation') ?? 0);
        const next = Math.min(kMaxGeneration, Math.max(last + 1, timeOfDay));
        this.#write('generation', String(next));
        return next;
    }

    forgetVisit(): void {
        this.token = undefined;
        this.devices = undefined;
        this.promisedMinutes = undefined;
        this.readMessages = new Set();
        this.#write('generation', undefined);
        this.#write('text', undefined);
        this.#write('text-read', undefined);
    }
}
