// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What goes first on a line that cannot carry all, and how much of it the picture may take.
import type { Peer } from './peer.js';
import { kPictureSteps } from './thrift.js';

type Parameters = RTCRtpSendParameters & { degradationPreference?: string };

/** A browser that cannot is left as it is: the call goes on with what it does by itself. */
function change(sender: RTCRtpSender | undefined, action: (parameters: Parameters) => void): void {
    if (sender === undefined) return;
    const parameters: Parameters = sender.getParameters();
    // Firefox before 110 tells of encodings only what was set before.
    if ((parameters.encodings as RTCRtpEncodingParameters[] | undefined)?.[0] === undefined) return;
    action(parameters);
    sender.setParameters(parameters).catch(() => undefined);
}

/** Once the descriptions are exchanged. Hands that speak in signs need movement more than sharpness, letters the reverse. */
export function putSoundFirst(peer: Peer): void {
    change(peer.sender('microphone'), ({ encodings: [sound] }) => {
        if (sound !== undefined) Object.assign(sound, { priority: 'high', networkPriority: 'high' });
    });
    change(peer.sender('camera'), (parameters) => {
        parameters.degradationPreference = 'maintain-framerate';
        if (parameters.encodings[0] !== undefined) parameters.encodings[0].priority = 'low';
    });
    change(peer.sender('screen'), (parameters) => {
        parameters.degradationPreference = 'maintain-resolution';
    });
}

/** By a number of kPictureSteps. */
export function limitPicture(peer: Peer, step: number): void {
    const limit = kPictureSteps[step];
    if (limit === undefined) return;
    change(peer.sender('camera'), ({ encodings: [picture] }) => {
        if (picture === undefined) return;
        picture.active = limit.sent;
        picture.scaleResolutionDownBy = limit.shrink;
        if (limit.bits === undefined) delete picture.maxBitrate;
        else picture.maxBitrate = limit.bits;
    });
}
