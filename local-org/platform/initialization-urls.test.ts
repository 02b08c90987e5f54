import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callout, engine, logIn, org, userId, useOrg } from './test-org.ts';

describe('platform/initialization-urls', () => {
    useOrg();

    test('the Auth. Provider URLs keep tokens apart from named credentials, except under U16b', async () => {
        const browser = await logIn('erin');
        const url = `${org.domainUrl}/services/auth/oauth/Acme_Sign?startURL=/local/session`;
        assert.equal((await browser.signIn(url, 'erin')).url.href, `${org.pageUrl}/local/session`);
        await assert.rejects(callout(), { message: "The external credential isn't fully configured." });
        assert.equal(org.authTokens.get(userId('erin'), 'Acme_Sign')?.identifier, 'erin');
        org.switches.U16 = 'b';
        await browser.signIn(url, 'erin');
        assert.equal((await callout()).status, 200);
    });

    test('prompt and allow-listed parameters of the Auth. Provider URL reach Acme Sign under U42b, others never do', async () => {
        const url = `${org.domainUrl}/services/auth/oauth/Acme_Sign?prompt=select_account&login_hint=sam&scope=x`;
        const browser = await logIn('erin');
        await browser.signIn(url, 'erin');
        assert.ok((await browser.request(url)).url.href.startsWith(org.pageUrl), 'Acme Sign still knows the user');
        org.switches.U42 = 'b';
        const asked = await browser.request(url);
        assert.match(asked.url.pathname, /^\/sign-in\//);
        assert.match(asked.text, /Choose an account/);
        assert.match((await browser.submit(asked, { step: 'other' })).text, /name="login"\s+value="sam"/);
        assert.equal((await browser.signIn(asked.url, 'sam')).url.origin, org.pageUrl);
    });

    test('an absolute startURL is an error, in every disguise', async () => {
        const browser = await logIn('erin');
        for (const startUrl of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\tx']) {
            const page = await browser.request(
                `${org.domainUrl}/services/auth/oauth/Acme_Sign?startURL=${encodeURIComponent(startUrl)}`
            );
            assert.equal(page.url.searchParams.get('ErrorCode'), 'Invalid_Start_Url', startUrl);
        }
        assert.equal(engine.callsTo('initiate').length, 0);
    });

    test('the test URL shows what getUserInfo answered, and the sso URL says that it cannot log users in', async () => {
        const browser = await logIn('erin');
        const shown = await browser.signIn(`${org.domainUrl}/services/auth/test/Acme_Sign`, 'erin');
        assert.match(shown.text, /<dt>identifier<\/dt>\s*<dd>&quot;erin&quot;/);
        const sso = await browser.request(`${org.domainUrl}/services/auth/sso/Acme_Sign`);
        assert.equal(sso.url.searchParams.get('ErrorCode'), 'No_Registration_Handler');
    });
});
