// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Writes down what every screen shows at each step of a journey, and afterwards holds it against the log of facts.
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { officesAt } from './ledger.mjs';
import { comparableApp, Expectation, readApp, readPage, shownWords } from './sightings.mjs';

const kBetweenLooksMs = 250;
const kLooksAtMost = 40;

export class Observer {
    #sights = [];
    #citizens = [];
    #clerks = [];

    /** `citizen`: has drawn the number that its page says. */
    citizen(citizen) {
        this.#citizens.push(citizen);
    }
    /** `clerk`: is signed in. `shown`: the name of the office that is chosen in the app. */
    clerk(clerk) {
        this.#clerks.push({ clerk, shown: undefined });
    }
    choose(clerk, office) {
        this.#clerks.find((one) => one.clerk === clerk).shown = office;
    }
    away(clerk) {
        this.#clerks = this.#clerks.filter((one) => one.clerk !== clerk);
    }

    async #look() {
        const pages = Promise.all(this.#citizens.map(async (citizen) =>
            ({ number: citizen.number, says: readPage(await citizen.evaluate(shownWords)) })));
        const apps = [];
        for (const { clerk, shown } of this.#clerks) {
            apps.push({ login: clerk.login, shown, says: readApp(await clerk.widgets()) });
        }
        return { pages: await pages, apps };
    }

    /** Looks until nothing moves any more: twice the same is what people have before them at this step. */
    async see(step) {
        let before;
        for (let looks = 0; looks < kLooksAtMost; looks += 1) {
            const from = Date.now();
            const sight = await this.#look();
            if (isDeepStrictEqual(before, sight)) {
                this.#sights.push({ step, from, to: Date.now(), ...sight });
                return;
            }
            before = sight;
            await sleep(kBetweenLooksMs);
        }
        throw new Error(`the screens do not come to rest: ${step}`);
    }

    /** What any screen showed that was not so; each as a sentence. `logs`: office.facts of each office. */
    contradictions(logs, { offices, accounts }) {
        const town = {
            offices: new Map(offices.map((office) => [office.id, office])),
            clerks: new Map(accounts.map(({ id, name }) => [id, name])),
            citizens: new Map(),
        };
        const ids = {
            offices: new Map(offices.map(({ id, name }) => [name, id])),
            clerks: new Map(accounts.map(({ id, login }) => [login, id])),
            tickets: new Map(),
        };
        for (const { office, facts } of logs) {
            for (const fact of facts.filter((one) => one.fact === 'ticket_drawn')) {
                const number = `${town.offices.get(office).letter} ${String(fact.number).padStart(3, '0')}`;
                ids.tickets.set(number, fact.ticket);
                town.citizens.set(fact.ticket, this.#citizens.find((citizen) => citizen.number === number)?.name);
            }
        }
        return this.#sights.flatMap((sight) => this.#contradictionsAt(sight, logs, town, ids));
    }

    // While we looked something may have happened: then a screen may show what was so before it, or after it.
    #contradictionsAt({ step, from, to, pages, apps }, logs, town, ids) {
        const truths = [from, to].map((moment) => new Expectation(officesAt(logs, moment), town, moment));
        const found = [];
        const hold = (who, seen, expected) => {
            if (expected.some((one) => isDeepStrictEqual(seen, one))) return;
            found.push(`${step}: ${who} shows ${JSON.stringify(seen)}, but it is ${JSON.stringify(expected[0])}`);
        };
        for (const { number, says } of pages) {
            hold(`the page of ${number}`, says, truths.map((truth) => truth.page(ids.tickets.get(number))));
        }
        for (const { login, shown, says } of apps) {
            const expected = truths.map((truth) => truth.app(ids.clerks.get(login), ids.offices.get(shown)));
            hold(`the app of ${login}`, says, expected.map((one) => comparableApp(says, one)));
        }
        return found;
    }
}
