// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Our own screen, as long as it is shown to the other side.
export class OwnScreen {
    #track: MediaStreamTrack | null = null;
    /** Counts the stops: what the browser gives to a question from before one is nobody's. */
    #round = 0;

    constructor(
        private readonly capture: () => Promise<MediaStream>,
        private readonly changed: (track: MediaStreamTrack | null) => void,
    ) {}

    get track(): MediaStreamTrack | null {
        return this.#track;
    }

    /** False: nothing is shown, because it was stopped meanwhile. Throws what the browser says where it gives nothing. */
    async start(): Promise<boolean> {
        const round = this.#round;
        const stream = await this.capture();
        const track = stream.getVideoTracks()[0];
        if (track === undefined || round !== this.#round) {
            for (const unused of stream.getTracks()) unused.stop();
            return false;
        }
        this.#release();
        // Letters must stay sharp; a screen has few movements.
        track.contentHint = 'detail';
        track.onended = () => this.stop();
        this.#show(track);
        return true;
    }

    stop(): void {
        this.#round += 1;
        if (this.#track === null) return;
        this.#release();
        this.#show(null);
    }

    #show(track: MediaStreamTrack | null): void {
        this.#track = track;
        this.changed(track);
    }

    #release(): void {
        if (this.#track === null) return;
        this.#track.onended = null;
        this.#track.stop();
    }
}
