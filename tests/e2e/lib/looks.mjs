// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Palettes of the desktop that the clerk app must look right in, given the way a KDE desktop gives them to Qt.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const kGroups = {
    dark: {
        Window: ['42,46,50', '252,252,252'], View: ['27,30,32', '252,252,252'], Button: ['49,54,59', '252,252,252'],
        Selection: ['61,174,233', '0,0,0'], Tooltip: ['49,54,59', '252,252,252'],
    },
    contrast: {
        Window: ['0,0,0', '255,255,255'], View: ['0,0,0', '255,255,255'], Button: ['0,0,0', '255,255,0'],
        Selection: ['26,235,255', '0,0,0'], Tooltip: ['0,0,0', '255,255,255'],
    },
};

export const kLooks = ['light', ...Object.keys(kGroups)];

/** The environment that gives programs started with it this look; its files go into `folder`. */
export function lookEnvironment(look, folder) {
    if (look === 'light') return {};
    mkdirSync(folder, { recursive: true });
    const groups = Object.entries(kGroups[look]).map(([group, [back, text]]) =>
        `[Colors:${group}]\nBackgroundNormal=${back}\nBackgroundAlternate=${back}\nForegroundNormal=${text}\n`
        + `ForegroundInactive=${look === 'dark' ? '161,169,177' : text}\nForegroundLink=61,174,233\n`
        + 'ForegroundVisited=155,89,182\nDecorationFocus=61,174,233\nDecorationHover=61,174,233\n');
    writeFileSync(path.join(folder, 'kdeglobals'), `[KDE]\nwidgetStyle=Fusion\n${groups.join('\n')}`);
    return { XDG_CURRENT_DESKTOP: 'KDE', KDE_FULL_SESSION: 'true', KDE_SESSION_VERSION: '5', XDG_CONFIG_HOME: folder };
}
