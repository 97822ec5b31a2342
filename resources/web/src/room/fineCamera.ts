// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A card that is held to the camera must be readable: more pixels, and sharpness before movement.

/** As many as cameras usually have; one with fewer gives what it has. */
const kFinePicture = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15, max: 30 } };

/** Returns what makes the picture as it was. A camera that cannot goes on as it is. */
export function makeFine(track: MediaStreamTrack): () => void {
    const { contentHint } = track;
    const before = track.getConstraints();
    const wish = (wanted: MediaTrackConstraints): void => void track.applyConstraints(wanted).catch(() => undefined);
    track.contentHint = 'detail';
    wish({ ...before, ...kFinePicture });
    return () => {
        track.contentHint = contentHint;
        wish(before);
    };
}
