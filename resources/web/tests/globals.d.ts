// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

/** The root of the repository, put in by scripts/test.mjs. */
declare const REPOSITORY: string;
