// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A real coturn with Sprechtag's own configuration.
import { randomBytes, randomInt } from 'node:crypto';
import dgram from 'node:dgram';
import { readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { kRoot } from './places.mjs';
import { Program, run, until } from './processes.mjs';
import { TurnClient } from './stun.mjs';

// Below what the system hands out by itself (32768 and up on Linux): there any connection of any program could have
// the port by the time that coturn wants it, and coturn wants it for UDP and for TCP.
const kFirstPort = 20000;
const kPorts = 12000;

const binds = (socket, begin) => new Promise((resolve) => {
    socket.once('error', () => resolve(false));
    begin(() => socket.close(() => resolve(true)));
});

/** A port that was free a moment ago; coturn cannot be told to choose one. */
async function freePort() {
    for (let tries = 0; tries < 100; tries += 1) {
        const port = kFirstPort + randomInt(kPorts);
        const [udp, tcp] = [dgram.createSocket('udp4'), net.createServer()];
        const free = await Promise.all([
            binds(udp, (done) => udp.bind(port, '127.0.0.1', done)),
            binds(tcp, (done) => tcp.listen(port, '127.0.0.1', done)),
        ]);
        if (free.every(Boolean)) return port;
    }
    throw new Error('no port is free for the TURN server');
}

/** coturn holds back what it says while it is not on a terminal, so that it listens is found out by asking. */
async function answering(program, port) {
    const client = new TurnClient(port, { username: 'nobody', credential: 'nothing' });
    try {
        await until('coturn answering', async () => (await client.allocate()) === 401, 10000);
    } catch (problem) {
        await program.kill();
        throw problem;
    } finally {
        client.close();
    }
}

/** A certificate that vouches for itself. */
async function certificateIn(directory) {
    const [certificate, key] = [path.join(directory, 'turn.pem'), path.join(directory, 'turn.key')];
    await run('openssl', 'openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
        '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout', key, '-out', certificate]);
    return { certificate, key };
}

/** As the demo runs it: clerk, citizen and relay on this machine. `ways`: how it is named to them, all three run. */
export async function startLoopbackTurn(directory, ways = ['udp']) {
    const secret = randomBytes(24).toString('hex');
    const secretFile = path.join(directory, 'turn.secret');
    writeFileSync(secretFile, secret, { mode: 0o600 });
    const [port, tlsPort] = [await freePort(), await freePort()];
    const { certificate, key } = await certificateIn(directory);
    const program = new Program('coturn', path.join(kRoot, 'resources/coturn/start.sh'),
        ['--secret-file', secretFile, '--port', String(port), '--directory', directory, '--loopback',
            '--tls-port', String(tlsPort), '--certificate', certificate, '--key', key],
        { log: path.join(directory, 'turn.log') });
    await answering(program, port);
    const urls = {
        udp: `turn:127.0.0.1:${port}?transport=udp`,
        tcp: `turn:127.0.0.1:${port}?transport=tcp`,
        tls: `turns:localhost:${tlsPort}?transport=tcp`,
    };
    return { program, port, tlsPort, secret, secretFile, urls: ways.map((way) => urls[way]), certificate };
}

/** As an authority runs it, on the addresses of this machine: nothing is let through that would not be there. */
export async function startStrictTurn(directory) {
    const secret = randomBytes(24).toString('hex');
    const port = await freePort();
    const configuration = path.join(directory, 'turnserver.conf');
    const template = readFileSync(path.join(kRoot, 'resources/coturn/turnserver.conf'), 'utf8');
    const here = ['listening-ip=127.0.0.1', 'relay-ip=127.0.0.1', 'relay-ip=::1', `listening-port=${port}`, 'no-tls',
        'no-dtls', `pidfile=${directory}/turnserver.pid`, `userdb=${directory}/turnserver.db`, 'log-file=stdout',
        'simple-log', `static-auth-secret=${secret}`, ''];
    writeFileSync(configuration, `${template}\n${here.join('\n')}`, { mode: 0o600 });
    const program = new Program('coturn', 'turnserver', ['-c', configuration],
        { log: path.join(directory, 'turn.log') });
    await answering(program, port);
    return { program, port, secret };
}
