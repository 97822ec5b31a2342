// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

/** Where the worker of documents lies, beside the script that starts it. */
declare const DOCUMENT_WORKER: string;
/** The product's version, put in by the build. */
declare const VERSION: string;
