import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { JournalEntry } from './provider/journal.ts';
import { deployClass } from './test-class.ts';
import { useLocalOrg } from './test-local-org.ts';
import { Member, postJson } from './test-member.ts';

describe('named-principal', () => {
    // The plug-in behind a principal that all users share. The shipped connection has one of its own for each user, so the
    // tests deploy a variation: the type of the principal, and what an administrator's page would call.

    const SIGN_IN = `public with sharing class NamedPrincipalSignIn {
    @AuraEnabled
    public static String getUrl() {
        ConnectApi.OAuthCredentialAuthUrlInput input = new ConnectApi.OAuthCredentialAuthUrlInput();
        input.externalCredential = 'Acme_Sign';
        input.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
        input.principalName = 'User';
        input.returnUrl = '/local/session';
        return ConnectApi.NamedCredentials.getOAuthCredentialAuthUrl(input).authenticationUrl;
    }
}
`;

    function prepare(staged: string): void {
        const connection = path.join(staged, 'connections/acme-sign');
        const credential = path.join(connection, 'externalCredentials/Acme_Sign.externalCredential-meta.xml');
        writeFileSync(credential, readFileSync(credential, 'utf8').replace('PerUserPrincipal', 'NamedPrincipal'));
        deployClass(staged, 'NamedPrincipalSignIn', SIGN_IN);
    }

    const org = useLocalOrg({ prepare });
    const logIn = (name: string) => Member.logIn(org.current.orgUrl, name);
    const control = (changes: object) => postJson(`${org.current.providerUrl}/control`, changes);
    const listStatus = async (user: Member) => (await user.apex('AcmeEnvelopes', 'getEnvelopes')).status;
    async function requests(): Promise<JournalEntry[]> {
        return (await (await fetch(`${org.current.providerUrl}/control/journal`)).json()) as JournalEntry[];
    }

    /** The administrator signs in for everybody; `account` is who does so at Acme Sign if it asks. */
    async function signInAsAdministrator(account: string): Promise<void> {
        const ada = await logIn('ada');
        const answer = await ada.apex('NamedPrincipalSignIn', 'getUrl');
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        const landing = await ada.follow(answer.body as string, account);
        assert.equal(landing.url.pathname, '/local/session');
    }

    test('client credentials of a named principal serve users who never signed in, also after expiry', async () => {
        await control({ clientCredentialsOnly: true });
        await postJson(`${org.current.orgUrl}/local/auth-providers/Acme_Sign`, {
            Grant__c: 'client_credentials',
            Pkce__c: 'none',
            Scope__c: 'envelopes.read',
            User_Info_Url__c: ''
        });
        const erin = await logIn('erin');
        assert.equal(await listStatus(erin), 500, 'there is no token yet');
        await signInAsAdministrator('nobody');
        assert.equal(await listStatus(erin), 200, "another user's callout");
        for (let refresh = 1; refresh <= 2; refresh += 1) {
            await control({ actions: 'expire-access-tokens' });
            assert.equal(await listStatus(erin), 200, `refresh ${refresh}`);
        }
        const journal = await requests();
        const grants = journal.flatMap(({ grantType }) => grantType ?? []);
        assert.deepEqual(grants, ['client_credentials', 'client_credentials', 'client_credentials']);
        const pages = journal.filter(({ path: asked }) => asked !== '/token' && !asked.startsWith('/api/'));
        assert.deepEqual(pages, [], 'the plug-in leads straight to its own callback');
    });

    test('a sign-in of a named principal serves all its users, with a refresh token that rotates', async () => {
        const erin = await logIn('erin');
        assert.equal(await listStatus(erin), 500, 'there is no token yet');
        await signInAsAdministrator('sam');
        for (let refresh = 0; refresh <= 2; refresh += 1) {
            assert.equal(await listStatus(erin), 200, `refresh ${refresh}`);
            await control({ actions: 'expire-access-tokens' });
        }
        const grants = (await requests()).flatMap(({ grantType }) => grantType ?? []);
        assert.deepEqual(grants, ['authorization_code', 'refresh_token', 'refresh_token']);
    });

    test('principal access alone does not let a user sign in for everybody', async () => {
        const answer = await (await logIn('erin')).apex('NamedPrincipalSignIn', 'getUrl');
        assert.equal(answer.status, 500);
        assert.match(JSON.stringify(answer.body), /ConnectApiException/);
    });
});
