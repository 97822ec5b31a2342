// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The line to the server: hello and welcome, reconnecting, commands that are answered exactly once. Knows no DOM.
import { decodeToClient, encode } from '../protocol/codec.js';
import type { Command, ErrorCode, Message, Notice, ToClient, ToServer } from '../protocol/messages.js';

export interface Socket {
    onopen: (() => void) | null;
    onmessage: ((frame: string) => void) | null;
    onclose: (() => void) | null;
    send(frame: string): void;
    close(): void;
}

/** What the connection needs of the world; tests bring their own. */
export interface World {
    openSocket(): Socket;
    newId(): string;
    random(): number;
    setTimer(ms: number, action: () => void): () => void;
}

export type LineState = 'connecting' | 'online' | 'lost' | 'stopped';

export type Answer =
    | { readonly ok: true; readonly message: Message<'done'> | Message<'call.ice'> }
    | { readonly ok: false; readonly code: ErrorCode | 'given_up'; readonly afterSeconds?: number };

export interface Listener {
    hello(): Extract<ToServer, { type: 'hello' }>;
    received(message: ToClient): void;
    lineChanged(state: LineState): void;
}

interface PendingCommand {
    readonly frame: string;
    readonly settle: (answer: Answer) => void;
    readonly repeated: boolean;
}

const kWelcomeTimeoutMs = 10_000;
const kProbeTimeoutMs = 6_000;
const kFirstBackOffMs = 400;
const kLongestBackOffMs = 15_000;

export class Connection {
    #socket: Socket | undefined;
    #state: LineState = 'stopped';
    #welcomed = false;
    #failures = 0;
    #goodbyeDelayMs: number | undefined;
    #cancelTimer: () => void = () => undefined;
    #cancelProbe: (() => void) | undefined;
    readonly #pending = new Map<string, PendingCommand>();

    constructor(
        private readonly world: World,
        private readonly listener: Listener,
    ) {}

    get state(): LineState {
        return this.#state;
    }

    start(): void {
        if (this.#state === 'stopped') this.#connect();
    }

    stop(): void {
        this.#dropSocket();
        this.#cancelTimer();
        this.#setState('stopped');
        for (const command of this.#pending.values()) command.settle({ ok: false, code: 'given_up' });
        this.#pending.clear();
    }

    /** Repeated with the same id after a lost line until the server has answered. */
    command(command: Command): Promise<Answer> {
        return this.#ask(command, true);
    }

    /** Over this line or not at all: where the line is lost before the answer, nobody knows what has become of it. */
    commandNow(command: Command): Promise<Answer> {
        return this.#welcomed ? this.#ask(command, false) : Promise.resolve({ ok: false, code: 'given_up' });
    }

    /** Said once; false when nobody could hear it. Whoever needs it heard says it again after the next welcome. */
    notify(notice: Notice): boolean {
        if (!this.#welcomed || this.#socket === undefined) return false;
        this.#socket.send(encode(notice));
        return true;
    }

    /** The network or the device came back: no reason to wait any longer. */
    retryNow(): void {
        if (this.#state === 'lost') this.#connect();
    }

    /** Says `question`, and takes the line for dead when nothing at all comes back. */
    probe(question: Notice, patienceMs = kProbeTimeoutMs): void {
        // Whoever asks again must not put off the answer to the first question.
        if (this.#cancelProbe !== undefined || !this.notify(question)) return;
        this.#cancelProbe = this.world.setTimer(patienceMs, () => this.#lineLost());
    }

    #ask(command: Command, repeated: boolean): Promise<Answer> {
        if (this.#state === 'stopped') return Promise.resolve({ ok: false, code: 'given_up' });
        const id = this.world.newId();
        const frame = encode({ ...command, id } as ToServer);
        return new Promise((settle) => {
            this.#pending.set(id, { frame, settle, repeated });
            if (this.#welcomed) this.#socket?.send(frame);
        });
    }

    #endProbe(): void {
        this.#cancelProbe?.();
        this.#cancelProbe = undefined;
    }

    #connect(): void {
        this.#cancelTimer();
        this.#dropSocket();
        if (this.#state === 'stopped') this.#setState('connecting');
        const socket = this.world.openSocket();
        this.#socket = socket;
        socket.onopen = () => socket.send(encode(this.listener.hello()));
        socket.onmessage = (frame) => this.#receive(frame);
        socket.onclose = () => this.#lineLost();
        this.#cancelTimer = this.world.setTimer(kWelcomeTimeoutMs, () => this.#lineLost());
    }

    #receive(frame: string): void {
        this.#endProbe();
        const decoded = decodeToClient(frame);
        // A message that this version does not know is not ours to judge; the server names protocols we do speak.
        if (!decoded.ok) return;
        const message = decoded.message;
        if (message.type === 'welcome') this.#becomeOnline();
        if (message.type === 'goodbye') {
            this.#obey(message);
            return;
        }
        this.listener.received(message);
        this.#settle(message);
    }

    #becomeOnline(): void {
        this.#cancelTimer();
        this.#welcomed = true;
        this.#failures = 0;
        this.#goodbyeDelayMs = undefined;
        this.#setState('online');
        for (const command of this.#pending.values()) this.#socket?.send(command.frame);
    }

    #settle(message: ToClient): void {
        if (message.type !== 'done' && message.type !== 'error' && message.type !== 'call.ice') return;
        const command = message.re === undefined ? undefined : this.#pending.get(message.re);
        if (command === undefined || message.re === undefined) return;
        this.#pending.delete(message.re);
        if (message.type !== 'error') command.settle({ ok: true, message });
        else if (message.after_s === undefined) command.settle({ ok: false, code: message.code });
        else command.settle({ ok: false, code: message.code, afterSeconds: message.after_s });
    }

    #obey(goodbye: Message<'goodbye'>): void {
        if (goodbye.action === 'retry' || goodbye.action === 'resume') {
            const seconds = goodbye.action === 'resume' ? 0 : (goodbye.after_s ?? 1);
            this.#goodbyeDelayMs = seconds * 1000 * (1 + this.world.random());
            this.#lineLost();
            return;
        }
        this.listener.received(goodbye);
        this.stop();
    }

    #lineLost(): void {
        if (this.#state === 'stopped') return;
        this.#dropSocket();
        this.#cancelTimer();
        const delay = this.#goodbyeDelayMs ?? this.#backOffMs();
        this.#goodbyeDelayMs = undefined;
        this.#failures += 1;
        this.#setState('lost');
        this.#cancelTimer = this.world.setTimer(delay, () => this.#connect());
    }

    #backOffMs(): number {
        const ceiling = Math.min(kLongestBackOffMs, kFirstBackOffMs * 2 ** Math.min(this.#failures, 10));
        return ceiling * (0.5 + this.world.random() / 2);
    }

    #dropSocket(): void {
        this.#endProbe();
        this.#welcomed = false;
        const socket = this.#socket;
        this.#socket = undefined;
        if (socket === undefined) return;
        socket.onopen = null;
        socket.onmessage = null;
        socket.onclose = null;
        socket.close();
        for (const [id, { settle, repeated }] of [...this.#pending]) {
            if (repeated) continue;
            this.#pending.delete(id);
            settle({ ok: false, code: 'given_up' });
        }
    }

    #setState(state: LineState): void {
        if (state === this.#state) return;
        this.#state = state;
        this.listener.lineChanged(state);
    }
}
