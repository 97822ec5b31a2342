// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Perfect negotiation with fixed slots.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Signal } from '../src/protocol/messages.js';
import { Peer } from '../src/room/peer.js';
import type { SlotTracks } from '../src/room/peer.js';
import { FakePeerConnection, asReal } from './fakePeerConnection.js';
import { settle } from './fakeTime.js';

const nothing: SlotTracks = { microphone: null, camera: null, screen: null };
const track = (id: string): MediaStreamTrack => ({ id }) as unknown as MediaStreamTrack;
const candidate = (text: string, generation = 7): Signal => ({
    candidate: { candidate: text, sdp_mid: '0', sdp_m_line_index: 0 },
    generation,
});
const described = (type: 'offer' | 'answer', generation = 7): Signal => ({
    description: { type, sdp: `their ${type}` },
    generation,
});

const kindsOf = (signals: readonly Signal[]): string[] =>
    signals.map((signal) => ('description' in signal ? signal.description.type : ''));

function make(polite: boolean) {
    const fake = new FakePeerConnection({});
    const said: Signal[] = [];
    let reborn = 0;
    let tracks: SlotTracks | undefined;
    const peer = new Peer({
        generation: 7,
        polite,
        connection: asReal(fake),
        events: {
            signal: (signal) => said.push(signal),
            state: () => undefined,
            tracks: (remote) => {
                tracks = remote;
            },
            reborn: () => {
                reborn += 1;
            },
        },
    });
    return { fake, peer, said, reborn: () => reborn, tracks: () => tracks, forgetTracks: () => (tracks = undefined) };
}

test('an offer has the slots in their order, with the tracks in them', async () => {
    const { fake, peer } = make(false);
    const sdp = await peer.offer({ ...nothing, camera: track('cam') }, 0);
    assert.equal(sdp, 'offer 1');
    assert.deepEqual(
        fake.transceivers.map(({ kind, direction, sender }) => [kind, direction, (sender.track as { id: string } | null)?.id]),
        [['audio', 'sendrecv', undefined], ['video', 'sendrecv', 'cam'], ['video', 'recvonly', undefined]],
    );
});

test('candidates found after the offer wait until it is answered', async () => {
    const { fake, peer, said } = make(false);
    await peer.offer(nothing, 0);
    fake.find('late');
    assert.deepEqual(said, []);
    await peer.receive(described('answer'));
    assert.deepEqual(said, [candidate('late')]);
});

test('an answer goes out at once and sends sound and picture', async () => {
    const { fake, peer, said, tracks } = make(true);
    await peer.answer('their offer', { ...nothing, microphone: track('mic') });
    assert.deepEqual(said, [{ description: { type: 'answer', sdp: 'answer 1' }, generation: 7 }]);
    assert.deepEqual(fake.transceivers.map(({ direction }) => direction), ['sendrecv', 'sendrecv', 'recvonly']);
    assert.equal((fake.transceivers[0]?.sender.track as { id: string }).id, 'mic');
    assert.equal(tracks()?.screen?.id, 'remote-2');
});

test('another agreement on a line that stands is no new line', async () => {
    const { fake, peer, tracks, forgetTracks } = make(false);
    await peer.offer(nothing, 0);
    await peer.receive(described('answer'));
    assert.notEqual(tracks(), undefined);
    forgetTracks();
    peer.setTrack('screen', track('screen'));
    await settle();
    assert.equal(fake.signalingState, 'have-local-offer');
    await peer.receive(described('answer'));
    assert.equal(fake.signalingState, 'stable');
    assert.equal(tracks(), undefined);
});

test('an answer does not wait for our own side to work it in', async () => {
    const { fake, peer, said } = make(true);
    fake.setLocalDescription = () => new Promise(() => undefined);
    void peer.answer('their offer', nothing);
    await settle();
    assert.deepEqual(said, [{ description: { type: 'answer', sdp: 'answer 1' }, generation: 7 }]);
});

test('a candidate that overtakes the answer is kept for it', async () => {
    const { fake, peer } = make(false);
    await peer.offer(nothing, 0);
    await peer.receive(candidate('early'));
    assert.deepEqual(fake.candidates, []);
    await peer.receive(described('answer'));
    assert.deepEqual(fake.candidates, ['early']);
});

test('signals of another generation are not for this connection', async () => {
    const { fake, peer } = make(false);
    await peer.offer(nothing, 0);
    await peer.receive(described('answer', 6));
    await peer.receive(candidate('old', 6));
    assert.equal(fake.remoteDescription, null);
    assert.equal(peer.answered, false);
});

test('a second answer means that the other side begins anew', async () => {
    const { peer, reborn } = make(false);
    await peer.offer(nothing, 0);
    await peer.receive(described('answer'));
    assert.equal(reborn(), 0);
    await peer.receive(described('answer'));
    assert.equal(reborn(), 1);
});

test('when both offer, the impolite side goes on with its own', async () => {
    const { fake, peer, said } = make(false);
    await peer.offer(nothing, 0);
    await peer.receive(described('answer'));
    peer.restartIce();
    await settle();
    assert.equal(fake.signalingState, 'have-local-offer');
    await peer.receive(described('offer'));
    assert.equal(fake.signalingState, 'have-local-offer');
    await peer.receive(candidate('of the ignored offer'));
    await peer.receive(described('answer'));
    assert.equal(fake.signalingState, 'stable');
    assert.deepEqual(kindsOf(said), ['offer']);
});

test('when both offer, the polite side gives way', async () => {
    const { fake, peer, said } = make(true);
    await peer.answer('their offer', nothing);
    peer.restartIce();
    await settle();
    await peer.receive(described('offer'));
    assert.equal(fake.signalingState, 'stable');
    assert.deepEqual(kindsOf(said), ['answer', 'offer', 'answer']);
});

test('nothing is negotiated before the first answer, nor after the end', async () => {
    const { fake, peer, said } = make(false);
    await peer.offer(nothing, 0);
    fake.onnegotiationneeded?.();
    await settle();
    assert.deepEqual(said, []);
    peer.close();
    await peer.receive(described('answer'));
    assert.equal(fake.remoteDescription, null);
});

test('a camera put into its slot needs no negotiation', async () => {
    const { fake, peer, said } = make(true);
    await peer.answer('their offer', nothing);
    peer.setTrack('camera', track('cam'));
    await settle();
    assert.equal((fake.transceivers[1]?.sender.track as { id: string }).id, 'cam');
    assert.equal(said.length, 1);
});

test('the first screen is negotiated, the next is not', async () => {
    const { fake, peer, said } = make(true);
    await peer.answer('their offer', nothing);
    peer.setTrack('screen', track('screen'));
    await settle();
    assert.equal((fake.transceivers[2]?.sender.track as { id: string }).id, 'screen');
    assert.deepEqual(kindsOf(said), ['answer', 'offer']);
    await peer.receive(described('answer'));
    peer.setTrack('screen', null);
    peer.setTrack('screen', track('another'));
    await settle();
    assert.deepEqual(kindsOf(said), ['answer', 'offer']);
});

test('a screen that is shared already is part of a new connection', async () => {
    const { fake, peer, said } = make(true);
    await peer.answer('their offer', { ...nothing, screen: track('screen') });
    assert.equal(fake.transceivers[2]?.direction, 'sendrecv');
    assert.deepEqual(kindsOf(said), ['answer']);
});

const reachable = ['v=0', 'm=audio', 'a=candidate:1 udp', 'a=end-of-candidates', 'm=video', 'a=candidate:2 udp', ''].join('\r\n');
const unreachable = ['v=0', 'm=audio', 'm=video', ''].join('\r\n');

test('what is prepared is not said, and knows of nobody to send to', async () => {
    const { fake, peer, said, tracks } = make(true);
    await peer.prepare(reachable, { ...nothing, camera: track('cam') });
    fake.find('ours');
    assert.deepEqual(said, []);
    assert.equal(fake.remoteDescription?.sdp, unreachable);
    assert.deepEqual(fake.candidates, []);
    assert.equal(fake.signalingState, 'stable');
    assert.equal(tracks(), undefined);
    assert.equal(peer.answered, false);
});

test('what was prepared is given away whole, once, and the other side reached as soon as it begins', async () => {
    const { fake, peer, said, tracks } = make(true);
    assert.equal(await peer.prepare(reachable, nothing), 'answer 1');
    fake.find('late');
    await peer.begin();
    assert.deepEqual(said, [candidate('late')]);
    assert.deepEqual(fake.candidates, ['candidate:1 udp', 'candidate:2 udp']);
    assert.equal(tracks()?.camera?.id, 'remote-1');
});

test('what begins while candidates are still found says the answer itself', async () => {
    const { fake, peer, said } = make(true);
    fake.iceGatheringState = 'gathering';
    const prepared = peer.prepare(reachable, nothing);
    await settle();
    fake.find('early');
    await peer.begin();
    fake.find('late');
    assert.equal(await prepared, undefined);
    assert.deepEqual(said, [{ description: { type: 'answer', sdp: 'answer 1' }, generation: 7 }, candidate('late')]);
});

test('what begins before it is prepared waits for that', async () => {
    const { fake, peer, said } = make(true);
    fake.iceGatheringState = 'gathering';
    void peer.prepare(reachable, nothing);
    const begun = peer.begin();
    assert.deepEqual(said, []);
    await begun;
    assert.deepEqual(kindsOf(said), ['answer']);
    assert.equal(fake.candidates.length, 2);
});

test('what was prepared for nothing is never said', async () => {
    const { fake, peer, said } = make(true);
    await peer.prepare(reachable, nothing);
    peer.close();
    await peer.begin();
    assert.deepEqual(said, []);
    assert.deepEqual(fake.candidates, []);
});
