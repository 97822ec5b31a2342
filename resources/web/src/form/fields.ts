// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What a form asks for, and what is in it: every value is a text, so that both sides and the file mean the same by it.

export type Side = 'citizen' | 'clerk';

export const otherSide = (side: Side): Side => (side === 'citizen' ? 'clerk' : 'citizen');

/** `choice`: one of several; `list`: any of several; `options` name them. */
export type FieldKind = 'text' | 'multiline' | 'check' | 'radio' | 'choice' | 'list' | 'date' | 'signature';

/** Where a field stands, in points of its page, from the lower left. */
export interface Place {
    readonly page: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Turned against the page, in degrees. */
    readonly turn: 0 | 90 | 180 | 270;
    /** Of a radio button or one of several boxes: which option is chosen here. */
    readonly option?: string;
}

export interface FieldOption {
    readonly value: string;
    readonly label: string;
}

/** What a text has to look like. `certain`: the form says so itself; else it is read from the name and only a hint. */
export interface Format {
    readonly kind: 'date' | 'number' | 'time' | 'iban' | 'email' | 'postcode';
    readonly certain: boolean;
    /** Of a date: the order of its parts, such as dd.mm.yyyy. */
    readonly pattern?: string;
}

export interface FormField {
    /** Its place in the form is its name between the two sides. */
    readonly index: number;
    readonly name: string;
    readonly label: string;
    readonly kind: FieldKind;
    readonly places: readonly Place[];
    readonly options: readonly FieldOption[];
    readonly required: boolean;
    readonly readOnly: boolean;
    /** Something else than the options may be typed. */
    readonly open: boolean;
    readonly maxLength?: number;
    /** One letter in each cell. */
    readonly comb: boolean;
    readonly align: 'left' | 'centre' | 'right';
    /** As the form wants it; none: as it fits. */
    readonly fontSize?: number;
    readonly format?: Format;
    readonly initial: string;
}

/** A page in its own points, and how it is turned to be read. */
export interface PageBox {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly turn: 0 | 90 | 180 | 270;
}

export interface ReadForm {
    readonly fields: readonly FormField[];
    readonly pages: readonly PageBox[];
}

/** Of whole paragraphs: programs that make forms write the size of an empty box into it. */
export const kMostInParagraphs = 14;
export const kChecked = 'on';
export const kMostFields = 2000;
export const kValueChars = 4000;
const kSignatureChars = 7000;
/** A signature is drawn into a box of this size. */
export const kSignatureBox = { width: 1000, height: 300 } as const;

const kPath = /^(?:M\d{1,4} \d{1,4}(?:L\d{1,4} \d{1,4})*)*$/;

export const parts = (value: string): readonly string[] => (value === '' ? [] : value.split('\n'));

/** What may stand in the field: whatever comes from the other side is held against this. */
export function fits(field: FormField, value: string): boolean {
    if (value === '') return true;
    const known = (option: string): boolean => field.options.some((each) => each.value === option);
    switch (field.kind) {
        case 'check':
            return value === kChecked;
        case 'radio':
            return known(value);
        case 'choice':
            return known(value) || (field.open && value.length <= kValueChars && !value.includes('\n'));
        case 'list':
            return parts(value).every(known);
        case 'signature':
            return value.length <= kSignatureChars && kPath.test(value);
        case 'multiline':
            return value.length <= kValueChars;
        case 'text':
        case 'date':
            return value.length <= kValueChars && !/[\r\n]/.test(value);
    }
}

/** As it is read by people. */
export function shown(field: FormField, value: string): string {
    const label = (option: string): string => field.options.find((each) => each.value === option)?.label ?? option;
    if (field.kind === 'list') return parts(value).map(label).join(', ');
    return field.options.length > 0 ? label(value) : value;
}
