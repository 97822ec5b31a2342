// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// How loud our own microphone is, also while nobody hears it: whoever speaks then is told. Nothing of what is heard is
// kept or leaves the device.

/** A microphone that is listened to. */
export interface Hearing {
    /** 0 to 100, of this moment. */
    level(): number;
    close(): void;
}
export interface EarWorld {
    /** Undefined where the browser cannot. */
    hear(track: MediaStreamTrack): Hearing | undefined;
    setTimer(ms: number, action: () => void): () => void;
}

/** A call begins with better things to do: the face comes first. */
const kBeginAfterMs = 1500;
const kEveryMs = 100;
/** Well above a quiet room, and below a voice at an arm's length. */
const kLoud = 12;
/** Of the last second: a cough or a door is no speech. */
const kWindow = 10;
const kLoudOfWindow = 5;
const kQuietAfter = 30;

/** Tells speech from noise, one level at a time. */
export class SpeechSign {
    #loud: boolean[] = [];
    #quiet = 0;
    #on = false;

    feed(level: number): boolean {
        const loud = level >= kLoud;
        this.#loud = [...this.#loud, loud].slice(-kWindow);
        this.#quiet = loud ? 0 : this.#quiet + 1;
        if (this.#loud.filter(Boolean).length >= kLoudOfWindow) this.#on = true;
        else if (this.#quiet >= kQuietAfter) this.#on = false;
        return this.#on;
    }
}

export class Ear {
    readonly #listeners = new Set<(level: number) => void>();
    #track: MediaStreamTrack | null = null;
    #live = false;
    #hearing: Hearing | undefined;
    #cancel: () => void = () => undefined;
    #sign = new SpeechSign();
    #unheard = false;

    constructor(
        private readonly world: EarWorld,
        /** Somebody begins or ends to speak into a microphone that is off. */
        private readonly unheard: (speaking: boolean) => void,
    ) {}

    /** What to listen to from now on, and whether others hear it too. */
    follow(track: MediaStreamTrack | null, live: boolean): void {
        if (live !== this.#live) this.#sign = new SpeechSign();
        this.#live = live;
        if (live || track === null) this.#setUnheard(false);
        if (track?.id === this.#track?.id) return;
        this.#cancel();
        this.#hearing?.close();
        this.#track = track;
        this.#sign = new SpeechSign();
        this.#hearing = undefined;
        this.#tell(0);
        if (track !== null) this.#cancel = this.world.setTimer(kBeginAfterMs, () => this.#begin(track));
    }

    /** Returns how to stop being told. */
    onLevel(listener: (level: number) => void): () => void {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    #begin(track: MediaStreamTrack): void {
        this.#hearing = this.world.hear(track);
        if (this.#hearing !== undefined) this.#wait();
    }

    #wait(): void {
        this.#cancel = this.world.setTimer(kEveryMs, () => {
            this.#wait();
            const level = this.#hearing?.level() ?? 0;
            this.#tell(this.#live ? level : 0);
            if (!this.#live) this.#setUnheard(this.#sign.feed(level));
        });
    }

    #tell(level: number): void {
        for (const listener of this.#listeners) listener(level);
    }

    #setUnheard(unheard: boolean): void {
        if (unheard === this.#unheard) return;
        this.#unheard = unheard;
        this.unheard(unheard);
    }
}

/** A copy of the track is listened to: it hears on while the one that is sent is muted. */
export function hear(track: MediaStreamTrack): Hearing | undefined {
    let context: AudioContext;
    try {
        context = new AudioContext();
    } catch {
        return undefined;
    }
    const copy = track.clone();
    copy.enabled = true;
    const analyser = context.createAnalyser();
    analyser.fftSize = 4096;
    context.createMediaStreamSource(new MediaStream([copy])).connect(analyser);
    void context.resume().catch(() => undefined);
    const samples = new Float32Array(analyser.fftSize);
    return {
        level: () => {
            analyser.getFloatTimeDomainData(samples);
            const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
            return Math.min(100, Math.sqrt(power) * 400);
        },
        close: () => {
            copy.stop();
            void context.close();
        },
    };
}
