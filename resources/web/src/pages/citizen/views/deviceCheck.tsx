// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Camera, microphone and loudspeaker, tried before they are needed. Nobody must; each may be missing.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { sends } from '../../../room/localMedia.js';
import type { MediaKind } from '../../../room/localMedia.js';
import { playChime, prepareSound } from '../attention.js';
import { Button, Icon, Notice, Video, focusOn } from './parts.js';
import type { ViewProps } from './parts.js';

export function DeviceCheck(props: ViewProps): JSX.Element {
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

function Choice({ session, text }: ViewProps): JSX.Element {
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

function Result({ session, text }: ViewProps): JSX.Element {
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
            {microphone.track !== null && sends(microphone) && <Meter track={microphone.track} text={text} />}
            <DeviceProblems session={session} text={text} />
            <div class="toggles">
                <Toggle kind="microphone" session={session} text={text} />
                <Toggle kind="camera" session={session} text={text} />
                <Button
                    kind="secondary"
                    icon="sound"
                    label={text('devices.speaker')}
                    onPress={() => {
                        prepareSound();
                        playChime();
                    }}
                />
            </div>
            <p class="kern-body kern-body--small">{text('devices.ready')}</p>
        </>
    );
}

export function Toggle({ kind, session, text }: ViewProps & { readonly kind: MediaKind }): JSX.Element {
    const on = sends(session.ui.local[kind]);
    const press = (): void => (kind === 'camera' ? session.setCamera(!on) : session.setMicrophone(!on));
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

export function DeviceProblems({ session, text }: ViewProps): JSX.Element {
    const again = (kind: MediaKind): void => {
        focusOn(`toggle-${kind}`);
        if (kind === 'camera') session.setCamera(true);
        else session.setMicrophone(true);
    };
    return (
        <>
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

function Meter({ track, text }: { readonly track: MediaStreamTrack } & Pick<ViewProps, 'text'>): JSX.Element {
    const meter = useRef<HTMLMeterElement>(null);
    useEffect(() => measure(track, (level) => {
        if (meter.current !== null) meter.current.value = level;
    }), [track.id]);
    return (
        <label class="meter">
            <Icon name="microphone" />
            <span class="kern-body kern-body--small">{text('devices.level')}</span>
            <meter min={0} max={100} ref={meter} />
        </label>
    );
}

/** Loudness of the microphone, 0 to 100, ten times a second; returns how to stop. */
function measure(track: MediaStreamTrack, show: (level: number) => void): () => void {
    let context: AudioContext;
    try {
        context = new AudioContext();
    } catch {
        return () => undefined;
    }
    const analyser = context.createAnalyser();
    analyser.fftSize = 512;
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
        show(Math.min(100, Math.sqrt(power) * 400));
    }, 100);
    return () => {
        clearInterval(timer);
        void context.close();
    };
}
