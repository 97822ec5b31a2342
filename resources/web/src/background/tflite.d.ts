// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What we use of the WebAssembly module, which has no types of its own.
declare module '@twilio/video-processors/dist/build/tflite-simd-1-0-0.js' {
    export interface Runtime {
        readonly HEAPU8: Uint8Array;
        readonly HEAPF32: Float32Array;
        _getModelBufferMemoryOffset(): number;
        _getInputMemoryOffset(): number;
        _getInputWidth(): number;
        _getInputHeight(): number;
        _getOutputMemoryOffset(): number;
        /** 0: loaded. */
        _loadModel(bytes: number): number;
        _runInference(): number;
    }
    export default function createRuntime(options: { readonly wasmBinary: ArrayBuffer }): Promise<Runtime>;
}
