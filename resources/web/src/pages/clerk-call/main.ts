// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The call page of the clerk app. It opens no connection but WebRTC and knows nobody but the app.
import { paintInApp } from '../../background/appPainter.js';
import { whenNetworkChanges } from '../../connection/browserWorld.js';
import { ClerkCall } from '../../room/clerkCall.js';
import type { ClerkView } from '../../room/clerkView.js';
import { hear } from '../../room/ear.js';
import { testSpeaker } from '../../room/tone.js';
import type { FormCommand, SightCommand, ToApp, ToPage, ViewCommand } from '../../protocol/bridge.js';
import { translator } from '../../text/index.js';
import { connectToApp } from './bridge.js';
import { ClerkDocuments } from './documents.js';
import { watchPicture } from './heldPicture.js';
import { Inspection } from './inspection.js';
import { Stage } from './stage.js';
import { CanvasStill } from './still.js';

let speak: (message: ToApp) => void = () => undefined;
let redraw: (view: ClerkView) => void = () => undefined;
let certificate: RTCCertificate | undefined;

const call = new ClerkCall({
    report: (message) => speak(message),
    changed: (view) => redraw(view),
    createConnection: (configuration) =>
        new RTCPeerConnection(
            certificate === undefined ? configuration : { ...configuration, certificates: [certificate] },
        ),
    hear,
    testSpeaker,
    paintBackground: paintInApp,
    captureScreen: () => navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } } }),
    // In both languages: the app knows the clerk's, the picture is for the citizen.
    watchPicture: (track) => watchPicture(track, `${translator('de')('clerk.still')} · ${translator('en')('clerk.still')}`),
    setTimer: (ms, action) => {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
    },
    now: () => performance.now(),
});

function isAboutView(command: ToPage): command is ViewCommand {
    return command.type.startsWith('view.');
}

function isAboutForm(command: ToPage): command is FormCommand {
    return command.type.startsWith('form.');
}

function isAboutSight(command: ToPage): command is SightCommand {
    return command.type.startsWith('sight.');
}

async function begin(): Promise<void> {
    addEventListener('online', () => call.networkChanged());
    whenNetworkChanges(() => call.networkChanged());
    const met = (): void => {
        call.firstFrame();
        documents.warm();
    };
    const stage = new Stage(met, call.ear);
    let shown: ClerkView | undefined;
    const inspection = new Inspection(stage.inspection, {
        report: (message) => speak(message),
        get text() {
            return translator(shown?.lang ?? 'de');
        },
        occupied: (on) => stage.inspect(on),
        still: (parent) => new CanvasStill(parent, () => stage.picture),
    });
    redraw = (view) => {
        stage.show((shown = view));
        inspection.follow(view);
    };
    const documents = new ClerkDocuments(stage.documents, {
        report: (message) => speak(message),
        get name() {
            return shown?.call?.name || (shown?.call?.number ?? '');
        },
        get text() {
            return translator(shown?.lang ?? 'de');
        },
        get lang() {
            return shown?.lang ?? 'de';
        },
        occupied: (on) => stage.makeRoom(on),
    });
    certificate = await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as AlgorithmIdentifier);
    speak = await connectToApp((command) => {
        if (isAboutView(command)) return documents.obey(command);
        if (isAboutForm(command)) return documents.hear(command);
        if (isAboutSight(command)) return inspection.obey(command);
        if (command.type === 'call.end') documents.forget();
        return call.obey(command);
    });
    speak({ type: 'page.ready' });
}

void begin().catch((problem: Error) => console.error(`sprechtag: ${problem.message}`));
