// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Looking at a document together. Loaded when the first file is there that may be shown.
import { setTimer } from '../../connection/browserWorld.js';
import { startWorker, Workers } from '../../document/worker.js';

export { DocumentStage } from '../../document/stage.js';

const start = (): Promise<Worker> => Promise.resolve(startWorker(new URL(DOCUMENT_WORKER, import.meta.url).href));

export const workers = new Workers(start, setTimer);
