// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The way to another device: its camera reads the place's address, and the place goes on there.
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { announce } from '../announcer.js';
import type { Qr } from '../qr.js';
import { Button } from './parts.js';
import type { ViewProps } from './parts.js';

export function MovePlace({ session, text }: ViewProps): JSX.Element {
    const [qr, setQr] = useState<Qr | undefined>(undefined);
    const [copied, setCopied] = useState(false);
    const address = `${location.origin}${location.pathname}#t=${session.memory.token ?? ''}`;
    const show = async (open: boolean): Promise<void> => {
        setCopied(false);
        if (!open) return;
        try {
            const { qrOf } = await import('../qr.js');
            setQr(qrOf(address));
        } catch {
            // Without the picture there still is the address.
            setQr(undefined);
        }
    };
    const copy = async (): Promise<void> => {
        try {
            await navigator.clipboard.writeText(address);
            setCopied(true);
            announce(text('move.copied'), 'status');
        } catch {
            setCopied(false);
        }
    };
    return (
        <details class="week move" onToggle={(event) => void show(event.currentTarget.open)}>
            <summary>{text('move.title')}</summary>
            <div class="move-body">
                <p class="kern-body">{text('move.how')}</p>
                {qr !== undefined && (
                    <svg class="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={text('move.picture')}>
                        <rect width={qr.size} height={qr.size} fill="#fff" />
                        <path d={qr.path} fill="#000" />
                    </svg>
                )}
                <Button
                    kind="secondary"
                    {...(copied && { icon: 'check' as const })}
                    label={text(copied ? 'move.copied' : 'move.copy')}
                    onPress={() => void copy()}
                />
                <p class="kern-body kern-body--small kern-body--muted">{text('move.secret')}</p>
            </div>
        </details>
    );
}
