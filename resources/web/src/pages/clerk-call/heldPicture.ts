// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A picture that stands still and is sent all the same: its last frame, painted again and again. Whoever sees it must
// know, so that a sign is in the picture itself: it is there on every page, also on one that was reloaded meanwhile.
import type { HeldPicture } from '../../room/clerkShare.js';

/** So that whoever's line was away for a moment gets it again. */
const kAgainMs = 500;

export function watchPicture(track: MediaStreamTrack, sign: string): HeldPicture {
    // Plays from the beginning: at the click there must be a frame, and it must be the last.
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    void video.play().catch(() => undefined);
    let held: MediaStreamTrack | undefined;
    let again: ReturnType<typeof setInterval> | undefined;
    const thaw = (): void => {
        clearInterval(again);
        held?.stop();
        held = undefined;
    };
    return {
        freeze: () => {
            thaw();
            const still = stillOf(video, sign);
            if (still === undefined) return null;
            const canvas = Object.assign(document.createElement('canvas'), { width: still.width, height: still.height });
            const paint = (): void => void canvas.getContext('2d')?.drawImage(still, 0, 0);
            held = canvas.captureStream().getVideoTracks()[0];
            if (held !== undefined) held.contentHint = 'detail';
            paint();
            again = setInterval(paint, kAgainMs);
            return held ?? null;
        },
        thaw,
        close: () => {
            thaw();
            video.srcObject = null;
        },
    };
}

function stillOf(video: HTMLVideoElement, sign: string): HTMLCanvasElement | undefined {
    if (video.videoWidth === 0) return undefined;
    const still = Object.assign(document.createElement('canvas'), { width: video.videoWidth, height: video.videoHeight });
    const brush = still.getContext('2d');
    brush?.drawImage(video, 0, 0);
    if (brush) paintSign(brush, sign);
    return still;
}

/** In the middle of the upper edge; readable when the picture is shown on a phone. */
function paintSign(brush: CanvasRenderingContext2D, sign: string): void {
    const { width } = brush.canvas;
    const letters = Math.max(16, width / 36);
    brush.font = `600 ${letters}px sans-serif`;
    brush.textAlign = 'center';
    brush.textBaseline = 'middle';
    const half = brush.measureText(sign).width / 2 + letters;
    brush.fillStyle = '#ffb000';
    brush.fillRect(width / 2 - half, 0, 2 * half, 2 * letters);
    brush.fillStyle = '#10121c';
    brush.fillText(sign, width / 2, letters);
}
