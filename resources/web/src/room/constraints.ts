// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What is asked of a microphone and of a camera, whichever it is.
type WhichDevice = ConstrainDOMStringParameters | undefined;

export function soundWish(deviceId: WhichDevice): MediaTrackConstraints {
    return {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: true,
        ...(deviceId !== undefined && { deviceId }),
    };
}

export function pictureWish(deviceId: WhichDevice): MediaTrackConstraints {
    // Two cores encode and decode 480 lines with ease, 720 not.
    const small = navigator.hardwareConcurrency <= 2;
    return {
        width: { ideal: small ? 640 : 1280 },
        height: { ideal: small ? 480 : 720 },
        frameRate: { ideal: 30, max: 30 },
        ...(deviceId === undefined ? { facingMode: 'user' } : { deviceId }),
    };
}
