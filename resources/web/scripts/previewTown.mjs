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

const kMoving = 'cnc_04x2mqb8t7kz1nf5vg9wd3hs6j';
export const kConcern = kMoving;
const concerns = [
    {
        id: kMoving,
        names: { de: 'Wohnsitz ummelden', en: 'Change of address' },
        checklist: [
            { de: 'Personalausweis oder Reisepass', en: 'Identity card or passport' },
            { de: 'Bestätigung der Vermieterin oder des Vermieters', en: 'Confirmation of the landlord' },
        ],
    },
    { id: 'cnc_04x2mqb8t7kz1nf5vg9wd3hs6k', names: { de: 'Führungszeugnis', en: 'Certificate of conduct' }, checklist: [] },
];

export const offices = () => [
    office(0, 'Bürgerservice', 'Einwohnermeldeamt', 'B', { state: 'occupied', waiting: 3, serving: 2, seats: 12, average_service_s: 660, intake_ends_at: inHours(2) }, {
        concerns,
        welcome: { de: 'Für Pässe und Ausweise brauchen wir Sie vor Ort.', en: 'For passports and identity cards we need you on site.' },
    }),
    office(1, 'Kfz-Zulassung', 'Straßenverkehrsamt', 'K', { state: 'occupied', waiting: 14, serving: 1, average_service_s: 900 }),
    office(2, 'Elterngeld und Unterhaltsvorschuss', 'Amt für Jugend und Familie', 'E', { state: 'free', serving: 1, idle: 1, seats: 8 }),
    office(3, 'Bauberatung', 'Bauordnungsamt', 'A', { state: 'intake_suspended', waiting: 2, serving: 1, average_service_s: 1200 }),
    office(4, 'Wohngeld', 'Sozialamt', 'W', { state: 'interrupted', waiting: 1 }),
    office(5, 'Ausländerbehörde', 'Ordnungsamt', 'O', { state: 'closed' }, { next_opening: inHours(20), closed: { de: 'In dringenden Fällen: Telefon 0941 0000.', en: 'In urgent cases: phone 0941 0000.' } }),
    office(6, 'Gewerbeanmeldung', 'Ordnungsamt', 'G', { state: 'closed' }, { next_opening: inHours(70), hours_today: [] }),
    office(8, 'Bürgerservice Außenstelle', 'Einwohnermeldeamt', 'N', { state: 'free', serving: 1, idle: 1 }, { concerns: concerns.slice(0, 1) }),
    office(9, 'Führerscheinstelle', 'Straßenverkehrsamt', 'F', { state: 'away', waiting: 2, back_at: inHours(0.2) }),
    office(10, 'Wohnberechtigung', 'Sozialamt', 'C', { state: 'occupied', waiting: 9, serving: 1, average_service_s: 900, intake_ends_at: inHours(-0.1) }),
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
