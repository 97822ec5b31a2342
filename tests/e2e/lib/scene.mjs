// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Everything that a journey needs, started on demand and ended in any case; a failure leaves logs and pictures.
import { test } from 'node:test';
import { Reader } from './atspi.mjs';
import { ChromiumCrowd } from './citizens.mjs';
import { Clerk } from './clerk.mjs';
import { Desktop } from './display.mjs';
import { Workplace } from './places.mjs';
import { kClerks, Town } from './town.mjs';
import { startLoopbackTurn } from './turn.mjs';

export class Scene {
    place;
    turn;
    network;
    town;
    desktop;
    reader;
    clerks = [];
    citizens = [];
    #crowds = new Map();

    constructor(name) {
        this.place = new Workplace(name);
    }

    async open({ ways, network, ...options } = {}) {
        this.network = await network?.start();
        this.turn = await startLoopbackTurn(this.place.folder('turn'), ways);
        this.town = await Town.start(this.place, { turn: this.turn, publicHost: this.network?.host, ...options });
        await this.network?.forward(Number(new URL(this.town.address).port));
        this.desktop = await Desktop.start(this.place.folder('run'));
        this.reader = new Reader(this.desktop);
    }

    /** A clerk whose app is still to be launched. */
    clerkToBe(login = 'schmidt', account = kClerks[login], env = {}) {
        const { place, town, desktop, reader } = this;
        const clerk = new Clerk({ desktop, reader, place, town, account, env });
        this.clerks.push(clerk);
        return clerk;
    }

    /** A clerk signed in at the app. */
    async clerk(login = 'schmidt', env = {}) {
        const clerk = this.clerkToBe(login, kClerks[login], env);
        await clerk.launch();
        await clerk.signedIn();
        return clerk;
    }

    /** A person with a browser; those with the same browser share one process, not their storage. */
    async citizen(Crowd = ChromiumCrowd) {
        if (!this.#crowds.has(Crowd)) this.#crowds.set(Crowd, await Crowd.start(this.place));
        const citizen = await this.#crowds.get(Crowd).citizen();
        this.citizens.push(citizen);
        return citizen;
    }

    async keepEvidence() {
        const tries = [
            this.desktop?.screenshot(this.place.file('desktop.png')),
            ...this.citizens.map((citizen, i) => citizen.screenshot(this.place.file(`citizen-${i + 1}.png`))),
        ];
        await Promise.race([Promise.allSettled(tries), new Promise((resolve) => setTimeout(resolve, 8000))]);
    }

    async close() {
        const ends = [
            ...[...this.#crowds.values()].map((crowd) => crowd.stop()),
            ...this.clerks.map((clerk) => clerk.stop()),
            this.reader?.stop(),
        ];
        await Promise.race([Promise.allSettled(ends), new Promise((resolve) => setTimeout(resolve, 10000))]);
        await Promise.allSettled([this.desktop?.stop(), this.town?.stop(), this.turn?.program.stop()]);
        await this.network?.stop();
        this.network = undefined;
    }
}

/** For benchmarks, which are no tests. */
export async function openScene(name, options = {}) {
    const scene = new Scene(name);
    try {
        await scene.open(options);
    } catch (problem) {
        await scene.close();
        throw problem;
    }
    return scene;
}

/** One journey from an empty town to the end. `name` is that of its folder in build/e2e-artifacts, should it fail. */
export function journey(name, sentence, { minutes = 3, skip = false, ...options }, play) {
    test(sentence, { timeout: minutes * 60000, skip }, async () => {
        const scene = new Scene(name);
        try {
            await scene.open(options);
            await play(scene);
            await scene.close();
            scene.place.clear();
        } catch (problem) {
            await scene.keepEvidence();
            throw problem;
        } finally {
            await scene.close();
        }
    });
}
