// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What everybody who takes part in a conversation has: the own picture, and the buttons for microphone and camera.
import type { JSX } from 'preact';
import { sends } from '../../../room/localMedia.js';
import type { MediaKind } from '../../../room/localMedia.js';
import { announce } from '../announcer.js';
import { turn } from './deviceCheck.js';
import { LevelMeter } from './deviceChoice.js';
import { Icon, Video } from './parts.js';
import type { DeviceProps } from './parts.js';

export function OwnPicture({ session, text, hidden }: DeviceProps & { readonly hidden: boolean }): JSX.Element {
    const { track } = session.ui.local.camera;
    return (
        <div class="own">
            {track !== null && !hidden ? (
                <Video id="local-video" own class="mirrored" tracks={[track]} label={text('call.own')} />
            ) : (
                <p class="own-empty">
                    <Icon name="camera_off" />
                    <span class="kern-sr-only">{text('devices.camera_off')}</span>
                </p>
            )}
        </div>
    );
}

interface ControlProps extends DeviceProps {
    readonly kind: MediaKind;
    /** The clerk has turned it off. */
    readonly locked: boolean;
}

export function Control({ kind, locked, session, text }: ControlProps): JSX.Element {
    const on = sends(session.ui.local[kind]);
    const name = locked ? `${kind}.locked` as const : on ? `${kind}.turn_off` as const : `${kind}.turn_on` as const;
    return (
        <button
            type="button"
            class={`control${on ? '' : ' control--off'}`}
            id={`toggle-${kind}`}
            data-on={on}
            aria-disabled={locked}
            onClick={() => {
                if (locked) announce(text(`${kind}.locked_why`), 'status');
                else turn(session, kind, !on);
            }}
        >
            <Icon name={on ? kind : `${kind}_off`} />
            {on && kind === 'microphone' && <LevelMeter ear={session.devices.ear} silent />}
            <span>{text(name)}</span>
        </button>
    );
}
