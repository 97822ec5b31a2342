// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A description that was prepared for names no address until it is needed: whoever has no address sends nothing.
export interface WithoutCandidates {
    readonly description: string;
    readonly candidates: readonly RTCIceCandidateInit[];
}

const kCandidate = /^a=(candidate:.*)$/;

export function withoutCandidates(sdp: string): WithoutCandidates {
    const candidates: RTCIceCandidateInit[] = [];
    let sdpMLineIndex = -1;
    const rest = sdp.split('\r\n').filter((line) => {
        if (line.startsWith('m=')) sdpMLineIndex += 1;
        const candidate = kCandidate.exec(line)?.[1];
        if (candidate !== undefined) candidates.push({ candidate, sdpMLineIndex });
        return candidate === undefined && line !== 'a=end-of-candidates';
    });
    return { description: rest.join('\r\n'), candidates };
}
