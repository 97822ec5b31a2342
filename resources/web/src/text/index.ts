// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The words of the pages: one flat table a language; the keys of the German one are the keys.
import de from '../../../../translations/web/de.json';
import en from '../../../../translations/web/en.json';
import type { Language } from '../protocol/messages.js';

export type TextKey = keyof typeof de;
export type Values = Readonly<Record<string, string | number>>;
export type Translate = (key: TextKey, values?: Values) => string;

const tables: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { de, en };

export function translator(language: Language): Translate {
    const table = tables[language];
    return (key, values) =>
        table[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
            const value = values?.[name];
            return value === undefined ? whole : String(value);
        });
}

/** The first language the reader asks for that we speak; German is the office's own. */
export function preferredLanguage(wanted: readonly string[]): Language {
    for (const tag of wanted) {
        const language = tag.slice(0, 2).toLowerCase();
        if (language === 'de' || language === 'en') return language;
    }
    return 'de';
}
