// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// One end of looking at a document together: turns, points and marks, says so, and follows the other one.
import type { From, Mark, Place, Pointer, SharedViewState, ViewChange } from '../protocol/view.js';
import { viewAfter } from '../state/view.js';

/** What is to be seen: the document, where, its marks, and where the other one points. */
export interface Sight extends SharedViewState {
    readonly pointer?: Pointer;
}

export interface SharedViewWorld {
    readonly own: From;
    /** A guest, who says nothing and follows both. */
    readonly looksOn?: boolean;
    /** False: there is no line. */
    send(file: string, change: ViewChange): boolean;
    now(): number;
    setTimer(ms: number, action: () => void): () => void;
    changed(sight: Sight | undefined): void;
}

const kAtMostEveryMs = 100;
/** A receipt that has not come by then does not come. */
const kReceiptWithinMs = 3000;
const kPointerStaysMs = 5000;
/** Whoever comes back is told by then what is shown. */
const kToldWithinMs = 2000;

const none = (): void => undefined;

/** Says the newest of many, and not too often. */
class Paced<T> {
    #next: T | undefined;
    #saidAt = Number.NEGATIVE_INFINITY;
    #cancel = none;

    constructor(
        private readonly world: Pick<SharedViewWorld, 'now' | 'setTimer'>,
        private readonly say: (what: T) => void,
    ) {}

    get waits(): boolean {
        return this.#next !== undefined;
    }

    put(what: T): void {
        const waited = this.waits;
        this.#next = what;
        const wait = this.#saidAt + kAtMostEveryMs - this.world.now();
        if (wait <= 0) this.#flush();
        else if (!waited) this.#cancel = this.world.setTimer(wait, () => this.#flush());
    }

    drop(): void {
        this.#cancel();
        this.#next = undefined;
    }

    #flush(): void {
        this.#cancel();
        const what = this.#next;
        this.#next = undefined;
        if (what === undefined) return;
        this.#saidAt = this.world.now();
        this.say(what);
    }
}

export class SharedView {
    #sight: Sight | undefined;
    /** Places of one's own that have no receipt yet. */
    #unanswered = 0;
    #cancelReceipt = none;
    #cancelPointer = none;
    #cancelTold = none;
    #lastMark = 0;
    readonly #places: Paced<Place>;
    readonly #pointers: Paced<Pointer | null>;

    constructor(private readonly world: SharedViewWorld) {
        this.#places = new Paced(world, (place) => this.#sayPlace(place));
        this.#pointers = new Paced(world, (pointer) => void this.#say(pointer === null ? { pointer_gone: {} } : { pointer }));
    }

    get sight(): Sight | undefined {
        return this.#sight;
    }

    /** All of it, by the server's word. */
    told(view: SharedViewState | undefined): void {
        this.#settle();
        this.#cancelTold();
        this.#show(view);
    }

    /** One change of it, also of one's own: a receipt. */
    heard(from: From, file: string, change: ViewChange): void {
        if (this.#sight?.file !== file) return;
        if ('place' in change) this.#follow(from, change.place);
        else if (from === this.world.own && this.world.looksOn !== true) return;
        else if ('pointer' in change) this.#pointAt(change.pointer);
        else if ('pointer_gone' in change) this.#pointAt(undefined);
        else this.#apply(from, change);
    }

    /** On a new line one is told what is shown; where nothing is told, nothing is. */
    lineReturned(): void {
        this.#settle();
        this.#cancelTold();
        if (this.#sight !== undefined) this.#cancelTold = this.world.setTimer(kToldWithinMs, () => this.#show(undefined));
    }

    forget(): void {
        if (this.#sight !== undefined) this.told(undefined);
    }

    turn(place: Place): void {
        if (this.#sight === undefined) return;
        this.#apply(this.world.own, { place });
        this.#places.put(place);
    }

    point(pointer: Pointer | undefined): void {
        if (this.#sight !== undefined) this.#pointers.put(pointer ?? null);
    }

    /** A number for a new stroke. */
    nextMark(): number {
        const own = this.#own().map(({ mark }) => mark.id);
        this.#lastMark = Math.max(this.world.now(), this.#lastMark + 1, ...own.map((id) => id + 1));
        return this.#lastMark;
    }

    mark(mark: Mark): void {
        this.#do({ mark });
    }

    /** The newest of one's own strokes. */
    undo(): void {
        const [newest] = this.#own().slice(-1);
        if (newest !== undefined) this.#do({ erase: { mark: newest.mark.id } });
    }

    clear(): void {
        this.#do({ erase: {} });
    }

    #own(): readonly { readonly mark: Mark }[] {
        return this.#sight?.marks.filter(({ from }) => from === this.world.own) ?? [];
    }

    #do(change: ViewChange): void {
        if (this.#sight === undefined) return;
        this.#apply(this.world.own, change);
        this.#say(change);
    }

    #say(change: ViewChange): boolean {
        return this.#sight !== undefined && this.world.send(this.#sight.file, change);
    }

    #sayPlace(place: Place): void {
        if (!this.#say({ place })) return;
        this.#unanswered += 1;
        this.#cancelReceipt();
        this.#cancelReceipt = this.world.setTimer(kReceiptWithinMs, () => (this.#unanswered = 0));
    }

    /** What the other one said before one's own word was heard is no longer so. */
    #follow(from: From, place: Place): void {
        if (from === this.world.own) this.#unanswered = Math.max(0, this.#unanswered - 1);
        if (this.#unanswered === 0 && !this.#places.waits) this.#apply(from, { place });
    }

    #pointAt(pointer: Pointer | undefined): void {
        this.#cancelPointer();
        if (this.#sight === undefined) return;
        const { pointer: _before, ...rest } = this.#sight;
        this.#set(pointer === undefined ? rest : { ...rest, pointer });
        if (pointer !== undefined) this.#cancelPointer = this.world.setTimer(kPointerStaysMs, () => this.#pointAt(undefined));
    }

    #apply(from: From, change: ViewChange): void {
        if (this.#sight !== undefined) this.#set({ ...this.#sight, ...viewAfter(this.#sight, from, change) });
    }

    #settle(): void {
        this.#unanswered = 0;
        this.#cancelReceipt();
        this.#places.drop();
        this.#pointers.drop();
    }

    #show(view: SharedViewState | undefined): void {
        this.#cancelPointer();
        this.#set(view);
    }

    #set(sight: Sight | undefined): void {
        this.#sight = sight;
        this.world.changed(sight);
    }
}
