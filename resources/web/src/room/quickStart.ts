// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Browsers begin with 300 kbit/s and, until they have found out that the line carries more, throw the first pictures
// away as too large for it. This tells ours, through the other side's description, to begin at what a conversation
// needs; the usual control of the rate takes over with the first packets. Browsers that do not know the word ignore it.
const kStartKilobits = 800;
const kPictureCodec = /^a=rtpmap:(\d+) (?:VP8|VP9|H264|AV1)\//i;

export function quickStart(sdp: string): string {
    const lines = sdp.split('\r\n');
    const codecs = new Set(lines.map((line) => kPictureCodec.exec(line)?.[1]).filter((type) => type !== undefined));
    const word = `x-google-start-bitrate=${kStartKilobits}`;
    const described = new Set<string>();
    for (const [i, line] of lines.entries()) {
        const type = /^a=fmtp:(\d+) /.exec(line)?.[1];
        if (type === undefined || !codecs.has(type)) continue;
        described.add(type);
        lines[i] = `${line};${word}`;
    }
    return lines
        .flatMap((line) => {
            const type = kPictureCodec.exec(line)?.[1];
            return type === undefined || described.has(type) ? [line] : [line, `a=fmtp:${type} ${word}`];
        })
        .join('\r\n');
}
