import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TestBrowser } from '../shared/test-browser.ts';
import { salesforceId, sameId } from './ids.ts';
import { DEFAULT_SWITCHES, parseSwitches, SWITCHES } from './switches.ts';
import { acme, engine, events, logIn, org, userId, useOrg } from './test-org.ts';
import { apexFailure } from './test-plugin.ts';

describe('platform/server', () => {
    useOrg();

    const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers }
    });

    test('a login carries the session over to My Domain and ends on the wanted page', async () => {
        const browser = await logIn('erin');
        const session = JSON.parse((await browser.request(`${org.pageUrl}/local/session`)).text) as Record<
            string,
            unknown
        >;
        assert.deepEqual([session.username, session.name], ['erin@local.example', 'Erin Okafor']);
        assert.ok((session.customPermissions as string[]).includes('Acme_Sign_Access'), 'from a permission set');
        const onDomain = await browser.request(`${org.domainUrl}/local/session`);
        assert.equal(onDomain.status, 200);
        await browser.request(`${org.pageUrl}/local/logout`, { method: 'POST' });
        assert.equal((await browser.request(`${org.domainUrl}/local/session`)).status, 401);
    });

    test('a login leads nowhere else, and an unknown user is refused', async () => {
        const browser = await logIn('erin', 'https://evil.example/');
        assert.equal((await browser.request(`${org.pageUrl}/`)).url.href, `${org.pageUrl}/local/session`);
        const form = new URLSearchParams({ username: 'nobody@local.example' });
        assert.equal((await browser.request(`${org.pageUrl}/local/login`, { method: 'POST', body: form })).status, 400);
        const pass = await new TestBrowser().request(
            `${org.domainUrl}/secur/frontdoor?otp=guessed&startURL=/local/session`
        );
        assert.equal(pass.status, 401);
    });

    test('the login page offers every user', async () => {
        const page = await new TestBrowser().request(`${org.pageUrl}/?startURL=/lightning/n/Reauth_Return`);
        for (const { username } of org.users.all) assert.match(page.text, new RegExp(`value="${username}"`));
        assert.match(page.text, /name="startURL" value="\/lightning\/n\/Reauth_Return"/);
    });

    test('pages on My Domain are sent to the host of Lightning', async () => {
        const page = await new TestBrowser().request(`${org.domainUrl}/?x=1`);
        assert.equal(page.url.href, `${org.pageUrl}/?x=1`);
    });

    test('a write from another site is refused', async () => {
        const browser = await logIn('erin');
        const foreign = json({}, { origin: 'http://evil.example' });
        assert.equal((await browser.request(`${org.pageUrl}/aura/apex/A/b`, foreign)).status, 403);
    });

    test('Apex gets the user and the parameters, and its answer or error.body comes back', async () => {
        const browser = await logIn('erin');
        const called: object[] = [];
        engine.override.aura = (call) => {
            called.push(call);
            return { returnValue: { state: 'connected' } };
        };
        const page = `${org.pageUrl}/local/session`;
        const answer = await browser.request(
            `${org.pageUrl}/aura/apex/ReauthController/getState`,
            json({ connection: 'Acme_Sign' }, { referer: page })
        );
        assert.deepEqual([answer.status, JSON.parse(answer.text)], [200, { state: 'connected' }]);
        assert.deepEqual(called, [
            {
                userId: userId('erin'),
                class: 'ReauthController',
                method: 'getState',
                params: { connection: 'Acme_Sign' }
            }
        ]);
        assert.equal(org.lastPages.get(userId('erin')), page);
        engine.override.aura = () => Promise.reject(apexFailure('System.NullPointerException', 'oops'));
        const failed = await browser.request(`${org.pageUrl}/aura/apex/A/b`, json({}));
        assert.deepEqual(
            [failed.status, JSON.parse(failed.text)],
            [500, { exceptionType: 'System.NullPointerException', message: 'oops' }]
        );
        engine.override.aura = () => ({});
        assert.equal((await browser.request(`${org.pageUrl}/aura/apex/A/b`, json({}))).text, 'null');
        assert.equal((await new TestBrowser().request(`${org.pageUrl}/aura/apex/A/b`, json({}))).status, 401);
    });

    test('a record is read and written through the engine, and what is no id reaches no query', async () => {
        const browser = await logIn('erin');
        const queries: string[] = [];
        engine.override.query = (call) => {
            queries.push((call as unknown as { soql: string }).soql);
            return { records: [{ Id: '001000000000001AAA', Name: 'Northwind Traders', Phone: null }] };
        };
        const url = `${org.pageUrl}/ui-api/records/001000000000001AAA`;
        const read = JSON.parse((await browser.request(`${url}?fields=Account.Name,Account.Phone`)).text) as object;
        assert.deepEqual(read, {
            apiName: 'Account',
            id: '001000000000001AAA',
            fields: {
                Id: { value: '001000000000001AAA', displayValue: null },
                Name: { value: 'Northwind Traders', displayValue: null },
                Phone: { value: null, displayValue: null }
            }
        });
        let written = {};
        engine.override.updateRecord = (call) => {
            written = call;
            return {};
        };
        await browser.request(url, { ...json({ fields: { Name: 'X' } }), method: 'PATCH' });
        assert.deepEqual(written, {
            userId: userId('erin'),
            record: { Name: 'X', type: 'Account', Id: '001000000000001AAA' }
        });
        queries.length = 0;
        assert.equal((await browser.request(`${org.pageUrl}/ui-api/records/001'%20OR%20Name!='`)).status, 404);
        assert.deepEqual(queries, []);
    });

    test('an optional field that the user may not read is left out', async () => {
        const browser = await logIn('erin');
        engine.override.query = (call) => {
            if ((call as unknown as { soql: string }).soql.includes('Secret__c'))
                return Promise.reject(apexFailure('System.QueryException', "No such column 'Secret__c'"));
            return { records: [{ Id: '001000000000001AAA', Name: 'Northwind Traders', Open__c: true }] };
        };
        const url = `${org.pageUrl}/ui-api/records/001000000000001AAA?fields=Name&optionalFields=Secret__c,Account.Open__c`;
        const { fields } = JSON.parse((await browser.request(url)).text) as {
            fields: Record<string, { value: unknown }>;
        };
        assert.deepEqual(Object.keys(fields), ['Id', 'Name', 'Open__c']);
        assert.equal(fields.Open__c?.value, true);
    });

    test('platform events reach open pages of people who are logged in, on custom channels those that match', async () => {
        const refused = await fetch(`${org.pageUrl}/local/events`);
        assert.equal(refused.status, 401);
        const form = new URLSearchParams({ username: 'erin@local.example' });
        const login = await fetch(`${org.pageUrl}/local/login`, { method: 'POST', body: form, redirect: 'manual' });
        const cookie = login.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
        const stream = await fetch(`${org.pageUrl}/local/events`, { headers: { cookie } });
        const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
        assert.ok(reader, 'the stream has a body');
        await reader.read();
        const received = async (count: number) => {
            let text = '';
            while (text.split('\n\n').length <= count) text += (await reader.read()).value ?? '';
            return [...text.matchAll(/^data: (.*)$/gm)].map(([, json = '']) => JSON.parse(json) as object);
        };
        const message = (channel: string, payload: object, replayId: number) => ({
            channel: `/event/${channel}`,
            data: { payload, event: { replayId } }
        });
        const confirmation = { State__c: 'connected' };
        const loss = { State__c: 'reauthentication-required', For_Open_Pages__c: true };
        for (const payload of [confirmation, loss]) events.publish('Reauth_Event__e', payload);
        assert.deepEqual(await received(3), [
            message('Reauth_Event__e', confirmation, 1),
            message('Reauth_Event__e', loss, 2),
            message('Reauth_Open_Pages__chn', loss, 2)
        ]);
        await reader.cancel();
    });

    test('switches are set by name over HTTP, and one that does not exist is refused', async () => {
        const post = (body: unknown) => fetch(`${org.pageUrl}/local/switches`, json(body));
        assert.equal(((await (await post({ U6: 'c' })).json()) as Record<string, string>).U6, 'c');
        assert.equal(org.switches.U6, 'c');
        assert.equal((await post({ U6: 'z' })).status, 400);
        assert.equal((await post({ U99: 'a' })).status, 400);
    });

    test('each default is the first value of its switch', () => {
        for (const [id, { values }] of Object.entries(SWITCHES)) {
            assert.equal(DEFAULT_SWITCHES[id as keyof typeof SWITCHES], Object.keys(values)[0]);
        }
        assert.deepEqual(parseSwitches({ U1: 'd' }), { U1: 'd' });
    });

    test('ids have 18 characters, of which the last three tell capitals', () => {
        assert.equal(salesforceId('00D', 1), '00D000000000001EAA');
        assert.equal(salesforceId('0SO', 35), '0SO00000000000ZGAQ');
        assert.ok(sameId('00D000000000001EAA', '00D000000000001'));
        assert.ok(!sameId('00D000000000001EAA', '00d000000000001EAA'));
    });

    test("nothing of the provider's tokens or secrets stands in what the org tells", async () => {
        const browser = await logIn('erin');
        const texts = await Promise.all(
            ['/local/session', '/local/switches', '/lightning/settings/personal/ExternalCredentials/home'].map(
                async (path) => (await browser.request(org.pageUrl + path)).text
            )
        );
        for (const text of texts) assert.ok(!text.includes(acme.clientSecret), 'no secret');
    });
});
