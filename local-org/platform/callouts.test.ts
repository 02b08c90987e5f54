import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listen } from '../shared/http-server.ts';
import type { CalloutRequest } from './callouts.ts';
import { acme, callout, connect, engine, org, tokenRequests, userId, useOrg } from './test-org.ts';
import { apexFailure } from './test-plugin.ts';

describe('platform/callouts', () => {
    useOrg();

    const expire = () => {
        acme.control({ actions: ['expire-access-tokens'] });
    };
    const NOT_CONFIGURED = "The external credential isn't fully configured.";
    const REFRESH_FAILED = "The expired credentials couldn't be refreshed. Try again later.";

    test('an expired token is refreshed in silence, once, and the rotated refresh token is kept', async () => {
        await connect();
        for (let round = 0; round < 3; round += 1) {
            expire();
            assert.equal((await callout()).status, 200);
        }
        assert.deepEqual(tokenRequests(), ['authorization_code', 'refresh_token', 'refresh_token', 'refresh_token']);
    });

    test('a token that is refused again after its refresh reaches the caller as 401', async () => {
        await connect();
        acme.control({ settings: { refresh: 'zero-validity' } });
        expire();
        const answer = await callout();
        assert.equal(answer.status, 401);
        assert.match(answer.headers['www-authenticate'] ?? '', /invalid_token/);
        assert.equal(engine.callsTo('refresh').length, 1);
    });

    test('a refused refresh reaches the caller as U6 says', async () => {
        await connect();
        acme.control({ actions: ['end-sign-ins'] });
        assert.equal((await callout()).status, 401);
        const texts = { b: REFRESH_FAILED, c: 'invalid_grant', d: NOT_CONFIGURED };
        for (const [value, message] of Object.entries(texts) as ['b' | 'c' | 'd', string][]) {
            org.switches.U6 = value;
            await assert.rejects(callout(), {
                data: { exceptionType: 'System.CalloutException', message, catchable: true }
            });
        }
    });

    test('a plug-in exception in refresh reaches the caller as U7 says', async () => {
        await connect();
        expire();
        engine.override.refresh = () =>
            Promise.reject(apexFailure('Auth.AuthProviderPluginException', 'grant is dead'));
        assert.equal((await callout()).status, 401);
        org.switches.U7 = 'b';
        await assert.rejects(callout(), { message: REFRESH_FAILED });
        org.switches.U7 = 'c';
        await assert.rejects(callout(), { message: 'grant is dead' });
        org.switches.U7 = 'd';
        await assert.rejects(callout(), {
            data: { exceptionType: 'System.UnexpectedException', message: 'grant is dead', catchable: false }
        });
    });

    test('another failure in refresh reaches the caller as U8 says', async () => {
        await connect();
        expire();
        engine.override.refresh = () => Promise.reject(apexFailure('System.NullPointerException', 'oops'));
        assert.equal((await callout()).status, 401);
        org.switches.U8 = 'b';
        await assert.rejects(callout(), { message: REFRESH_FAILED });
        org.switches.U8 = 'c';
        await assert.rejects(callout(), {
            data: { exceptionType: 'System.UnexpectedException', message: 'oops', catchable: false }
        });
        org.switches.U8 = 'd';
        await assert.rejects(callout(), { message: 'Read timed out' });
    });

    test('a user who never authenticated gets what U10 says', async () => {
        await assert.rejects(callout(), { message: NOT_CONFIGURED });
        org.switches.U10 = 'b';
        await assert.rejects(callout(), {
            message: /^We couldn't access the credential\(s\)\..*"Acme_Sign" might not exist\.$/
        });
        org.switches.U10 = 'c';
        await assert.rejects(callout(), { message: "Acme_Sign Named Credential isn't authenticated" });
        org.switches.U10 = 'd';
        assert.equal((await callout()).status, 401);
    });

    test('without principal access, without object rights, or with a wrong name, the texts say so', async () => {
        await assert.rejects(callout('zoe'), {
            message: "You don't have read permissions on the User External Credential object"
        });
        await assert.rejects(callout('integration'), { message: /^We couldn't access the credential/ });
        await assert.rejects(callout('erin', { endpoint: 'callout:Nothing/x' }), {
            message: /the named credential "Nothing" might not exist/
        });
    });

    test('a 401 without WWW-Authenticate does not lead to a refresh under U17b', async () => {
        await connect();
        acme.control({ settings: { expiredAnswer: '401-bare' } });
        expire();
        org.switches.U17 = 'b';
        assert.equal((await callout()).status, 401);
        org.switches.U17 = 'a';
        assert.equal((await callout()).status, 200);
    });

    test('another status leads to a refresh only if the external credential names it', async () => {
        await connect();
        acme.control({ settings: { expiredAnswer: '403' } });
        expire();
        assert.equal((await callout()).status, 403);
        const external = org.metadata.externalCredentials.get('Acme_Sign');
        external?.refreshStatuses.push(403);
        org.switches.U37 = 'b';
        const ignored = await callout();
        org.switches.U37 = 'a';
        const answer = await callout();
        external?.refreshStatuses.pop();
        assert.deepEqual([ignored.status, answer.status], [403, 200]);
    });

    test('a refresh without a new refresh token keeps the stored one, and erases it under U22b', async () => {
        acme.control({ settings: { rotateRefreshTokens: false } });
        await connect();
        const grant = org.credentials.grant({
            externalCredential: 'Acme_Sign',
            principal: 'User',
            userId: userId('erin')
        });
        const issued = grant?.refreshToken;
        engine.override.refresh = () => ({ accessToken: 'fresh', refreshToken: null, error: null });
        expire();
        await callout();
        assert.equal(grant?.refreshToken, issued);
        org.switches.U22 = 'b';
        await callout();
        assert.equal(grant?.refreshToken, null);
    });

    test('without a refresh token refresh is not called, and is called with null under U29b', async () => {
        await connect();
        const grant = org.credentials.grant({
            externalCredential: 'Acme_Sign',
            principal: 'User',
            userId: userId('erin')
        });
        assert.ok(grant, 'erin is connected');
        grant.refreshToken = null;
        expire();
        assert.equal((await callout()).status, 401);
        assert.equal(engine.callsTo('refresh').length, 0);
        org.switches.U29 = 'b';
        await callout();
        assert.equal(engine.callsTo('refresh')[0]?.refreshToken, null);
    });

    test('callouts at once with an expired token refresh as often as U23 says', async () => {
        const together = async () => {
            await connect();
            engine.calls.length = 0;
            expire();
            const answers = await Promise.all([callout(), callout(), callout()]);
            return [engine.callsTo('refresh').length, ...answers.map(({ status }) => status)];
        };
        assert.deepEqual(await together(), [1, 200, 200, 200]);
        org.switches.U23 = 'b';
        assert.deepEqual(await together(), [3, 200, 200, 200]);
        org.switches.U23 = 'c';
        const [refreshes, ...statuses] = await together();
        assert.equal(refreshes, 3);
        assert.ok(statuses.includes(401), 'the same old refresh token used again revokes the grant');
    });

    test('under U38b a transaction goes on with the old token after a refresh', async () => {
        await connect();
        org.switches.U38 = 'b';
        expire();
        await callout('erin', { transaction: 'one' });
        acme.journal.clear();
        await callout('erin', { transaction: 'one' });
        await callout('erin', { transaction: 'two' });
        const statuses = acme.journal.entries.map(({ status }) => status);
        assert.deepEqual(statuses, [401, 200, 200]);
    });

    test('a plain endpoint needs an active remote site, and an endpoint without a scheme is none', async () => {
        assert.equal((await callout('zoe', { endpoint: `${acme.url}/api/me` })).status, 401);
        await assert.rejects(callout('erin', { endpoint: 'https://elsewhere.example/x' }), {
            message:
                'Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = https://elsewhere.example/x'
        });
        await assert.rejects(callout('erin', { endpoint: '/api/me' }), { message: 'no protocol: /api/me' });
    });

    test('a service that does not answer in time, or not at all, is a CalloutException', async () => {
        await connect();
        acme.control({ settings: { outage: 'timeout' } });
        await assert.rejects(callout('erin', { timeoutMs: 100 }), { message: 'Read timed out' });
        const gone = await listen(0, '127.0.0.1');
        await gone.close();
        const credential = org.metadata.namedCredentials.get('Acme_Sign');
        assert.ok(credential, 'the named credential is deployed');
        const { url } = credential;
        credential.url = `http://127.0.0.1:${gone.port}`;
        const failed = callout();
        await assert.rejects(failed, {
            data: { exceptionType: 'System.CalloutException', message: 'Connection refused', catchable: true }
        });
        credential.url = url;
    });

    test('an outage answer passes through without a refresh', async () => {
        await connect();
        acme.control({ settings: { outage: 'unavailable', outageScope: 'api' } });
        const answer = await callout();
        assert.deepEqual([answer.status, answer.headers['retry-after']], [503, '30']);
        assert.equal(engine.callsTo('refresh').length, 0);
    });

    test('a Basic credential authenticates by header, or by merge fields where they are allowed', async () => {
        const credential = org.metadata.namedCredentials.get('Acme_Sign_Client');
        assert.ok(credential, 'the named credential is deployed');
        const token = (fields: Record<string, string>) =>
            callout('integration', {
                endpoint: 'callout:Acme_Sign_Client/token',
                method: 'POST',
                headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '1' },
                // merge fields are written as they are, outside of the form's own encoding
                bodyBase64: Buffer.from(
                    Object.entries(fields)
                        .map((pair) => pair.join('='))
                        .join('&')
                ).toString('base64')
            });
        const request = { grant_type: 'client_credentials', scope: 'envelopes.read' };
        assert.equal((await token(request)).status, 200);
        acme.control({ settings: { clientAuthentication: 'client_secret_post' } });
        const merged = {
            ...request,
            client_id: '{!$Credential.Acme_Sign_Client.Username}',
            client_secret: '{!$Credential.Acme_Sign_Client.Password}'
        };
        assert.notEqual((await token(merged)).status, 200);
        Object.assign(credential, { generateAuthorizationHeader: false, mergeFieldsInBody: true });
        const inBody = await token(merged);
        Object.assign(credential, { generateAuthorizationHeader: true, mergeFieldsInBody: false });
        assert.equal(inBody.status, 200);
    });

    test('a body and a header may name the OAuth token where the credential allows it', async () => {
        await connect();
        const credential = org.metadata.namedCredentials.get('Acme_Sign');
        assert.ok(credential, 'the named credential is deployed');
        const deployed = { ...credential };
        const headers = { Authorization: 'Bearer {!$Credential.OAuthToken}' };
        const send = (request: Partial<CalloutRequest> = {}) => callout('erin', { headers, ...request });
        const revocation = {
            endpoint: 'callout:Acme_Sign/api/revoke',
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            bodyBase64: Buffer.from('token={!$Credential.OAuthToken}').toString('base64')
        };
        Object.assign(credential, { generateAuthorizationHeader: false });
        const literal = await send();
        Object.assign(credential, { mergeFieldsInHeader: true });
        const named = await send();
        await send(revocation);
        const alive = await send();
        Object.assign(credential, { mergeFieldsInBody: true });
        await send(revocation);
        const ended = await send();
        Object.assign(credential, deployed);
        assert.deepEqual(
            [literal, named, alive, ended].map((answer) => answer.status),
            [401, 200, 200, 401]
        );
    });

    test('the generated header replaces one that Apex set', async () => {
        await connect();
        const answer = await callout('erin', { headers: { authorization: 'Bearer of somebody else' } });
        assert.equal(answer.status, 200);
    });
});
