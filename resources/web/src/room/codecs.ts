// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Browsers offer twenty forms of picture and eight of sound, three times over. A call needs one of each and its repair;
// all else is work for both sides between the click and the first picture.
const kNeeded = /^(?:audio\/opus|video\/(?:VP8|rtx|red|ulpfec))$/i;
// The one form of H.264 that all browsers share.
const kCommonH264 = /^(?=.*packetization-mode=1)(?=.*profile-level-id=42e01f)/i;

interface Codec {
    readonly mimeType: string;
    readonly sdpFmtpLine?: string;
}

const isNeeded = ({ mimeType, sdpFmtpLine = '' }: Codec): boolean =>
    kNeeded.test(mimeType) || (/^video\/H264$/i.test(mimeType) && kCommonH264.test(sdpFmtpLine));

/** The browser's own order stays: it knows what its machine does with ease. */
export function offerFewCodecs(transceiver: RTCRtpTransceiver, kind: 'audio' | 'video'): void {
    // Firefox before 128 cannot choose; its offer stays long.
    if (!('setCodecPreferences' in transceiver)) return;
    const few = RTCRtpReceiver.getCapabilities(kind)?.codecs.filter(isNeeded) ?? [];
    if (few.length > 0) transceiver.setCodecPreferences(few);
}

/** Firefox keeps the feedback lines of codecs that it then does not offer, and Chromium refuses such a description. */
export function withoutStrays(sdp: string): string {
    const offered = new Set([...sdp.matchAll(/^a=rtpmap:(\d+) /gm)].map(([, type]) => type));
    return sdp
        .split('\r\n')
        .filter((line) => {
            const type = /^a=rtcp-fb:(\d+) /.exec(line)?.[1];
            return type === undefined || offered.has(type);
        })
        .join('\r\n');
}
