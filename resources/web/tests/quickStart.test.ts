// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quickStart } from '../src/room/quickStart.js';

const lines = (...parts: string[]): string => `${parts.join('\r\n')}\r\n`;

test('every codec of pictures begins at the rate of a conversation', () => {
    assert.equal(
        quickStart(lines('m=video 9 UDP/TLS/RTP/SAVPF 96 102', 'a=rtpmap:96 VP8/90000', 'a=rtpmap:102 H264/90000',
            'a=fmtp:102 packetization-mode=1')),
        lines('m=video 9 UDP/TLS/RTP/SAVPF 96 102', 'a=rtpmap:96 VP8/90000', 'a=fmtp:96 x-google-start-bitrate=800',
            'a=rtpmap:102 H264/90000', 'a=fmtp:102 packetization-mode=1;x-google-start-bitrate=800'),
    );
});

test('sound, repair and what is no description stay as they are', () => {
    const untouched = lines('m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10',
        'm=video 9 UDP/TLS/RTP/SAVPF 97', 'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96');
    assert.equal(quickStart(untouched), untouched);
    assert.equal(quickStart('nonsense'), 'nonsense');
});
