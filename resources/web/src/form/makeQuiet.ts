// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Takes out of a file whatever could act, and whatever nothing refers to any more.
import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFStream } from 'pdf-lib';

const name = (key: string): PDFName => PDFName.of(key);
const kQuietActions: readonly string[] = ['/URI', '/GoTo'];

function isQuiet(annotation: PDFDict): boolean {
    const action = annotation.lookup(name('A'));
    if (!(action instanceof PDFDict) || action.has(name('Next'))) return action === undefined;
    return kQuietActions.includes(String(action.lookup(name('S'))));
}

/** The fields are drawn: they themselves go, and with them their scripts. */
function withoutWidgets(annotations: PDFArray, context: PDFDocument['context']): PDFArray {
    const rest = PDFArray.withContext(context);
    for (let i = 0; i < annotations.size(); i += 1) {
        const annotation = annotations.lookup(i);
        if (!(annotation instanceof PDFDict) || annotation.lookup(name('Subtype')) === name('Widget')) continue;
        annotation.delete(name('AA'));
        if (!isQuiet(annotation)) annotation.delete(name('A'));
        rest.push(annotations.get(i));
    }
    return rest;
}

function childrenOf(object: PDFObject): readonly PDFObject[] {
    if (object instanceof PDFArray) return object.asArray();
    if (object instanceof PDFDict) return object.values();
    return object instanceof PDFStream ? object.dict.values() : [];
}

/** What is left over would still be in the file, for whoever looks. */
function dropUnreachable(pdf: PDFDocument): void {
    const { context } = pdf;
    const { Root, Info } = context.trailerInfo;
    const open: PDFObject[] = [Root, Info].filter((each): each is PDFObject => each !== undefined);
    const reached = new Set<PDFRef>();
    for (let object = open.pop(); object !== undefined; object = open.pop()) {
        if (!(object instanceof PDFRef)) open.push(...childrenOf(object));
        else if (!reached.has(object)) {
            reached.add(object);
            const target = context.lookup(object);
            if (target !== undefined) open.push(target);
        }
    }
    for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

export function makeQuiet(pdf: PDFDocument): void {
    const { catalog } = pdf;
    for (const key of ['AcroForm', 'OpenAction', 'AA', 'Perms', 'Collection', 'StructTreeRoot', 'MarkInfo']) catalog.delete(name(key));
    const names = catalog.lookup(name('Names'));
    if (names instanceof PDFDict) for (const key of ['JavaScript', 'EmbeddedFiles']) names.delete(name(key));
    for (const page of pdf.getPages()) {
        page.node.delete(name('AA'));
        const annotations = page.node.Annots();
        if (annotations !== undefined) page.node.set(name('Annots'), withoutWidgets(annotations, pdf.context));
    }
    dropUnreachable(pdf);
}
