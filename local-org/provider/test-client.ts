import { createHash, randomBytes } from 'node:crypto';
import { after, before, beforeEach } from 'node:test';
import { listen, type Listener } from '../shared/http-server.ts';
import { TestBrowser, type Page } from '../shared/test-browser.ts';
import type { ControlSettings } from './control.ts';
import { serveAcmeSign, type AcmeSign } from './server.ts';

// An OAuth client for the tests of this folder.
export let acme: AcmeSign;
let org: Listener;
let acmeListener: Listener;
let redirectUri: string;

/** Starts Acme Sign for a test file; each test finds it as it was at the start. */
export function useAcmeSign(): void {
    before(async () => {
        org = await listen(0, 'localhost');
        org.serve((_request, response) => response.end('the org'));
        acmeListener = await listen(0, '127.0.0.1');
        redirectUri = `http://localhost:${org.port}/services/authcallback/Acme_Sign`;
        acme = await serveAcmeSign(acmeListener, { redirectUris: [redirectUri] });
    });
    beforeEach(() => {
        acme.control({ actions: ['reset'] });
    });
    after(() => Promise.all([acmeListener.close(), org.close()]));
}

export interface Tokens {
    status: number;
    type: string;
    access_token: string;
    refresh_token?: string;
    expires_in: number | string;
    error?: string;
}

const PKCE = randomBytes(32).toString('base64url');
export const pkce = {
    code_challenge: createHash('sha256').update(PKCE).digest('base64url'),
    code_challenge_method: 'S256'
};

export function authorizeUrl(extra: Record<string, string> = pkce): URL {
    const url = new URL('/auth', acme.url);
    const parameters = { client_id: acme.clientId, response_type: 'code', redirect_uri: redirectUri, state: 'a b+c/=' };
    url.search = new URLSearchParams({ ...parameters, scope: 'openid envelopes.read', ...extra }).toString();
    return url;
}

type Authentication = { headers: Record<string, string>; fields: Record<string, string> };

export function authentication(method: ControlSettings['clientAuthentication'], assertion = ''): Authentication {
    const basic = Buffer.from(`${acme.clientId}:${acme.clientSecret}`).toString('base64');
    switch (method) {
        case 'client_secret_basic':
            return { headers: { authorization: `Basic ${basic}` }, fields: {} };
        case 'client_secret_post':
            return { headers: {}, fields: { client_id: acme.clientId, client_secret: acme.clientSecret } };
        case 'none':
            return { headers: {}, fields: { client_id: acme.clientId } };
        case 'private_key_jwt':
            return {
                headers: {},
                fields: {
                    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
                    client_assertion: assertion
                }
            };
    }
}

export async function token(
    fields: Record<string, string>,
    client: Authentication = authentication('client_secret_basic')
): Promise<Tokens> {
    const response = await fetch(`${acme.url}/token`, {
        method: 'POST',
        headers: client.headers,
        body: new URLSearchParams({ ...fields, ...client.fields })
    });
    const type = response.headers.get('content-type') ?? '';
    const text = await response.text();
    const body = text.startsWith('{') ? (JSON.parse(text) as object) : Object.fromEntries(new URLSearchParams(text));
    return { status: response.status, type, ...body } as Tokens;
}

export function exchange(
    page: Page,
    client?: Authentication,
    verifier: Record<string, string> = { code_verifier: PKCE }
) {
    const code = page.url.searchParams.get('code') ?? '';
    return token({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...verifier }, client);
}

export const refresh = (tokens: Tokens) =>
    token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token ?? 'none was issued' });

export const signIn = (account = 'erin') => new TestBrowser().signIn(authorizeUrl(), account);

export const api = (tokens: Tokens, path = '/api/envelopes') =>
    fetch(`${acme.url}${path}`, { headers: { authorization: `Bearer ${tokens.access_token}` } });
