// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What follows from what everybody may see of the offices. Pure.
import type { ConcernCard, Language, OfficeView, OverviewOffice, Words } from '../protocol/messages.js';

export type Offices = ReadonlyMap<string, OverviewOffice>;

/** Why nobody gets a number now; undefined: numbers are to be had. `now` is the server's time. */
export function noNumbers(view: OfficeView, now: number): 'closed' | 'suspended' | 'interrupted' | 'full' | 'late' | undefined {
    if (view.state === 'closed' || view.state === 'interrupted') return view.state;
    if (view.state === 'intake_suspended') return 'suspended';
    if (view.seats === 0) return 'full';
    return view.intake_ends_at !== undefined && Date.parse(view.intake_ends_at) <= now ? 'late' : undefined;
}

const kHalfDay = 12 * 3_600_000;

/** The end of the intake, if a reader takes its clock for that of today: an office may be open on the eve of its hours. */
export function intakeEnd(view: OfficeView, now: number): number | undefined {
    const end = view.intake_ends_at === undefined ? NaN : Date.parse(view.intake_ends_at);
    return end - now < kHalfDay ? end : undefined;
}

/** The view as it is for one concern: visits about it have a length of their own. */
export function viewFor(view: OfficeView, concern: string | undefined): OfficeView {
    const own = view.by_concern?.find((entry) => entry.concern === concern);
    return own === undefined ? view : { ...view, average_service_s: own.average_service_s };
}

export function concernOf(office: OverviewOffice | undefined, id: string | undefined): ConcernCard | undefined {
    return office?.concerns?.find((concern) => concern.id === id);
}

/** The other offices that deal with the concern; without one, with anything that this office deals with. */
export function othersFor(offices: Offices, own: string, concern?: string): readonly OverviewOffice[] {
    const wanted = concern === undefined ? (offices.get(own)?.concerns ?? []).map(({ id }) => id) : [concern];
    return [...offices.values()].filter(
        (office) => office.id !== own && wanted.some((id) => concernOf(office, id) !== undefined),
    );
}

/** In the reader's language, else in the town's own. */
export function wordsIn(lang: Language, words: Words): string {
    return words[lang] ?? words['de'] ?? Object.values(words)[0] ?? '';
}
