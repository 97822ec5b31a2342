// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the TURN server refuses, asked of a real coturn with the configuration that we ship.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { kRoot, Workplace } from '../lib/places.mjs';
import { kTcp, overTcp, overTls, overUdp, restCredential, TurnClient } from '../lib/stun.mjs';
import { startLoopbackTurn, startStrictTurn } from '../lib/turn.mjs';

const kInner4 = ['0.0.0.0', '0.0.0.1', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.255.254', '169.254.169.254',
    '172.16.0.1', '172.31.255.254', '192.0.0.8', '192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'];
const kInner6 = ['::1', '::', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2001::1',
    '2001:db8::1', '2002:7f00:1::', 'fc00::1', 'fe80::1', 'ff02::1'];

/** As resources/coturn/turnserver.conf reckons it: four lines, three ways, two families, and all of it once more. */
const kQuota = 48;

describe('the TURN server', { timeout: 60000 }, () => {
    const place = new Workplace('turn');
    const clients = [];
    let turn;
    const client = (credential) => {
        const made = new TurnClient(turn.port, credential);
        clients.push(made);
        return made;
    };
    before(async () => {
        turn = await startStrictTurn(place.directory);
    });
    after(async () => {
        for (const one of clients) one.close();
        await turn?.program.stop();
        place.clear();
    });

    it('relays to public addresses', async () => {
        const four = client(restCredential(turn.secret));
        assert.equal(await four.allocate(), 0);
        assert.equal(await four.createPermission('8.8.8.8'), 0);
        const six = client(restCredential(turn.secret));
        assert.equal(await six.allocate({ family: 6 }), 0);
        assert.equal(await six.createPermission('2001:4860:4860::8888'), 0);
    });

    it('relays to no address of an inner network', async () => {
        assert.equal(kInner4.length + kInner6.length, 26);
        const four = client(restCredential(turn.secret));
        assert.equal(await four.allocate(), 0);
        for (const address of kInner4) assert.equal(await four.createPermission(address), 403, address);
        const six = client(restCredential(turn.secret));
        assert.equal(await six.allocate({ family: 6 }), 0);
        for (const address of kInner6) assert.equal(await six.createPermission(address), 403, address);
    });

    it('knows nobody without a valid credential', async () => {
        const { username } = restCredential(turn.secret);
        assert.equal(await client(restCredential(turn.secret, -10)).allocate(), 401, 'expired');
        assert.equal(await client(restCredential('another secret')).allocate(), 401, 'wrong');
        assert.equal(await client({ username, credential: '' }).allocate(), 401, 'empty');
    });

    it('gives one credential as many relays as five people need, and no more', async () => {
        const credential = restCredential(turn.secret);
        const codes = [];
        for (let i = 0; i <= kQuota; i += 1) codes.push(await client(credential).allocate());
        assert.deepEqual(codes, [...new Array(kQuota).fill(0), 486]);
    });

    it('counts all credentials of a person together', async () => {
        const codes = [];
        for (let i = 0; i <= kQuota; i += 1) {
            const credential = restCredential(turn.secret, 600 + i, '0123456789abcdef01');
            codes.push(await client(credential).allocate());
        }
        assert.deepEqual(codes, [...new Array(kQuota).fill(0), 486]);
    });

    it('is reached by UDP, by TCP and by TLS', async () => {
        const open = await startLoopbackTurn(place.folder('three-ways'));
        const certificate = readFileSync(open.certificate);
        const ways = { udp: overUdp(open.port), tcp: overTcp(open.port), tls: overTls(open.tlsPort, certificate) };
        try {
            for (const [name, way] of Object.entries(ways)) {
                const one = new TurnClient(open.port, restCredential(open.secret), way);
                clients.push(one);
                assert.equal(await one.allocate(), 0, name);
            }
        } finally {
            await open.program.stop();
        }
    });

    it('opens no TCP connections for others', async () => {
        assert.notEqual(await client(restCredential(turn.secret)).allocate({ transport: kTcp }), 0);
    });

    it('has a configuration without the forms that do not work', () => {
        const lines = readFileSync(path.join(kRoot, 'resources/coturn/turnserver.conf'), 'utf8')
            .split('\n')
            .filter((line) => line !== '' && !line.startsWith('#'));
        const peers = lines.filter((line) => /^(denied|allowed)-peer-ip=/.test(line));
        assert.equal(peers.length, 24);
        for (const line of peers) {
            assert.match(line, /^denied-peer-ip=/, 'an allowed peer beats every refusal');
            assert.doesNotMatch(line, /\//, 'coturn understands no CIDR here');
            assert.doesNotMatch(line, /=::-/, 'would refuse all of IPv4');
        }
        for (const needed of ['no-cli', 'use-auth-secret', 'no-tcp-relay', 'no-multicast-peers']) {
            assert.ok(lines.includes(needed), needed);
        }
        assert.ok(!lines.some((line) => /^(allow-loopback-peers|static-auth-secret)/.test(line)));
    });
});
