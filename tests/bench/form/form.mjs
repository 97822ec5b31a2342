// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import { formPdf, FormSide } from '../../e2e/lib/forms.mjs';
import { until } from '../../e2e/lib/processes.mjs';
import { openScene } from '../../e2e/lib/scene.mjs';
import { kOffice } from '../../e2e/lib/town.mjs';
import { DelayedLine } from './delayedLine.mjs';
import { Reference } from './reference.mjs';

const kLetters = Number(process.env.SPRECHTAG_FORM_LETTERS ?? 60);
const kBlock = 15;
/** As fast as somebody types who is good at it. */
const kPauseMs = 120;
const kField = '.form-row[data-field="antrag.bemerkung"] .form-input';
const kWarmUp = 5;

/** Runs in the page where keys are pressed. */
function noteKeys() {
    if (globalThis.notesKeys) return;
    globalThis.notesKeys = true;
    addEventListener('keydown', ({ timeStamp }) => (globalThis.pressedAt = performance.timeOrigin + timeStamp), true);
}

/** Runs in the page where the letter is to be seen: notes when it was painted. */
function awaitLetter(field, count) {
    globalThis.paintedAt = undefined;
    const look = () => {
        if ((document.querySelector(field)?.value.length ?? 0) < count) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (globalThis.paintedAt = performance.timeOrigin + performance.now());
        return port2.postMessage(0);
    };
    look();
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** From each key on one side to the letter on the other, in ms. */
async function type(from, to, field, count) {
    await from.evaluate(noteKeys);
    await from.evaluate((what) => {
        const control = document.querySelector(what);
        control.focus();
        control.select();
        document.execCommand('delete');
    }, field);
    await until('an empty field', () => to.evaluate((what) => document.querySelector(what)?.value === '', field));
    const took = [];
    for (let letters = 1; letters <= count; letters += 1) {
        await to.evaluate(awaitLetter, field, letters);
        // Not in step with the frames of either side.
        await pause(kPauseMs * (0.7 + 0.6 * Math.random()));
        await from.keys('x', 0);
        const painted = await until('the letter', () => to.evaluate(() => globalThis.paintedAt), 5000, 20);
        took.push(painted - (await from.evaluate(() => globalThis.pressedAt)));
    }
    await from.evaluate(() => document.activeElement.blur());
    await pause(300);
    return took;
}

async function bothWays([one, other], field, count) {
    return [...await type(one, other, field, count), ...await type(other, one, field, count)];
}

function at(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
}

async function openForm(scene) {
    const file = scene.place.file('Antrag.pdf');
    writeFileSync(file, await formPdf());
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const citizen = await scene.citizen();
    await citizen.page.setViewportSize({ width: 1280, height: 800 });
    await citizen.draw(scene.network.address, kOffice, 'Kim');
    await citizen.hand(file);
    await citizen.shows(/wartet auf Annahme/);
    await clerk.callNext();
    await citizen.shows(/Sie sind an der Reihe/);
    await citizen.press('button', /Jetzt beitreten/);
    await clerk.shows(/wartet auf Ihre Entscheidung/);
    await clerk.press('push button', '^Annehmen$');
    await clerk.shows(/, angenommen/);
    await clerk.press('push button', '^Zeigen$');
    const [app, web] = [await FormSide.ofApp(await clerk.page()), new FormSide(citizen)];
    await app.press('#open-form');
    for (const side of [app, web]) await side.sees('antrag.bemerkung', 'the empty field', ({ value }) => value === '');
    return [app, web];
}

const scene = await openScene('bench-form', { network: DelayedLine });
let reference;
try {
    const sides = await openForm(scene);
    reference = await Reference.start();
    const plain = reference.pages.map((page) => new FormSide(page));
    await bothWays(sides, kField, kWarmUp);
    await bothWays(plain, '.measured', kWarmUp);
    for (const [name, delayMs] of [['loopback', 0], ['delay100', 100]]) {
        scene.network.delayMs = delayMs;
        reference.delayMs = delayMs;
        const [values, of] = [[], []];
        // In turns, so that whatever else the machine does slows both down alike.
        for (let left = kLetters; left > 0; left -= kBlock) {
            values.push(...await bothWays(sides, kField, Math.min(kBlock, left)));
            of.push(...await bothWays(plain, '.measured', Math.min(kBlock, left)));
        }
        for (const [what, share] of [['median', 0.5], ['p99', 0.99]]) {
            const [value, yardstick] = [at(values, share), at(of, share)];
            console.log(JSON.stringify({
                bench: 'form', metric: `${name}_${what}_ms`, value, unit: 'ms', reference: yardstick,
                ratio: Number((value / yardstick).toFixed(2)),
            }));
        }
    }
    await scene.close();
    scene.place.clear();
} finally {
    await reference?.stop();
    await scene.close();
}
process.exit(0);
