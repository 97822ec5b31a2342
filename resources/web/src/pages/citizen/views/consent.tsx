// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// What happens with what people tell, and that they agree.
import type { JSX } from 'preact';
import type { ViewProps } from './parts.js';

interface ConsentProps extends Pick<ViewProps, 'text'> {
    readonly agreed: boolean;
    readonly missing: boolean;
    readonly version: string;
    readonly onChange: (agreed: boolean) => void;
}

export function Consent({ agreed, missing, version, onChange, text }: ConsentProps): JSX.Element {
    return (
        <fieldset class="consent" aria-labelledby="consent-title">
            <h2 class="kern-heading-small" id="consent-title">
                {text('consent.title')}
            </h2>
            <ul class="kern-body kern-body--small" id="consent-text">
                <li>{text('consent.what')}</li>
                <li>{text('consent.call')}</li>
                <li>{text('consent.end')}</li>
                <li>{text('consent.free')}</li>
            </ul>
            <div class="kern-form-check">
                <input
                    class={`kern-form-check__checkbox${missing ? ' kern-form-check__checkbox--error' : ''}`}
                    id="consent"
                    type="checkbox"
                    required
                    checked={agreed}
                    aria-describedby={missing ? 'consent-text consent-missing' : 'consent-text'}
                    aria-invalid={missing}
                    onChange={(event) => onChange(event.currentTarget.checked)}
                />
                <label class="kern-label" for="consent">
                    {text('consent.agree')}
                </label>
            </div>
            {missing && (
                <p class="kern-body problem" id="consent-missing" role="alert">
                    {text('consent.missing')}
                </p>
            )}
            <p class="kern-body kern-body--small kern-body--muted">{text('consent.version', { version })}</p>
        </fieldset>
    );
}
