import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TestBrowser } from '../shared/test-browser.ts';
import type { ControlSettings } from './control.ts';
import { acme, api, authorizeUrl, exchange, refresh, signIn, token, type Tokens, useAcmeSign } from './test-client.ts';

describe('provider/misbehaviour', () => {
    useAcmeSign();

    test('ending sign-ins refuses refresh and asks for the account again in the same browser', async () => {
        const browser = new TestBrowser();
        const tokens = await exchange(await browser.signIn(authorizeUrl(), 'erin'));
        const again = await browser.request(authorizeUrl());
        assert.ok(again.url.searchParams.get('code'), 'a living session at Acme Sign needs no page');
        acme.control({ actions: ['end-sign-ins'] });
        assert.equal((await refresh(tokens)).error, 'invalid_grant');
        assert.match((await browser.request(authorizeUrl())).text, /Sign in to Acme Sign/);
    });

    test('refresh can be refused for good, or answer a token of zero validity', async () => {
        const tokens = await exchange(await signIn());
        acme.control({ settings: { refresh: 'refused' } });
        assert.equal((await refresh(tokens)).error, 'invalid_grant');
        acme.control({ settings: { refresh: 'zero-validity' } });
        const empty = await refresh(await exchange(await signIn()));
        assert.equal(empty.expires_in, 0);
        assert.equal((await api(empty)).status, 401);
    });

    test('a sign-in with an end cannot be stretched by refreshing', async ({ mock }) => {
        acme.control({ settings: { sessionSeconds: 60 } });
        const second = await refresh(await exchange(await signIn()));
        const end = Date.now() + 60_000;
        mock.method(Date, 'now', () => end);
        assert.equal((await refresh(second)).error, 'invalid_grant');
    });

    test('everybody can be made to sign in as another account', async () => {
        acme.control({ settings: { account: 'sam' } });
        const tokens = await exchange(await signIn('erin'));
        assert.match(await (await api(tokens, '/api/me')).text(), /"accountId":"sam"/);
    });

    test('token answers can be form-encoded, with expires_in as text', async () => {
        acme.control({ settings: { formEncodedTokens: true } });
        const tokens = await exchange(await signIn());
        assert.match(tokens.type, /^application\/x-www-form-urlencoded/);
        assert.equal((await api(tokens)).status, 200);
        acme.control({ settings: { formEncodedTokens: false, expiresInAsText: true } });
        assert.equal((await refresh(tokens)).expires_in, '20');
    });

    test('the token endpoint can answer nothing, a page, or everything but the access token', async () => {
        const answerAs = async (tokenAnswer: ControlSettings['tokenAnswer']) => {
            acme.control({ settings: { tokenAnswer } });
            const { status, type, access_token, refresh_token } = await exchange(await signIn());
            assert.deepEqual([status, access_token], [200, undefined]);
            return { type, hasRefreshToken: refresh_token !== undefined };
        };
        assert.equal((await answerAs('empty')).hasRefreshToken, false);
        assert.match((await answerAs('html')).type, /^text\/html/);
        assert.equal((await answerAs('no-access-token')).hasRefreshToken, true);
    });

    test('client credentials only: the code flow is closed, and the client gets a token of its own', async () => {
        acme.control({ settings: { clientCredentialsOnly: true } });
        assert.equal((await new TestBrowser().request(authorizeUrl())).status, 400);
        const tokens = await token({ grant_type: 'client_credentials', scope: 'envelopes.read' });
        assert.match(await (await api(tokens)).text(), new RegExp(`"${acme.clientId}-1"`));
    });

    test('an outage answers 503 with Retry-After, hits only its scope, and spares the control panel', async () => {
        const tokens = await exchange(await signIn());
        acme.control({ settings: { outage: 'unavailable', outageScope: 'api', retryAfterSeconds: 7 } });
        const down = await api(tokens);
        assert.deepEqual([down.status, down.headers.get('retry-after')], [503, '7']);
        assert.equal((await refresh(tokens)).status, 200);
        assert.equal((await fetch(`${acme.url}/control`)).status, 200);
    });

    test('a timeout leaves the request without an answer', async () => {
        acme.control({ settings: { outage: 'timeout' } });
        await assert.rejects(fetch(`${acme.url}/api/me`, { signal: AbortSignal.timeout(200) }), {
            name: 'TimeoutError'
        });
    });

    test('an expired token is told in each of the ways in the field, and good tokens can be turned away', async () => {
        const dead = { access_token: 'never-issued' } as Tokens;
        for (const [expiredAnswer, status] of [
            ['401-bare', 401],
            ['403', 403],
            ['400', 400],
            ['500', 500],
            ['200', 200]
        ] as const) {
            acme.control({ settings: { expiredAnswer } });
            const answer = await api(dead);
            assert.deepEqual([answer.status, answer.headers.get('www-authenticate')], [status, null]);
        }
        const good = await exchange(await signIn());
        for (const [apiAnswer, status, error] of [
            ['insufficient-scope', 403, 'insufficient_scope'],
            ['step-up', 401, 'insufficient_user_authentication'],
            ['throttled', 429, 'too_many_requests']
        ] as const) {
            acme.control({ settings: { apiAnswer } });
            const answer = await api(good);
            assert.equal(answer.status, status);
            assert.match(await answer.text(), new RegExp(error));
        }
    });

    test('the opener policy stands on the sign-in pages only', async () => {
        acme.control({ settings: { openerPolicy: true } });
        const login = await new TestBrowser().request(authorizeUrl());
        assert.equal(login.headers.get('cross-origin-opener-policy'), 'same-origin');
        assert.equal((await fetch(`${acme.url}/control`)).headers.get('cross-origin-opener-policy'), null);
    });

    test('the control panel takes JSON and forms, and names what it cannot take', async () => {
        const post = (body: string, type: string, headers = {}) =>
            fetch(`${acme.url}/control`, {
                method: 'POST',
                body,
                redirect: 'manual',
                headers: { 'content-type': type, ...headers }
            });
        const answer = await post('{"accessTokenSeconds":5}', 'application/json');
        assert.equal(((await answer.json()) as ControlSettings).accessTokenSeconds, 5);
        assert.equal((await post('openerPolicy=true&slowSeconds=1', 'application/x-www-form-urlencoded')).status, 303);
        assert.deepEqual([acme.settings.openerPolicy, acme.settings.slowSeconds], [true, 1]);
        for (const wrong of [
            '{"refresh":"maybe"}',
            '{"accessTokenSeconds":-1}',
            '{"colour":"red"}',
            '{"actions":"explode"}'
        ]) {
            assert.equal((await post(wrong, 'application/json')).status, 400, wrong);
        }
        assert.equal((await post('{}', 'application/json', { origin: 'http://evil.example' })).status, 403);
    });

    test('the journal tells which requests came, and nothing secret', async () => {
        const tokens = await exchange(await signIn());
        await refresh(tokens);
        await api(tokens);
        const text = await (await fetch(`${acme.url}/control/journal`)).text();
        const entries = JSON.parse(text) as { method: string; path: string; status: number; grantType?: string }[];
        const last = entries.slice(-3).map(({ method, path, status, grantType }) => [method, path, status, grantType]);
        assert.deepEqual(last, [
            ['POST', '/token', 200, 'authorization_code'],
            ['POST', '/token', 200, 'refresh_token'],
            ['GET', '/api/envelopes', 200, undefined]
        ]);
        for (const secret of [tokens.access_token, tokens.refresh_token, acme.clientSecret]) {
            assert.ok(!text.includes(String(secret)), 'no token or secret in the journal');
        }
        await fetch(`${acme.url}/control/journal`, { method: 'DELETE' });
        assert.equal(acme.journal.entries.length, 0);
    });
});
