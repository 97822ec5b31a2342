// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// One camera through the painter: pictures in, pictures out, never more than one under way.
import { Painter } from './painter.js';
import type { Segmenter } from './segmenter.js';

// Chromium has them since 94; they are in no standard's types yet.
interface TrackProcessor {
    readonly readable: ReadableStream<VideoFrame>;
}
interface TrackGenerator extends MediaStreamTrack {
    readonly writable: WritableStream<VideoFrame>;
}
interface InsertableStreams {
    readonly MediaStreamTrackProcessor?: new (init: { track: MediaStreamTrack; maxBufferSize: number }) => TrackProcessor;
    readonly MediaStreamTrackGenerator?: new (init: { kind: 'video' }) => TrackGenerator;
}

export interface PaintedStream {
    readonly track: MediaStreamTrack;
    stop(): void;
}

export interface PaintEvents {
    first(): void;
    /** What one picture took, in ms. */
    took(ms: number): void;
    failed(): void;
}

export function paintStream(
    camera: MediaStreamTrack,
    segmenter: Segmenter,
    picture: ImageBitmap | undefined,
    events: PaintEvents,
): PaintedStream {
    const { MediaStreamTrackProcessor, MediaStreamTrackGenerator } = globalThis as unknown as InsertableStreams;
    if (MediaStreamTrackProcessor === undefined || MediaStreamTrackGenerator === undefined) {
        throw new Error('pictures cannot be changed here');
    }
    const generator = new MediaStreamTrackGenerator({ kind: 'video' });
    generator.contentHint = 'motion';
    // Of its own: whoever ends the camera ends ours too, but we never end theirs.
    const reader = new MediaStreamTrackProcessor({ track: camera, maxBufferSize: 1 }).readable.getReader();
    const writer = generator.writable.getWriter();
    let stopped = false;
    let painter: Painter | undefined;

    const paint = (frame: VideoFrame): VideoFrame => {
        const { displayWidth: width, displayHeight: height } = frame;
        if (painter?.canvas.width !== width || painter.canvas.height !== height) painter = new Painter(width, height, picture);
        painter.paint(frame, segmenter);
        return new VideoFrame(painter.canvas, { timestamp: frame.timestamp ?? 0 });
    };
    const run = async (): Promise<void> => {
        for (let count = 0; !stopped; count += 1) {
            const { value: frame, done } = await reader.read();
            if (done || frame === undefined) return;
            const from = performance.now();
            try {
                await writer.write(paint(frame));
            } finally {
                frame.close();
            }
            if (stopped) return;
            if (count === 0) events.first();
            events.took(performance.now() - from);
        }
    };
    void run().catch(() => {
        if (!stopped) events.failed();
    });
    return {
        track: generator,
        stop: () => {
            stopped = true;
            reader.cancel().catch(() => undefined);
            writer.close().catch(() => undefined);
            generator.stop();
        },
    };
}
