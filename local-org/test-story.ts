import assert from 'node:assert/strict';
import type { SwitchId } from './platform/switches.ts';
import type { useLocalOrg } from './test-local-org.ts';
import { Member, postJson } from './test-member.ts';

/** A switch with a value that is not its default. */
export type Deviation = readonly [SwitchId, string];

/** A stateless PKCE verifier cannot survive a changed state: such a sign-in has to end in an error, not in a loop. */
const endsInError = ([id, value]: Deviation) => id === 'U18' && value === 'c';

const ERROR_PAGE = '/_nc_external/identity/sso/ui/AuthorizationError';
const SETTINGS_PAGE = '/lightning/settings/personal/ExternalCredentials/home';

/** What the page says after a second sign-in with another account, while the first is still good. */
function accountAfter(deviations: readonly Deviation[]): [string, string] {
    const value = Object.fromEntries(deviations);
    // without getUserInfo the platform cannot tell the accounts apart
    const keepsOld = value.U36 !== undefined && value.U26 !== 'b';
    return keepsOld ? ['connected', 'erin@customers.example'] : ['wrong-account', 'sam@customers.example'];
}

/**
 * What a user goes through with a connection, from the first sign-in to the second. Whatever the platform turns out to
 * do, the page has to end in the right state at each step.
 */
export async function story(org: ReturnType<typeof useLocalOrg>, deviations: readonly Deviation[]): Promise<void> {
    const { orgUrl, providerUrl } = org.current;
    const acme = (changes: object) => postJson(`${providerUrl}/control`, changes);
    await postJson(`${orgUrl}/local/switches`, Object.fromEntries(deviations));

    const noah = await Member.logIn(orgUrl, 'noah');
    const refused = await noah.state();
    assert.equal(refused.state, 'no-access', 'for a user without access');
    assert.ok(!refused.kickoffUrl, 'no link for a user without access');

    const erin = await Member.logIn(orgUrl, 'erin');
    const first = await erin.state();
    assert.equal(first.state, 'never-connected', 'before the first sign-in');
    const cancelled = await erin.signIn(first, 'erin', 'cancel');
    assert.equal(cancelled.url.pathname, ERROR_PAGE, 'after a refused consent');
    assert.equal((await erin.state()).state, 'never-connected', 'after a refused consent');

    const landing = await erin.signIn(first, 'erin');
    if (deviations.some(endsInError)) {
        assert.equal(landing.url.pathname, ERROR_PAGE);
        assert.equal((await erin.state()).state, 'never-connected', 'after a sign-in that cannot end well');
        return;
    }
    assert.equal((await erin.state('confirmSignIn', {})).state, 'connected', 'after the first sign-in');

    await acme({ actions: 'expire-access-tokens' });
    assert.equal((await erin.state()).state, 'connected', 'after a silent refresh');

    await acme({ outage: 'unavailable' });
    assert.equal((await erin.state()).state, 'unavailable', 'during an outage');
    await acme({ outage: 'none' });

    await acme({ actions: 'end-sign-ins' });
    const ended = await erin.state();
    assert.equal(ended.state, 'reauthentication-required', 'after a refused refresh');
    await erin.signIn(ended, 'erin');
    assert.equal((await erin.state('confirmSignIn', {})).state, 'connected', 'after signing in again');

    // another browser, in which Acme Sign knows nobody yet
    const elsewhere = await Member.logIn(orgUrl, 'erin');
    await elsewhere.signIn({ state: 'connected', reason: '', kickoffUrl: `${orgUrl}${SETTINGS_PAGE}` }, 'sam');
    const account = await elsewhere.state();
    assert.deepEqual(
        [account.state, account.account],
        accountAfter(deviations),
        'after a sign-in with another account'
    );
}
