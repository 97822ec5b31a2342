// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The first word of a server whose town nothing is special about.
export const welcome = {
    type: 'welcome',
    protocol: 1,
    server_time: '2026-03-02T08:00:00.000Z',
    authority: 'Landkreis Musterland',
    consent_version: '2026-01',
    limits: { prepare_ranks: 5, name_chars: 80, concern_chars: 200 },
};
