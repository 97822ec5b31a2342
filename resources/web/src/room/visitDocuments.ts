// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The files of a visit: hands one over in parts, goes on after a lost line, and fetches what the clerk has handed over.
import { decodeDocumentReceived, decodeDocumentStarted, decodeRestRefusal, encodeDocumentStart } from '../protocol/codec.js';
import { type DocumentCard, kFileBytes, kFilesOfOneSide } from '../protocol/documents.js';

/** Why a file did not go; the codes are the server's, 'no_line' is ours. */
export type FileProblem =
    | 'document_too_large'
    | 'too_many_documents'
    | 'document_type'
    | 'document_active'
    | 'document_signed'
    | 'document_encrypted'
    | 'document_damaged'
    | 'document_too_complex'
    | 'document_infected'
    | 'document_unchecked'
    | 'storage_full'
    | 'no_line';
const kProblems: readonly string[] = [
    'document_too_large',
    'too_many_documents',
    'document_type',
    'document_active',
    'document_signed',
    'document_encrypted',
    'document_damaged',
    'document_too_complex',
    'document_infected',
    'document_unchecked',
    'storage_full',
];

/** A file on its way, or one that did not arrive. */
export interface Sending {
    readonly key: number;
    readonly name: string;
    readonly bytes: number;
    readonly sent: number;
    readonly checking: boolean;
    readonly id?: string;
    readonly problem?: FileProblem;
}

/** A file that is being fetched. */
export interface Fetching {
    readonly id: string;
    readonly got: number;
    readonly failed: boolean;
}

export interface DocumentsView {
    readonly cards: readonly DocumentCard[];
    readonly sending: readonly Sending[];
    readonly fetching?: Fetching;
    readonly open: boolean;
}

export const noDocuments: DocumentsView = { cards: [], sending: [], open: false };

/** A file of the device, as much of it as is needed here. */
export interface LocalFile {
    readonly name: string;
    readonly size: number;
    slice(from: number, until: number): Blob;
}

export interface DocumentsWorld {
    request(path: string, init: RequestInit): Promise<Response>;
    /** The proof of the visit; without it there is none. */
    token(): string | undefined;
    pause(ms: number): Promise<void>;
    save(content: Blob, name: string): void;
    changed(view: DocumentsView): void;
}

const kPath = '/api/v1/files';
const kFetchBytes = 1_048_576;
const kPauseMs = 1000;
/** A line that is away for longer than the server keeps what was begun. */
const kTries = 60;

type Reply = { readonly status: number; readonly body: string } | undefined;

export class VisitDocuments {
    #view: DocumentsView = noDocuments;
    #nextKey = 1;
    readonly #cancelled = new Set<number>();
    #fetchTurn = 0;

    constructor(private readonly world: DocumentsWorld) {}

    get view(): DocumentsView {
        return this.#view;
    }

    receive(cards: readonly DocumentCard[]): void {
        this.#set({ cards });
    }

    show(open: boolean): void {
        this.#set({ open });
    }

    /** The visit is over, or another one begins. */
    forget(): void {
        for (const { key } of this.#view.sending) this.#cancelled.add(key);
        this.#fetchTurn += 1;
        this.#view = noDocuments;
        this.world.changed(this.#view);
    }

    /** Whether another file may be handed over. */
    get hasRoom(): boolean {
        const { cards, sending } = this.#view;
        const kept = cards.filter(({ from, state }) => from === 'citizen' && state !== 'refused' && state !== 'coming' && state !== 'checking');
        return kept.length + sending.filter(({ problem }) => problem === undefined).length < kFilesOfOneSide;
    }

    async send(file: LocalFile): Promise<boolean> {
        const key = this.#nextKey++;
        const problem = this.#whyNot(file);
        const one: Sending = { key, name: file.name, bytes: file.size, sent: 0, checking: false };
        this.#set({ sending: [...this.#view.sending, problem === undefined ? one : { ...one, problem }] });
        if (problem !== undefined) return false;
        const outcome = await this.#transfer(key, file);
        if (this.#cancelled.delete(key)) return false;
        if (outcome === undefined) this.drop(key);
        else this.#change(key, { problem: outcome });
        return outcome === undefined;
    }

    /** Of what is on its way; of what did not arrive, takes the word away. */
    cancel(key: number): void {
        const one = this.#view.sending.find((sending) => sending.key === key);
        if (one?.problem === undefined) this.#cancelled.add(key);
        this.drop(key);
        if (one?.id !== undefined && one.problem === undefined) void this.withdraw(one.id);
    }

    drop(key: number): void {
        this.#set({ sending: this.#view.sending.filter((sending) => sending.key !== key) });
    }

    async withdraw(id: string): Promise<void> {
        await this.#ask('DELETE', `${kPath}/${id}`);
    }

    /** In pieces, so that a lost line costs one of them. */
    async load(card: DocumentCard): Promise<void> {
        const turn = ++this.#fetchTurn;
        const pieces: Blob[] = [];
        let got = 0;
        while (got < card.bytes) {
            this.#set({ fetching: { id: card.file, got, failed: false } });
            const piece = await this.#piece(card.file, got);
            if (turn !== this.#fetchTurn) return;
            if (piece === undefined || piece.size === 0) {
                this.#set({ fetching: { id: card.file, got, failed: true } });
                return;
            }
            pieces.push(piece);
            got += piece.size;
        }
        this.#endFetch();
        this.world.save(new Blob(pieces), card.name ?? card.file);
    }

    /** To be looked at, and not to be kept. */
    async content(id: string, progress: (percent: number) => void): Promise<Blob | undefined> {
        const card = this.#view.cards.find(({ file }) => file === id);
        if (card === undefined) return undefined;
        const pieces: Blob[] = [];
        for (let got = 0; got < card.bytes; ) {
            progress(Math.floor((100 * got) / card.bytes));
            const piece = await this.#piece(id, got);
            if (piece === undefined || piece.size === 0) return undefined;
            pieces.push(piece);
            got += piece.size;
        }
        return new Blob(pieces);
    }

    #endFetch(): void {
        const { fetching: _done, ...view } = this.#view;
        this.#view = view;
        this.world.changed(this.#view);
    }

    #whyNot(file: LocalFile): FileProblem | undefined {
        if (file.size > kFileBytes) return 'document_too_large';
        if (file.size === 0) return 'document_damaged';
        return this.hasRoom ? undefined : 'too_many_documents';
    }

    async #transfer(key: number, file: LocalFile): Promise<FileProblem | undefined> {
        // Begun again where the server has forgotten it meanwhile.
        for (let turn = 0; turn < 2; turn += 1) {
            const begun = await this.#begin(key, file);
            if (typeof begun === 'string') return begun;
            const outcome = await this.#sendParts(key, file, begun);
            if (outcome !== 'gone') return outcome;
        }
        return 'no_line';
    }

    async #begin(key: number, file: LocalFile): Promise<{ id: string; part: number } | FileProblem> {
        const reply = await this.#patiently(key, () =>
            this.#ask('POST', kPath, encodeDocumentStart(file.name.slice(-200) || '-', file.size), {
                'Content-Type': 'application/json',
            }),
        );
        if (reply?.status !== 201) return problemIn(reply);
        const begun = decodeDocumentStarted(reply.body);
        if (!begun.ok) return 'document_unchecked';
        this.#change(key, { id: begun.message.file, sent: 0 });
        return { id: begun.message.file, part: begun.message.part_bytes };
    }

    async #sendParts(
        key: number,
        file: LocalFile,
        { id, part }: { id: string; part: number },
    ): Promise<FileProblem | 'gone' | undefined> {
        let sent = 0;
        while (!this.#cancelled.has(key)) {
            const until = Math.min(sent + part, file.size);
            this.#change(key, { sent, checking: until === file.size });
            const range = `bytes ${sent}-${until - 1}/${file.size}`;
            const reply = await this.#patiently(key, () =>
                this.#ask('PUT', `${kPath}/${id}`, file.slice(sent, until), { 'Content-Range': range }),
            );
            if (reply?.status === 404) return this.#cancelled.has(key) ? undefined : 'gone';
            const received = receivedIn(reply);
            if (received === undefined) return problemIn(reply);
            if (received === file.size && reply?.status === 200) return undefined;
            sent = received;
        }
        return undefined;
    }

    /** Again and again while there is no answer, as long as it makes sense. */
    async #patiently(key: number, ask: () => Promise<Reply>): Promise<Reply> {
        for (let tries = 0; tries < kTries && !this.#cancelled.has(key); tries += 1) {
            const reply = await ask();
            if (reply !== undefined) return reply;
            await this.world.pause(kPauseMs);
        }
        return undefined;
    }

    async #piece(id: string, from: number): Promise<Blob | undefined> {
        const headers = { Range: `bytes=${from}-${from + kFetchBytes - 1}` };
        for (let tries = 0; tries < kTries; tries += 1) {
            const reply = await this.#request('GET', `${kPath}/${id}`, undefined, headers);
            if (reply !== undefined) return reply.status === 206 ? reply.blob().catch(() => undefined) : undefined;
            await this.world.pause(kPauseMs);
        }
        return undefined;
    }

    async #ask(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Reply> {
        const reply = await this.#request(method, path, body, headers);
        const text = await reply?.text().catch(() => undefined);
        return reply === undefined || text === undefined ? undefined : { status: reply.status, body: text };
    }

    async #request(
        method: string,
        path: string,
        body: BodyInit | undefined,
        headers: Record<string, string>,
    ): Promise<Response | undefined> {
        const token = this.world.token();
        if (token === undefined) return undefined;
        const init: RequestInit = { method, headers: { ...headers, Authorization: `Ticket ${token}` }, cache: 'no-store' };
        return this.world.request(path, body === undefined ? init : { ...init, body }).catch(() => undefined);
    }

    #change(key: number, part: Partial<Sending>): void {
        this.#set({ sending: this.#view.sending.map((one) => (one.key === key ? { ...one, ...part } : one)) });
    }

    #set(part: Partial<DocumentsView>): void {
        this.#view = { ...this.#view, ...part };
        this.world.changed(this.#view);
    }
}

/** How much the server has; also when it expected another part. */
function receivedIn(reply: Reply): number | undefined {
    if (reply?.status === 200) {
        const body = decodeDocumentReceived(reply.body);
        return body.ok ? body.message.received : undefined;
    }
    if (reply?.status !== 409) return undefined;
    const body = decodeRestRefusal(reply.body);
    return body.ok ? body.message.received : undefined;
}

function problemIn(reply: Reply): FileProblem {
    if (reply === undefined) return 'no_line';
    const body = decodeRestRefusal(reply.body);
    const code = body.ok ? body.message.error : '';
    return kProblems.includes(code) ? (code as FileProblem) : 'document_unchecked';
}
