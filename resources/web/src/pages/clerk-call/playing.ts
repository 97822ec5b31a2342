// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Tracks in a video.

/** Gives a video the tracks it shall play; the same tracks again change nothing, so nothing flickers. */
export function play(video: HTMLVideoElement, tracks: readonly (MediaStreamTrack | null | undefined)[]): boolean {
    const wanted = tracks.filter((track): track is MediaStreamTrack => track !== null && track !== undefined);
    const stream = video.srcObject instanceof MediaStream ? video.srcObject : null;
    const playing = stream?.getTracks() ?? [];
    if (playing.length === wanted.length && wanted.every((track) => playing.includes(track))) return false;
    video.srcObject = wanted.length === 0 ? null : new MediaStream(wanted);
    if (wanted.length > 0) void video.play().catch(() => undefined);
    return true;
}

export type Sinkable = HTMLVideoElement & { setSinkId?(id: string): Promise<void> };
