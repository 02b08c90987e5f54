import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
    interactionPolicy,
    Provider,
    type AdapterPayload,
    type Configuration,
    type JWKS,
    type KoaContextWithOIDC
} from 'oidc-provider';
import type { ControlSettings } from './control.ts';
import { messagePage } from './pages.ts';
import type { Storage } from './storage.ts';

const SCOPES = ['openid', 'offline_access', 'profile', 'email', 'envelopes.read'];

interface OAuthOptions {
    issuer: string;
    clientId: string;
    clientSecret: string;
    redirectUris: string[];
    settings: ControlSettings;
    storage: Storage;
}

/** The one client, as its registration would look under the present settings. */
function clientMetadata({ clientId, clientSecret, redirectUris, settings }: OAuthOptions): AdapterPayload {
    const method = settings.clientAuthentication;
    const unattended = settings.clientCredentialsOnly;
    return {
        client_id: clientId,
        client_name: 'Northwind org',
        ...(method === 'client_secret_basic' || method === 'client_secret_post' ? { client_secret: clientSecret } : {}),
        ...(method === 'private_key_jwt' ? { jwks: JSON.parse(settings.clientKeys) as JWKS } : {}),
        token_endpoint_auth_method: method,
        id_token_signed_response_alg: 'ES256',
        redirect_uris: unattended ? [] : redirectUris,
        response_types: unattended ? [] : ['code'],
        grant_types: unattended ? ['client_credentials'] : ['authorization_code', 'refresh_token', 'client_credentials']
    };
}

function prompts() {
    const policy = interactionPolicy.base();
    policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
    return policy;
}

export function accountClaims(accountId: string) {
    const name = accountId.charAt(0).toUpperCase() + accountId.slice(1);
    const email = accountId.includes('@') ? accountId : `${accountId}@customers.example`;
    return { sub: accountId, name, preferred_username: accountId, email };
}

/** The authorization server: standards come from oidc-provider, dialects and accidents from the settings. */
export function createOAuthServer(options: OAuthOptions): Provider {
    const { settings, storage } = options;
    const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const configuration: Configuration = {
        adapter: (kind: string) => {
            const adapter = storage.adapter(kind);
            // registrations are read anew for each request, so that a changed setting counts at once
            if (kind === 'Client') {
                return {
                    ...adapter,
                    find: (id) => Promise.resolve(id === options.clientId ? clientMetadata(options) : undefined)
                };
            }
            if (kind === 'RefreshToken') {
                return {
                    ...adapter,
                    find: (id) => (settings.refresh === 'refused' ? Promise.resolve(undefined) : adapter.find(id))
                };
            }
            return adapter;
        },
        jwks: { keys: [{ ...signingKey, alg: 'ES256', use: 'sig' }] },
        cookies: { keys: [randomBytes(32).toString('base64url')] },
        scopes: SCOPES,
        claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
        clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt'],
        pkce: { required: () => settings.pkceRequired },
        // the default lets a token live 15 s past its end
        clockTolerance: 0,
        ttl: {
            AccessToken: () => Math.ceil(settings.accessTokenSeconds),
            ClientCredentials: () => Math.ceil(settings.accessTokenSeconds),
            AuthorizationCode: 60,
            IdToken: 300,
            Interaction: 3600,
            Session: 14 * 86400,
            Grant: 14 * 86400,
            RefreshToken: (ctx) =>
                ctx.oidc.entities.RotatedRefreshToken?.remainingTTL ??
                (Math.ceil(settings.sessionSeconds) || 14 * 86400)
        },
        rotateRefreshToken: () => settings.rotateRefreshTokens,
        // without prompt=consent offline_access is dropped silently, and services in the field issue one all the same
        issueRefreshToken: (_ctx, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
        expiresWithSession: () => Promise.resolve(false),
        findAccount: (_ctx, accountId) => ({ accountId, claims: () => accountClaims(accountId) }),
        interactions: { policy: prompts(), url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
        renderError: (ctx, { error, error_description }) => {
            ctx.type = 'html';
            ctx.body = messagePage('Acme Sign cannot continue', error_description ?? error);
        },
        features: {
            devInteractions: { enabled: false },
            clientCredentials: { enabled: true },
            introspection: { enabled: true },
            revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
            userinfo: { enabled: true }
        }
    };
    const provider = new Provider(options.issuer, configuration);
    provider.use(async (ctx, next) => {
        const expected = settings.clientAuthentication;
        const basic = ctx.get('authorization') !== '';
        // oidc-provider takes Basic and form credentials for one another, many services in the field do not
        if (ctx.path === '/token' && (basic ? expected === 'client_secret_post' : expected === 'client_secret_basic')) {
            ctx.status = 401;
            ctx.body = { error: 'invalid_client', error_description: `Authenticate with ${expected}` };
            return;
        }
        await next();
        const answer: unknown = ctx.body;
        if (ctx.path !== '/token' || ctx.status !== 200 || typeof answer !== 'object' || answer === null) return;
        const tokens = { ...(answer as Record<string, string | number>) };
        const isRefresh = (ctx.oidc as KoaContextWithOIDC['oidc']).params?.grant_type === 'refresh_token';
        // oidc-provider repeats a token that stays good, many services in the field send none (RFC 6749 section 6)
        if (isRefresh && !settings.rotateRefreshTokens) delete tokens.refresh_token;
        if (isRefresh && settings.refresh === 'zero-validity') {
            const token = await provider.AccessToken.find(String(tokens.access_token));
            await token?.destroy();
            tokens.expires_in = 0;
        }
        if (settings.tokenAnswer === 'no-access-token') delete tokens.access_token;
        if (settings.expiresInAsText) tokens.expires_in = String(tokens.expires_in);
        ctx.body = tokens;
        if (settings.formEncodedTokens) {
            ctx.body = new URLSearchParams(
                Object.entries(tokens).map(([name, value]) => [name, String(value)])
            ).toString();
            ctx.type = 'application/x-www-form-urlencoded';
        }
        if (settings.tokenAnswer === 'empty') ctx.body = '';
        if (settings.tokenAnswer === 'html') {
            ctx.body = messagePage('Acme Sign', 'Sign in to go on.');
            ctx.type = 'html';
        }
    });
    return provider;
}
