// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What the clerk has set for the visitor of a conversation, and what follows of it. Pure.
import type { CallControl } from '../protocol/messages.js';

/** Nothing is set: heard and seen, and no screen is shown. */
export const kUncontrolled: CallControl = { muted: false, camera_off: false, may_share: false, on_hold: false };

export interface Sendable {
    readonly microphone: boolean;
    readonly camera: boolean;
    readonly screen: boolean;
}

export function visitorMaySend({ muted, camera_off: cameraOff, may_share: mayShare, on_hold: onHold }: CallControl): Sendable {
    return { microphone: !onHold && !muted, camera: !onHold && !cameraOff, screen: !onHold && mayShare };
}

const kAll: Sendable = { microphone: true, camera: true, screen: true };

/** Nothing of the other side is to be seen: neither the camera, nor a screen in its place. Until it has told, its camera is on. */
export function showsNothing(media: Sendable | undefined, may: Sendable = kAll): boolean {
    return !((media?.camera ?? true) && may.camera) && !((media?.screen ?? false) && may.screen);
}

/** Something that was forbidden, to whichever side, is allowed again. */
export function isRelaxed(before: CallControl, now: CallControl): boolean {
    const [had, has] = [visitorMaySend(before), visitorMaySend(now)];
    return (before.on_hold && !now.on_hold) || (['microphone', 'camera', 'screen'] as const).some((slot) => has[slot] && !had[slot]);
}

export type ControlNews =
    | 'muted'
    | 'unmuted'
    | 'camera_off'
    | 'camera_on'
    | 'may_share'
    | 'share_stopped'
    | 'on_hold'
    | 'off_hold';

/** What the visitor has to be told of, in the order in which it matters. */
export function controlNews(before: CallControl, now: CallControl): readonly ControlNews[] {
    const news: ControlNews[] = [];
    const tell = (key: keyof CallControl, set: ControlNews, taken: ControlNews): void => {
        if (before[key] !== now[key]) news.push(now[key] ? set : taken);
    };
    tell('on_hold', 'on_hold', 'off_hold');
    tell('muted', 'muted', 'unmuted');
    tell('camera_off', 'camera_off', 'camera_on');
    tell('may_share', 'may_share', 'share_stopped');
    return news;
}
