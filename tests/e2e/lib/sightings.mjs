// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a screen says of an office, as values that compare; and what it ought to say when certain facts are true.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aheadOf, aheadOnArrival, inLine, lineOf, waitingIn } from './ledger.mjs';
import { kRoot } from './places.mjs';

const plain = (words) => words.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ');
const kWords = JSON.parse(plain(readFileSync(path.join(kRoot, 'translations/web/de.json'), 'utf8')));

// The sentences by which a page says how things stand, each on a line of its own. Where two ways to end have one title,
// the sentence below it tells them apart.
const kTellingPattern = /^(returned\.(?!body)|parked\.(?!ready)|called\.(title|body)$|call\.(title|held)$|ended\..*_body$)/;
const kTellingKeys = ['away.body', 'missed.body', 'waiting.next', 'waiting.unreachable', 'waiting.intake_suspended',
    'waiting.interrupted', 'waiting.away', 'waiting.away_until', 'transfer.title', 'transfer.ahead', 'transfer.arrived',
    'line.lost', 'stopped.taken_over'];
const kTelling = Object.keys(kWords).filter((key) => kTellingPattern.test(key) || kTellingKeys.includes(key));

// Some say the same: they stand for each other.
const keyOf = (key) => kTelling.find((other) => kWords[other] === kWords[key]);

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const kPatterns = kTelling.filter((key) => keyOf(key) === key).map((key) =>
    [key, new RegExp(`^${kWords[key].split(/\{\w+\}/).map(escaped).join('(.*)')}$`, 'm')]);

/** Runs in the page: its words, without what is only spoken. */
export function shownWords() {
    const parts = [...document.querySelectorAll('.line-notice, #clerk-messages, #main')];
    return parts.map((part) => part.innerText).join('\n');
}

/** What a citizen's page says: each telling sentence with what stands in its gaps. */
export function readPage(words) {
    const text = plain(words);
    const says = {};
    for (const [key, pattern] of kPatterns) {
        const found = pattern.exec(text);
        if (found) says[key] = found.slice(1).join(' | ');
    }
    const number = /^Ihre Nummer\s+([A-Z] \d{3})$/m.exec(text)?.[1];
    const ahead = /^Vor Ihnen\s*\n\s*(.+)$/m.exec(text)?.[1];
    return { ...says, ...(number && { number }), ...(ahead && { ahead }) };
}

function people(n) {
    if (n === 0) return kWords['people.none'];
    return n === 1 ? kWords['people.one'] : kWords['people.many'].replace('{n}', n);
}

// Page and app go by the clock of the authority.
const clockAt = (at) =>
    new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' }).format(at);

/** What the office does just now, for those in line. */
function officeNews(office) {
    if (office.intake !== 'open') return { 'waiting.intake_suspended': '' };
    const clerks = [...office.clerks.values()];
    if (clerks.length === 0) return { 'waiting.interrupted': '' };
    if (!clerks.every(({ state, pausedBefore }) => state === 'paused' || pausedBefore)) return {};
    const back = clerks.map(({ backAt }) => backAt).filter((at) => at !== undefined).sort()[0];
    return back === undefined ? { 'waiting.away': '' } : { 'waiting.away_until': clockAt(back) };
}

export class Expectation {
    #offices;
    #town;
    #now;

    /** `town`: names and letters of offices, names of clerks, names of citizens by ticket. */
    constructor(offices, town, now) {
        this.#offices = offices;
        this.#town = town;
        this.#now = now;
    }

    #number(officeId, { origin, number }) {
        return `${this.#town.offices.get(origin ?? officeId).letter} ${String(number).padStart(3, '0')}`;
    }

    #whereIs(ticketId) {
        return [...this.#offices].find(([, { tickets }]) => tickets.has(ticketId));
    }

    page(ticketId) {
        const here = this.#whereIs(ticketId);
        if (here === undefined) {
            const ended = [...this.#offices.values()].map((office) => office.ended.get(ticketId))
                .find((reason) => reason !== undefined && reason !== 'transferred');
            return ended === undefined ? {} : { [`ended.${ended}_body`]: '' };
        }
        const [officeId, office] = here;
        const ticket = office.tickets.get(ticketId);
        const clerk = this.#town.clerks.get(ticket.clerk);
        switch (ticket.state) {
            case 'called':
                return { 'called.title': '', 'called.body': clerk };
            case 'held':
                return { 'call.title': clerk, 'call.held': '' };
            case 'in_call': {
                const asked = ticket.transfer && {
                    'transfer.title': this.#town.offices.get(ticket.transfer).name,
                    'transfer.ahead': people(aheadOnArrival(this.#offices.get(ticket.transfer), ticket)),
                };
                return { 'call.title': clerk, ...asked };
            }
            default:
                return { number: this.#number(officeId, ticket), ...this.#waiting(officeId, office, ticketId, ticket) };
        }
    }

    #waiting(officeId, office, ticketId, ticket) {
        if (ticket.state === 'parked') return { [`parked.${ticket.parked}`]: '', 'parked.body': clockAt(ticket.remindAt) };
        if (ticket.state === 'missed') return { 'missed.body': clockAt(ticket.until) };
        if (ticket.awayUntil !== undefined) return { 'away.body': clockAt(ticket.awayUntil) };
        const back = ticket.returned === undefined
            ? ticket.origin && { 'transfer.arrived': this.#town.offices.get(officeId).name }
            : { [keyOf(`returned.${ticket.returned}`)]: '' };
        const ahead = aheadOf(office, ticketId);
        if (ahead === undefined) return { ...back, 'waiting.unreachable': '' };
        return { ...back, ahead: people(ahead), ...(ahead === 0 && { 'waiting.next': '' }), ...officeNews(office) };
    }

    /** The clerk's app; `shown`: the office that was chosen there, none: all that the clerk staffs. */
    app(clerkId, shown) {
        const staffed = [...this.#offices].filter(([id, { clerks }]) =>
            (shown === undefined ? clerks.has(clerkId) : id === shown));
        const mine = [...this.#offices].map(([id, office]) => [id, office, office.clerks.get(clerkId)])
            .find(([, , clerk]) => clerk?.ticket !== undefined);
        return {
            rows: this.#rows(clerkId, staffed),
            offices: Object.fromEntries([...this.#offices].map(([id, office]) =>
                [this.#town.offices.get(id).name, this.#officeLine(office, clerkId)])),
            ...(mine && this.#visit(...mine)),
        };
    }

    #visit(officeId, office, { ticket: id, state }) {
        const ticket = office.tickets.get(id);
        const number = this.#number(officeId, ticket);
        if (state === 'lost') return { toResume: number };
        const phase = ticket.state === 'called' ? 'Aufgerufen' : 'Im Gespräch';
        return { visit: `${number} · ${this.#town.citizens.get(id)}`, phase };
    }

    #officeLine(office, clerkId) {
        const waiting = waitingIn(office);
        const line = this.#officeState(office, clerkId);
        const several = waiting === 1 ? '1 Person wartet' : `${waiting} Personen warten`;
        const crowd = waiting === 0 ? 'Niemand wartet' : several;
        return {
            line: office.open || waiting > 0 ? `${line} · ${crowd}` : line,
            on: office.open && office.clerks.has(clerkId),
        };
    }

    #officeState(office, clerkId) {
        if (!office.open) return 'Geschlossen';
        if (office.intake === 'closing') return 'Schließt: Annahme gestoppt';
        if (office.intake === 'suspended') return 'Annahme gestoppt';
        const me = office.clerks.get(clerkId);
        if (me?.state === 'paused') {
            return me.backAt === undefined ? 'Pause' : `Geöffnet, Sie sind weg bis ${clockAt(me.backAt)}`;
        }
        const colleague = [...office.clerks].some(([id, { state }]) => id !== clerkId && state !== 'lost');
        return me || colleague ? 'Geöffnet' : 'Unbesetzt';
    }

    /** First those who wait, the heads of several lines by how long they wait; then those served, parked, missed. */
    #rows(clerkId, staffed) {
        const lines = staffed.map(([id, office]) => lineOf(office).map(([ticketId, ticket]) => [id, ticketId, ticket]));
        const order = [];
        const heads = () => lines.filter((line) => line.length > 0);
        while (heads().length > 0) {
            order.push(heads().reduce((a, b) => (b[0][2].drawnAt < a[0][2].drawnAt ? b : a)).shift());
        }
        const groups = [['called', 'in_call', 'held'], ['parked'], ['missed']];
        const groupOf = (ticket) => groups.findIndex((states) => states.includes(ticket.state));
        const others = staffed.flatMap(([id, office]) => [...office.tickets]
            .filter(([, { state }]) => state !== 'waiting')
            .map(([ticketId, ticket]) => [id, ticketId, ticket]));
        const foreign = (ticket) => Number(ticket.clerk !== clerkId);
        others.sort(([, , a], [, , b]) => groupOf(a) - groupOf(b) || foreign(a) - foreign(b) || a.since - b.since);
        return [...order, ...others].map(([id, ticketId, ticket]) => ({
            number: this.#number(id, ticket), name: this.#town.citizens.get(ticketId), state: this.#stateText(ticket, clerkId),
        }));
    }

    #stateText(ticket, clerkId) {
        const by = ticket.clerk === clerkId ? undefined : this.#town.clerks.get(ticket.clerk);
        switch (ticket.state) {
            case 'called':
                return by === undefined ? 'Von Ihnen aufgerufen' : `Aufgerufen von ${by}`;
            case 'in_call':
                return `Im Gespräch mit ${by ?? 'Ihnen'}`;
            case 'held':
                return by === undefined ? 'Ihr Gespräch, unterbrochen' : `Gespräch mit ${by}, unterbrochen`;
            case 'parked': {
                const reason = { fills_in_form: 'Formular', fetches_papers: 'Unterlagen', other: 'Sonstiges' }[ticket.parked];
                if (ticket.reminded) return `Schon lange geparkt (${reason})`;
                return `Geparkt (${reason}) bis ${clockAt(ticket.remindAt)}`;
            }
            case 'missed':
                return `Verpasst, bis ${clockAt(ticket.until)} in der Liste`;
            default:
                return this.#waitText(ticket);
        }
    }

    #waitText(ticket) {
        if (ticket.awayUntil !== undefined) return `Kurz weg, bis ${clockAt(ticket.awayUntil)}`;
        if (!inLine(ticket)) return 'Nicht erreichbar';
        if (ticket.line === 'lost') return 'Wartet, Verbindung unterbrochen';
        if (ticket.notBefore > this.#now) return ticket.lapsed > 0 ? 'Beim Aufruf nicht erschienen' : 'Zurückgestellt';
        const place = { front: ', ganz vorn', walk_in: '' }[ticket.standing] ?? `, Vorrang ${ticket.standing.at(-1)}`;
        return `Wartet${place}`;
    }
}

const kBeside = /, (Am \d|Sprechzeit|Nach Schließzeit|Annahmeschluss).*$/;

/** Number, name, concern where there is room, since when, and the state unless the lobby is narrow. */
function rowOf([number, name, ...others]) {
    return { number, name, ...(others.length > 1 && { state: others.at(-1) }) };
}

/** What a clerk's app says, from its widgets. In a call the state of people, and often the offices, have no room. */
export function readApp(widgets) {
    const named = (role) => widgets.filter((widget) => widget.role === role).map(({ name }) => name);
    const rows = [];
    for (const cell of named('cell')) {
        if (/^[A-Z] \d{3}$/.test(cell)) rows.push([]);
        rows.at(-1).push(cell);
    }
    const offices = {};
    for (const name of named('radio button').filter((one) => one.includes(', '))) {
        const [, office, line] = /^(.*?), (.*)$/.exec(name.replace(kBeside, ''));
        const { states } = widgets.find((widget) => widget.role === 'check box' && widget.name === `${office}: geöffnet`);
        offices[office] = { line, on: states.includes('checked') };
    }
    const labels = named('label');
    const visit = labels.find((name) => /^[A-Z] \d{3} · /.test(name));
    const phase = labels.map((name) => /^(Aufgerufen|Im Gespräch|Unterbrochen)\b/.exec(name)?.[1]).find((one) => one);
    const interrupted = /^Ihr Gespräch mit ([A-Z] \d{3}) wurde unterbrochen/;
    const toResume = labels.map((name) => interrupted.exec(name)?.[1]).find((one) => one);
    return { rows: rows.map(rowOf), offices, ...(visit && { visit, phase }), ...(toResume && { toResume }) };
}

/** What the app says, beside as much of what it ought to say as there is room for. */
export function comparableApp(seen, expected) {
    const narrow = seen.visit !== undefined;
    const rows = expected.rows.map(({ number, name, state }, i) =>
        (narrow && seen.rows[i]?.state === undefined ? { number, name } : { number, name, state }));
    const mine = Object.fromEntries(Object.keys(seen.offices).map((name) => [name, expected.offices[name]]));
    return { ...expected, rows, offices: mine };
}
