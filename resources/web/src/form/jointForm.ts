// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Two people fill in one form. Each side writes into a document of its own and reads the other's, so that nothing that
// somebody has typed is overwritten by anybody else; which of two entries counts is told by what each had seen.
import * as Y from 'yjs';
import { fits, type FormField, otherSide, type Side } from './fields.js';

/** What the server takes at once, and the whole of one side. */
export const kChangeBytes = 8192;
export const kWholeBytes = 40_960;
/** After so much the server gets the whole anew, so that it need not keep each letter. */
const kTidyAfterBytes = 65_536;
/** Letters in all that one side may enter: the whole must go over the line at once. */
const kRoomBytes = 32_768;
const kEntryBytes = 64;

/** `turn` counts what this side has said of the field; `seen`: the other's turn that it knew. */
interface Entry {
    readonly value: string;
    readonly turn: number;
    readonly seen: number;
}

export interface FieldState {
    readonly value: string;
    /** Who entered it; undefined: it stood in the form. */
    readonly by?: Side;
    /** Entered at the same time, and not what counts: kept until somebody decides. */
    readonly rival?: { readonly value: string; readonly by: Side };
    /** Who is in the field now. */
    readonly editor?: Side;
    /** The other one is in the field: wait. */
    readonly locked: boolean;
}

export interface Change {
    readonly bytes: Uint8Array;
    /** All of this side: what it said before may be forgotten. */
    readonly whole: boolean;
}

export interface JointEvents {
    /** False: there is no line now. */
    send(change: Change): boolean;
    claim(field: number | undefined): boolean;
    changed(): void;
}

/** What the server has kept of both, as it tells whoever comes back. */
export type Kept = Readonly<Record<Side, readonly Uint8Array[]>>;

const kSides: readonly Side[] = ['citizen', 'clerk'];

function isEntry(value: unknown): value is Entry {
    if (typeof value !== 'object' || value === null) return false;
    const { value: text, turn, seen } = value as Partial<Record<keyof Entry, unknown>>;
    return typeof text === 'string' && Number.isSafeInteger(turn) && Number.isSafeInteger(seen);
}

const entriesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('entries');

/** Whatever the other side sends: what is no change is nothing. */
function apply(doc: Y.Doc, bytes: Uint8Array): void {
    try {
        Y.applyUpdate(doc, bytes);
    } catch {
        // Not ours to mend: the other side says it again when it comes back.
    }
}

export class JointForm {
    readonly #docs: Record<Side, Y.Doc> = { citizen: new Y.Doc(), clerk: new Y.Doc() };
    readonly #claims: Partial<Record<Side, number>> = {};
    /** How far the server knows this side. */
    #sent = Y.encodeStateVector(new Y.Doc());
    #sentBytes = 0;
    #frozen = false;
    #held = false;

    constructor(
        readonly own: Side,
        readonly fields: readonly FormField[],
        private readonly events: JointEvents,
    ) {}

    get frozen(): boolean {
        return this.#frozen;
    }

    /** Confirmed: nobody writes any more. */
    freeze(frozen: boolean): void {
        this.#frozen = frozen;
        this.#held = false;
        if (frozen) for (const side of kSides) delete this.#claims[side];
        this.events.changed();
    }

    /** On its way to be confirmed: this side enters nothing that would not be in it. */
    hold(held: boolean): void {
        this.#held = held;
        this.events.changed();
    }

    state(field: FormField): FieldState {
        const citizen = this.#entry('citizen', field);
        const clerk = this.#entry('clerk', field);
        const editor = this.#editor(field);
        const locked = this.#frozen || this.#held || editor === otherSide(this.own);
        const rest = { locked, ...(editor !== undefined && { editor }) };
        if (citizen === undefined && clerk === undefined) return { value: field.initial, ...rest };
        if (clerk === undefined || (citizen !== undefined && citizen.seen >= clerk.turn)) {
            return { value: citizen?.value ?? '', by: 'citizen', ...rest };
        }
        if (citizen === undefined || clerk.seen >= citizen.turn) return { value: clerk.value, by: 'clerk', ...rest };
        // Neither knew of the other. It is the citizen's form; the same on both sides.
        const counts = { value: citizen.value, by: 'citizen' as const, ...rest };
        return citizen.value === clerk.value ? counts : { ...counts, rival: { value: clerk.value, by: 'clerk' } };
    }

    value = (field: FormField): string => this.state(field).value;

    /** What this side has entered last, also where another entry counts. */
    ownValue(field: FormField): string | undefined {
        return this.#entry(this.own, field)?.value;
    }

    /** False: it cannot be entered now, or there is no more room. */
    type(field: FormField, value: string): boolean {
        if (field.readOnly || (field.kind === 'signature' && this.own !== 'citizen')) return false;
        if (this.#frozen || !fits(field, value) || !this.#hasRoom(field, value)) return false;
        const { rival, locked } = this.state(field);
        if (locked) return false;
        const before = this.#entry(this.own, field);
        // Who goes on typing has not decided yet what becomes of the other entry.
        const seen = rival === undefined ? (this.#entry(otherSide(this.own), field)?.turn ?? 0) : (before?.seen ?? 0);
        this.#write(field, { value, turn: (before?.turn ?? 0) + 1, seen });
        return true;
    }

    /** Of two entries this one counts, and the other one is dropped. */
    settle(field: FormField, value: string): void {
        if (this.#frozen || this.#held || !fits(field, value)) return;
        const turn = (this.#entry(this.own, field)?.turn ?? 0) + 1;
        this.#write(field, { value, turn, seen: this.#entry(otherSide(this.own), field)?.turn ?? 0 });
    }

    /** This side is in the field, or in none. */
    claim(field: FormField | undefined): void {
        if (this.#frozen || this.#claims[this.own] === field?.index) return;
        this.#setClaim(this.own, field?.index);
        this.events.claim(field?.index);
        this.events.changed();
    }

    otherClaims(index: number | undefined): void {
        this.#setClaim(otherSide(this.own), index);
        this.events.changed();
    }

    receive(bytes: Uint8Array): void {
        apply(this.#docs[otherSide(this.own)], bytes);
        this.events.changed();
    }

    /** There is no line: whoever is in a field on the other side holds up nobody. */
    lineLost(): void {
        this.#setClaim(otherSide(this.own), undefined);
        this.events.changed();
    }

    /** The line is there, with what the server has: the rest of what was entered here goes over it. */
    resume(kept: Kept): void {
        const known = new Y.Doc();
        for (const bytes of kept[this.own]) {
            apply(known, bytes);
            apply(this.#docs[this.own], bytes);
        }
        for (const bytes of kept[otherSide(this.own)]) apply(this.#docs[otherSide(this.own)], bytes);
        this.#sent = Y.encodeStateVector(known);
        this.#sentBytes = kept[this.own].reduce((sum, { length }) => sum + length, 0);
        known.destroy();
        this.flush();
        const claimed = this.#claims[this.own];
        if (claimed !== undefined) this.events.claim(claimed);
        this.events.changed();
    }

    /** Sends what the server does not know yet. False: it could not. */
    flush(): boolean {
        const own = this.#docs[this.own];
        const now = Y.encodeStateVector(own);
        if (isSame(now, this.#sent)) return true;
        const news = Y.encodeStateAsUpdate(own, this.#sent);
        const whole = news.length > kChangeBytes || this.#sentBytes + news.length > kTidyAfterBytes;
        const bytes = whole ? Y.encodeStateAsUpdate(own) : news;
        if (!this.events.send({ bytes, whole })) return false;
        this.#sent = now;
        this.#sentBytes = whole ? bytes.length : this.#sentBytes + bytes.length;
        return true;
    }

    #editor(field: FormField): Side | undefined {
        // Both at once: the citizen stays, the clerk's letters are kept.
        return kSides.find((side) => this.#claims[side] === field.index);
    }

    #setClaim(side: Side, index: number | undefined): void {
        if (index === undefined) delete this.#claims[side];
        else this.#claims[side] = index;
    }

    #entry(side: Side, field: FormField): Entry | undefined {
        const entry = entriesOf(this.#docs[side]).get(String(field.index));
        if (!isEntry(entry) || !fits(field, entry.value)) return undefined;
        return field.kind === 'signature' && side !== 'citizen' ? undefined : entry;
    }

    #write(field: FormField, entry: Entry): void {
        entriesOf(this.#docs[this.own]).set(String(field.index), { ...entry });
        this.events.changed();
    }

    #hasRoom(field: FormField, value: string): boolean {
        let bytes = byteLength(value) + kEntryBytes;
        for (const [key, entry] of entriesOf(this.#docs[this.own]).entries()) {
            if (key !== String(field.index) && isEntry(entry)) bytes += byteLength(entry.value) + kEntryBytes;
        }
        return bytes <= kRoomBytes;
    }
}

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);
