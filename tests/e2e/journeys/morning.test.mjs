// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A morning at a town hall: three clerks, twelve citizens, three offices. After every step it is written down what all
// fifteen screens show; in the end the server's log of facts says whether it was true.
import assert from 'node:assert/strict';
import { FirefoxCrowd } from '../lib/citizens.mjs';
import { Observer } from '../lib/observer.mjs';
import { until } from '../lib/processes.mjs';
import { journey } from '../lib/scene.mjs';
import { kOffice } from '../lib/town.mjs';

const kCars = 'Kfz-Zulassung';
const kRent = 'Wohngeld';
const kRush = [
    [kOffice, ['Alex', 'Bente', 'Chris', 'Dana', 'Elif', 'Finn', 'Gerrit', 'Hanne']],
    [kCars, ['Ines', 'Jona', 'Kaya']],
    [kRent, ['Lotte']],
];

const kVisible = ['ticket_called', 'ticket_entered', 'ticket_missed', 'ticket_parked', 'ticket_returned', 'ticket_away',
    'ticket_prioritised', 'ticket_held', 'ticket_resumed', 'transfer_proposed', 'clerk_paused', 'ticket_left',
    'office_closed'];

class Morning {
    scene;
    seen = new Observer();
    /** Who waits where, by number. */
    people = new Map();

    constructor(scene) {
        this.scene = scene;
    }

    async clerk(login, offices) {
        const clerk = await this.scene.clerk(login);
        for (const office of offices) {
            await clerk.openOffice(office);
            await clerk.shows(new RegExp(`${office}, Geöffnet`));
        }
        this.seen.clerk(clerk);
        return clerk;
    }

    /** All at once: who comes first gets the first number. */
    async rush() {
        const citizens = [];
        for (const [office, name] of kRush.flatMap(([one, names]) => names.map((name) => [one, name]))) {
            const citizen = await this.scene.citizen(name === 'Kaya' ? FirefoxCrowd : undefined);
            await citizen.page.goto(`${this.scene.town.address}/`);
            citizens.push([citizen, office, name]);
        }
        await Promise.all(citizens.map(([citizen, office, name]) => citizen.drawHere(office, name)));
        for (const [citizen] of citizens) {
            this.people.set(citizen.number, citizen);
            this.seen.citizen(citizen);
        }
        assert.equal(this.people.size, kRush.flatMap(([, names]) => names).length, 'everybody has a number of their own');
    }

    who(number) {
        return this.people.get(number);
    }

    /** The next person is called, and comes in without a camera; who was in before comes in by itself. Gives the number. */
    async serve(clerk) {
        await clerk.callNext();
        const number = await this.called(clerk);
        await until(`${number} in the conversation`, async () => {
            const words = await clerk.words();
            if (/^Aufgerufen, noch/m.test(words)) await this.who(number).press('button', /Ohne Kamera beitreten/, 200);
            return /^Im Gespräch: /m.test(words);
        });
        return number;
    }

    /** With whom the clerk is, on the way in or there. */
    async called(clerk) {
        const [, number] = await clerk.shows(/^([A-Z] \d{3}) · .*\n[^]*^(Aufgerufen, noch|Im Gespräch: )/m);
        return number;
    }

    /** A conversation that lasts: pictures are looked at in other journeys, and take a machine without a graphics card. */
    async hidePicture(clerk) {
        await clerk.key('ctrl+k');
    }

    async finish(clerk) {
        await clerk.key('ctrl+e');
        await until('the clerk is free', async () => !/^Im Gespräch: /m.test(await clerk.words()));
    }
}

const kSentence = 'three clerks and twelve citizens work through a morning, and every screen shows what is true';

journey('morning', kSentence, { minutes: 10 }, async (scene) => {
    const morning = new Morning(scene);
    const { seen } = morning;
    const schmidt = await morning.clerk('schmidt', [kOffice]);
    const yilmaz = await morning.clerk('yilmaz', [kOffice]);
    const weber = await morning.clerk('weber', [kCars, kRent]);
    await seen.see('three offices are open');

    await morning.rush();
    await weber.shows(/4 Personen warten/);
    await seen.see('twelve have drawn a number');

    assert.equal(await morning.serve(schmidt), 'B 001');
    await morning.hidePicture(schmidt);
    await yilmaz.callNext();
    assert.equal(await morning.called(yilmaz), 'B 002');
    await seen.see('one is in a conversation, one is called');

    await yilmaz.key('ctrl+shift+j');
    await morning.who('B 002').shows(/Sie haben Ihren Aufruf verpasst/);
    await seen.see('B 002 did not appear');

    await morning.serve(yilmaz);
    await yilmaz.key('ctrl+shift+p');
    await yilmaz.press('push button', '^Parken$');
    await morning.who('B 003').shows(/Bitte füllen Sie jetzt das Formular aus/);
    await seen.see('B 003 fills in a form');

    await yilmaz.select('^B 002$');
    await yilmaz.key('ctrl+shift+r');
    await morning.who('B 002').shows(/Sie sind wieder in der Reihe/);
    await seen.see('B 002 turns up again');

    await yilmaz.select('^B 008$');
    await yilmaz.key('ctrl+p');
    await yilmaz.press('push button', '^OK$');
    await morning.who('B 008').shows(/Sie sind als Nächstes dran/);
    await seen.see('B 008 comes before the others');

    await morning.who('B 006').press('button', /^Kurz weg$/);
    await yilmaz.shows(/Kurz weg, bis/);
    await morning.who('B 007').press('button', /^Wartebereich verlassen$/);
    await morning.who('B 007').press('button', /^Verlassen$/);
    await morning.who('B 007').shows(/Sie haben den Wartebereich verlassen/);
    await seen.see('B 006 has stepped away and B 007 has left');

    assert.equal(await morning.serve(yilmaz), 'B 008');
    await yilmaz.key('ctrl+t');
    await yilmaz.select(`^${kCars}$`);
    await yilmaz.press('push button', '^Person fragen$');
    await morning.who('B 008').shows(new RegExp(`Weiterleitung: ${kCars}`));
    await seen.see('B 008 is asked to go on to another office');
    await morning.who('B 008').press('button', /^Einverstanden$/);
    await weber.shows(/B 008/);
    await seen.see('B 008 waits at the other office');

    seen.away(schmidt);
    await schmidt.kill();
    await morning.who('B 001').shows(/verbindet sich neu/);
    await yilmaz.shows(/Gespräch mit Frau Schmidt, unterbrochen/);
    await seen.see("the app of B 001's clerk was killed");
    await schmidt.launch();
    await schmidt.signedIn();
    await schmidt.shows(/Gespräch fortsetzen/, 20000);
    seen.clerk(schmidt);
    await seen.see('the clerk is back and asked to go on');
    await schmidt.key('F6');
    await schmidt.shows(/Im Gespräch: /, 20000);
    await morning.hidePicture(schmidt);
    await seen.see('the conversation with B 001 goes on');

    await yilmaz.key('F8');
    await yilmaz.shows(/Bürgerservice, Pause/);
    await seen.see('a colleague is on a break');

    const atCars = await closeCars(morning, weber);
    await seen.see('the office for cars has closed with people waiting');
    for (const citizen of atCars) assert.match(await citizen.words(), /Feueralarm im Haus/);

    await morning.finish(schmidt);
    await schmidt.select('^B 003$');
    await schmidt.key('ctrl+u');
    await morning.who('B 003').shows(/Sie sind als Nächstes dran/);
    await morning.who('B 006').press('button', /^Ich bin wieder da$/);
    await schmidt.shows(/^5 Personen warten/m);
    await seen.see('B 003 and B 006 are back in line');

    await yilmaz.key('F8');
    await yilmaz.shows(/Bürgerservice, Geöffnet/);
    await serveTheRest(morning, [schmidt, yilmaz, weber]);
    for (const clerk of [schmidt, yilmaz, weber]) await clerk.shows(/^Niemand wartet/m);
    await seen.see('everybody was served');

    await check(scene, seen);
});

/** A clerk with one conversation at hand closes an office at once: whoever waits there reads why. */
async function closeCars(morning, weber) {
    await weber.press('radio button', `^${kCars}, `);
    morning.seen.choose(weber, kCars);
    await weber.press('check box', `^${kCars}: `);
    await weber.press('push button', '^Sofort schließen');
    await weber.set('text', '', 'Feueralarm im Haus, bitte kommen Sie morgen wieder.');
    await weber.press('push button', '^Büro schließen$');
    const told = ['B 008', 'K 001', 'K 002', 'K 003'].map((number) => morning.who(number));
    await Promise.all(told.map((citizen) => citizen.shows(/Das Büro hat geschlossen/)));
    await weber.press('radio button', '^Alle meine offenen Büros');
    morning.seen.choose(weber, undefined);
    return told;
}

async function serveTheRest(morning, clerks) {
    const open = new Set(clerks);
    while (open.size > 0) {
        for (const clerk of open) {
            if (/^Niemand wartet/m.test(await clerk.words())) open.delete(clerk);
            else {
                await morning.serve(clerk);
                await morning.finish(clerk);
            }
        }
    }
}

async function check(scene, seen) {
    await scene.town.stop();
    const logs = await scene.town.ask('facts', '--json');
    const [town] = await scene.town.ask('list', '--json');
    assert.deepEqual(seen.contradictions(logs, town), []);

    // A check that cannot fail proves nothing: of every kind of fact that people can see, one is left out.
    const kinds = new Set(logs.flatMap(({ facts }) => facts.map(({ fact }) => fact)));
    for (const kind of kVisible) {
        assert.ok(kinds.has(kind), `the morning has no ${kind}`);
        assert.notDeepEqual(withoutOne(logs, kind, (less) => seen.contradictions(less, town)), [], `nobody misses ${kind}`);
    }
}

function withoutOne(logs, kind, look) {
    const log = logs.find(({ facts }) => facts.some(({ fact }) => fact === kind));
    const one = log.facts.find(({ fact }) => fact === kind);
    const less = { ...log, facts: log.facts.filter((fact) => fact !== one) };
    return look(logs.map((other) => (other === log ? less : other)));
}
