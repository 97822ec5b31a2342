// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A citizen's tab from the number to the end of the visit, and what follows in the same tab.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Session } from '../src/pages/citizen/session.js';
import type { Message } from '../src/protocol/messages.js';
import { FakeTab } from './fakeBrowser.js';
import { FakePeerConnection } from './fakePeerConnection.js';
import { settle } from './fakeTime.js';

const kOffice = 'off_01h455vb4pex5vsknk084sn02q';
const kTickets = ['tkt_03zvdm1h4qfb9rsx0w5e7k2c8n', 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8m'] as const;
const kToken = 'nG4xF1qPz0mYc7dKq2VbLw';
const kEnterBy = '2026-03-02T08:01:00.000Z';
const both = { microphone: true, camera: true };

const welcome: Message<'welcome'> = {
    type: 'welcome',
    protocol: 1,
    server_time: '2026-03-02T08:00:00.000Z',
    authority: 'Landkreis Musterland',
    consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 10, concern_chars: 20 },
};
const waiting: Message<'ticket.state'> = {
    type: 'ticket.state',
    ticket: kTickets[0],
    office: kOffice,
    seq: 42,
    number: 'B 017',
    state: 'waiting',
    rank: 2,
    epoch: 0,
};
const called = { ...waiting, rank: undefined, state: 'called', epoch: 1, enter_by: kEnterBy, clerk: { name: 'Frau S' } };
const inCall = { ...waiting, rank: undefined, state: 'in_call', epoch: 1, clerk: { name: 'Frau S' } };
const ended = { type: 'ticket.ended', ticket: kTickets[0], reason: 'finished' };

class Visitor {
    readonly tab: FakeTab;
    readonly session: Session;
    /** How often there was something new to see. */
    shown = 0;

    constructor(hash = '', storage: Record<string, string> = {}) {
        this.tab = new FakeTab(hash);
        for (const [key, value] of Object.entries(storage)) this.tab.storage.set(`sprechtag.${key}`, value);
        this.session = new Session('ws://x/ws/citizen', () => (this.shown += 1));
    }

    static async arrived(hash = '', storage: Record<string, string> = {}): Promise<Visitor> {
        const visitor = new Visitor(hash, storage);
        visitor.session.start();
        await visitor.tab.take();
        await visitor.tab.say(welcome);
        return visitor;
    }

    async draw(ticket: string = kTickets[0]): Promise<void> {
        void this.session.draw({ office: kOffice, name: '', concern: '' });
        await settle();
        const { id } = this.tab.the('ticket.draw');
        await this.tab.say({ ...waiting, ticket }, { type: 'done', re: id, ticket });
    }
    async allowDevices(): Promise<void> {
        void this.session.decideDevices(both);
        await settle();
        await this.tab.devices.grant();
    }
    /** Answers what the page has asked for and not been given. */
    async giveIce(): Promise<void> {
        const { id } = this.tab.the('call.prepare');
        await this.tab.say({ type: 'call.ice', re: id, servers: [], policy: 'all', ttl_s: 600 });
    }
}

test('says hello without a place, and asks for the overview', async () => {
    const { tab } = await Visitor.arrived();
    assert.equal(tab.the('hello').ticket_token, undefined);
    assert.equal(tab.sent('overview.watch').length, 1);
});

test('draws a number with what was typed, no longer than allowed', async () => {
    const { session, tab } = await Visitor.arrived();
    void session.draw({ office: kOffice, name: ' Kim ', concern: 'x'.repeat(99) });
    await settle();
    const draw = tab.the('ticket.draw');
    assert.equal(draw.name, 'Kim');
    assert.equal(draw.concern, 'x'.repeat(20));
    assert.equal(draw.consent_version, '2026-01');
    assert.equal(tab.storage.get('sprechtag.token'), draw.token, 'kept before the answer: a reload finds it');
    assert.equal(location.hash, `#t=${draw.token}`);
});

test('a number that is refused leaves no place behind, and the reason', async () => {
    const { session, tab } = await Visitor.arrived();
    void session.draw({ office: kOffice, name: '', concern: '' });
    await settle();
    await tab.say({ type: 'error', re: tab.the('ticket.draw').id, code: 'office_full' });
    assert.equal(session.ui.drawProblem?.code, 'office_full');
    assert.equal(session.ui.drawing, false);
    assert.equal(tab.storage.get('sprechtag.token'), undefined);
    assert.equal(location.hash, `#o=${kOffice}`);
});

test('after a reload the place is named in hello', async () => {
    const { session, tab } = await Visitor.arrived('', { token: kToken });
    assert.equal(tab.the('hello').ticket_token, kToken);
    assert.ok(session.restoring);
    await tab.say(waiting);
    assert.ok(!session.restoring);
});

test('who has allowed the devices stands ready, and enters by itself when called', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    await visitor.giveIce();
    assert.equal(visitor.tab.sent('ticket.offer').length, 1);
    await visitor.tab.say(called);
    assert.equal(visitor.tab.the('ticket.enter').epoch, 1);
    assert.ok(visitor.session.entering);
});

test('the call is drawn when the clerk’s answer is worked in, or when that takes long', async () => {
    for (const answers of [true, false]) {
        const visitor = await Visitor.arrived();
        await visitor.draw();
        await visitor.allowDevices();
        await visitor.giveIce();
        visitor.shown = 0;
        await visitor.tab.say(called);
        assert.equal(visitor.shown, 0);
        const { generation } = visitor.tab.the('ticket.offer');
        const signal = { description: { type: 'answer', sdp: 'answer' }, generation };
        if (answers) await visitor.tab.say({ type: 'call.signal', epoch: 1, signal });
        else await visitor.tab.timers.pass(120);
        assert.ok(visitor.shown > 0);
    }
});

test('when a card is asked for, the line sends its letters sharp from then on, and not only with the next news', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    await visitor.giveIce();
    await visitor.tab.say(called);
    const { generation } = visitor.tab.the('ticket.offer');
    await visitor.tab.say({ type: 'call.signal', epoch: 1, signal: { description: { type: 'answer', sdp: 'answer' }, generation } });
    const line = FakePeerConnection.made.at(-1);
    line?.become('connected');
    await visitor.tab.say({ ...called, seq: 44, state: 'in_call' });
    await visitor.tab.timers.pass(10_000);
    const preference = (): string | undefined => line?.transceivers[1]?.sender.parameters.degradationPreference;
    assert.equal(preference(), 'maintain-framerate');
    await visitor.tab.say({ type: 'sight.state', step: 'front' });
    assert.equal(preference(), 'maintain-resolution');
    await visitor.tab.say({ type: 'sight.state' });
    assert.equal(preference(), 'maintain-framerate');
});

test('who has not decided on devices is asked first', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.tab.say(called);
    assert.deepEqual(visitor.tab.sent('ticket.enter'), []);
    assert.ok(visitor.session.asksDevices);
    void visitor.session.join(both);
    await settle();
    assert.equal(visitor.tab.sent('ticket.enter').length, 1);
    assert.ok(!visitor.session.asksDevices);
});

test('the same call enters once, whatever is told again', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    await visitor.tab.say(called, { ...called, seq: 44 });
    assert.equal(visitor.tab.sent('ticket.enter').length, 1);
});

test('a second visit in the same tab enters by itself like the first', async () => {
    const visitor = await Visitor.arrived();
    for (const ticket of kTickets) {
        visitor.tab.forget();
        await visitor.draw(ticket);
        await visitor.allowDevices();
        await visitor.tab.say({ ...called, ticket });
        assert.equal(visitor.tab.the('ticket.enter').epoch, 1, ticket);
        await visitor.tab.say({ ...ended, ticket });
        visitor.session.startOver();
    }
});

test('devices allowed only after the visit decide nothing for the next one', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    void visitor.session.decideDevices(both);
    await settle();
    await visitor.tab.say(ended);
    visitor.session.startOver();
    visitor.tab.forget();
    await visitor.draw(kTickets[1]);
    await visitor.tab.devices.grant();
    assert.ok(visitor.session.asksDevices);
    assert.deepEqual(visitor.tab.devices.live, []);
});

test('the end of a visit forgets it, closes its devices, and asks for the overview again', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    visitor.tab.forget();
    await visitor.tab.say(ended);
    assert.equal(visitor.tab.sent('overview.watch').length, 1);
    assert.deepEqual(visitor.tab.devices.live, []);
    assert.deepEqual([...visitor.tab.storage.keys()], []);
    assert.equal(location.hash, '');
});

test('a reloaded page in a running call takes up its devices and offers anew', async () => {
    const visitor = await Visitor.arrived('', { token: kToken, devices: 'mc-' });
    await visitor.tab.say(inCall);
    assert.ok(!visitor.session.asksDevices);
    await visitor.tab.devices.grant();
    await visitor.giveIce();
    assert.equal(visitor.tab.sent('ticket.offer').length, 1);
});

test('a camera that takes its time does not hold up the offer', async () => {
    const visitor = await Visitor.arrived('', { token: kToken, devices: 'mc-' });
    await visitor.tab.say(inCall);
    assert.deepEqual(visitor.tab.sent('call.prepare'), []);
    await visitor.tab.timers.pass(1500);
    await visitor.giveIce();
    assert.equal(visitor.tab.sent('ticket.offer').length, 1);
});

test('longer than thought is held against the first promise, also after a reload', async () => {
    const view = { state: 'occupied', waiting: 3, serving: 1, idle: 0, average_service_s: 600 };
    const office = { id: kOffice, seq: 41, name: 'B', department: 'E', letter: 'B', hours: [], hours_today: [], special_days: [], view };
    const overview = { type: 'overview.snapshot', offices: [office] };
    const visitor = await Visitor.arrived();
    await visitor.tab.say(overview);
    await visitor.draw();
    assert.ok(!visitor.session.takesLonger);
    const again = await Visitor.arrived('', Object.fromEntries([
        ['token', kToken],
        ['promised', visitor.tab.storage.get('sprechtag.promised') ?? ''],
    ]));
    await again.tab.say(overview, waiting);
    assert.ok(!again.session.takesLonger);
    await again.tab.say({ ...waiting, seq: 43, rank: 8 });
    assert.ok(again.session.takesLonger);
});

test('the wait that one office has promised is not held against another', async () => {
    const kOther = 'off_01h455vb4pex5vsknk084sn02r';
    const view = { state: 'occupied', waiting: 3, serving: 1, idle: 0, average_service_s: 600 };
    const office = { id: kOffice, seq: 41, name: 'B', department: 'E', letter: 'B', hours: [], hours_today: [], special_days: [], view };
    const visitor = await Visitor.arrived();
    await visitor.tab.say({ type: 'overview.snapshot', offices: [office, { ...office, id: kOther, seq: 7 }] });
    await visitor.draw();
    await visitor.tab.say(called, inCall, { ...waiting, office: kOther, seq: 8, rank: 9, epoch: 1 });
    assert.ok(!visitor.session.takesLonger);
    await visitor.tab.say({ ...waiting, office: kOther, seq: 9, rank: 15, epoch: 1 });
    assert.ok(visitor.session.takesLonger);
});

for (const state of ['in_call', 'held'] as const) {
    test(`on another device a visit that is ${state} asks for the devices first`, async () => {
        const visitor = await Visitor.arrived(`#t=${kToken}`);
        await visitor.tab.say({ ...inCall, state });
        assert.ok(visitor.session.asksDevices);
        void visitor.session.join({ microphone: true, camera: false });
        await settle();
        assert.ok(!visitor.session.asksDevices);
        await visitor.tab.devices.grant();
        await visitor.tab.say(inCall);
        await visitor.giveIce();
        assert.equal(visitor.tab.sent('ticket.offer').length, 1);
        assert.deepEqual(visitor.tab.sent('ticket.enter'), []);
    });
}

test('a question whether to leave is withdrawn by the call', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    visitor.session.askLeave(true);
    await visitor.tab.say({ ...waiting, seq: 43, rank: 1 });
    assert.ok(visitor.session.ui.leaving);
    await visitor.tab.say(called);
    assert.ok(!visitor.session.ui.leaving);
});

test('who leaves says so to the server', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    visitor.session.askLeave(true);
    visitor.session.leave();
    await settle();
    assert.equal(visitor.tab.sent('ticket.leave').length, 1);
    assert.ok(!visitor.session.ui.leaving);
});

test('a page whose place has moved to another device is still for good', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    await visitor.giveIce();
    await visitor.tab.say(called, inCall, { type: 'goodbye', reason: 'taken_over', action: 'stop' });
    assert.equal(visitor.session.model.line, 'stopped');
    assert.deepEqual(visitor.tab.devices.live, []);
    assert.ok(FakePeerConnection.made.every(({ closed }) => closed));
    assert.equal(visitor.tab.timers.pending, 0);
});

test('an outdated page reloads itself once', async () => {
    const goodbye = { type: 'goodbye', reason: 'version', action: 'upgrade' };
    const first = await Visitor.arrived();
    await first.tab.say(goodbye);
    assert.equal(first.tab.reloads, 1);
    const second = await Visitor.arrived('', Object.fromEntries([['upgraded', 'yes']]));
    await second.tab.say(goodbye);
    assert.equal(second.tab.reloads, 0);
});

test('after a lost line the page says hello with its place and offers again', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    await visitor.giveIce();
    visitor.tab.forget();
    await visitor.tab.hangUp();
    assert.equal(visitor.session.model.line, 'lost');
    await visitor.tab.timers.pass(20_000);
    await visitor.tab.take();
    await visitor.tab.say(welcome, waiting);
    assert.ok(visitor.tab.the('hello').ticket_token !== undefined);
    assert.equal(visitor.tab.sent('ticket.offer').length, 1);
});

test('a microphone turned off stays off after a reload', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    await visitor.allowDevices();
    visitor.session.devices.setMicrophone(false);
    const again = await Visitor.arrived('', { token: kToken, devices: visitor.tab.storage.get('sprechtag.devices') ?? '' });
    await again.tab.say(waiting);
    assert.deepEqual(again.tab.devices.asking, ['video']);
});

test('another place opened in this tab loads the page anew', async () => {
    const visitor = await Visitor.arrived();
    await visitor.draw();
    location.hash = `#t=${kToken}`;
    visitor.tab.listeners.get('hashchange')?.();
    assert.equal(visitor.tab.reloads, 1);
});
