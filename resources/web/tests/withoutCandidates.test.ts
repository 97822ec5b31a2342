// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A description without addresses, and the addresses apart.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutCandidates } from '../src/room/withoutCandidates.js';

test('every candidate is taken out and keeps its place', () => {
    const { description, candidates } = withoutCandidates(
        ['v=0', 'm=audio 9', 'c=IN IP4 0.0.0.0', 'a=candidate:1 1 udp 1 192.0.2.7 5000 typ host', 'a=mid:0',
            'a=end-of-candidates', 'm=video 9', 'a=candidate:2 1 udp 1 192.0.2.7 5001 typ host', ''].join('\r\n'),
    );
    assert.equal(description, ['v=0', 'm=audio 9', 'c=IN IP4 0.0.0.0', 'a=mid:0', 'm=video 9', ''].join('\r\n'));
    assert.deepEqual(candidates, [
        { candidate: 'candidate:1 1 udp 1 192.0.2.7 5000 typ host', sdpMLineIndex: 0 },
        { candidate: 'candidate:2 1 udp 1 192.0.2.7 5001 typ host', sdpMLineIndex: 1 },
    ]);
});

test('a description without candidates stays as it is', () => {
    const sdp = 'v=0\r\nm=audio 9\r\na=mid:0\r\n';
    assert.deepEqual(withoutCandidates(sdp), { description: sdp, candidates: [] });
});
