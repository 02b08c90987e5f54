import type { FastifyInstance } from 'fastify';
import { html, type Html } from '../shared/html.ts';
import { CHOICES, ControlError, parseUpdate, type ControlSettings, type ControlUpdate } from './control.ts';
import type { Journal } from './journal.ts';
import { page } from './pages.ts';

const LABELS: Record<keyof ControlSettings, string> = {
    accessTokenSeconds: 'Seconds an access token lives',
    sessionSeconds: 'Seconds until a sign-in ends for good (0: never)',
    rotateRefreshTokens: 'Rotate refresh tokens',
    refresh: 'Refreshing a token',
    outage: 'Outage',
    outageScope: 'Outage hits',
    retryAfterSeconds: 'Retry-After, seconds',
    slowSeconds: 'Seconds of waiting when slow',
    consent: 'Consent',
    account: 'Everybody signs in as (empty: as typed)',
    openerPolicy: 'Cross-Origin-Opener-Policy: same-origin',
    clientAuthentication: 'Client authentication',
    clientKeys: 'Public keys of the client (JWK set)',
    clientCredentialsOnly: 'Client credentials only',
    pkceRequired: 'PKCE required',
    formEncodedTokens: 'Form-encoded token answers',
    expiresInAsText: 'expires_in as text',
    tokenAnswer: 'The token endpoint answers',
    expiredAnswer: 'An expired token is answered with',
    apiAnswer: 'A good token is answered with'
};

function options(words: readonly string[], chosen: string): Html[] {
    return words.map((word) => html`<option value="${word}" ${word === chosen ? html`selected` : ''}>${word}</option>`);
}

function field(name: keyof ControlSettings, value: string | number | boolean): Html {
    const choices = name in CHOICES ? CHOICES[name as keyof typeof CHOICES] : undefined;
    const words = typeof value === 'boolean' ? ['true', 'false'] : choices;
    const control = words
        ? html`<select id="${name}" name="${name}">
              ${options(words, String(value))}
          </select>`
        : html`<input
              id="${name}"
              name="${name}"
              value="${String(value)}"
              ${typeof value === 'number' ? html`type="number" min="0" required` : ''}
          />`;
    return html`<div><label for="${name}">${LABELS[name]}</label>${control}</div>`;
}

function panel(settings: ControlSettings, journal: Journal): string {
    const names = Object.keys(LABELS) as (keyof ControlSettings)[];
    return page(
        'Control panel',
        html`<h1>How Acme Sign behaves</h1>
            <form method="post" class="actions">
                <button class="main" name="actions" value="expire-access-tokens">Expire access tokens now</button>
                <button class="main" name="actions" value="end-sign-ins">End all sign-ins now</button>
                <button name="actions" value="reset">Back to the beginning</button>
            </form>
            <p>
                An expired access token is refreshed in silence. After ending all sign-ins a refresh is refused, and
                people have to sign in again.
            </p>
            <form method="post">
                <h2>Settings</h2>
                <div class="grid">${names.map((name) => field(name, settings[name]))}</div>
                <div class="actions"><button class="main">Save</button></div>
            </form>
            <h2>Latest requests</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">Time</th>
                        <th scope="col">Request</th>
                        <th scope="col">Grant</th>
                        <th scope="col">Status</th>
                    </tr>
                </thead>
                <tbody>
                    ${journal.entries
                        .slice(-25)
                        .reverse()
                        .map(
                            (entry) =>
                                html`<tr>
                                    <td>${entry.at.slice(11, 19)}</td>
                                    <td>${entry.method} ${entry.path}</td>
                                    <td>${entry.grantType}</td>
                                    <td>${entry.status}</td>
                                </tr>`
                        )}
                </tbody>
            </table>`,
        true
    );
}

export interface ControlPanel {
    settings: ControlSettings;
    journal: Journal;
    apply: (update: ControlUpdate) => void;
}

/** `/control`: a page for people; JSON for tests, which send it as JSON and get all settings back. */
export function controlRoutes(app: FastifyInstance, { settings, journal, apply }: ControlPanel): void {
    app.get('/control', (request, reply) => {
        if (request.headers.accept?.includes('application/json')) return reply.send(settings);
        return reply.type('text/html; charset=utf-8').send(panel(settings, journal));
    });

    app.post('/control', (request, reply) => {
        const fromPage = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
        // another site must not drive the panel through a visitor's browser
        const { origin, host } = request.headers;
        if (origin !== undefined && origin !== `http://${host ?? ''}`) return reply.code(403).send();
        try {
            apply(parseUpdate(request.body));
        } catch (error) {
            if (!(error instanceof ControlError)) throw error;
            return reply.code(400).send({ message: error.message });
        }
        return fromPage ? reply.redirect('/control', 303) : reply.send(settings);
    });

    app.get('/control/journal', (_request, reply) => reply.send(journal.entries));
    app.delete('/control/journal', (_request, reply) => {
        journal.clear();
        return reply.code(204).send();
    });
}
