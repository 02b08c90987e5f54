import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { salesforceId } from './platform/ids.ts';
import { DEFAULT_USERS, type OrgUser } from './platform/users.ts';
import type { ControlUpdate } from './provider/control.ts';
import type { JournalEntry } from './provider/journal.ts';
import { useLocalOrg } from './test-local-org.ts';
import { Member, postJson } from './test-member.ts';

describe('org', () => {
    /** Somebody outside the company, who is a member of sites alone. */
    const PAT: OrgUser = {
        id: salesforceId('005', 6),
        username: 'pat@local.example',
        firstName: 'Pat',
        lastName: 'Brandt',
        email: 'pat@local.example',
        profile: 'Customer Community User',
        permissionSets: ['Reauth_User', 'Acme_Sign_User']
    };

    const org = useLocalOrg({ users: [...DEFAULT_USERS, PAT] });
    const erin = () => Member.logIn(org.current.orgUrl, 'erin');
    const acme = (changes: ControlUpdate['settings'] & { actions?: ControlUpdate['actions'][number] }) =>
        postJson(`${org.current.providerUrl}/control`, changes);
    const provider = (fields: Record<string, string>) =>
        postJson(`${org.current.orgUrl}/local/auth-providers/Acme_Sign`, fields);
    async function grants(): Promise<string[]> {
        const answer = await fetch(`${org.current.providerUrl}/control/journal`);
        return ((await answer.json()) as JournalEntry[]).flatMap(({ grantType }) => grantType ?? []);
    }

    test('a user who never connected is led through the sign-in, and the list fills', async () => {
        const user = await erin();
        const before = await user.state();
        assert.deepEqual([before.state, before.kickoffKind], ['never-connected', 'external-credential']);
        const landing = await user.signIn(before, 'erin');
        assert.equal(landing.url.pathname + landing.url.search, '/lightning/n/Reauth_Return?c__connection=Acme_Sign');
        assert.equal((await user.state('confirmSignIn', {})).state, 'connected');
        const list = await user.apex('AcmeEnvelopes', 'getEnvelopes');
        assert.equal(list.status, 200);
        assert.match(JSON.stringify(list.body), /Master service agreement/);
    });

    test('no return path leads a sign-in away from the org, even if the platform would let it (U2 e)', async () => {
        await postJson(`${org.current.orgUrl}/local/switches`, { U2: 'e' });
        const user = await erin();
        for (const returnPath of [
            'https://evil.example/',
            '//evil.example',
            '/\\evil.example',
            '/%2F%2Fevil.example',
            '/%255Cevil.example',
            '/\t/evil.example',
            '/local/session\r\nLocation: https://evil.example',
            'javascript:alert(1)'
        ]) {
            const landing = await user.signIn(await user.state('getState', { live: true, returnPath }), 'erin');
            assert.equal(landing.url.hostname, new URL(org.current.orgUrl).hostname, returnPath);
            await acme({ actions: 'end-sign-ins' });
        }
    });

    test('a token that expires is renewed in silence', async () => {
        const user = await erin();
        await user.connect('erin');
        await acme({ actions: 'expire-access-tokens' });
        assert.equal((await user.state()).state, 'connected');
        assert.deepEqual(await grants(), ['authorization_code', 'refresh_token']);
    });

    test('a refused refresh leads to re-authentication, after which the list is back', async () => {
        const user = await erin();
        await user.connect('erin');
        await acme({ actions: 'end-sign-ins' });
        const list = await user.apex('AcmeEnvelopes', 'getEnvelopes');
        assert.equal(list.status, 500);
        assert.match(
            (list.body as { message: string }).message,
            /\[reauth connection=Acme_Sign state=reauthentication-required/
        );
        const state = await user.state();
        assert.equal(state.state, 'reauthentication-required');
        await user.signIn(state, 'erin');
        assert.equal((await user.state('confirmSignIn', {})).state, 'connected');
        assert.equal((await user.apex('AcmeEnvelopes', 'getEnvelopes')).status, 200);
    });

    test('a refresh of zero validity ends in re-authentication, not in a loop', async () => {
        const user = await erin();
        await user.connect('erin');
        await acme({ refresh: 'zero-validity', actions: 'expire-access-tokens' });
        assert.equal((await user.state()).state, 'reauthentication-required');
        assert.deepEqual(await grants(), ['authorization_code', 'refresh_token']);
    });

    test('a refused consent leaves the user where it was, with a link', async () => {
        const user = await erin();
        const page = await user.signIn(await user.state(), 'erin', 'cancel');
        assert.equal(page.url.pathname, '/_nc_external/identity/sso/ui/AuthorizationError');
        const state = await user.state();
        assert.equal(state.state, 'never-connected');
        assert.equal(state.kickoffKind, 'external-credential');
    });

    test('a sign-in with another account is told, and accepted when the user says so', async () => {
        const user = await erin();
        await user.connect('erin');
        await acme({ actions: 'end-sign-ins' });
        const other = await user.connect('sam');
        assert.deepEqual([other.state, other.account], ['wrong-account', 'sam@customers.example']);
        assert.equal((await user.state('keepAccount', {})).state, 'connected');
    });

    test('a user who took the wrong account takes the right one, since Acme Sign is told to ask each time', async () => {
        const user = await erin();
        await user.connect('erin');
        await acme({ actions: 'end-sign-ins' });
        assert.equal((await user.connect('sam')).state, 'wrong-account');
        // Acme Sign still knows sam: without being told it asks for consent alone
        await provider({ Authorize_Parameters__c: 'prompt=consent' });
        assert.equal((await user.connect('erin')).account, 'sam@customers.example');
        await provider({ Authorize_Parameters__c: 'prompt=select_account%20consent' });
        const right = await user.connect('erin');
        assert.deepEqual([right.state, right.account], ['connected', 'erin@customers.example']);
    });

    test('a user without access is told so and gets no link, and one without the page no Apex', async () => {
        const noah = await Member.logIn(org.current.orgUrl, 'noah');
        const state = await noah.state();
        assert.equal(state.state, 'no-access');
        assert.equal(state.kickoffUrl ?? null, null);
        const zoe = await Member.logIn(org.current.orgUrl, 'zoe');
        const refused = await zoe.apex('ReauthController', 'getState', { connection: 'Acme_Sign' });
        assert.equal(refused.status, 500);
        assert.match((refused.body as { message: string }).message, /You do not have access to the Apex class named/);
    });

    test('a user of a site signs in there and comes back to it (U32 a), or is told whom to ask where the platform refuses (U32 c)', async () => {
        const pat = await Member.logIn(org.current.orgUrl, 'pat');
        pat.goTo('/partner');
        const returnPath = '/partner/reauth-return?c__connection=Acme_Sign';
        const state = () => pat.state('getState', { live: true, returnPath });
        const landing = await pat.signIn(await state(), 'pat');
        assert.equal(landing.url.pathname + landing.url.search, returnPath);
        assert.equal((await pat.state('confirmSignIn', { returnPath })).state, 'connected');

        await postJson(`${org.current.orgUrl}/local/switches`, { U32: 'c' });
        await acme({ actions: 'end-sign-ins' });
        const refused = await state();
        assert.deepEqual([refused.state, refused.reason], ['no-access', 'no_sign_in_link']);
        assert.match(refused.message ?? '', /^You can't sign in to Acme Sign here\. Ask /);
        assert.equal(refused.kickoffUrl ?? null, null);

        const user = await erin();
        user.goTo('/partner');
        assert.equal((await user.state()).kickoffKind, 'personal-settings', 'an employee has personal settings');
    });

    test('an outage is unavailable with the time to wait, and no link', async () => {
        const user = await erin();
        await user.connect('erin');
        await acme({ outage: 'unavailable', retryAfterSeconds: 17 });
        const state = await user.state();
        assert.deepEqual([state.state, state.retryAfterSeconds], ['unavailable', 17]);
        assert.equal(state.kickoffUrl ?? null, null);
    });

    test('throttling and a missing scope never ask for a sign-in, a step-up does', async () => {
        const user = await erin();
        await user.connect('erin');
        for (const [apiAnswer, expected] of [
            ['throttled', 'unavailable'],
            ['insufficient-scope', 'no-access'],
            ['step-up', 'reauthentication-required']
        ] as const) {
            await acme({ apiAnswer });
            assert.equal((await user.state()).state, expected, apiAnswer);
        }
    });

    test('a page view that was verified lately asks Acme Sign nothing', async () => {
        const user = await erin();
        await user.connect('erin');
        await fetch(`${org.current.providerUrl}/control/journal`, { method: 'DELETE' });
        assert.equal((await user.state('getState', { live: false })).state, 'connected');
        const journal = (await (await fetch(`${org.current.providerUrl}/control/journal`)).json()) as unknown;
        assert.deepEqual(journal, []);
    });

    test('what the plug-in publishes reaches an open page, unless the platform loses it (U28)', async () => {
        const user = await erin();
        const stepOf = (event: object) => (event as { Step__c?: string }).Step__c;
        const steps = async () => {
            const events = await user.eventsDuring(
                'OAuth_Provider_Event__e',
                () => user.connect('erin'),
                (event) => stepOf(event) === 'callback'
            );
            return events.map(stepOf);
        };
        assert.deepEqual(
            (await steps()).filter((step) => step === 'callback'),
            ['callback']
        );
        await acme({ actions: 'end-sign-ins' });
        await postJson(`${org.current.orgUrl}/local/switches`, { U28: 'c' });
        assert.deepEqual(await steps(), []);
    });

    test('a client-credentials grant passes through Acme Sign without a user', async () => {
        await acme({ clientCredentialsOnly: true });
        await provider({
            Grant__c: 'client_credentials',
            Pkce__c: 'none',
            Scope__c: 'envelopes.read',
            User_Info_Url__c: ''
        });
        const user = await erin();
        assert.equal((await user.connect('nobody')).state, 'connected');
        await acme({ actions: 'expire-access-tokens' });
        assert.equal((await user.state()).state, 'connected');
        assert.deepEqual(await grants(), ['client_credentials', 'client_credentials']);
    });

    test('the plug-in passes through Acme Sign with each client authentication and dialect', async () => {
        const direct = { Token_Url__c: `${org.current.providerUrl}/token` };
        const withSecret = { ...direct, Client_Secret__c: org.current.clientSecret };
        const cases: { settings: ControlUpdate['settings']; fields: Record<string, string> }[] = [
            {
                settings: { clientAuthentication: 'client_secret_basic' },
                fields: { ...withSecret, Client_Authentication__c: 'client_secret_basic' }
            },
            {
                settings: { clientAuthentication: 'client_secret_post' },
                fields: { ...withSecret, Client_Authentication__c: 'client_secret_post' }
            },
            { settings: { clientAuthentication: 'none' }, fields: { ...direct, Client_Authentication__c: 'none' } },
            {
                settings: { clientAuthentication: 'private_key_jwt' },
                fields: {
                    ...direct,
                    Client_Authentication__c: 'private_key_jwt',
                    Certificate__c: 'Acme_Sign_Client',
                    Jwt_Audience__c: org.current.providerUrl
                }
            },
            { settings: { rotateRefreshTokens: true }, fields: {} },
            { settings: { rotateRefreshTokens: false }, fields: {} },
            { settings: { formEncodedTokens: true, expiresInAsText: true }, fields: {} },
            { settings: { pkceRequired: false }, fields: { Pkce__c: 'none' } }
        ];
        for (const { settings, fields } of cases) {
            const name = JSON.stringify(settings);
            await org.current.reset();
            // so that the plug-in, not the platform, has to keep a refresh token that Acme Sign sends no more
            await postJson(`${org.current.orgUrl}/local/switches`, { U22: 'b' });
            await acme(settings);
            await provider(fields);
            const user = await erin();
            assert.equal((await user.connect('erin')).state, 'connected', name);
            // the second refresh is refused unless the platform holds the token of the first one
            for (let refresh = 1; refresh <= 2; refresh += 1) {
                await acme({ actions: 'expire-access-tokens' });
                assert.equal((await user.state()).state, 'connected', `${name}, refresh ${refresh}`);
            }
            assert.deepEqual(await grants(), ['authorization_code', 'refresh_token', 'refresh_token'], name);
        }
    });

    test('a provider that requires PKCE refuses a sign-in without it in clear words, and takes S256', async () => {
        await postJson(`${org.current.orgUrl}/local/switches`, { U24: 'b' });
        await acme({ pkceRequired: true });
        await provider({ Pkce__c: 'none' });
        const user = await erin();
        const page = await user.signIn(await user.state(), 'erin');
        assert.equal(page.url.pathname, '/_nc_external/identity/sso/ui/AuthorizationError');
        assert.match(page.text, /Ask your administrator.*requires PKCE.*error=invalid_request/);
        assert.equal((await user.state()).state, 'never-connected');
        assert.deepEqual(await grants(), []);
        await provider({ Pkce__c: 'S256' });
        assert.equal((await user.connect('erin')).state, 'connected');
    });

    test('lists show the records of an object to whom may read them', async () => {
        const accounts = await (await erin()).list('Account', ['Name', 'ParentId']);
        const { records } = accounts.body as { records: { fields: Record<string, { value: unknown }> }[] };
        assert.deepEqual(
            records.map(({ fields }) => fields.Name?.value),
            ['Northwind Logistics', 'Northwind Traders']
        );
        const log = ['OAuth_Provider_Log__c', ['Outcome__c']] as const;
        assert.equal((await (await erin()).list(...log)).status, 400);
        assert.equal((await (await Member.logIn(org.current.orgUrl, 'ada')).list(...log)).status, 200);
    });
});
