// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Both see the same place and the same marks, whoever turns and whatever is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lieOf, moved, onPage, pointAt, zoomed } from '../src/document/layout.js';
import type { From, Mark, Place, SharedViewState, ViewChange } from '../src/protocol/view.js';
import { SharedView, type Sight } from '../src/room/sharedView.js';
import { viewAfter } from '../src/state/view.js';
import { FakeTimers } from './fakeTime.js';

const kFile = 'doc_05kq7rjm3t8xv2bnc4hw9ey1sd';
const first: Place = { page: 1, zoom: 100, x: 5000, y: 5000 };
const onPage3: Place = { ...first, page: 3 };
const fresh: SharedViewState = { file: kFile, place: first, marks: [] };
const stroke = (id: number): Mark => ({ id, pen: 'line', page: 1, points: [0, 0, 10, 10] });

class Desk {
    readonly timers = new FakeTimers();
    readonly sent: ViewChange[] = [];
    online = true;
    seen: Sight | undefined;
    readonly view: SharedView;

    constructor(own: From = 'citizen') {
        this.view = new SharedView({
            own,
            send: (file, change) => {
                assert.equal(file, kFile);
                if (this.online) this.sent.push(change);
                return this.online;
            },
            now: () => 1000 + this.timers.now,
            setTimer: this.timers.setTimer,
            changed: (sight) => (this.seen = sight),
        });
        this.view.told(fresh);
    }
    said(): string[] {
        return this.sent.splice(0).map((change) => Object.keys(change).join());
    }
}

/** Passes words between two desks as the server does: places to both, all else to the other one. */
class Server {
    readonly citizen = new Desk('citizen');
    readonly clerk = new Desk('clerk');

    pass(from: From): void {
        const [own, other] = from === 'citizen' ? [this.citizen, this.clerk] : [this.clerk, this.citizen];
        for (const change of own.sent.splice(0)) {
            other.view.heard(from, kFile, change);
            if ('place' in change) own.view.heard(from, kFile, change);
        }
    }
}

test('what one turns to the other one sees', () => {
    const server = new Server();
    server.clerk.view.turn(onPage3);
    server.pass('clerk');
    assert.equal(server.citizen.seen?.place.page, 3);
    server.citizen.view.turn({ ...first, page: 4 });
    server.pass('citizen');
    assert.equal(server.clerk.seen?.place.page, 4);
});

test('where both turn at once, both are in the same place afterwards', () => {
    for (const order of [['clerk', 'citizen'], ['citizen', 'clerk']] as const) {
        const server = new Server();
        server.clerk.view.turn(onPage3);
        server.citizen.view.turn({ ...first, page: 7 });
        for (const from of order) server.pass(from);
        assert.deepEqual(server.clerk.seen?.place, server.citizen.seen?.place);
    }
});

test('a receipt that names another place is obeyed', () => {
    const desk = new Desk();
    desk.view.turn(onPage3);
    desk.view.heard('citizen', kFile, { place: { ...first, page: 9 } });
    assert.equal(desk.seen?.place.page, 9);
});

test('a receipt that is lost is not waited for', async () => {
    const desk = new Desk();
    desk.view.turn(onPage3);
    desk.view.heard('clerk', kFile, { place: { ...first, page: 8 } });
    assert.equal(desk.seen?.place.page, 3);
    await desk.timers.pass(3001);
    desk.view.heard('clerk', kFile, { place: { ...first, page: 8 } });
    assert.equal(desk.seen?.place.page, 8);
});

test('places and pointers are said ten times a second at most, and the last one always', async () => {
    const desk = new Desk();
    for (let page = 1; page <= 20; page += 1) desk.view.turn({ ...first, page });
    for (let x = 0; x < 20; x += 1) desk.view.point({ page: 1, x, y: 0 });
    assert.deepEqual(desk.said(), ['place', 'pointer']);
    await desk.timers.pass(100);
    assert.deepEqual(desk.sent, [{ place: { ...first, page: 20 } }, { pointer: { page: 1, x: 19, y: 0 } }]);
});

test('the pointer of the other one goes when it is taken away, and after a while by itself', async () => {
    const desk = new Desk();
    const pointer = { page: 1, x: 10, y: 20 };
    desk.view.heard('clerk', kFile, { pointer });
    assert.deepEqual(desk.seen?.pointer, pointer);
    desk.view.heard('clerk', kFile, { pointer_gone: {} });
    assert.equal(desk.seen?.pointer, undefined);
    desk.view.heard('clerk', kFile, { pointer });
    await desk.timers.pass(5001);
    assert.equal(desk.seen?.pointer, undefined);
});

test('one takes back the newest stroke of one’s own and erases only these; the clerk erases all', () => {
    const server = new Server();
    server.citizen.view.mark(stroke(1));
    server.citizen.view.mark(stroke(2));
    server.pass('citizen');
    server.clerk.view.mark(stroke(1));
    server.pass('clerk');
    server.citizen.view.undo();
    server.pass('citizen');
    const left = (desk: Desk): string[] => desk.seen?.marks.map(({ from, mark }) => `${from} ${mark.id}`) ?? [];
    assert.deepEqual(left(server.clerk), ['citizen 1', 'clerk 1']);
    server.citizen.view.clear();
    server.pass('citizen');
    assert.deepEqual(left(server.clerk), ['clerk 1']);
    server.clerk.view.clear();
    server.pass('clerk');
    assert.deepEqual(left(server.citizen), []);
});

test('the number of a stroke is above all one’s own, after a reload too', () => {
    const desk = new Desk();
    desk.view.told({ ...fresh, marks: [{ from: 'citizen', mark: stroke(9_000_000) }] });
    const id = desk.view.nextMark();
    assert.equal(id, 9_000_001);
    assert.ok(desk.view.nextMark() > id);
});

test('a stroke that is said again is the same stroke', () => {
    const longer = { ...stroke(1), points: [0, 0, 10, 10, 20, 20] };
    const once = viewAfter(fresh, 'clerk', { mark: stroke(1) });
    assert.deepEqual(viewAfter(once, 'clerk', { mark: longer }).marks, [{ from: 'clerk', mark: longer }]);
    assert.equal(viewAfter(once, 'citizen', { mark: longer }).marks.length, 2);
});

test('of the marks the newest 200 are kept', () => {
    let view = fresh;
    for (let id = 1; id <= 201; id += 1) view = viewAfter(view, 'clerk', { mark: stroke(id) });
    assert.equal(view.marks.length, 200);
    assert.equal(view.marks[0]?.mark.id, 2);
});

test('what is said of another document is passed over', () => {
    const desk = new Desk();
    desk.view.heard('clerk', 'doc_01h455vb4pex5vsknk084sn02q', { place: onPage3 });
    assert.equal(desk.seen?.place.page, 1);
});

test('on a new line the server’s word counts, and without one nothing is shown', async () => {
    const desk = new Desk();
    desk.view.lineReturned();
    desk.view.told({ ...fresh, place: onPage3 });
    await desk.timers.pass(2001);
    assert.equal(desk.seen?.place.page, 3);
    desk.view.lineReturned();
    await desk.timers.pass(2001);
    assert.equal(desk.seen, undefined);
});

test('without a line what is done is seen here alone, until the server has told', () => {
    const desk = new Desk();
    desk.online = false;
    desk.view.turn(onPage3);
    assert.equal(desk.seen?.place.page, 3);
    desk.online = true;
    desk.view.told(fresh);
    assert.equal(desk.seen?.place.page, 1);
});

const page = { width: 600, height: 800 };
const wide = { width: 1200, height: 700 };
const phone = { width: 390, height: 600 };

test('at 100 % the whole page is in sight on every screen', () => {
    for (const window of [wide, phone]) {
        const lie = lieOf(window, page, first);
        assert.ok(lie.left >= 0 && lie.top >= 0 && lie.left + lie.width <= window.width && lie.top + lie.height <= window.height);
    }
});

test('the middle is the same on every screen', () => {
    const place = { page: 1, zoom: 400, x: 3000, y: 6000 };
    for (const window of [wide, phone]) {
        const at = pointAt(lieOf(window, page, place), { x: window.width / 2, y: window.height / 2 });
        assert.ok(Math.abs(at.x - 3000) <= 1 && Math.abs(at.y - 6000) <= 1);
    }
});

test('what is under the finger stays there when it is made larger', () => {
    const place = { page: 1, zoom: 300, x: 5000, y: 5000 };
    const finger = { x: 150, y: 200 };
    const before = pointAt(lieOf(phone, page, place), finger);
    const after = pointAt(lieOf(phone, page, zoomed(phone, page, place, 1.5, finger)), finger);
    assert.ok(Math.abs(before.x - after.x) <= 5 && Math.abs(before.y - after.y) <= 5);
});

test('a page is moved to its edge and no further', () => {
    const place = { page: 1, zoom: 300, x: 5000, y: 5000 };
    const far = moved(phone, lieOf(phone, page, place), place, 5000, 5000);
    assert.ok(Math.abs(lieOf(phone, page, far).left) < 1);
    assert.deepEqual(moved(phone, lieOf(phone, page, far), far, 5000, 5000), far);
});

test('another page begins at its top, and none is beyond the last', () => {
    assert.deepEqual(onPage({ page: 2, zoom: 200, x: 1, y: 9000 }, 3, 5), { page: 3, zoom: 200, x: 5000, y: 0 });
    assert.equal(onPage(first, 99, 5).page, 5);
    assert.equal(onPage(first, 0, 5), first);
});
