// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A file goes in parts, goes on where the line was lost, and what the clerk hands over is fetched.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DocumentCard } from '../src/protocol/documents.js';
import { VisitDocuments } from '../src/room/visitDocuments.js';

const kFile = 'doc_05kq7rjm3t8xv2bnc4hw9ey1sd';
const kPart = 100;

interface Asked {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly bytes: number;
}

/** A server that answers what the test has prepared; 'lost': nobody answers; 'never': nobody has answered yet. */
class Server {
    readonly asked: Asked[] = [];
    readonly saved: { size: number; name: string }[] = [];
    pauses = 0;
    readonly files: VisitDocuments;

    constructor(private readonly answers: (readonly [number, object | Blob] | 'lost' | 'never')[]) {
        this.files = new VisitDocuments({
            request: (path, init) => this.#answer(path, init),
            token: () => 'nG4xF1qPz0mYc7dKq2VbLw',
            pause: async () => {
                this.pauses += 1;
            },
            save: (content, name) => {
                this.saved.push({ size: content.size, name });
            },
            changed: () => undefined,
        });
    }

    async #answer(path: string, init: RequestInit): Promise<Response> {
        const { body } = init;
        const bytes = body instanceof Blob ? body.size : typeof body === 'string' ? body.length : 0;
        this.asked.push({ method: init.method ?? '', path, headers: init.headers as Record<string, string>, bytes });
        const answer = this.answers.shift();
        assert.ok(answer !== undefined, `nobody expected ${init.method} ${path}`);
        if (answer === 'never') return new Promise(() => undefined);
        if (answer === 'lost') throw new TypeError('no line');
        const [status, content] = answer;
        return new Response(content instanceof Blob ? content : JSON.stringify(content), { status });
    }

    get said(): string {
        return this.asked.map(({ method, headers }) => `${method} ${headers['Content-Range'] ?? ''}`.trim()).join('|');
    }
}

const begun = [201, { file: kFile, part_bytes: kPart }] as const;
const received = (bytes: number): readonly [number, object] => [200, { received: bytes }];
const file = (size: number, name = 'Mietvertrag.pdf'): File => new File([new Uint8Array(size)], name);

test('a file goes in parts, and every request proves whose it is', async () => {
    const server = new Server([begun, received(100), received(200), received(250)]);
    await server.files.send(file(250));
    assert.equal(server.said, 'POST|PUT bytes 0-99/250|PUT bytes 100-199/250|PUT bytes 200-249/250');
    assert.deepEqual(server.asked.slice(1).map(({ bytes }) => bytes), [100, 100, 50]);
    for (const { headers, path } of server.asked) {
        assert.equal(headers['Authorization'], 'Ticket nG4xF1qPz0mYc7dKq2VbLw');
        assert.ok(!path.includes('nG4x'));
    }
    assert.deepEqual(server.files.view.sending, []);
});

test('a part that nobody has answered is said again', async () => {
    const server = new Server(['lost', begun, received(100), 'lost', 'lost', received(150)]);
    await server.files.send(file(150));
    assert.equal(server.said, 'POST|POST|PUT bytes 0-99/150|PUT bytes 100-149/150|PUT bytes 100-149/150|PUT bytes 100-149/150');
    assert.equal(server.pauses, 3);
});

test('where the server expects another part, it goes on from there', async () => {
    const server = new Server([begun, [409, { error: 'conflict', received: 100 }], received(150)]);
    await server.files.send(file(150));
    assert.equal(server.said, 'POST|PUT bytes 0-99/150|PUT bytes 100-149/150');
});

test('what the server has forgotten meanwhile begins anew', async () => {
    const server = new Server([begun, [404, { error: 'gone' }], begun, received(50)]);
    await server.files.send(file(50));
    assert.equal(server.said, 'POST|PUT bytes 0-49/50|POST|PUT bytes 0-49/50');
    assert.deepEqual(server.files.view.sending, []);
});

test('a refusal stays with its reason until it is put away', async () => {
    const server = new Server([begun, [422, { error: 'document_active' }]]);
    await server.files.send(file(50));
    const [sending] = server.files.view.sending;
    assert.equal(sending?.problem, 'document_active');
    server.files.cancel(sending?.key ?? 0);
    assert.deepEqual(server.files.view.sending, []);
    assert.equal(server.asked.length, 2);
});

test('a reason that is not known says that nothing was checked', async () => {
    const server = new Server([[500, { error: 'something_new' }]]);
    await server.files.send(file(50));
    assert.equal(server.files.view.sending[0]?.problem, 'document_unchecked');
});

test('what is too large, empty or one too many is not even begun', async () => {
    const server = new Server([]);
    await server.files.send(file(26_214_401));
    await server.files.send(file(0));
    const cards = [1, 2, 3, 4, 5].map((n): DocumentCard => ({ file: `${kFile}${n}`, from: 'citizen', state: 'offered', bytes: 1, received: 1 }));
    server.files.receive(cards);
    assert.equal(server.files.hasRoom, false);
    await server.files.send(file(1));
    assert.deepEqual(server.files.view.sending.map(({ problem }) => problem), ['document_too_large', 'document_damaged', 'too_many_documents']);
    assert.equal(server.asked.length, 0);
});

test('what is cancelled is taken back', async () => {
    const server = new Server([begun, received(100), 'never', [204, {}]]);
    void server.files.send(file(250));
    while (server.files.view.sending[0]?.sent !== 100) await new Promise((done) => setImmediate(done));
    server.files.cancel(server.files.view.sending[0]?.key ?? 0);
    assert.ok(server.asked.some(({ method, path }) => method === 'DELETE' && path.endsWith(kFile)));
    assert.deepEqual(server.files.view.sending, []);
});

const fromClerk: DocumentCard = { file: kFile, from: 'clerk', state: 'accepted', name: 'Bescheid.pdf', kind: 'pdf', bytes: 1_500_000, received: 1_500_000 };

test('what the clerk hands over is fetched in pieces and saved under its name', async () => {
    const server = new Server([[206, new Blob([new Uint8Array(1_048_576)])], 'lost', [206, new Blob([new Uint8Array(451_424)])]]);
    await server.files.load(fromClerk);
    assert.deepEqual(server.asked.map(({ headers }) => headers['Range']), ['bytes=0-1048575', 'bytes=1048576-2097151', 'bytes=1048576-2097151']);
    assert.deepEqual(server.saved, [{ size: 1_500_000, name: 'Bescheid.pdf' }]);
    assert.equal(server.files.view.fetching, undefined);
});

test('what cannot be fetched says so, and nothing is saved', async () => {
    const server = new Server([[404, { error: 'gone' }]]);
    await server.files.load(fromClerk);
    assert.equal(server.files.view.fetching?.failed, true);
    assert.deepEqual(server.saved, []);
});
