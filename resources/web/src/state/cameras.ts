// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Which of several cameras looks away from its owner, as far as its name tells.

const kBackward = /\b(back|rear|environment|world)\b|rück|hinten|hinter|hauptkamera/i;

export interface NamedCamera {
    readonly id: string;
    readonly label: string;
}

/** The first of those that look away; phones name their best one first. */
export function backCamera(cameras: readonly NamedCamera[]): NamedCamera | undefined {
    return cameras.length < 2 ? undefined : cameras.find(({ label }) => kBackward.test(label));
}
