// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What was true at a moment, from the server's log of facts alone; PROTOCOL.md §5 says what each fact means. Written
// apart from the rules of the product, so that a mistake in those is not made here as well.

const kClasses = ['front', 'appointment', 'priority_1', 'priority_2', 'priority_3', 'walk_in'];

const instant = (text) => (text === undefined ? undefined : Date.parse(text));

/** Gone from the desk: whoever had the ticket is free, and nothing is asked any more. */
function release(office, ticket) {
    if (ticket.clerk !== undefined) office.clerks.get(ticket.clerk).ticket = undefined;
    ticket.clerk = undefined;
    ticket.transfer = undefined;
    ticket.parked = undefined;
}

function end(office, fact, ended) {
    release(office, office.tickets.get(fact.ticket));
    office.tickets.delete(fact.ticket);
    office.ended.set(fact.ticket, ended);
}

function stand(office, ticket, rank) {
    ticket.rank = rank;
    office.nextRank = Math.max(office.nextRank, rank + 1);
}

/** What each fact changes; `ticket` and `clerk` are those that it names. */
const kChanges = {
    office_opened: ({ office }) => Object.assign(office, { open: true, intake: 'open' }),
    office_closed: ({ office }) => Object.assign(office, { open: false, intake: 'open' }),
    intake_suspended: ({ office, fact }) => {
        office.intake = fact.then_close ? 'closing' : 'suspended';
    },
    intake_resumed: ({ office }) => {
        office.intake = 'open';
    },
    window_set: () => undefined,
    clerk_arrived: ({ office, fact, clerk }) =>
        office.clerks.set(fact.clerk, { ...clerk, state: clerk?.pausedBefore ? 'paused' : 'present', pausedBefore: false }),
    clerk_departed: ({ office, fact }) => office.clerks.delete(fact.clerk),
    clerk_paused: ({ fact, clerk }) => Object.assign(clerk, { state: 'paused', backAt: instant(fact.back_at) }),
    clerk_resumed: ({ clerk }) => Object.assign(clerk, { state: 'present', backAt: undefined }),
    clerk_lost: ({ clerk }) => Object.assign(clerk, { pausedBefore: clerk.state === 'paused', state: 'lost' }),
    ticket_drawn: ({ office, fact, at }) => {
        const ticket = {
            number: fact.number, state: 'waiting', line: 'connected', standing: fact.standing, drawnAt: at, lapsed: 0,
        };
        stand(office, ticket, Math.max(office.nextRank, at * 1000));
        office.tickets.set(fact.ticket, ticket);
    },
    ticket_received: ({ office, fact }) => {
        const ticket = {
            number: fact.number, origin: fact.origin, state: 'waiting', line: 'connected', standing: 'walk_in',
            drawnAt: instant(fact.drawn_at), lapsed: 0,
        };
        stand(office, ticket, fact.rank);
        office.tickets.set(fact.ticket, ticket);
    },
    ticket_connected: ({ ticket }) => Object.assign(ticket, { line: 'connected' }),
    ticket_disconnected: ({ ticket }) => Object.assign(ticket, { line: 'lost' }),
    ticket_unreachable: ({ ticket }) => Object.assign(ticket, { line: 'unreachable' }),
    ticket_away: ({ fact, ticket }) => Object.assign(ticket, { awayUntil: instant(fact.until) }),
    ticket_back: ({ ticket }) => Object.assign(ticket, { awayUntil: undefined }),
    ticket_prioritised: ({ fact, ticket }) => Object.assign(ticket, { standing: fact.standing }),
    ticket_promoted: ({ ticket }) => Object.assign(ticket, { standing: 'front' }),
    ticket_called: ({ office, fact, ticket, at }) => {
        Object.assign(ticket, {
            state: 'called', clerk: fact.clerk, since: at, calledAt: at,
            returned: undefined, notBefore: undefined, parked: undefined,
        });
        office.clerks.get(fact.clerk).ticket = fact.ticket;
    },
    ticket_entered: ({ ticket, at }) => Object.assign(ticket, { state: 'in_call', since: at, enteredAt: at }),
    ticket_held: ({ ticket }) => Object.assign(ticket, { state: 'held', since: ticket.calledAt }),
    ticket_resumed: ({ fact, ticket, at }) =>
        Object.assign(ticket, fact.enter_by === undefined
            ? { state: 'in_call', since: ticket.enteredAt }
            : { state: 'called', since: at, calledAt: at }),
    ticket_returned: ({ office, fact, ticket }) => {
        release(office, ticket);
        Object.assign(ticket, {
            state: 'waiting', standing: fact.standing, returned: fact.reason, notBefore: instant(fact.not_before),
            lapsed: fact.reason === 'readmitted' ? 0 : ticket.lapsed + (fact.lapsed ? 1 : 0),
        });
        stand(office, ticket, fact.rank);
    },
    ticket_missed: ({ office, fact, ticket, at }) => {
        release(office, ticket);
        Object.assign(ticket, { state: 'missed', until: instant(fact.until), since: at });
    },
    ticket_parked: ({ office, fact, ticket, at }) => {
        release(office, ticket);
        Object.assign(ticket, { state: 'parked', parked: fact.reason, remindAt: instant(fact.remind_at), since: at });
    },
    ticket_reminded: ({ fact, ticket }) => Object.assign(ticket, { reminded: true, remindAt: instant(fact.remind_at) }),
    transfer_proposed: ({ fact, ticket }) => Object.assign(ticket, { transfer: fact.to }),
    ticket_controlled: () => {},
    ticket_sighted: () => {},
    transfer_withdrawn: ({ ticket }) => Object.assign(ticket, { transfer: undefined }),
    ticket_transferred: ({ office, fact }) => end(office, fact, 'transferred'),
    ticket_finished: ({ office, fact }) => end(office, fact, 'finished'),
    ticket_left: ({ office, fact }) => end(office, fact, fact.reason === 'citizen' ? 'left' : fact.reason),
};

const emptyOffice = () =>
    ({ open: false, intake: 'open', clerks: new Map(), tickets: new Map(), ended: new Map(), nextRank: 0 });

/** The offices by their ids, after all facts until then. `logs`: office.facts of every office. */
export function officesAt(logs, moment) {
    const offices = new Map();
    for (const { office: id, facts } of logs) {
        const office = emptyOffice();
        for (const fact of facts) {
            const at = instant(fact.at);
            if (at > moment) break;
            const change = kChanges[fact.fact];
            if (change === undefined) throw new Error(`nobody knows the fact ${fact.fact}`);
            change({ office, fact, at, ticket: office.tickets.get(fact.ticket), clerk: office.clerks.get(fact.clerk) });
        }
        offices.set(id, office);
    }
    return offices;
}

export const inLine = (ticket) =>
    ticket.state === 'waiting' && ticket.line !== 'unreachable' && ticket.awayUntil === undefined;

/** Those who wait, whether in line or not, as [id, ticket] in the order of the rule. */
export function lineOf(office) {
    const place = ({ standing, rank }) => [kClasses.indexOf(standing), rank];
    return [...office.tickets].filter(([, ticket]) => ticket.state === 'waiting').sort(([, a], [, b]) => {
        const [classOfA, rankOfA] = place(a);
        const [classOfB, rankOfB] = place(b);
        return classOfA - classOfB || rankOfA - rankOfB;
    });
}

/** How many in line stand before this one; undefined when it is not in line itself. */
export function aheadOf(office, id) {
    if (!inLine(office.tickets.get(id))) return undefined;
    const line = lineOf(office).filter(([, ticket]) => inLine(ticket));
    return line.findIndex(([other]) => other === id);
}

/** How many in line would stand before somebody of another office; who came in the same moment is there already. */
export function aheadOnArrival(office, { drawnAt }) {
    const taken = new Set([...office.tickets.values()].map(({ rank }) => rank));
    let arrival = drawnAt * 1000;
    while (taken.has(arrival)) arrival += 1;
    const before = ({ standing, rank }) => standing !== 'walk_in' || rank < arrival;
    return lineOf(office).filter(([, ticket]) => inLine(ticket) && before(ticket)).length;
}

export const waitingIn = (office) => [...office.tickets.values()].filter(inLine).length;
