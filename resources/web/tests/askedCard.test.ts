// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's page when the clerk asks to see an identity document: what it says, shows and sends, and how one says no.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backCamera } from '../src/state/cameras.js';
import { Page } from './page.js';
import { FakePeerConnection } from './fakePeerConnection.js';
import { settle } from './fakeTime.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const kNone = { muted: false, camera_off: false, may_share: false, on_hold: false };
const kDecline = 'Das möchte ich nicht';

const ticket = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, number: 'B 017' };
const waiting = { ...ticket, seq: 42, state: 'waiting', rank: 0, epoch: 0 };
const clerk = { name: 'Frau Schmidt' };
const inCall = (control = {}, seq = 44): object => ({ ...ticket, seq, state: 'in_call', epoch: 1, clerk, control: { ...kNone, ...control } });
const asked = (step?: string): object => ({ type: 'sight.state', ...(step !== undefined && { step }) });

async function callPage(...cameras: string[]): Promise<Page> {
    const page = await Page.opened(kToken, welcome, waiting);
    page.tab.devices.offer('audio headset', ...cameras.map((camera) => `video ${camera}`));
    await page.press('Kamera und Mikrofon testen');
    await page.tab.devices.grant();
    await page.tab.say(inCall());
    return page;
}
const constraints = (page: Page): MediaTrackConstraints[] => page.tab.devices.tracks.find(({ kind }) => kind === 'video')?.constraints ?? [];

test('each step is said in plain words, by sight and by ear', async () => {
    const page = await callPage('front');
    for (const [step, words] of [
        ['front', /Vorderseite Ihres Ausweises in den Rahmen/],
        ['back', /drehen Sie Ihren Ausweis um/],
        ['tilt', /kippen Sie Ihren Ausweis langsam/],
    ] as const) {
        await page.tab.say(asked(step));
        assert.match(page.words, words);
        assert.match(page.spoken('assertive'), words);
    }
    assert.match(page.words, /Frau Schmidt sieht sich den Ausweis nur an. Das Bild wird nicht gespeichert./);
    await page.tab.say(asked());
    assert.doesNotMatch(page.words, /Ausweis/);
    assert.match(page.spoken('status'), /keinen Ausweis mehr/);
});

test('the own picture is large and not mirrored, and the clerk is heard on', async () => {
    const page = await callPage('front');
    await page.tab.say(asked('front'));
    assert.ok(page.video('asked-video').srcObject !== null);
    assert.doesNotMatch(page.video('asked-video').attributes.get('class') ?? '', /mirrored/);
    assert.ok(page.video('remote-video').shown);
});

test('meanwhile the picture goes to nobody but the clerk', async () => {
    const page = await callPage('front');
    const people = [{ peer: 0, role: 'clerk', state: 'in_room', name: 'Frau Schmidt' }, { peer: 1, role: 'citizen', state: 'in_room' }, { peer: 2, role: 'guest', state: 'in_room', name: 'Deniz' }];
    await page.tab.say({ type: 'room.state', peer: 1, people });
    await page.tab.say({ type: 'room.signal', peer: 2, signal: { generation: 1, description: { type: 'offer', sdp: 'v=0' } } });
    for (const { id } of page.tab.sent('call.prepare')) await page.tab.say({ type: 'call.ice', re: id, servers: [], policy: 'all', ttl_s: 600 });
    for (let round = 0; round < 5; round += 1) await settle();
    const toGuest = FakePeerConnection.made.at(-1);
    const sent = (): string | undefined => (toGuest?.transceivers[1]?.sender.track as MediaStreamTrack | null | undefined)?.kind;
    assert.equal(sent(), 'video');
    await page.tab.say(asked('front'));
    assert.equal(sent(), undefined);
    await page.tab.say(asked());
    assert.equal(sent(), 'video');
});

test('whoever would rather not says so, and the clerk is told', async () => {
    const page = await callPage('front');
    await page.tab.say(asked('front'));
    await page.press(kDecline);
    assert.deepEqual(page.tab.sent('sight.decline'), [{ type: 'sight.decline', epoch: 1 }]);
    await page.tab.say(asked());
    assert.ok(!page.has(kDecline));
});

test('on hold nothing is asked, and after the conversation nothing is left of it', async () => {
    const page = await callPage('front');
    await page.tab.say(asked('front'), inCall({ on_hold: true }, 45));
    assert.ok(!page.has(kDecline));
    await page.tab.say({ ...waiting, seq: 46, epoch: 1 }, { ...(inCall({}, 47) as object), epoch: 2 });
    assert.ok(!page.has(kDecline));
});

test('the picture is finer while the card is looked at, and afterwards as it was', async () => {
    const page = await callPage('front');
    assert.equal(constraints(page).length, 0);
    await page.tab.say(asked('front'));
    assert.deepEqual(constraints(page).at(-1)?.width, { ideal: 1920 });
    const track = page.session.ui.local.camera.track;
    assert.equal(track?.contentHint, 'detail');
    await page.tab.say(asked('back'));
    assert.equal(constraints(page).length, 1);
    await page.tab.say(asked());
    assert.equal(track?.contentHint, 'motion');
    assert.equal(constraints(page).length, 2);
    assert.equal(constraints(page).at(-1)?.width, undefined);
});

test('whose camera is off can turn it on for the card, unless the clerk has locked it', async () => {
    const page = await callPage('front');
    page.session.devices.setCamera(false);
    await page.tab.say(asked('front'));
    assert.match(page.words, /Ihre Kamera ist aus/);
    await page.press('Kamera für den Ausweis einschalten');
    await page.tab.devices.grant();
    assert.ok(page.video('asked-video').srcObject !== null);
    await page.tab.say(inCall({ camera_off: true }, 45));
    assert.ok(!page.has('Kamera für den Ausweis einschalten'));
    assert.ok(page.has(kDecline));
});

test('a second camera that looks away is offered, and the first one serves again afterwards', async () => {
    const page = await callPage('front', 'back');
    await page.tab.say(asked('front'));
    await page.press('Rückkamera verwenden');
    await page.tab.devices.grant();
    assert.equal(page.session.ui.local.inUse.camera, 'back');
    assert.ok(page.has('Andere Kamera verwenden'));
    await page.tab.say(asked());
    await page.tab.devices.grant();
    await settle();
    assert.equal(page.session.ui.local.inUse.camera, 'front');
    assert.equal(page.session.memory.chosenDevice('camera'), undefined);
});

test('who has one camera, or none that looks away, is offered no other', async () => {
    for (const cameras of [['front'], ['front', 'side']]) {
        const page = await callPage(...cameras);
        await page.tab.say(asked('front'));
        assert.ok(!page.has('Rückkamera verwenden'));
    }
});

const camera = (label: string): { id: string; label: string } => ({ id: label, label });
for (const [front, back] of [
    ['camera2 1, facing front', 'camera2 0, facing back'],
    ['Front Camera', 'Back Camera'],
    ['Frontkamera', 'Rückkamera'],
    ['Integrated Webcam', 'Rear camera'],
] as const) {
    test(`of a phone's cameras ${back} looks away`, () => {
        assert.equal(backCamera([camera(front), camera(back)])?.label, back);
    });
}
test('of two webcams none looks away, and a single one is never offered', () => {
    assert.equal(backCamera([camera('Webcam C920'), camera('Feedback Cam')]), undefined);
    assert.equal(backCamera([camera('Back Camera')]), undefined);
});
