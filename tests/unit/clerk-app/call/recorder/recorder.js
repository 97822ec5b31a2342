// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Stands for the call page: writes down what it is told and answers as a page in good health would.
const log = document.getElementById('log');

new QWebChannel(qt.webChannelTransport, ({ objects: { bridge } }) => {
    const say = (message) => bridge.report(JSON.stringify(message));
    const media = (screen, paused = false) =>
        say({ type: 'media.changed', microphone: true, camera: true, screen, ...(paused && { screen_paused: true }) });
    const answers = {
        'call.start': ({ epoch }) => {
            const restart = { restart: {} };
            say({ type: 'call.signal', epoch: epoch + 1, signal: restart });
            say({ type: 'call.signal', epoch, signal: { media: { microphone: true, camera: false, screen: false } } });
            say({ type: 'call.connection', state: 'connected' });
            say({ type: 'call.first_frame', ms: 5 });
        },
        'devices.choose': ({ id }) => bridge.report(id),
        'share.start': () => media(true),
        'share.pause': ({ paused }) => media(true, paused),
        'share.stop': () => { media(false); say({ type: 'share.ended' }); },
    };
    bridge.command.connect((text) => {
        const { type, ...rest } = JSON.parse(text);
        log.textContent += `${type} ${rest.epoch ?? ''} ${rest.offer?.generation ?? rest.generation ?? ''}\n`.replace(/ +\n/, '\n');
        answers[type]?.(rest);
    });
    say({ type: 'page.ready' });
});
