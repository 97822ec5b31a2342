// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Something to hear: a file that sounds like speech, and a sound server of its own with microphones that hum and can be
// plugged in and pulled out. To browsers they are as real as any.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Program, run, until } from './processes.mjs';

const kRate = 48000;

/** Six seconds that are no words, but as loud, as low and as broken up as speech: other sound is taken for noise. */
export function writeSpeech(file) {
    const samples = Buffer.alloc(kRate * 6 * 2);
    for (let n = 0; n < samples.length / 2; n += 1) {
        const t = n / kRate;
        const wave = (frequency) => Math.sin(2 * Math.PI * frequency * t);
        const pitch = 140 + 30 * wave(0.7);
        const syllable = Math.sqrt(Math.max(0, wave(3.1))) * (0.6 + 0.4 * wave(0.9));
        let voice = 0;
        for (let overtone = 1; overtone < 12; overtone += 1) voice += wave(pitch * overtone) / overtone;
        samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, 0.35 * syllable * voice)) * 30000), n * 2);
    }
    const head = Buffer.alloc(44);
    head.write('RIFF', 0);
    head.writeUInt32LE(36 + samples.length, 4);
    head.write('WAVEfmt ', 8);
    head.writeUInt32LE(16, 16);
    head.writeUInt32LE(0x00010001, 20);
    head.writeUInt32LE(kRate, 24);
    head.writeUInt32LE(kRate * 2, 28);
    head.writeUInt32LE(0x00100002, 32);
    head.write('data', 36);
    head.writeUInt32LE(samples.length, 40);
    writeFileSync(file, Buffer.concat([head, samples]));
    return file;
}

export class SoundServer {
    #program;
    #plugs = new Map();
    env;

    /** With these microphones; the first is the system's own. */
    static async start(place, names) {
        const sound = new SoundServer();
        const folder = place.folder('sound');
        const socket = path.join(folder, 'native');
        sound.env = { PULSE_SERVER: `unix:${socket}`, PULSE_COOKIE: path.join(folder, 'cookie'), PULSE_RUNTIME_PATH: folder };
        sound.#program = new Program('pulseaudio', 'pulseaudio',
            ['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1',
                '-L', `module-native-protocol-unix auth-anonymous=1 socket=${socket}`, '-L', 'module-null-sink sink_name=room'],
            { log: place.file('sound.log'), env: { ...sound.env, PULSE_SERVER: '', HOME: folder, XDG_RUNTIME_DIR: folder } });
        await until('the sound server', () => sound.#control('info'), 10000, 100);
        for (const name of names) await sound.plugIn(name);
        await sound.#control('set-default-source', names[0]);
        return sound;
    }

    async plugIn(name) {
        const module = await this.#control('load-module', 'module-sine-source', `source_name=${name}`, 'frequency=440',
            `source_properties=device.description=${name}`);
        this.#plugs.set(name, module.trim());
    }
    async pullOut(name) {
        await this.#control('unload-module', this.#plugs.get(name));
    }

    #control(...words) {
        return run('pactl', 'pactl', words, { env: this.env });
    }

    stop() {
        return this.#program.stop();
    }
}
