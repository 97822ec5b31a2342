// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerFewCodecs, withoutStrays } from '../src/room/codecs.js';

type Codec = { readonly mimeType: string; readonly sdpFmtpLine?: string };

const h264 = (profile: string, mode: number): Codec => ({
    mimeType: 'video/H264',
    sdpFmtpLine: `level-asymmetry-allowed=1;packetization-mode=${mode};profile-level-id=${profile}`,
});
const kAll: { readonly [kind: string]: readonly Codec[] } = {
    audio: [{ mimeType: 'audio/opus' }, { mimeType: 'audio/red' }, { mimeType: 'audio/PCMU' }, { mimeType: 'audio/CN' }],
    video: [
        h264('640c1f', 1), h264('42e01f', 1), h264('42e01f', 0), { mimeType: 'video/rtx' }, { mimeType: 'video/VP8' },
        { mimeType: 'video/VP9', sdpFmtpLine: 'profile-id=0' }, { mimeType: 'video/AV1' }, { mimeType: 'video/red' },
        { mimeType: 'video/ulpfec' }, { mimeType: 'video/flexfec-03' },
    ],
};

function chosen(kind: 'audio' | 'video', all = kAll): readonly Codec[] | undefined {
    Object.assign(globalThis, { RTCRtpReceiver: { getCapabilities: () => ({ codecs: all[kind] }) } });
    let few: readonly Codec[] | undefined;
    const transceiver = { setCodecPreferences: (codecs: readonly Codec[]) => (few = codecs) };
    offerFewCodecs(transceiver as unknown as RTCRtpTransceiver, kind);
    return few;
}

test('pictures are offered in what all browsers share, with its repair, in the order of the browser', () => {
    assert.deepEqual(chosen('video'), [
        h264('42e01f', 1), { mimeType: 'video/rtx' }, { mimeType: 'video/VP8' }, { mimeType: 'video/red' },
        { mimeType: 'video/ulpfec' },
    ]);
});

test('sound is offered in Opus alone', () => {
    assert.deepEqual(chosen('audio'), [{ mimeType: 'audio/opus' }]);
});

test('a browser that has none of them, or cannot choose, offers what it has', () => {
    assert.equal(chosen('video', { video: [{ mimeType: 'video/VP10' }] }), undefined);
    offerFewCodecs({} as RTCRtpTransceiver, 'video');
});

test('what is said about codecs that are not offered is left out', () => {
    const lines = ['m=video 9 UDP/TLS/RTP/SAVPF 120', 'a=rtcp-fb:120 nack', 'a=rtcp-fb:121 nack', 'a=rtpmap:120 VP8/90000', ''];
    assert.equal(withoutStrays(lines.join('\r\n')), lines.filter((line) => !line.includes(':121')).join('\r\n'));
    assert.equal(withoutStrays('nonsense'), 'nonsense');
});
