// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDirectory } from '../../e2e/lib/places.mjs';
import { memoryOfGroup, run } from '../../e2e/lib/processes.mjs';
import { openScene } from '../../e2e/lib/scene.mjs';

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function forgetFiles() {
    try {
        writeFileSync('/proc/sys/vm/drop_caches', '3');
        return true;
    } catch {
        return false;
    }
}

function print(metric, value, unit, reference) {
    console.log(JSON.stringify({
        bench: 'start', metric, value: Math.round(value), unit, reference: Math.round(reference),
        ratio: Number((value / reference).toFixed(2)),
    }));
}

const scene = await openScene('bench-start');
try {
    const plain = async () => {
        const before = Date.now();
        await run('version', path.join(buildDirectory(), 'clerk-app/app/sprechtag-clerk'), ['--version'],
            { env: scene.desktop.env });
        return Date.now() - before;
    };
    const toLobby = async () => {
        const clerk = scene.clerkToBe();
        const before = Date.now();
        await clerk.launch();
        const { at } = await clerk.seenFirst('label', '^Verbunden');
        return { clerk, ms: at - before };
    };
    const launches = async (count, prepare) => {
        const found = { lobby: [], plain: [] };
        for (let i = 0; i < count; i += 1) {
            prepare();
            found.plain.push(await plain());
            prepare();
            const { clerk, ms } = await toLobby();
            found.lobby.push(ms);
            await clerk.stop();
        }
        return found;
    };
    await launches(1, () => undefined);
    const warm = await launches(10, () => undefined);
    print('lobby_warm', median(warm.lobby), 'ms', median(warm.plain));
    if (forgetFiles()) {
        const cold = await launches(3, forgetFiles);
        print('lobby_cold', median(cold.lobby), 'ms', median(cold.plain));
    } else {
        console.error('start: the disk cache cannot be emptied here, so lobby_cold is not measured');
    }
    const { clerk } = await toLobby();
    const early = memoryOfGroup(clerk.pid) / 1024;
    await clerk.page();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    print('memory_before_first_call', memoryOfGroup(clerk.pid) / 1024, 'MiB', early);
    await scene.close();
    scene.place.clear();
} finally {
    await scene.close();
}
process.exit(0);
