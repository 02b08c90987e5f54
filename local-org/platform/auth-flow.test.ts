import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
    acme,
    callout,
    connect,
    connectApi,
    engine,
    kickoffUrl,
    logIn,
    org,
    tokenRequests,
    userId,
    useOrg
} from './test-org.ts';

describe('platform/auth-flow', () => {
    useOrg();

    const ERROR_PATH = '/_nc_external/identity/sso/ui/AuthorizationError';

    test('a user connects, lands on the return URL, and Apex reaches the service as that account', async () => {
        const page = await connect('erin', 'erin');
        assert.equal(page.url.href, `${org.pageUrl}/local/session`);
        assert.match((await callout()).text, /"accountId":"erin"/);
    });

    test('the plug-in runs as the execution user, with its record as configuration', async () => {
        await connect();
        const [call] = engine.callsTo('initiate');
        assert.equal(call?.userId, userId('integration'));
        assert.equal(call.class, 'OAuthProviderPlugin');
        assert.equal(call.configuration.Authorize_Url__c, `${acme.url}/auth`);
        assert.equal(call.configuration.Allow_Http__c, 'true');
    });

    test('a kick-off URL survives being requested twice, and is dead after the sign-in', async () => {
        const browser = await logIn('erin');
        const url = await kickoffUrl('erin');
        await browser.request(url);
        assert.equal((await browser.signIn(url, 'erin')).url.href, `${org.pageUrl}/local/session`);
        const again = await browser.request(url);
        assert.equal(again.url.searchParams.get('ErrorCode'), 'Kickoff_Expired');
    });

    test('a kick-off URL of another user is refused, and without a session the login page comes first', async () => {
        const url = await kickoffUrl('erin');
        const asAda = await logIn('ada');
        assert.equal((await asAda.request(url)).url.searchParams.get('ErrorCode'), 'Wrong_User');
        await asAda.request(`${org.pageUrl}/local/logout`, { method: 'POST' });
        const loggedOut = await asAda.request(url);
        assert.equal(loggedOut.url.origin, org.pageUrl);
        assert.match(loggedOut.url.searchParams.get('startURL') ?? '', /^\/services\/auth\/credential\?start=/);
    });

    test('a callback with an unknown or used state, or in the session of another user, is not valid', async () => {
        const browser = await logIn('erin');
        const callback = `${org.domainUrl}/services/authcallback/Acme_Sign?code=x&state=`;
        assert.equal((await browser.request(`${callback}forged`)).url.searchParams.get('ErrorCode'), 'No_Oauth_State');
        let state = '';
        engine.override.initiate = (call) => {
            state = call.state ?? '';
            return { url: `${acme.url}/control` };
        };
        await browser.request(await kickoffUrl('erin'));
        const asAda = await logIn('ada');
        const stolen = await asAda.request(callback + encodeURIComponent(state));
        assert.equal(stolen.url.searchParams.get('ErrorCode'), 'No_Oauth_State');
        assert.equal(engine.callsTo('handleCallback').length, 0);
    });

    test('a plug-in that does not hand the state back fails the sign-in', async () => {
        engine.override.handleCallback = () => ({
            oauthToken: 'token',
            oauthSecretOrRefreshToken: null,
            state: 'another'
        });
        assert.equal((await connect()).url.searchParams.get('ErrorCode'), 'No_Oauth_State');
    });

    test('a refused consent reaches the plug-in, or under U30b the platform answers itself', async () => {
        const page = await connect('erin', 'erin', 'cancel');
        assert.equal(page.url.pathname, ERROR_PATH);
        assert.equal(engine.callsTo('handleCallback')[0]?.callbackState?.queryParameters.error, 'access_denied');
        engine.calls.length = 0;
        org.switches.U30 = 'b';
        assert.equal((await connect('erin', 'erin', 'cancel')).url.searchParams.get('ErrorCode'), 'access_denied');
        assert.equal(engine.callsTo('handleCallback').length, 0);
    });

    test("the plug-in's words reach the user under U24b, and the ErrorUrl under U24c unless U25b", async () => {
        const provider = org.metadata.authProviders.get('Acme_Sign');
        assert.ok(provider, 'Acme_Sign is deployed');
        const generic = await connect('erin', 'erin', 'cancel');
        assert.match(generic.text, /The remote service returned an error/);
        org.switches.U24 = 'b';
        assert.match((await connect('erin', 'erin', 'cancel')).text, /The provider said access_denied/);
        provider.errorUrl = '/services/auth/connected';
        org.switches.U24 = 'c';
        const configured = await connect('erin', 'erin', 'cancel');
        org.switches.U25 = 'b';
        const ignored = await connect('erin', 'erin', 'cancel');
        delete provider.errorUrl;
        assert.equal(configured.url.pathname, '/services/auth/connected');
        assert.equal(ignored.url.pathname, ERROR_PATH);
    });

    test('what the error page shows is text, whatever the provider sent', async () => {
        const browser = await logIn('erin');
        const page = await browser.request(
            `${org.domainUrl}${ERROR_PATH}?ErrorCode=x&ErrorDescription=<script>alert(1)</script>`
        );
        assert.match(page.text, /&lt;script&gt;/);
        assert.doesNotMatch(page.text, /<script>/);
    });

    test('the plug-in sees the state encoded under U18b, and under U18c another one, which ends in an error', async () => {
        org.switches.U18 = 'b';
        engine.override.handleCallback = ({ callbackState }) => ({
            oauthToken: 'token',
            oauthSecretOrRefreshToken: null,
            state: decodeURIComponent(callbackState?.queryParameters.state ?? '')
        });
        engine.override.getUserInfo = () => ({ identifier: 'erin' });
        assert.equal((await connect()).url.pathname, '/local/session');
        assert.match(engine.callsTo('handleCallback')[0]?.callbackState?.queryParameters.state ?? '', /^[\w%.~-]+$/);
        engine.override = {};
        org.switches.U18 = 'c';
        assert.equal((await connect()).url.pathname, ERROR_PATH);
        assert.deepEqual(tokenRequests(), ['authorization_code']);
    });

    test('a code_challenge of the platform under U14b counts only if the Auth. Provider asks for it', async () => {
        const provider = org.metadata.authProviders.get('Acme_Sign');
        assert.ok(provider, 'Acme_Sign is deployed');
        org.switches.U14 = 'b';
        assert.equal((await connect()).url.pathname, '/local/session');
        provider.isPkceEnabled = true;
        const broken = await connect();
        provider.isPkceEnabled = false;
        assert.equal(broken.url.pathname, ERROR_PATH);
    });

    test('getUserInfo is called, or not under U26b, and fails the sign-in under U26c only', async () => {
        engine.override.getUserInfo = () => {
            throw new Error('not an Apex exception');
        };
        org.switches.U26 = 'b';
        assert.equal((await connect()).url.pathname, '/local/session');
        engine.override.getUserInfo = () =>
            Promise.reject(Object.assign(new Error(), { data: { exceptionType: 'X', message: 'x' } }));
        org.switches.U26 = 'a';
        assert.equal((await connect()).url.pathname, '/local/session');
        org.switches.U26 = 'c';
        assert.equal((await connect()).url.pathname, ERROR_PATH);
    });

    test('tokens count only once access is confirmed under U20b, and declining under U20c keeps the old ones', async () => {
        org.switches.U20 = 'b';
        const asked = await connect();
        assert.match(asked.text, /Confirm access/);
        await assert.rejects(callout(), { message: "The external credential isn't fully configured." });
        const browser = await logIn('erin');
        assert.equal((await browser.submit(asked, { answer: 'confirm' })).url.pathname, '/local/session');
        assert.equal((await callout()).status, 200);
        org.switches.U20 = 'c';
        const again = await connect('erin', 'sam');
        await (await logIn('erin')).submit(again, { answer: 'decline' });
        assert.match((await callout()).text, /"accountId":"erin"/);
    });

    test('another account replaces the old one, stands behind it under U36b, and is refused under U36c', async () => {
        await connect('erin', 'erin');
        await connect('erin', 'sam');
        assert.match((await callout()).text, /"accountId":"sam"/);
        org.switches.U36 = 'b';
        await connect('erin', 'kim');
        assert.match((await callout()).text, /"accountId":"sam"/);
        org.switches.U36 = 'c';
        assert.equal((await connect('erin', 'lee')).url.searchParams.get('ErrorCode'), 'Another_Account');
    });

    test('authenticationUrl has each of the forms of U1', async () => {
        const absolute = await kickoffUrl('erin');
        assert.equal(absolute.replace(/=.*/, ''), `${org.domainUrl}/services/auth/credential?start`);
        org.switches.U1 = 'b';
        assert.match(await kickoffUrl('erin'), /&amp;credential=Acme_Sign$/);
        org.switches.U1 = 'c';
        assert.equal(decodeURIComponent(await kickoffUrl('erin')).replace(/=.*/, ''), absolute.replace(/=.*/, ''));
        org.switches.U1 = 'd';
        assert.match(await kickoffUrl('erin'), /^\/services\/auth\/credential\?start=/);
    });

    test('returnUrl is honoured as U2 says, and a bad one leads to the landing of U3', async () => {
        const landing = async (returnUrl: string) => {
            const url = new URL(await kickoffUrl('erin', { returnUrl }));
            return (await (await logIn('erin')).signIn(url, 'erin')).url.href;
        };
        org.switches.U3 = 'c';
        const page = `${org.pageUrl}/local/session`;
        const none = `${org.domainUrl}/services/auth/connected`;
        const cases = [
            ['a', 'local/session', page],
            ['a', '/local/session', page],
            ['a', page, none],
            ['a', '//evil.example', none],
            ['b', '/local/session', none],
            ['c', 'local/session', none],
            ['d', page, page],
            ['d', `${acme.url}/control`, none],
            ['e', `${acme.url}/control`, `${acme.url}/control`]
        ] as const;
        for (const [rule, returnUrl, expected] of cases) {
            org.switches.U2 = rule;
            assert.equal(await landing(returnUrl), expected, `${rule} ${returnUrl}`);
        }
        org.switches.U2 = 'f';
        await assert.rejects(landing('https://evil.example'), {
            data: {
                exceptionType: 'ConnectApi.ConnectApiException',
                message: 'The return URL is invalid.',
                catchable: true
            }
        });
    });

    test('without returnUrl the user lands where U3 says', async () => {
        org.lastPages.set(userId('erin'), `${org.pageUrl}/local/session`);
        for (const [value, expected] of [
            ['a', `${org.pageUrl}/local/session`],
            ['b', `${org.pageUrl}/lightning/settings/personal/ExternalCredentials/home`],
            ['c', `${org.domainUrl}/services/auth/connected`]
        ] as const) {
            org.switches.U3 = value;
            const page = await (await logIn('erin')).signIn(await kickoffUrl('erin', {}), 'erin');
            assert.equal(page.url.href, expected);
        }
    });

    test('a sign-in from a page of a site goes as U32 says, and back to that site', async () => {
        for (const [site, page] of [
            ['/partner', '/partner/reauth-return'],
            ['/help', '/help/s/reauth-return']
        ] as const) {
            org.lastPages.set(userId('erin'), org.pageUrl + page);
            const start = await kickoffUrl('erin', { returnUrl: page });
            assert.equal(start.replace(/\?.*/, ''), `${org.domainUrl}${site}/services/auth/credential`);
            assert.equal((await (await logIn('erin')).signIn(start, 'erin')).url.href, org.pageUrl + page);
        }
        org.switches.U32 = 'b';
        const elsewhere = await kickoffUrl('erin', { returnUrl: '/partner/reauth-return' });
        const login = await (await logIn('erin')).request(elsewhere);
        assert.equal(login.url.searchParams.get('startURL'), elsewhere.slice(org.domainUrl.length));
        org.switches.U32 = 'c';
        await assert.rejects(kickoffUrl('erin'), /cannot authenticate from this site/);
    });

    test('personal settings list the credentials of the user, and lead to a sign-in', async () => {
        const browser = await logIn('erin');
        const settings = await browser.request(`${org.pageUrl}/lightning/settings/personal/ExternalCredentials/home`);
        const link = /<a href="([^"]+)">Allow access to Acme Sign/.exec(settings.text)?.[1]?.replaceAll('&amp;', '&');
        await browser.signIn(link ?? '', 'erin');
        assert.equal((await callout()).status, 200);
    });

    test('an event of the plug-in is delivered or lost as U28 says, and refresh runs as the user of U27', async () => {
        await connect();
        org.switches.U28 = 'b';
        org.switches.U27 = 'b';
        acme.control({ actions: ['expire-access-tokens'] });
        await callout();
        assert.equal(engine.callsTo('handleCallback')[0]?.events, 'deliver');
        assert.deepEqual(
            [engine.callsTo('refresh')[0]?.events, engine.callsTo('refresh')[0]?.userId],
            ['lose', userId('erin')]
        );
    });

    test('under U27c the Automated Process user refreshes, with the rights it was given', async () => {
        await connect();
        org.switches.U27 = 'c';
        acme.control({ actions: ['expire-access-tokens'] });
        assert.equal((await callout()).status, 200);
    });

    test('deleting the credential disconnects the user', async () => {
        await connect();
        await connectApi('erin', 'deleteCredential', 'Acme_Sign', 'User', 'PerUserPrincipal');
        await assert.rejects(callout(), { message: "The external credential isn't fully configured." });
    });
});
