// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The citizen's page under what the clerk has set: what it does, shows and says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeStream, FakeTrack } from './fakeMedia.js';
import { Page } from './page.js';
import { settle } from './fakeTime.js';
import { welcome } from './welcome.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kToken = '#t=nG4xF1qPz0mYc7dKq2VbLw';
const kNone = { muted: false, camera_off: false, may_share: false, on_hold: false };

const ticket = { type: 'ticket.state', ticket: 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', office: kOffice, number: 'B 017' };
const waiting = { ...ticket, seq: 42, state: 'waiting', rank: 0, epoch: 0 };

class Visitor {
    #seq = 43;
    readonly screens: FakeTrack[] = [];
    private constructor(readonly page: Page) {}

    static async inCall(control: object = {}): Promise<Visitor> {
        const visitor = new Visitor(await Page.opened(kToken, welcome, waiting));
        await visitor.page.press('Kamera und Mikrofon testen');
        await visitor.page.tab.devices.grant();
        await visitor.page.tab.timers.pass(1500);
        await visitor.told(control);
        return visitor;
    }
    async told(control: object, state = 'in_call'): Promise<void> {
        const said = { ...ticket, seq: (this.#seq += 1), state, epoch: 1, clerk: { name: 'Frau Schmidt' } };
        await this.page.tab.say({ ...said, control: { ...kNone, ...control } });
        await settle();
    }
    /** A computer's browser, which can show a screen. */
    canShare(refusal?: string): void {
        const getDisplayMedia = (): Promise<unknown> => {
            if (refusal !== undefined) return Promise.reject(new DOMException('', refusal));
            const track = new FakeTrack('video');
            this.screens.push(track);
            return Promise.resolve(new FakeStream([track]));
        };
        Object.assign(navigator.mediaDevices, { getDisplayMedia });
    }
    get isHeard(): boolean {
        return this.page.session.ui.local.microphone.track?.enabled === true;
    }
    get isSeen(): boolean {
        return this.page.session.ui.local.camera.track !== null;
    }
    get sent(): string {
        const { tracks, media } = this.page.session.permissions.outgoing(this.page.session.devices.state);
        const slots = ['microphone', 'camera', 'screen'] as const;
        for (const slot of slots) assert.ok(!media[slot] || tracks[slot] !== null, `a ${slot} that is told of and not there`);
        return slots.filter((slot) => tracks[slot] !== null && tracks[slot]?.enabled !== false).join(' ');
    }
}

test('muted, the microphone is off, and does not come on by button or key', async () => {
    const visitor = await Visitor.inCall();
    assert.ok(visitor.isHeard);
    await visitor.told({ muted: true });
    assert.ok(!visitor.isHeard);
    assert.equal(visitor.sent, 'camera');
    assert.match(visitor.page.words, /Frau Schmidt hat Ihr Mikrofon ausgeschaltet/);
    assert.match(visitor.page.spoken('status'), /sobald Frau Schmidt es freigibt/);
    await visitor.page.press('Mikrofon gesperrt');
    assert.ok(!visitor.isHeard);
    assert.match(visitor.page.spoken('status'), /gesperrt, bis Ihre Ansprechperson/);
    visitor.page.session.devices.hold(true);
    assert.ok(!visitor.isHeard);
});

test('what is given back is turned on by its owner alone', async () => {
    const visitor = await Visitor.inCall();
    await visitor.told({ muted: true });
    await visitor.told({});
    assert.ok(!visitor.isHeard);
    assert.match(visitor.page.words, /Sie können Ihr Mikrofon wieder einschalten/);
    // One stands in the notice, one below the picture.
    assert.equal(visitor.page.count('Mikrofon einschalten'), 2);
    visitor.page.session.permissions.turnOn('microphone');
    await settle();
    assert.ok(visitor.isHeard);
    assert.doesNotMatch(visitor.page.words, /wieder einschalten/);
});

test('a camera that the clerk turns off is let go of, and its light goes out', async () => {
    const visitor = await Visitor.inCall();
    const camera = visitor.page.session.ui.local.camera.track;
    await visitor.told({ camera_off: true });
    assert.ok((camera as unknown as FakeTrack).stopped);
    assert.ok(!visitor.isSeen);
    assert.ok(visitor.page.has('Kamera gesperrt'));
    await visitor.told({ camera_off: true, muted: true });
    assert.match(visitor.page.words, /Ihr Mikrofon und Ihre Kamera ausgeschaltet/);
    await visitor.told({});
    assert.match(visitor.page.words, /Sie können Mikrofon und Kamera wieder einschalten/);
    await visitor.page.press('Jetzt nicht');
    assert.doesNotMatch(visitor.page.words, /wieder einschalten/);
});

test('a page that is reloaded while muted opens no microphone', async () => {
    const visitor = await Visitor.inCall();
    await visitor.told({ muted: true });
    assert.equal(visitor.page.tab.storage.get('sprechtag.devices'), 'c-');
});

test('on hold nothing leaves the page, which says so and goes on by itself', async () => {
    const visitor = await Visitor.inCall();
    await visitor.told({ on_hold: true });
    assert.equal(visitor.sent, '');
    assert.match(visitor.page.words, /hat das Gespräch angehalten: Niemand sieht oder hört Sie/);
    assert.match(visitor.page.spoken('assertive'), /angehalten/);
    assert.ok(visitor.page.has('Mikrofon ausschalten'), 'what is one’s own stays in one’s own hands');
    await visitor.told({});
    assert.equal(visitor.sent, 'microphone camera');
    assert.ok(visitor.isHeard && visitor.isSeen);
    assert.match(visitor.page.spoken('status'), /geht weiter/);
});

test('without the clerk’s word there is no way to share', async () => {
    const visitor = await Visitor.inCall();
    visitor.canShare();
    await visitor.told({ muted: true });
    assert.ok(!visitor.page.has('Bildschirm zeigen'));
});

test('a screen is shown when the clerk allows it, and not a moment longer', async () => {
    const visitor = await Visitor.inCall();
    visitor.canShare();
    await visitor.told({ may_share: true });
    assert.match(visitor.page.words, /Frau Schmidt erlaubt Ihnen, Ihren Bildschirm zu zeigen/);
    await visitor.page.press('Jetzt nicht');
    await visitor.page.press('Bildschirm zeigen');
    assert.equal(visitor.sent, 'microphone camera screen');
    assert.match(visitor.page.words, /Sie zeigen Ihren Bildschirm/);
    await visitor.told({});
    assert.equal(visitor.sent, 'microphone camera');
    assert.ok(visitor.screens[0]?.stopped);
    assert.match(visitor.page.words, /Frau Schmidt hat das Zeigen beendet/);
    assert.ok(!visitor.page.has('Bildschirm zeigen'));
});

test('the visitor stops the sharing, by the page or by the browser', async () => {
    const visitor = await Visitor.inCall();
    visitor.canShare();
    await visitor.told({ may_share: true });
    await visitor.page.press('Jetzt nicht');
    await visitor.page.press('Bildschirm zeigen');
    await visitor.page.press('Nicht mehr zeigen');
    assert.equal(visitor.sent, 'microphone camera');
    await visitor.page.press('Bildschirm zeigen');
    visitor.screens[1]?.end();
    await settle();
    assert.equal(visitor.sent, 'microphone camera');
    assert.ok(visitor.page.has('Bildschirm zeigen'));
});

test('a screen that is chosen after the clerk has changed his mind is not shown', async () => {
    const visitor = await Visitor.inCall();
    visitor.canShare();
    await visitor.told({ may_share: true });
    const sharing = visitor.page.session.permissions.share();
    await visitor.told({});
    await sharing;
    assert.equal(visitor.sent, 'microphone camera');
    assert.ok(visitor.screens[0]?.stopped);
});

for (const [refusal, problem] of [
    ['NotAllowedError', false],
    ['NotReadableError', true],
] as const) {
    test(`a browser that gives no screen (${refusal}) is ${problem ? 'told of' : 'no problem'}`, async () => {
        const visitor = await Visitor.inCall();
        visitor.canShare(refusal);
        await visitor.told({ may_share: true });
        await visitor.page.session.permissions.share();
        await settle();
        assert.equal(visitor.sent, 'microphone camera');
        assert.equal(/Der Bildschirm lässt sich nicht zeigen/.test(visitor.page.words), problem);
    });
}

test('a phone says that it cannot', async () => {
    const visitor = await Visitor.inCall();
    await visitor.told({ may_share: true });
    assert.match(visitor.page.words, /Auf diesem Gerät geht das leider nicht/);
    assert.ok(!visitor.page.has('Bildschirm zeigen'));
    await visitor.page.press('Verstanden');
    assert.doesNotMatch(visitor.page.words, /Auf diesem Gerät/);
});

test('when the two part, nothing of it is left', async () => {
    const visitor = await Visitor.inCall();
    visitor.canShare();
    await visitor.told({ may_share: true, camera_off: true });
    await visitor.page.session.permissions.share();
    await visitor.told({}, 'waiting');
    assert.ok(visitor.screens[0]?.stopped);
    const { sharing, returned, shareNews } = visitor.page.session.ui.permissions;
    assert.deepEqual({ sharing, returned, shareNews }, { sharing: false, returned: [], shareNews: undefined });
});
