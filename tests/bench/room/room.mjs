// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { layDownPicture } from '../../e2e/lib/background.mjs';
import { ChromiumCrowd } from '../../e2e/lib/citizens.mjs';
import { kSparingMedia } from '../../e2e/lib/clerk.mjs';
import { invite, letIn, openGuests, useCode } from '../../e2e/lib/conversation.mjs';
import { seesAndHears } from '../../e2e/lib/measure.mjs';
import { cpuOfGroup, memoryOfGroup } from '../../e2e/lib/processes.mjs';
import { openScene } from '../../e2e/lib/scene.mjs';
import { kOffice } from '../../e2e/lib/town.mjs';

const kSeconds = Number(process.env.SPRECHTAG_ROOM_SECONDS ?? 10);
const kEnoughPictures = 20;
const kSettleMs = 5000;
/** Whom the clerk talks to, by the word for how many are in the room; each joins by the way that is hers. */
const kSparing = { start: (place) => ChromiumCrowd.start(place, kSparingMedia) };
const kRooms = [
    { word: 'two', join: [callNext], backgrounds: ['none', 'blur', 'picture'] },
    { word: 'three', join: [callNext, comeByCode], backgrounds: ['none', 'blur', 'picture'] },
    // Few pictures, and not of 720p: a small machine that carries all five browsers has nothing left for any of them.
    {
        word: 'five', join: [callNext, comeByCode, comeByCode, comeByCode], backgrounds: ['none'], Crowd: kSparing,
        env: { QTWEBENGINE_CHROMIUM_FLAGS: kSparingMedia.join(' ') },
    },
];

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in a page, before its camera opens: small machines ask it for less. */
function askFor720p() {
    Object.defineProperty(navigator, 'hardwareConcurrency', { value: 8 });
}
const askAmong = (Crowd) => (Crowd === kSparing ? () => undefined : askFor720p);

/** Runs in a page: counts the pictures that it shows from now on. */
function countPictures(selector) {
    const video = document.querySelector(selector);
    const counted = { pictures: 0 };
    globalThis.countedPictures = counted;
    const look = () => {
        counted.pictures += 1;
        if (globalThis.countedPictures === counted) video.requestVideoFrameCallback(look);
    };
    video.requestVideoFrameCallback(look);
}

/** Runs in a page. */
function seen(selector) {
    return { pictures: globalThis.countedPictures.pictures, lines: document.querySelector(selector).videoHeight };
}

async function callNext(scene, clerk, Crowd) {
    const citizen = await scene.citizen(Crowd);
    await citizen.page.addInitScript(askAmong(Crowd));
    await citizen.draw(scene.town.address, kOffice, 'Kim');
    await citizen.allowDevices();
    await clerk.shows(/Kim/);
    await sleep(kSettleMs);
    const waiting = await load(clerk);
    await clerk.callNext();
    await seesAndHears('the citizen', citizen, '#remote-video');
    return { citizen, waiting };
}

async function comeByCode(scene, clerk, Crowd) {
    if (!/Gast einladen/.test(await clerk.words())) await openGuests(clerk);
    const name = `Gast${scene.citizens.length}`;
    const guest = await useCode(scene, await invite(clerk), name, Crowd);
    await guest.shows(/Gast zu [A-Z] \d{3}/);
    await guest.page.evaluate(askAmong(Crowd));
    await guest.allowDevices();
    await letIn(clerk, name);
    // Where many share a small machine it takes long until the first pictures are there.
    await seesAndHears('the guest', guest, '#person-0', { ms: 60000, lookMs: 5000 });
    return { citizen: guest };
}

/** Of all processes of the app: share of a core in percent, MiB. */
async function load(clerk) {
    const [cpu, from] = [cpuOfGroup(clerk.pid), performance.now()];
    await sleep(kSeconds * 1000);
    const spent = cpuOfGroup(clerk.pid) - cpu;
    return { cpu: (100 * spent * 1000) / (performance.now() - from), memory: memoryOfGroup(clerk.pid) / 1024 };
}

/** The clerk looks at the citizen, everybody else at the clerk. */
async function measure(clerk, [citizen, ...guests]) {
    const pages = [await clerk.page(), citizen, ...guests];
    const looksAt = (page) => (guests.includes(page) ? '#person-0' : '#remote-video');
    await sleep(kSettleMs);
    for (const page of pages) await page.evaluate(countPictures, looksAt(page));
    const from = performance.now();
    const { cpu, memory } = await load(clerk);
    const views = await Promise.all(pages.map((page) => page.evaluate(seen, looksAt(page))));
    const seconds = (performance.now() - from) / 1000;
    const perSecond = views.map(({ pictures }) => pictures / seconds);
    return {
        cpu, memory, clerk: perSecond[0], citizen: Math.min(...perSecond.slice(1)),
        lines: Math.min(...views.map(({ lines }) => lines)),
    };
}

function print(metric, value, unit, reference) {
    const rounded = (number) => Number(number.toPrecision(4));
    console.log(JSON.stringify({
        bench: 'room', metric, value: rounded(value), unit, reference: rounded(reference), ratio: rounded(value / reference),
    }));
}

function report(name, now, reference) {
    print(`${name}_cpu`, now.cpu, '% of a core', reference.cpu);
    print(`${name}_memory`, now.memory, 'MiB', reference.memory);
    print(`${name}_pictures_clerk`, now.clerk, 'pictures/s', kEnoughPictures);
    print(`${name}_pictures_citizen`, now.citizen, 'pictures/s', kEnoughPictures);
    // The picture that arrives is made smaller where line or machine do not keep up.
    print(`${name}_lines`, now.lines, 'lines', 720);
}

/** An app of its own for each background, as its clerk has chosen it before: none has to bear what another has used. */
async function measureRoom({ word, join, Crowd, env }, background) {
    const name = `${word}_${background}`;
    const scene = await openScene(`bench-room-${name}`);
    try {
        writeFileSync(`${scene.place.folder('schmidt')}/clerk.ini`, `[General]\nbackground=${background}\n`);
        const clerk = await scene.clerk('schmidt', { ...await layDownPicture(scene), ...env });
        await (await clerk.page()).evaluateInCall(askAmong(Crowd));
        await clerk.openOffice(kOffice);
        const joined = [];
        for (const way of join) joined.push(await way(scene, clerk, Crowd));
        const found = await measure(clerk, joined.map(({ citizen }) => citizen));
        const ended = /the background has ended by itself/.test(clerk.program.output);
        await scene.close();
        scene.place.clear();
        return { name, found, waiting: joined[0].waiting, ended };
    } finally {
        await scene.close();
    }
}

const only = process.env.SPRECHTAG_ROOM_PEOPLE;
for (const room of kRooms.filter(({ word }) => only === undefined || word === only)) {
    let plain;
    for (const background of room.backgrounds) {
        const { name, found, waiting, ended } = await measureRoom(room, background);
        report(name, found, plain ?? waiting);
        if (background !== 'none') print(`${name}_ended_by_itself`, ended ? 1 : 0, 'times', 1);
        plain ??= found;
    }
}
process.exit(0);
