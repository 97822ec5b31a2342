// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

/** The product's version, put in by the build. */
declare const VERSION: string;
