// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// A made-up town for looking at the pages: offices in every state.
const kLetters = '0123456789abcdefghjkmnpqrstvwxyz';
export const officeId = (index) => `off_01h455vb4pex5vsknk084sn0${kLetters[2]}${kLetters[index]}`;
export const kTicketId = 'tkt_03zvdm1h4qfb9rsx0w5e7k2c8n';

const kMornings = [1, 2, 3, 4, 5].map((day) => ({ day, from: '08:00', to: '12:00' }));
const kThursday = { day: 4, from: '13:30', to: '18:00' };
const hours = [...kMornings.slice(0, 4), kThursday, ...kMornings.slice(4)];
const today = [{ from: '08:00', to: '12:00' }, { from: '13:30', to: '18:00' }];
const inHours = (count) => new Date(Date.now() + count * 3_600_000).toISOString();

const inDays = (count) => inHours(24 * count).slice(0, 10);

const office = (index, name, department, letter, view, more = {}) => ({
    id: officeId(index),
    seq: 41,
    name,
    department,
    letter,
    hours,
    hours_today: today,
    special_days: [
        { day: inDays(0), ranges: today, note: 'Personalversammlung' },
        { day: inDays(9), ranges: [], holiday: 'reformation_day' },
    ],
    view: { waiting: 0, serving: 0, idle: 0, ...view },
    ...more,
});

export const offices = () => [
    office(0, 'Bürgerservice', 'Einwohnermeldeamt', 'B', { state: 'occupied', waiting: 3, serving: 2, seats: 12, average_service_s: 660 }),
    office(1, 'Kfz-Zulassung', 'Straßenverkehrsamt', 'K', { state: 'occupied', waiting: 14, serving: 1, average_service_s: 900 }),
    office(2, 'Elterngeld und Unterhaltsvorschuss', 'Amt für Jugend und Familie', 'E', { state: 'free', serving: 1, idle: 1, seats: 8 }),
    office(3, 'Bauberatung', 'Bauordnungsamt', 'A', { state: 'intake_suspended', waiting: 2, serving: 1, average_service_s: 1200 }),
    office(4, 'Wohngeld', 'Sozialamt', 'W', { state: 'interrupted', waiting: 1 }),
    office(5, 'Ausländerbehörde', 'Ordnungsamt', 'O', { state: 'closed' }, { next_opening: inHours(20) }),
    office(6, 'Gewerbeanmeldung', 'Ordnungsamt', 'G', { state: 'closed' }, { next_opening: inHours(70), hours_today: [] }),
    office(7, 'Standesamt', 'Personenstandswesen', 'S', { state: 'occupied', waiting: 6, serving: 1, seats: 0, average_service_s: 900 }),
];

export const welcome = () => ({
    type: 'welcome',
    protocol: 1,
    server_time: new Date().toISOString(),
    authority: 'Landkreis Musterland',
    consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
});

export const ticketState = (more) => ({
    type: 'ticket.state',
    ticket: kTicketId,
    office: officeId(0),
    seq: 42,
    number: 'B 017',
    state: 'waiting',
    epoch: 0,
    ...more,
});
