import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { SWITCHES } from './platform/switches.ts';
import { useLocalOrg } from './test-local-org.ts';
import { Member, postJson } from './test-member.ts';

describe('legacy-credential', () => {
    // A legacy named credential with tokens per user. The shipped connection has an external credential, so the tests deploy
    // a variation of it.

    const ERROR_PAGE = '/_nc_external/identity/sso/ui/AuthorizationError';

    function prepare(staged: string): void {
        const connection = path.join(staged, 'connections/acme-sign');
        const credential = path.join(connection, 'namedCredentials/Acme_Sign.namedCredential-meta.xml');
        const url = /<parameterValue>(.*)<\/parameterValue>/.exec(readFileSync(credential, 'utf8'))?.[1] ?? '';
        writeFileSync(
            credential,
            `<NamedCredential xmlns="http://soap.sforce.com/2006/04/metadata">
            <authProvider>Acme_Sign</authProvider>
            <endpoint>${url}</endpoint>
            <generateAuthorizationHeader>true</generateAuthorizationHeader>
            <label>Acme Sign</label>
            <principalType>PerUser</principalType>
            <protocol>Oauth</protocol>
        </NamedCredential>`
        );
        const record = path.join(connection, 'customMetadata/Reauth_Connection.Acme_Sign.md-meta.xml');
        writeFileSync(record, readFileSync(record, 'utf8').replace('>external-credential<', '>named-credential<'));
    }

    const org = useLocalOrg({ prepare });

    /** Each value of each switch, the other one at its default. */
    const CASES = [
        ...Object.keys(SWITCHES.U11.values).map((U11) => ({ U11, U15: 'a' })),
        ...Object.keys(SWITCHES.U15.values)
            .slice(1)
            .map((U15) => ({ U11: 'a', U15 }))
    ];

    for (const { U11, U15 } of CASES) {
        test(`a user of a legacy credential is told the truth with U11=${U11}, U15=${U15}`, async () => {
            const { orgUrl, providerUrl } = org.current;
            await postJson(`${orgUrl}/local/switches`, { U11, U15 });
            const erin = await Member.logIn(orgUrl, 'erin');
            const first = await erin.state();
            assert.equal(first.state, 'never-connected', 'before the first sign-in');
            assert.equal(first.kickoffKind, 'named-credential');

            const landing = await erin.signIn(first, 'erin');
            assert.equal(landing.url.pathname === ERROR_PAGE, U15 === 'b', landing.url.href);
            const after = await erin.state('confirmSignIn', {});
            if (U15 !== 'a') {
                assert.equal(after.state, 'never-connected', 'the tokens are not hers');
                return;
            }
            assert.equal(after.state, 'connected', 'after the first sign-in');
            await postJson(`${providerUrl}/control`, { actions: 'end-sign-ins' });
            const ended = await erin.state();
            assert.equal(ended.state, 'reauthentication-required', 'after a refused refresh');
            await erin.signIn(ended, 'erin');
            assert.equal((await erin.state('confirmSignIn', {})).state, 'connected', 'after signing in again');
        });
    }
});
