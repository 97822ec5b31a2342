// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Finds the person in a picture: the selfie segmentation model of MediaPipe in TensorFlow Lite, built to WebAssembly. All
// of it lies in the app; it is read when a background is chosen for the first time.
import createRuntime from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js';
import type { Runtime } from '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js';
import { fileOfTheApp } from '../connection/appFiles.js';
import { intoAlpha, smooth } from './mask.js';

export class Segmenter {
    readonly width: number;
    readonly height: number;
    readonly #runtime: Runtime;
    readonly #canvas: OffscreenCanvas;
    readonly #context: OffscreenCanvasRenderingContext2D;
    readonly #state: Float32Array;

    static async load(): Promise<Segmenter> {
        const [wasmBinary, model] = await Promise.all([fileOfTheApp('person.wasm'), fileOfTheApp('person.tflite')]);
        const runtime = await createRuntime({ wasmBinary });
        runtime.HEAPU8.set(new Uint8Array(model), runtime._getModelBufferMemoryOffset());
        if (runtime._loadModel(model.byteLength) !== 0) throw new Error('the model cannot be used');
        return new Segmenter(runtime);
    }

    constructor(runtime: Runtime) {
        this.#runtime = runtime;
        this.width = runtime._getInputWidth();
        this.height = runtime._getInputHeight();
        this.#canvas = new OffscreenCanvas(this.width, this.height);
        this.#context = contextOf(this.#canvas);
        this.#state = new Float32Array(this.width * this.height);
    }

    /** A picture whose alpha says where the person is; valid until the next. */
    find(frame: CanvasImageSource): OffscreenCanvas {
        const { width, height } = this;
        const runtime = this.#runtime;
        this.#context.globalCompositeOperation = 'copy';
        this.#context.drawImage(frame, 0, 0, width, height);
        const image = this.#context.getImageData(0, 0, width, height);
        const input = runtime._getInputMemoryOffset() / 4;
        for (let i = 0, at = input; i < image.data.length; i += 4, at += 3) {
            for (let c = 0; c < 3; c += 1) runtime.HEAPF32[at + c] = (image.data[i + c] ?? 0) / 255;
        }
        runtime._runInference();
        const output = runtime._getOutputMemoryOffset() / 4;
        smooth(this.#state, runtime.HEAPF32.subarray(output, output + this.#state.length));
        intoAlpha(this.#state, image.data);
        this.#context.putImageData(image, 0, 0);
        return this.#canvas;
    }
}

/**
 * In the memory that the processor works on, each of them: every picture comes from there and goes back there, and the way
 * to the graphics card and back takes longer than all the drawing.
 */
export function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('nothing can be drawn here');
    return context;
}
