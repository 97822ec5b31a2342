// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Does what a hijacked call page would try, one verb a command, and reports `verb: outcome`.
const named = (promise) => promise.then((value) => `granted ${value}`, (error) => `refused ${error.name}`);
const kinds = (stream) => stream.getTracks().map((track) => track.kind).sort().join('+');

const gathered = (peer) => peer.iceGatheringState === 'complete' || new Promise((resolve) => {
    peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve(true);
});

async function connect() {
    const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
    a.createDataChannel('x');
    await a.setLocalDescription();
    await gathered(a);
    await b.setRemoteDescription(a.localDescription);
    await b.setLocalDescription();
    await gathered(b);
    if (!/a=candidate/.test(a.localDescription.sdp)) return 'no address';
    await a.setRemoteDescription(b.localDescription);
    return new Promise((resolve) => {
        a.onconnectionstatechange = () => a.connectionState === 'connecting' || resolve(a.connectionState);
    });
}

const verbs = {
    inline: () => document.body.dataset.inline ?? 'dead',
    style: () => getComputedStyle(document.getElementById('styled')).display,
    secure: () => `${isSecureContext} ${location.origin}`,
    media: () => named(navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(kinds)),
    screen: () => named(navigator.mediaDevices.getDisplayMedia({ video: true }).then(kinds)),
    geolocation: () => named(new Promise((yes, no) => {
        navigator.geolocation.getCurrentPosition(() => yes('place'), (error) => no({ name: `code ${error.code}` }));
    })),
    notification: () => Notification.requestPermission(),
    clipboard: () => named(navigator.clipboard.readText()),
    fetch: () => named(fetch('http://127.0.0.1:9/').then(() => 'answer')),
    image: () => new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('blocked');
        image.src = 'http://127.0.0.1:9/x.png';
    }),
    window: () => String(window.open('sprechtag://call/index.html')),
    alert: () => { alert('x'); return `${confirm('x')} ${prompt('x')}`; },
    navigate: () => { location.href = 'http://127.0.0.1:9/'; return 'asked'; },
    file: () => { location.href = 'file:///etc/hostname'; return 'asked'; },
    download: () => { document.getElementById('download').click(); return 'asked'; },
    storage: () => { try { return localStorage === null ? 'none' : 'there'; } catch (error) { return error.name; } },
    cookie: () => { document.cookie = 'a=1'; return document.cookie || 'none'; },
    connect,
};

new QWebChannel(qt.webChannelTransport, ({ objects: { bridge, ...others } }) => {
    // What the client library itself adds to every object, and one signature a method.
    const ofLibrary = /^(propertyUpdate|signalEmitted|unwrapProperties|unwrapQObject|__.*|.*\(.*)$/;
    verbs.facade = () => [...Object.keys(others), ...Object.getOwnPropertyNames(bridge)]
        .filter((name) => !ofLibrary.test(name)).sort().join(' ');
    verbs.suicide = () => { bridge.deleteLater(); return 'asked'; };
    verbs.long = () => { bridge.report('x'.repeat(70000)); return 'sent'; };
    bridge.command.connect(async (verb) => bridge.report(`${verb}: ${await verbs[verb]()}`));
    bridge.report('ready');
});
