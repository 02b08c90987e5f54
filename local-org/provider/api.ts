import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Provider } from 'oidc-provider';
import { accountClaims } from './oauth.ts';
import type { ControlSettings } from './control.ts';

interface Caller {
    accountId: string;
    scopes: ReadonlySet<string>;
}

const HOUR = 3_600_000;
const ENVELOPES = [
    { subject: 'Master service agreement', status: 'sent', hoursAgo: 3 },
    { subject: 'Statement of work 14', status: 'delivered', hoursAgo: 27 },
    { subject: 'Mutual non-disclosure agreement', status: 'completed', hoursAgo: 75 },
    { subject: 'Data processing addendum', status: 'declined', hoursAgo: 190 }
];

const EXPIRED_TEXT = 'The access token expired';

function challenge(error: string, description: string, extra = ''): string {
    return `Bearer realm="acme-sign", error="${error}", error_description="${description}"${extra}`;
}

/** The ways in which services in the field tell that a token is no longer good; the first is RFC 6750's. */
const EXPIRED: Record<ControlSettings['expiredAnswer'], (reply: FastifyReply) => FastifyReply> = {
    '401': (reply) =>
        reply
            .code(401)
            .header('www-authenticate', challenge('invalid_token', EXPIRED_TEXT))
            .send({ error: 'invalid_token', message: EXPIRED_TEXT }),
    '401-bare': (reply) => reply.code(401).send({ message: 'Unauthorized' }),
    '403': (reply) => reply.code(403).send({ error: 'session_expired', message: 'Your session has expired' }),
    '400': (reply) => reply.code(400).send({ error: 'invalid_token', error_description: EXPIRED_TEXT }),
    '500': (reply) =>
        reply.code(500).send([{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }]),
    '200': (reply) => reply.code(200).send({ ok: false, error: 'token_expired' })
};

/** Answers that have nothing to do with an expired sign-in; undefined is the ordinary answer. */
function deviation(settings: ControlSettings, reply: FastifyReply): FastifyReply | undefined {
    switch (settings.apiAnswer) {
        case 'insufficient-scope':
            return reply
                .code(403)
                .header(
                    'www-authenticate',
                    challenge('insufficient_scope', 'More rights needed', ', scope="envelopes.admin"')
                )
                .send({ error: 'insufficient_scope' });
        case 'step-up': // RFC 9470 section 3
            return reply
                .code(401)
                .header(
                    'www-authenticate',
                    challenge('insufficient_user_authentication', 'Sign in again', ', acr_values="high", max_age="300"')
                )
                .send({ error: 'insufficient_user_authentication' });
        case 'throttled':
            return reply
                .code(429)
                .header('retry-after', settings.retryAfterSeconds)
                .send({ error: 'too_many_requests' });
        case 'normal':
            return undefined;
    }
}

/** The REST API: every request shows a token, and every token is looked up. */
export function apiRoutes(app: FastifyInstance, provider: Provider, settings: ControlSettings): void {
    async function callerOf(authorization: string | undefined): Promise<Caller | undefined> {
        const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
        if (token === undefined) return undefined;
        const access = await provider.AccessToken.find(token);
        if (access?.isValid) return { accountId: access.accountId, scopes: access.scopes };
        const unattended = await provider.ClientCredentials.find(token);
        if (unattended?.isValid) return { accountId: unattended.clientId ?? '', scopes: unattended.scopes };
        return undefined;
    }

    function guarded(path: string, answer: (caller: Caller) => object, scope?: string): void {
        app.get(path, async (request, reply) => {
            reply.header('cache-control', 'no-store');
            if (request.headers.authorization === undefined) {
                // RFC 6750 section 3.1: no error code when the request showed no credentials at all
                return reply
                    .code(401)
                    .header('www-authenticate', 'Bearer realm="acme-sign"')
                    .send({ message: 'Sign in first' });
            }
            const caller = await callerOf(request.headers.authorization);
            if (!caller) return EXPIRED[settings.expiredAnswer](reply);
            const other = deviation(settings, reply);
            if (other) return other;
            if (scope !== undefined && !caller.scopes.has(scope)) {
                return reply
                    .code(403)
                    .header(
                        'www-authenticate',
                        challenge('insufficient_scope', 'More rights needed', `, scope="${scope}"`)
                    )
                    .send({ error: 'insufficient_scope' });
            }
            return answer(caller);
        });
    }

    // RFC 7009, but the token itself is the proof: whoever shows it may end the sign-in that it came from
    app.post<{ Body: { token?: unknown } | undefined }>('/api/revoke', async (request, reply) => {
        const token = request.body?.token;
        if (typeof token !== 'string') return reply.code(400).send({ error: 'invalid_request' });
        const found = (await provider.AccessToken.find(token)) ?? (await provider.RefreshToken.find(token));
        if (found?.grantId !== undefined) {
            await provider.AccessToken.revokeByGrantId(found.grantId);
            await provider.RefreshToken.revokeByGrantId(found.grantId);
            await (await provider.Grant.find(found.grantId))?.destroy();
        }
        // section 2.2: a token that is not good any more is no error
        return reply.code(200).send();
    });

    guarded('/api/me', ({ accountId }) => {
        const { name, email } = accountClaims(accountId);
        return { accountId, name, email };
    });

    guarded(
        '/api/envelopes',
        ({ accountId }) => ({
            envelopes: ENVELOPES.map(({ subject, status, hoursAgo }, index) => ({
                id: `${accountId}-${index + 1}`,
                subject,
                status,
                sentAt: new Date(Date.now() - hoursAgo * HOUR).toISOString()
            }))
        }),
        'envelopes.read'
    );
}
