// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What goes wrong on a real day: the server dies, the clerk's app dies, its picture dies, a citizen reloads.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { inCall } from '../lib/conversation.mjs';
import { seesAndHears } from '../lib/measure.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

journey('server-killed', 'ten who wait keep number and place when the server is killed', {}, async (scene) => {
    const clerk = await scene.clerk();
    await clerk.openOffice(kOffice);
    const waiting = [];
    for (let i = 0; i < 10; i += 1) {
        const citizen = await scene.citizen();
        await citizen.draw(scene.town.address, kOffice);
        waiting.push(citizen);
    }
    const places = () => Promise.all(waiting.map((citizen) => citizen.ahead()));
    const expected = ['Sie sind als Nächstes dran', 'Vor Ihnen\n1 Person',
        ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => `Vor Ihnen\n${n} Personen`)];
    const placesBecome = (what) => until(what, async () => {
        const now = (await places()).map((place) => place?.replace(/\s*\n\s*/g, '\n'));
        assert.deepEqual(now, expected);
        return true;
    }, 45000, 500);
    await placesBecome('ten in line');

    await scene.town.kill();
    await Promise.all(waiting.map((citizen) => citizen.shows(/Die Verbindung ist unterbrochen/)));
    await scene.town.run();
    // While the line is down a page shows what it knew: only what it shows afterwards counts.
    await until('all ten back on the line', async () => {
        const words = await Promise.all(waiting.map((citizen) => citizen.words()));
        return words.every((one) => !/Die Verbindung ist unterbrochen/.test(one));
    }, 45000, 300);
    await placesBecome('the same ten in the same line');
    for (const citizen of waiting) assert.match(await citizen.words(), new RegExp(citizen.number));
    await clerk.shows(/\b10\b.*wart/i, 30000);

    const eleventh = await scene.citizen();
    assert.equal(await eleventh.draw(scene.town.address, kOffice), 'B 011');
});

journey('clerk-app-killed', 'a clerk whose app was killed in a call takes the conversation up again', {}, async (scene) => {
    const { clerk, kim: citizen } = await inCall(scene);
    await clerk.kill();
    await clerk.launch();
    await clerk.signedIn();
    await clerk.shows(/Gespräch fortsetzen/, 20000);
    await clerk.key('F6');
    await seesAndHears('the clerk', await clerk.page(), '#remote-video', { ms: 30000 });
    await seesAndHears('the citizen', citizen, '#remote-video', { ms: 30000 });
    await clerk.key('ctrl+e');
    await citizen.shows(/Ihr Besuch ist beendet/);
});

journey('picture-killed', 'the call is back within five seconds when the process behind the picture was killed', {}, async (scene) => {
    const { clerk, kim: citizen } = await inCall(scene);
    const renderers = execFileSync('pgrep', ['-g', String(clerk.pid), '-f', 'type=renderer'], { encoding: 'utf8' });
    for (const pid of renderers.trim().split('\n')) process.kill(Number(pid), 'SIGKILL');
    const killed = Date.now();
    await clerk.forgetPage();
    const page = await clerk.page();
    // Pictures, not the looking at them for a second and a half: that would count as a part of the five.
    for (const [who, one] of [['the clerk', page], ['the citizen', citizen]]) {
        await until(`${who} having a picture again`, () => one.evaluate(() => {
            const video = document.querySelector('#remote-video');
            return video.srcObject !== null && video.videoWidth > 0 && video.getVideoPlaybackQuality().totalVideoFrames > 0
                && video.srcObject.getVideoTracks().some(({ muted }) => !muted);
        }), 15000, 50);
    }
    const back = Date.now() - killed;
    assert.ok(back <= 5000, `back after ${back} ms`);
    assert.ok(clerk.program.running, 'the app itself lives');
    await seesAndHears('the clerk', page, '#remote-video', { ms: 30000 });
    await seesAndHears('the citizen', citizen, '#remote-video', { ms: 30000 });
});

journey('citizen-reloads', 'a citizen who reloads in the call is back without a new admission, and can go on elsewhere', {}, async (scene) => {
    const { clerk, kim: citizen } = await inCall(scene);
    const page = await clerk.page();
    await citizen.reload();
    await seesAndHears('the clerk', page, '#remote-video', { ms: 30000 });
    await seesAndHears('the citizen', citizen, '#remote-video', { ms: 30000 });
    assert.doesNotMatch(await citizen.words(), /Jetzt beitreten/);

    // The same place on a device that knows nothing of cameras yet.
    const phone = await scene.citizen();
    await phone.page.goto(citizen.page.url());
    await citizen.shows(/Ihr Platz ist umgezogen/);
    await phone.shows(/Ihr Gespräch läuft/);
    await phone.press('button', /Jetzt beitreten/);
    await seesAndHears('the clerk', page, '#remote-video', { ms: 30000 });
    await seesAndHears('the citizen on the phone', phone, '#remote-video', { ms: 30000 });
});

journey('two-clerks', 'two clerks who call at once get two different people', {}, async (scene) => {
    const schmidt = await scene.clerk('schmidt');
    const yilmaz = await scene.clerk('yilmaz');
    await schmidt.openOffice(kOffice);
    await yilmaz.openOffice(kOffice);
    const citizens = [await scene.citizen(), await scene.citizen()];
    for (const citizen of citizens) {
        await citizen.draw(scene.town.address, kOffice);
        await citizen.allowDevices();
    }
    await schmidt.shows(/\b2\b.*wart/i);
    await yilmaz.shows(/\b2\b.*wart/i);
    // Through the accessibility service, because there is only one keyboard.
    await Promise.all([schmidt.press('push button', '^Nächste Person'), yilmaz.press('push button', '^Nächste Person')]);
    const [first, second] = await Promise.all(citizens.map((citizen) => citizen.shows(/Frau Schmidt|Herr Yılmaz/)));
    assert.notEqual(first[0], second[0]);
    await Promise.all([schmidt, yilmaz].map(async (clerk) => seesAndHears('a clerk', await clerk.page(), '#remote-video')));
    await Promise.all(citizens.map((citizen) => seesAndHears('a citizen', citizen, '#remote-video')));
});
