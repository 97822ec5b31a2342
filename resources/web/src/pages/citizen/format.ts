// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Numbers and times in words.
import type { HourRange, Language, OfficeView, SpecialDay, WeekRange } from '../../protocol/messages.js';
import { estimateWait } from '../../state/waitEstimate.js';
import type { TextKey, Translate } from '../../text/index.js';
import type { DrawProblem } from './ui.js';

/** The authority's clock: a German office keeps German time, wherever its visitor is. */
const kZone = 'Europe/Berlin';
const kLongWaitMinutes = 120;
/** Beyond, an upper end says nothing. */
const kLongestWaitMinutes = 240;

const locale = (lang: Language): string => (lang === 'de' ? 'de-DE' : 'en-GB');

function hoursAndMinutes(minutes: number): string {
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

export function waitText(text: Translate, view: OfficeView, ahead: number): string {
    const estimate = estimateWait(view, ahead);
    if (estimate.kind === 'unknown') return text('wait.unknown');
    if (estimate.kind === 'soon') return text('wait.soon');
    const { low, high } = estimate;
    if (high > kLongestWaitMinutes) {
        return low === 0 ? text('wait.unknown') : text('wait.from_hours', { low: hoursAndMinutes(Math.min(low, kLongestWaitMinutes)) });
    }
    const long = high >= kLongWaitMinutes;
    const say = long ? hoursAndMinutes : String;
    const values = { low: say(low), high: say(high) };
    if (low === high) return text(long ? 'wait.about_hours' : 'wait.about', values);
    if (low === 0) return text(long ? 'wait.up_to_hours' : 'wait.up_to', values);
    return text(long ? 'wait.range_hours' : 'wait.range', values);
}

const kDrawProblems: Partial<Record<DrawProblem['code'], TextKey>> = {
    office_closed: 'draw.problem_closed',
    intake_suspended: 'draw.problem_suspended',
    office_full: 'draw.problem_full',
    no_capacity: 'draw.problem_late',
    too_early: 'draw.problem_early',
    try_later: 'draw.problem_try_later',
    storage_full: 'draw.problem_storage_full',
};
const kDrawWays: Partial<Record<DrawProblem['code'], TextKey>> = {
    office_closed: 'draw.way_closed',
    intake_suspended: 'draw.way_suspended',
    office_full: 'draw.way_full',
    no_capacity: 'draw.way_late',
    too_early: 'draw.way_early',
};
/** Nobody reads and presses again faster. */
const kSoonestSeconds = 5;

/** Why there is no number, and when to try again where that is known. */
export function drawProblemText(text: Translate, { code, afterSeconds }: DrawProblem): string {
    if (code === 'try_later' && afterSeconds !== undefined) {
        return text('draw.problem_try_in', { n: Math.max(kSoonestSeconds, afterSeconds) });
    }
    return text(kDrawProblems[code] ?? 'draw.problem_other');
}

/** A number stands in one line, wherever the sentence breaks. */
export function unbroken(number: string): string {
    return number.replaceAll(' ', '\u00a0');
}

/** What one can do then. */
export function drawProblemWay(text: Translate, { code }: DrawProblem): string | undefined {
    const way = kDrawWays[code];
    return way && text(way);
}

export function peopleText(text: Translate, count: number): string {
    if (count === 0) return text('people.none');
    return count === 1 ? text('people.one') : text('people.many', { n: count });
}

/** Why the range is what it is; nothing where there is no range. */
export function reasonText(text: Translate, view: OfficeView, ahead: number | undefined): string | undefined {
    if (view.serving === 0 || view.average_service_s === undefined) return undefined;
    const parts = ahead === undefined || ahead === 0 ? [] : [peopleText(text, ahead)];
    parts.push(view.serving === 1 ? text('clerks.one') : text('clerks.many', { n: view.serving }));
    parts.push(text('average', { n: Math.max(1, Math.round(view.average_service_s / 60)) }));
    return parts.join(', ');
}

export function rangesText(text: Translate, ranges: readonly HourRange[]): string {
    if (ranges.length === 0) return text('hours.none');
    const each = ranges.map((range) => text('hours.range', { from: range.from, to: range.to }));
    return text('hours.list', { ranges: each.join(', ') });
}

/** The hours of a day that is not as the week says, and why. */
export function specialText(text: Translate, special: SpecialDay): string {
    const hours = rangesText(text, special.ranges);
    // What the town says of an exception comes before the holiday that it is an exception to.
    const reason = special.note ?? (special.holiday && text(`holiday.${special.holiday}`));
    return reason === undefined ? hours : text('hours.reason', { hours, reason });
}

export function dayText(lang: Language, day: string): string {
    const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(locale(lang), format).format(Date.parse(`${day}T00:00:00Z`));
}

/** The hours of today, with the reason where they are not those of the week. */
export function todayText(
    text: Translate,
    office: { readonly hours_today: readonly HourRange[]; readonly special_days: readonly SpecialDay[] },
    now: number,
): string {
    const special = office.special_days.find(({ day }) => day === dayOf(now));
    return special === undefined ? rangesText(text, office.hours_today) : specialText(text, special);
}

export function weekDays(lang: Language): readonly string[] {
    const format = new Intl.DateTimeFormat(locale(lang), { weekday: 'long', timeZone: 'UTC' });
    // 5 January 1970 was a Monday.
    return [0, 1, 2, 3, 4, 5, 6].map((day) => format.format(new Date(Date.UTC(1970, 0, 5 + day))));
}

export function rangesOfDay(week: readonly WeekRange[], day: number): readonly HourRange[] {
    return week.filter((range) => range.day === day);
}

export function clockText(lang: Language, at: number): string {
    const format = { hour: '2-digit', minute: '2-digit', timeZone: kZone } as const;
    return new Intl.DateTimeFormat(locale(lang), format).format(at);
}

const kStepMs = 300_000;
/** Not later than the time itself: nobody relies on minutes that are none. */
export function roughClock(lang: Language, at: number): string {
    return clockText(lang, Math.floor(at / kStepMs) * kStepMs);
}

/** As the protocol writes a day. Put together here: no locale writes it so in every browser. */
function dayOf(at: number): string {
    const format = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: kZone } as const;
    const parts = new Intl.DateTimeFormat('en', format).formatToParts(at);
    const of = (type: 'year' | 'month' | 'day'): string => parts.find((part) => part.type === type)?.value ?? '';
    return `${of('year')}-${of('month')}-${of('day')}`;
}

export function openingText(text: Translate, lang: Language, opening: string, now: number): string {
    const at = Date.parse(opening);
    const clock = clockText(lang, at);
    if (dayOf(at) === dayOf(now)) return text('opening.today', { clock });
    if (dayOf(at) === dayOf(now + 86_400_000)) return text('opening.tomorrow', { clock });
    const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: kZone } as const;
    return text('opening.later', { day: new Intl.DateTimeFormat(locale(lang), format).format(at), clock });
}
