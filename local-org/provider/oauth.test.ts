import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { describe, test } from 'node:test';
import { TestBrowser } from '../shared/test-browser.ts';
import {
    acme,
    api,
    authentication,
    authorizeUrl,
    exchange,
    pkce,
    refresh,
    signIn,
    useAcmeSign
} from './test-client.ts';

describe('provider/oauth', () => {
    useAcmeSign();

    test('code with PKCE leads to tokens that open the API', async () => {
        const back = await signIn();
        assert.equal(back.url.searchParams.get('state'), 'a b+c/=');
        assert.equal(back.url.searchParams.get('iss'), acme.url);
        const tokens = await exchange(back);
        assert.equal(tokens.status, 200);
        assert.equal(tokens.expires_in, 20);
        const { envelopes } = (await (await api(tokens)).json()) as { envelopes: { id: string }[] };
        assert.equal(envelopes[0]?.id, 'erin-1');
        const me = (await (await api(tokens, '/api/me')).json()) as object;
        assert.deepEqual(me, { accountId: 'erin', name: 'Erin', email: 'erin@customers.example' });
    });

    test('a wrong verifier is invalid_grant, and a missing challenge is refused while PKCE is required', async () => {
        assert.equal(
            (await exchange(await signIn(), undefined, { code_verifier: 'x'.repeat(43) })).error,
            'invalid_grant'
        );
        const refused = await new TestBrowser().request(authorizeUrl({}));
        assert.equal(refused.url.searchParams.get('error'), 'invalid_request');
        acme.control({ settings: { pkceRequired: false } });
        const back = await new TestBrowser().signIn(authorizeUrl({}), 'erin');
        assert.equal((await exchange(back, undefined, {})).status, 200);
    });

    test('each client authentication method is the only one accepted while it is set', async () => {
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
        const now = Math.floor(Date.now() / 1000);
        const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode({
            iss: acme.clientId,
            sub: acme.clientId,
            aud: acme.url,
            jti: randomUUID(),
            iat: now,
            exp: now + 60
        })}`;
        const assertion = `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
        const methods = ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt'] as const;
        for (const method of methods) {
            acme.control({
                settings: {
                    clientAuthentication: method,
                    clientKeys: JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] })
                }
            });
            const other = method === 'client_secret_post' ? 'client_secret_basic' : 'client_secret_post';
            assert.equal((await exchange(await signIn(), authentication(other))).error, 'invalid_client', method);
            assert.equal((await exchange(await signIn(), authentication(method, assertion))).status, 200, method);
        }
    });

    test('refresh rotates, and a used refresh token revokes the whole grant', async () => {
        const first = await exchange(await signIn());
        const second = await refresh(first);
        assert.notEqual(second.refresh_token, first.refresh_token);
        assert.equal((await refresh(first)).error, 'invalid_grant');
        assert.equal((await refresh(second)).error, 'invalid_grant');
    });

    test('without rotation the refresh token stays good, and is not sent again', async () => {
        acme.control({ settings: { rotateRefreshTokens: false } });
        const first = await exchange(await signIn());
        const second = await refresh(first);
        assert.deepEqual([second.status, second.refresh_token], [200, undefined]);
        assert.equal((await refresh(first)).status, 200);
    });

    test('an access token dies at its end and when told to, while its refresh token lives', async ({ mock }) => {
        const short = await exchange(await signIn());
        const end = Date.now() + acme.settings.accessTokenSeconds * 1000;
        mock.method(Date, 'now', () => end);
        const late = await api(short);
        assert.equal(late.status, 401);
        assert.match(late.headers.get('www-authenticate') ?? '', /^Bearer realm="acme-sign", error="invalid_token"/);
        const fresh = await refresh(short);
        assert.equal((await api(fresh)).status, 200);
        acme.control({ actions: ['expire-access-tokens'] });
        assert.equal((await api(fresh)).status, 401);
        assert.equal((await refresh(fresh)).status, 200);
    });

    test('revocation at the token endpoint kills the token', async () => {
        const tokens = await exchange(await signIn());
        const revoked = await fetch(`${acme.url}/token/revocation`, {
            method: 'POST',
            headers: authentication('client_secret_basic').headers,
            body: new URLSearchParams({ token: tokens.access_token })
        });
        assert.equal(revoked.status, 200);
        assert.equal((await api(tokens)).status, 401);
    });

    test('whoever shows a token ends its sign-in, and the journal names the request without the token', async () => {
        const revoke = (fields: Record<string, string>) =>
            fetch(`${acme.url}/api/revoke`, { method: 'POST', body: new URLSearchParams(fields) });
        const other = await exchange(await signIn('sam'));
        for (const kind of ['access_token', 'refresh_token'] as const) {
            const tokens = await exchange(await signIn());
            assert.equal((await revoke({ token: tokens[kind] ?? '' })).status, 200);
            assert.equal((await api(tokens)).status, 401);
            assert.equal((await refresh(tokens)).error, 'invalid_grant');
        }
        assert.equal((await revoke({ token: 'unknown' })).status, 200);
        assert.equal((await revoke({})).status, 400);
        assert.equal((await api(other)).status, 200, "another one's sign-in is left alone");
        const entries = acme.journal.entries.filter(({ path }) => path === '/api/revoke');
        assert.deepEqual(
            entries.map(({ method, status }) => [method, status]),
            [
                ['POST', 200],
                ['POST', 200],
                ['POST', 200],
                ['POST', 400]
            ]
        );
    });

    test('cancelling either page, or consent denied by setting, comes back as access_denied', async () => {
        const browser = new TestBrowser();
        const login = await browser.request(authorizeUrl());
        assert.equal((await browser.submit(login, { step: 'cancel' })).url.searchParams.get('error'), 'access_denied');
        const atConsent = await new TestBrowser().signIn(authorizeUrl(), 'erin', 'cancel');
        assert.equal(atConsent.url.searchParams.get('error'), 'access_denied');
        acme.control({ settings: { consent: 'denied' } });
        assert.equal((await signIn()).url.searchParams.get('error'), 'access_denied');
    });

    test('an account name with markup is refused and shown as text', async () => {
        const browser = new TestBrowser();
        const answer = await browser.submit(await browser.request(authorizeUrl()), {
            step: 'login',
            login: '<b>erin</b>'
        });
        assert.equal(answer.status, 400);
        assert.match(answer.text, /&lt;b&gt;erin/);
    });

    test('login_hint fills the page', async () => {
        const login = await new TestBrowser().request(authorizeUrl({ ...pkce, login_hint: 'sam' }));
        assert.match(login.text, /name="login"\s+value="sam"/);
    });

    test('select_account lets who is signed in go on, or use another account', async () => {
        const browser = new TestBrowser();
        await browser.signIn(authorizeUrl(), 'erin');
        const start = authorizeUrl({ ...pkce, prompt: 'select_account', login_hint: 'sam' });
        const choose = await browser.request(start);
        assert.match(choose.text, /Go on as erin/);
        assert.match((await browser.submit(choose, { step: 'other' })).text, /name="login"\s+value="sam"/);
        for (const account of ['erin', 'sam']) {
            const tokens = await exchange(await browser.signIn(start, account));
            assert.match(await (await api(tokens, '/api/me')).text(), new RegExp(`"accountId":"${account}"`));
        }
    });

    test('prompt=login asks who is there although somebody is signed in', async () => {
        const browser = new TestBrowser();
        await browser.signIn(authorizeUrl(), 'erin');
        const login = await browser.request(authorizeUrl({ ...pkce, prompt: 'login' }));
        assert.match(login.text, /Sign in to Acme Sign/);
    });
});
