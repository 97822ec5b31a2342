// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The clerk asks to see an identity document: what to do, the own picture large with a frame for the card, and a way to
// say no.
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SightStep } from '../../../protocol/messages.js';
import { makeFine } from '../../../room/fineCamera.js';
import { backCamera } from '../../../state/cameras.js';
import { announce } from '../announcer.js';
import type { Session } from '../session.js';
import { Button, Video } from './parts.js';
import type { ViewProps } from './parts.js';

/** On hold nothing can be shown. */
export function askedIn({ ui, model }: Session): SightStep | undefined {
    return model.ticket?.state === 'in_call' && !model.ticket.control.on_hold ? ui.asked : undefined;
}

interface AskedCardProps extends ViewProps {
    readonly clerk: string;
    readonly step: SightStep;
}

export function AskedCardView({ session, text, clerk, step }: AskedCardProps): JSX.Element {
    const { camera, devices, inUse } = session.ui.local;
    const { track } = camera;
    const locked = session.model.ticket?.control.camera_off === true;
    const back = backCamera(devices.camera);
    const isBack = back !== undefined && back.id === inUse.camera;
    useEffect(() => announce(`${text(`asked.${step}`)} ${text('asked.why', { clerk })}`, 'urgent'), [step]);
    useEffect(() => (track === null ? undefined : makeFine(track)), [track]);
    useReturnedCamera(session);
    useEffect(() => () => announce(text('asked.ended'), 'status'), []);
    return (
        <section class="asked" aria-labelledby="asked-title">
            <div class="asked-words">
                <h2 id="asked-title">{text('asked.title')}</h2>
                <p class="asked-step">{text(`asked.${step}`)}</p>
                <p>{text('asked.why', { clerk })}</p>
            </div>
            {track === null ? (
                <div class="asked-empty">
                    <p>{text(locked ? 'camera.locked_why' : 'asked.no_camera')}</p>
                    {!locked && <Button kind="primary" icon="camera" label={text('asked.camera_on')} onPress={() => session.devices.setCamera(true)} />}
                </div>
            ) : (
                <div class="asked-picture">
                    <Video id="asked-video" own tracks={[track]} label={text('asked.picture')} />
                    <svg class="asked-frame" viewBox="0 0 856 540" aria-hidden="true" focusable="false">
                        <rect x="6" y="6" width="844" height="528" rx="32" />
                    </svg>
                </div>
            )}
            <div class="asked-answers">
                {back !== undefined && track !== null && (
                    <Button
                        kind="secondary"
                        icon="camera"
                        label={text(isBack ? 'asked.front_camera' : 'asked.back_camera')}
                        onPress={() => session.devices.lookThrough(isBack ? undefined : back.id)}
                    />
                )}
                <Button kind="secondary" label={text('asked.decline')} onPress={() => session.sight.card.decline()} />
            </div>
        </section>
    );
}

/** Whoever has turned to the back camera for the card is seen again afterwards. */
function useReturnedCamera(session: Session): void {
    useEffect(() => {
        const before = session.ui.local.inUse.camera;
        return () => {
            const { inUse, camera } = session.ui.local;
            if (camera.track !== null && before !== '' && inUse.camera !== before) session.devices.lookThrough(before);
        };
    }, []);
}
