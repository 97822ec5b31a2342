// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// Which camera, microphone and loudspeaker, before the call and in it; how loud one is; and what changed by itself.
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { kDeviceKinds } from '../../../room/devices.js';
import type { DeviceKind, DeviceSwitch } from '../../../room/devices.js';
import type { Ear } from '../../../room/ear.js';
import { announce } from '../announcer.js';
import { prepareSound } from '../attention.js';
import { listenForTalkKey } from '../talkKey.js';
import { Button, Icon, Notice, focusOn, onEscape } from './parts.js';
import type { DeviceOwner, DeviceProps } from './parts.js';

/** Some browsers leave the loudspeaker to the system. */
function mayChooseSpeaker(): boolean {
    return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
}

function inUse(session: DeviceOwner, kind: DeviceKind): string {
    return kind === 'speaker' ? session.ui.speaker.id : session.ui.local.inUse[kind];
}

export function DeviceSelects(props: DeviceProps): JSX.Element {
    const { devices } = props.session.ui.local;
    return (
        <div class="device-choice">
            {kDeviceKinds.map((kind) =>
                devices[kind].length > 0 && (kind !== 'speaker' || mayChooseSpeaker()) ? (
                    <DeviceSelect key={kind} kind={kind} {...props} />
                ) : null,
            )}
        </div>
    );
}

function DeviceSelect({ kind, session, text }: DeviceProps & { readonly kind: DeviceKind }): JSX.Element {
    const devices = session.ui.local.devices[kind];
    const used = inUse(session, kind);
    const id = `choose-${kind}`;
    return (
        <div class="kern-form-input">
            <label class="kern-label" for={id}>
                {text(`devices.${kind}`)}
            </label>
            <select
                class="kern-form-input__input"
                id={id}
                value={used}
                onChange={(event) => session.devices.choose(kind, event.currentTarget.value)}
            >
                {(used === '' || kind === 'speaker') && <option value="">{text('devices.automatic')}</option>}
                {devices.map((device, i) => (
                    <option key={device.id} value={device.id} selected={device.id === used}>
                        {device.label === '' ? `${text(`devices.${kind}`)} ${i + 1}` : device.label}
                    </option>
                ))}
            </select>
        </div>
    );
}

export function SpeakerTest({ session, text }: DeviceProps): JSX.Element {
    const { speakerTest } = session.ui;
    const words = speakerTest === 'playing' ? text('devices.tones') : speakerTest === 'failed' ? text('devices.no_tones') : '';
    return (
        <div class="speaker-test">
            <Button
                kind="secondary"
                icon="sound"
                label={text('devices.test_sound')}
                busy={speakerTest === 'playing'}
                onPress={() => {
                    prepareSound();
                    void session.devices.testSpeaker();
                }}
            />
            <p class="kern-body kern-body--small" role="status">
                {words}
            </p>
        </div>
    );
}

/** Drawn past the page: ten times a second is too often for all of it. */
export function LevelMeter({ ear, silent }: { readonly ear: Ear; readonly silent?: boolean }): JSX.Element {
    const meter = useRef<HTMLMeterElement>(null);
    useEffect(
        () =>
            ear.onLevel((level) => {
                if (meter.current !== null) meter.current.value = level;
            }),
        [ear],
    );
    return <meter min={0} max={100} ref={meter} aria-hidden={silent === true} />;
}

/** What was unplugged, and what came in its place: there until it was read. */
export function DeviceNews({ session, text }: DeviceProps): JSX.Element {
    const { local, speaker } = session.ui;
    return (
        <>
            {kDeviceKinds.map((kind) => {
                const switched: DeviceSwitch | undefined = (kind === 'speaker' ? speaker : local[kind]).switched;
                if (switched === undefined) return null;
                const { reason, other, now } = switched;
                const unnamed = text(`devices.${kind}`);
                const names = { other: other === '' ? unnamed : other, now: now === '' ? unnamed : now };
                return (
                    <Notice
                        key={kind}
                        kind={reason === 'back' ? 'info' : 'warning'}
                        spoken
                        title={text(`switched.${kind}_${reason}`, names)}
                        body={text(`switched.${kind}_${reason}_now`, names)}
                    >
                        <Button
                            kind="tertiary"
                            label={text('switched.read')}
                            onPress={() => {
                                focusOn(`toggle-${kind === 'speaker' ? 'microphone' : kind}`);
                                session.devices.acknowledge(kind);
                            }}
                        />
                    </Notice>
                );
            })}
        </>
    );
}

/** In the call: a sheet over the picture, which goes on behind it. */
export function DevicesPanel(props: DeviceProps & { readonly onClose: () => void }): JSX.Element {
    const { session, text, onClose } = props;
    const title = useRef<HTMLHeadingElement>(null);
    useEffect(() => title.current?.focus(), []);
    return (
        <section
            class="devices-panel"
            id="devices-panel"
            aria-labelledby="devices-panel-title"
            onKeyDown={onEscape(onClose)}
        >
            <div class="devices-panel-head">
                <h2 class="kern-heading-small" id="devices-panel-title" tabIndex={-1} ref={title}>
                    {text('devices.panel')}
                </h2>
                <Button kind="tertiary" label={text('devices.close')} onPress={onClose} />
            </div>
            <DeviceSelects session={session} text={text} />
            <label class="meter">
                <Icon name="microphone" />
                <span class="kern-body kern-body--small">{text('devices.level')}</span>
                <LevelMeter ear={session.devices.ear} />
            </label>
            <SpeakerTest session={session} text={text} />
            <p class="kern-body kern-body--small talk-key">{text('devices.talk_key')}</p>
        </section>
    );
}

export function useTalkKey(session: DeviceOwner): void {
    useEffect(() => listenForTalkKey((on) => session.devices.hold(on)), [session]);
}

/** Said once for every time the microphone is off: a screen reader's voice may be what is heard. */
export function UnheardSign({ session, text }: DeviceProps): JSX.Element | null {
    const { unheard, local } = session.ui;
    const said = useRef(false);
    const words = text('call.unheard');
    useEffect(() => {
        if (local.microphone.wanted) said.current = false;
        else if (unheard && !said.current) {
            said.current = true;
            announce(words, 'status');
        }
    }, [unheard, local.microphone.wanted, words]);
    return unheard ? <p class="unheard">{words}</p> : null;
}
