// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is said about a wait: the same rule as shared/domain/office/WaitEstimate.h, held to the same table.
import type { OfficeView } from '../protocol/messages.js';

export type WaitEstimate =
    | { readonly kind: 'unknown' }
    | { readonly kind: 'soon' }
    | { readonly kind: 'range'; readonly low: number; readonly high: number };

const kStepSeconds = 300;

/** low = 0.8·a/s·max(0, n−s+1) rounded down, high = a/s·(n+1) rounded up, both to five minutes; result in minutes. */
export function estimateWait(office: OfficeView, peopleAhead: number): WaitEstimate {
    const { serving, idle, average_service_s: service } = office;
    if (serving === 0) return { kind: 'unknown' };
    if (idle > 0 && peopleAhead === 0) return { kind: 'soon' };
    if (service === undefined) return { kind: 'unknown' };
    // One division of whole numbers each, so that every implementation rounds the same way.
    const turns = peopleAhead + 1;
    const rounds = Math.max(0, turns - serving);
    const low = 5 * Math.floor((4 * service * rounds) / (5 * serving * kStepSeconds));
    const high = 5 * Math.ceil((service * turns) / (serving * kStepSeconds));
    return { kind: 'range', low, high };
}

/** The longest wait that was named first, in minutes; undefined until one could be named. */
export function firstPromise(promised: number | undefined, estimate: WaitEstimate): number | undefined {
    if (promised !== undefined || estimate.kind === 'unknown') return promised;
    return estimate.kind === 'soon' ? 0 : estimate.high;
}

export function takesLonger(promised: number | undefined, estimate: WaitEstimate): boolean {
    return promised !== undefined && estimate.kind === 'range' && estimate.low > promised;
}
