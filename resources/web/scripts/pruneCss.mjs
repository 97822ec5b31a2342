// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

const kDeclaration = /(--[\w-]+):([^;{}]*)(;|(?=\}))/g;
const kReference = /var\(\s*(--[\w-]+)/g;

/** Drops the custom properties that no rule needs, neither itself nor through another property. Wants minified CSS. */
export function withoutUnusedProperties(css) {
    const needs = new Map();
    const rest = css.replace(kDeclaration, (_, name, value) => {
        const referred = [...value.matchAll(kReference)].map((match) => match[1]);
        needs.set(name, [...(needs.get(name) ?? []), ...referred]);
        return '';
    });
    const used = new Set();
    const queue = [...rest.matchAll(kReference)].map((match) => match[1]);
    for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        if (used.has(name)) continue;
        used.add(name);
        queue.push(...(needs.get(name) ?? []));
    }
    return css
        .replace(kDeclaration, (whole, name) => (used.has(name) ? whole : ''))
        .replace(/;\}/g, '}')
        .replace(/[^{};]+\{\}/g, '');
}
