// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What goes first on a line that cannot carry all, and how much of it the picture may take.
import type { Peer } from './peer.js';
import { pictureFor } from './thrift.js';

type Preference = 'maintain-framerate' | 'maintain-resolution';
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

const wishFor = (letters: boolean): Preference => (letters ? 'maintain-resolution' : 'maintain-framerate');

/** Once the descriptions are exchanged. Hands that speak in signs need movement more than sharpness, letters the reverse. */
export function putSoundFirst(peer: Peer, letters = false): void {
    change(peer.sender('microphone'), ({ encodings: [sound] }) => {
        if (sound !== undefined) Object.assign(sound, { priority: 'high', networkPriority: 'high' });
    });
    change(peer.sender('camera'), (parameters) => {
        parameters.degradationPreference = wishFor(letters);
        if (parameters.encodings[0] !== undefined) parameters.encodings[0].priority = 'low';
    });
    change(peer.sender('screen'), (parameters) => {
        parameters.degradationPreference = 'maintain-resolution';
    });
}

/** For as long as a card is held to the camera. */
export function preferLetters(peer: Peer, letters: boolean): void {
    change(peer.sender('camera'), (parameters) => {
        parameters.degradationPreference = wishFor(letters);
    });
}

/** By a number of kPictureSteps, in a conversation of so many people. */
export function limitPicture(peer: Peer, step: number, people: number): void {
    const limit = pictureFor(step, people);
    if (limit === undefined) return;
    change(peer.sender('camera'), ({ encodings: [picture] }) => {
        if (picture === undefined) return;
        picture.active = limit.sent;
        picture.scaleResolutionDownBy = limit.shrink;
        if (limit.bits === undefined) delete picture.maxBitrate;
        else picture.maxBitrate = limit.bits;
    });
}
