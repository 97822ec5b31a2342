// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The call page of the clerk app. It opens no connection but WebRTC and knows nobody but the app.
import { ClerkCall } from '../../room/clerkCall.js';
import type { ClerkView } from '../../room/clerkCall.js';
import type { ToApp } from '../../protocol/bridge.js';
import { connectToApp } from './bridge.js';
import { Stage } from './stage.js';

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
    captureScreen: () => navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { ideal: 15, max: 30 } } }),
    setTimer: (ms, action) => {
        const timer = setTimeout(action, ms);
        return () => clearTimeout(timer);
    },
    now: () => performance.now(),
});

async function reportDevices(): Promise<void> {
    call.reportDevices(await navigator.mediaDevices.enumerateDevices());
}

async function begin(): Promise<void> {
    const stage = new Stage(() => call.firstFrame());
    redraw = (view) => stage.show(view);
    certificate = await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' } as AlgorithmIdentifier);
    speak = await connectToApp((command) => {
        call.obey(command);
        // Labels are told only once the devices were opened.
        if (command.type === 'warm' || command.type === 'devices.choose') setTimeout(() => void reportDevices(), 1000);
    });
    navigator.mediaDevices.addEventListener('devicechange', () => void reportDevices());
    speak({ type: 'page.ready' });
    await reportDevices();
}

void begin().catch((problem: Error) => console.error(`sprechtag: ${problem.message}`));
