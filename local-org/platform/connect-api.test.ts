import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { authProviderId } from './auth-token.ts';
import {
    acme,
    callout,
    connect,
    connectApi,
    engine,
    kickoffUrl,
    logIn,
    org,
    userId,
    userSet,
    useOrg
} from './test-org.ts';
import { apexFailure } from './test-plugin.ts';

describe('platform/connect-api', () => {
    useOrg();

    const getCredential = (name = 'erin', principal: string | null = 'User') =>
        connectApi(name, 'getCredential', 'Acme_Sign', principal, 'PerUserPrincipal') as Promise<{
            authenticationStatus: string;
        }>;
    const status = async (name?: string) => (await getCredential(name)).authenticationStatus;
    const refreshCredential = () =>
        connectApi(
            'erin',
            'createCredential',
            {
                externalCredential: 'Acme_Sign',
                principalName: 'User',
                principalType: 'PerUserPrincipal',
                credentials: {}
            },
            'Refresh'
        );
    const refused = { data: { exceptionType: 'ConnectApi.ConnectApiException' } };
    const refusedWith = async (promise: Promise<unknown>) => {
        await assert.rejects(promise, (error: { data?: { exceptionType: string } }) => {
            assert.equal(error.data?.exceptionType, refused.data.exceptionType);
            return true;
        });
    };

    test('the status says that somebody signed in, not that the sign-in still works', async () => {
        assert.equal(await status(), 'NotConfigured');
        await connect();
        acme.control({ actions: ['end-sign-ins'] });
        await callout();
        assert.equal(await status(), 'Configured');
        org.switches.U9 = 'b';
        assert.equal(await status(), 'NotConfigured');
    });

    test("another user's sign-in does not count, except under U31b", async () => {
        await connect('erin');
        assert.equal(await status('ada'), 'NotConfigured');
        org.switches.U31 = 'b';
        assert.equal(await status('ada'), 'Configured');
    });

    test('principalName is taken as U5 says', async () => {
        await refusedWith(getCredential('erin', 'Nobody'));
        await refusedWith(getCredential('erin', null));
        org.switches.U5 = 'b';
        assert.equal((await getCredential('erin', 'Nobody')).authenticationStatus, 'NotConfigured');
        org.switches.U5 = 'c';
        await refusedWith(getCredential('erin', 'User'));
        assert.match(await kickoffUrl('erin', { principalName: null }), /start=/);
        org.switches.U5 = 'd';
        await connect();
        assert.equal((await getCredential('erin', 'Nobody')).authenticationStatus, 'NotConfigured');
    });

    test('an ordinary user may ask what U4 says, and nobody without principal access gets a sign-in link', async () => {
        assert.match(await kickoffUrl('erin'), /start=/);
        org.switches.U4 = 'b';
        await refusedWith(getCredential('erin'));
        assert.match(await kickoffUrl('erin'), /start=/);
        assert.equal(await status('ada'), 'NotConfigured');
        org.switches.U4 = 'c';
        await refusedWith(kickoffUrl('erin'));
        for (const value of ['a', 'b', 'c'] as const) {
            org.switches.U4 = value;
            await refusedWith(kickoffUrl('noah'));
            await refusedWith(kickoffUrl('integration'));
        }
    });

    test('a callout after the sign-in link in one transaction is refused under U21b', async () => {
        await connect();
        org.switches.U21 = 'b';
        const input = { externalCredential: 'Acme_Sign', principalName: 'User', principalType: 'PerUserPrincipal' };
        await engine.platform('connectApi', {
            userId: userId('erin'),
            transaction: 'same',
            method: 'getOAuthCredentialAuthUrl',
            args: [input]
        });
        await assert.rejects(callout('erin', { transaction: 'same' }), {
            message: /^You have uncommitted work pending/
        });
        assert.equal((await callout()).status, 200);
    });

    test('the explicit refresh renews the tokens, or does what U39 says', async () => {
        await connect();
        acme.control({ actions: ['expire-access-tokens'] });
        await refreshCredential();
        engine.calls.length = 0;
        assert.equal((await callout()).status, 200);
        assert.equal(engine.callsTo('refresh').length, 0);
        org.switches.U39 = 'b';
        await refusedWith(refreshCredential());
        org.switches.U39 = 'c';
        assert.equal(
            ((await refreshCredential()) as { authenticationStatus: string }).authenticationStatus,
            'Configured'
        );
        assert.equal(engine.callsTo('refresh').length, 0);
    });

    test('the explicit refresh of a dead grant ends as U40 says', async () => {
        await connect();
        acme.control({ actions: ['end-sign-ins'] });
        await refusedWith(refreshCredential());
        org.switches.U40 = 'b';
        assert.equal(
            ((await refreshCredential()) as { authenticationStatus: string }).authenticationStatus,
            'Configured'
        );
        org.switches.U40 = 'c';
        assert.equal(
            ((await refreshCredential()) as { authenticationStatus: string }).authenticationStatus,
            'NotConfigured'
        );
    });

    test('an explicit refresh dies of what Apex cannot catch as a callout does', async () => {
        await connect();
        org.switches.U7 = 'd';
        org.switches.U8 = 'c';
        for (const type of ['Auth.AuthProviderPluginException', 'System.NullPointerException']) {
            engine.override.refresh = () => Promise.reject(apexFailure(type, 'grant is dead'));
            await assert.rejects(refreshCredential(), {
                data: { exceptionType: 'System.UnexpectedException', message: 'grant is dead', catchable: false }
            });
        }
    });

    test("deleteCredential ends the user's own sign-in only", async () => {
        await connect('erin');
        await connect('ada');
        const remove = (name: string) => connectApi(name, 'deleteCredential', 'Acme_Sign', 'User', 'PerUserPrincipal');
        await remove('erin');
        assert.deepEqual([await status('erin'), await status('ada')], ['NotConfigured', 'Configured']);
        await refusedWith(remove('noah'));
    });

    test('a named principal is managed by who has Modify All, or by administrators only (U44)', async () => {
        const external = org.metadata.externalCredentials.get('Acme_Sign');
        assert.ok(external, 'the external credential is deployed');
        const { principals } = external;
        external.principals = principals.map((principal) => ({ ...principal, type: 'NamedPrincipal' }));
        const own = userSet('Acme_Sign_User');
        const rights = own.objects;
        try {
            const input = { externalCredential: 'Acme_Sign', principalName: 'User', principalType: 'NamedPrincipal' };
            const named = ['Acme_Sign', 'User', 'NamedPrincipal'];
            const url = (name: string) => connectApi(name, 'getOAuthCredentialAuthUrl', input);
            await refusedWith(url('erin'));
            own.objects = { ...rights, UserExternalCredential: ['Read', 'Create', 'Edit', 'Delete', 'ModifyAll'] };
            await connect('erin', 'erin', 'allow', input);
            assert.equal((await callout('ada')).status, 200, 'it serves everybody with access');
            await connectApi('erin', 'createCredential', { ...input, credentials: {} }, 'Refresh');
            org.switches.U44 = 'b';
            await refusedWith(connectApi('erin', 'createCredential', { ...input, credentials: {} }, 'Refresh'));
            await refusedWith(connectApi('erin', 'deleteCredential', ...named));
            const output = (await connectApi('erin', 'getCredential', ...named)) as { authenticationStatus: string };
            assert.equal(output.authenticationStatus, 'Configured', 'reading is no management');
            await connectApi('ada', 'deleteCredential', ...named);
            await assert.rejects(callout('erin'));
        } finally {
            external.principals = principals;
            own.objects = rights;
        }
    });

    test('an administrator fills a named principal, an ordinary user may not', async () => {
        const input = {
            externalCredential: 'Acme_Sign_Client',
            principalName: 'Client',
            principalType: 'NamedPrincipal',
            credentials: { Password: { value: 'wrong', encrypted: true } }
        };
        await refusedWith(connectApi('erin', 'createCredential', input));
        const output = (await connectApi('integration', 'createCredential', input)) as Record<string, unknown>;
        assert.deepEqual([output.authenticationStatus, output.credentials], ['Configured', {}]);
        assert.equal((await connect()).url.pathname, '/_nc_external/identity/sso/ui/AuthorizationError');
    });

    test('getExternalCredentials lists what the user may authenticate to, under every U4', async () => {
        org.switches.U4 = 'c';
        const names = async (name: string) =>
            (
                (await connectApi(name, 'getExternalCredentials')) as {
                    externalCredentials: { developerName: string; principals: { principalName: string }[] }[];
                }
            ).externalCredentials.map(
                ({ developerName, principals }) => `${developerName}-${principals[0]?.principalName ?? ''}`
            );
        assert.deepEqual(await names('erin'), ['Acme_Sign-User']);
        assert.deepEqual(await names('noah'), []);
    });

    test('a named credential tells its URL and its external credential', async () => {
        const named = (await connectApi('erin', 'getNamedCredential', 'Acme_Sign')) as Record<string, unknown>;
        assert.equal(named.calloutUrl, acme.url);
        assert.deepEqual(named.externalCredentials, [{ developerName: 'Acme_Sign' }]);
        await refusedWith(connectApi('erin', 'getNamedCredential', 'Nothing'));
    });

    test('a method that is not imitated fails by name', async () => {
        await assert.rejects(connectApi('erin', 'createNamedCredential'), {
            message: /NamedCredentials\.createNamedCredential$/
        });
    });

    test('Auth.AuthToken reads, refreshes and revokes the tokens of the Auth. Provider flow', async () => {
        const provider = org.metadata.authProviders.get('Acme_Sign');
        assert.ok(provider, 'Acme_Sign is deployed');
        const id = authProviderId(org, provider);
        const authToken = (method: string, ...args: string[]) =>
            engine.platform('authToken', { userId: userId('erin'), method, args: [id, 'Acme Sign', ...args] });
        assert.equal(await authToken('getAccessToken'), null);
        const browser = await logIn('erin');
        await browser.signIn(`${org.domainUrl}/services/auth/oauth/Acme_Sign?startURL=/local/session`, 'erin');
        const first = await authToken('getAccessToken');
        assert.deepEqual(await authToken('getAccessTokenMap'), { erin: first });
        const renewed = (await authToken('refreshAccessToken', String(first))) as Record<string, unknown>;
        assert.equal(renewed.RefreshError, null);
        assert.notEqual(renewed.AccessToken, first);
        assert.equal(await authToken('getAccessToken'), renewed.AccessToken);
        engine.override.refresh = () => Promise.reject(apexFailure('System.CalloutException', 'Read timed out'));
        assert.deepEqual(await authToken('refreshAccessToken', 'old'), {
            AccessToken: null,
            RefreshError: 'Read timed out'
        });
        assert.equal(await authToken('revokeAccess', userId('erin')), true);
        assert.equal(await authToken('getAccessToken'), null);
    });
});
