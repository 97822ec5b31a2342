// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

/** Where the worker of documents lies, beside the script that starts it. */
declare const DOCUMENT_WORKER: string;
/** The letters of the file that comes out of a form, in base64. */
declare const FORM_TYPEFACE: string;
/** The product's version, put in by the build. */
declare const VERSION: string;
