// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Tones that are made on the device, for tests of the loudspeaker and to call somebody back.
const kTestTones = [523, 659, 784] as const;
const kToneEverySeconds = 0.35;

export function tone(to: AudioNode, frequency: number, at: number, seconds: number): OscillatorNode {
    const { context } = to;
    const oscillator = context.createOscillator();
    const gain = context.createGain();
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.25, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    oscillator.connect(gain).connect(to);
    oscillator.start(at);
    oscillator.stop(at + seconds);
    return oscillator;
}

/** Three tones from just this loudspeaker; resolves when they are over, and rejects where they cannot be played. */
export async function testSpeaker(sink: string): Promise<void> {
    const context = new AudioContext();
    const player = new Audio();
    try {
        // Only an element finds its way to a certain loudspeaker in every browser that knows such a way.
        const out = context.createMediaStreamDestination();
        player.srcObject = out.stream;
        if (sink !== '') await player.setSinkId(sink);
        await Promise.all([context.resume(), player.play()]);
        const begin = context.currentTime + 0.1;
        const tones = kTestTones.map((frequency, i) => tone(out, frequency, begin + i * kToneEverySeconds, 0.5));
        await new Promise((over) => tones.at(-1)?.addEventListener('ended', over));
    } finally {
        player.srcObject = null;
        void context.close();
    }
}
