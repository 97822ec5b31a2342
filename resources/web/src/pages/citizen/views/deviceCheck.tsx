// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Camera, microphone and loudspeaker, tried before they are needed. Nobody must; each may be missing.
import type { JSX } from 'preact';
import { sends } from '../../../room/localMedia.js';
import type { MediaKind } from '../../../room/localMedia.js';
import { prepareSound } from '../attention.js';
import { DeviceNews, DeviceSelects, LevelMeter, SpeakerTest } from './deviceChoice.js';
import { Button, Icon, Notice, Video, focusOn } from './parts.js';
import type { DeviceOwner, DeviceProps } from './parts.js';

export function DeviceCheck(props: DeviceProps): JSX.Element {
    const { session, text } = props;
    const { local, devicesDecided } = session.ui;
    return (
        <section class="kern-card kern-card--hug device-check" aria-labelledby="devices-title">
            <div class="kern-card__container">
                <h2 class="kern-heading-small" id="devices-title" tabIndex={-1}>
                    {text('devices.title')}
                </h2>
                {local.asking && !devicesDecided && (
                    <Notice kind="info" spoken title={text('devices.asking')} body={text('devices.asking_body')} />
                )}
                {!local.asking && !devicesDecided && <Choice {...props} />}
                {devicesDecided && <Result {...props} />}
            </div>
        </section>
    );
}

function Choice({ session, text }: DeviceProps): JSX.Element {
    const decide = (microphone: boolean, camera: boolean): void => {
        prepareSound();
        focusOn('devices-title');
        void session.decideDevices({ microphone, camera });
    };
    return (
        <>
            <p class="kern-body">{text('devices.lead')}</p>
            <Button kind="primary" block icon="camera" label={text('devices.both')} onPress={() => decide(true, true)} />
            <div class="buttons">
                <Button kind="tertiary" label={text('devices.no_camera')} onPress={() => decide(true, false)} />
                <Button kind="tertiary" label={text('devices.no_microphone')} onPress={() => decide(false, true)} />
            </div>
        </>
    );
}

function Result({ session, text }: DeviceProps): JSX.Element {
    const { camera, microphone } = session.ui.local;
    return (
        <>
            <div class="preview">
                {camera.track !== null ? (
                    <Video id="preview-video" own class="mirrored" tracks={[camera.track]} label={text('devices.preview')} />
                ) : (
                    <p class="kern-body preview-empty">
                        <Icon name="camera_off" />
                        {text('devices.camera_off')}
                    </p>
                )}
            </div>
            {microphone.track !== null && sends(microphone) && (
                <label class="meter">
                    <Icon name="microphone" />
                    <span class="kern-body kern-body--small">{text('devices.level')}</span>
                    <LevelMeter ear={session.devices.ear} />
                </label>
            )}
            <DeviceProblems session={session} text={text} />
            <div class="toggles">
                <Toggle kind="microphone" session={session} text={text} />
                <Toggle kind="camera" session={session} text={text} />
                <SpeakerTest session={session} text={text} />
            </div>
            <details class="week device-choice-fold">
                <summary>{text('devices.choose')}</summary>
                <DeviceSelects session={session} text={text} />
            </details>
            <p class="kern-body kern-body--small">{text('devices.ready')}</p>
        </>
    );
}

export function turn(session: DeviceOwner, kind: MediaKind, on: boolean): void {
    if (kind === 'camera') session.devices.setCamera(on);
    else session.devices.setMicrophone(on);
}

export function Toggle({ kind, session, text }: DeviceProps & { readonly kind: MediaKind }): JSX.Element {
    const on = sends(session.ui.local[kind]);
    const press = (): void => turn(session, kind, !on);
    return (
        <Button
            id={`toggle-${kind}`}
            kind="secondary"
            icon={on ? kind : `${kind}_off`}
            label={text(on ? `${kind}.turn_off` : `${kind}.turn_on`)}
            onPress={press}
        />
    );
}

export function DeviceProblems({ session, text }: DeviceProps): JSX.Element {
    const again = (kind: MediaKind): void => {
        focusOn(`toggle-${kind}`);
        turn(session, kind, true);
    };
    return (
        <>
            <DeviceNews session={session} text={text} />
            {(['camera', 'microphone'] as const).map((kind) => {
                const problem = session.ui.local[kind].problem;
                if (problem === undefined) return null;
                return (
                    <Notice
                        key={kind}
                        kind="warning"
                        spoken
                        title={text(`problem.${kind}_${problem}`)}
                        body={text(`problem.${kind}_${problem}_way_on`)}
                    >
                        <Button kind="tertiary" label={text('problem.again')} onPress={() => again(kind)} />
                    </Notice>
                );
            })}
        </>
    );
}
