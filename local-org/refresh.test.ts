import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { Switches } from './platform/switches.ts';
import type { JournalEntry } from './provider/journal.ts';
import { deployClass } from './test-class.ts';
import { useLocalOrg } from './test-local-org.ts';
import { Member, postJson } from './test-member.ts';
import { deployRenewing } from './test-renewing.ts';

describe('refresh', () => {
    // Sign-ins that are renewed without their users.

    const ROWS = `public without sharing class StatusRows {
    @AuraEnabled
    public static List<Reauth_Status__c> read() {
        return [
            SELECT Key__c, State__c, Reason__c, Failures__c, Last_Refreshed__c, Reauthentication_Required__c
            FROM Reauth_Status__c
            ORDER BY Key__c
        ];
    }
}
`;

    const RENEWAL = `public with sharing class Renewal {
    @AuraEnabled
    public static void failAfterwards() {
        ReauthRefresh.attempt(ReauthConnection.named('Acme_Sign'));
        throw new CalloutException('too late');
    }
}
`;

    function prepare(staged: string): void {
        deployRenewing(staged);
        const settings = path.join(
            staged,
            'force-app/main/unattended/customMetadata/Reauth_Settings.Default.md-meta.xml'
        );
        writeFileSync(settings, readFileSync(settings, 'utf8').replace('>96<', '>6<'));
        const connection = path.join(
            staged,
            'connections/acme-sign/customMetadata/Reauth_Connection.Acme_Sign.md-meta.xml'
        );
        const refreshing = /(Refresh_On_Signal__c<\/field>\s*<value[^>]*>)false/;
        writeFileSync(connection, readFileSync(connection, 'utf8').replace(refreshing, '$1true'));
        deployClass(staged, 'StatusRows', ROWS);
        deployClass(staged, 'Renewal', RENEWAL);
    }

    const org = useLocalOrg({ prepare });
    const HOUR = 3600;
    const logIn = (name: string) => Member.logIn(org.current.orgUrl, name);
    const acme = (changes: object) => postJson(`${org.current.providerUrl}/control`, changes);
    const set = (switches: Partial<Switches>) => postJson(`${org.current.orgUrl}/local/switches`, switches);
    const pass = (hours: number) => postJson(`${org.current.orgUrl}/local/clock`, { seconds: hours * HOUR });
    async function grants(): Promise<string[]> {
        const answer = await fetch(`${org.current.providerUrl}/control/journal`);
        return ((await answer.json()) as JournalEntry[]).flatMap(({ grantType }) => grantType ?? []);
    }

    interface Row {
        Key__c: string;
        State__c: string;
        Reason__c: string;
        Failures__c?: number;
        Last_Refreshed__c?: string;
        Reauthentication_Required__c: boolean;
    }
    async function rowOf(member: Member, key: RegExp): Promise<Row> {
        const answer = await member.apex('StatusRows', 'read');
        assert.equal(answer.status, 200, JSON.stringify(answer.body));
        const row = (answer.body as Row[]).find(({ Key__c }) => key.test(Key__c));
        assert.ok(row, `a row ${String(key)} in ${JSON.stringify(answer.body)}`);
        return row;
    }
    const SHARED = /^named:Acme_Shared$/;
    const shared = (live: boolean) => ({ connection: 'Acme_Shared', live });

    /** The administrator signs in for everybody and starts the hourly jobs. */
    async function shareSignIn(): Promise<Member> {
        const ada = await logIn('ada');
        await ada.signIn(await ada.state('getState', shared(true)), 'sam');
        assert.equal((await ada.state('confirmSignIn', { connection: 'Acme_Shared' })).state, 'connected');
        const started = await ada.apex('ReauthSchedule', 'start');
        assert.equal(started.status, 200, JSON.stringify(started.body));
        return ada;
    }

    test('an open page renews a session that is about to end, without a window', async () => {
        const erin = await logIn('erin');
        await erin.connect('erin');
        await pass(7.8);
        const warned = await erin.state('getState', { live: false });
        assert.deepEqual([warned.state, warned.kickoffUrl ?? null], ['expiring', null]);
        const renewed = await erin.state();
        assert.deepEqual([renewed.state, renewed.reason, renewed.retryAfterSeconds], ['connected', 'refreshed', 1]);
        assert.equal((await erin.state()).reason, 'ok');
        assert.equal((await erin.state('getState', { live: false })).state, 'connected', 'a new session has begun');
        assert.deepEqual(await grants(), ['authorization_code', 'refresh_token']);
    });

    test('several open pages renew once, so that no refresh token is used twice', async () => {
        await acme({ rotateRefreshTokens: true });
        const erin = await logIn('erin');
        await erin.connect('erin');
        await pass(7.8);
        const answers = await Promise.all([1, 2, 3, 4].map(() => erin.state()));
        assert.deepEqual(new Set(answers.map(({ state }) => state)), new Set(['connected']));
        assert.deepEqual(await grants(), ['authorization_code', 'refresh_token']);
        await acme({ actions: 'expire-access-tokens' });
        assert.equal((await erin.state()).state, 'connected', 'the sign-in has survived');
    });

    for (const [U46, state] of [
        ['a', 'connected'],
        ['b', 'reauthentication-required']
    ] as const) {
        test(`a renewal in a transaction that fails leaves the sign-in ${state} (U46 ${U46})`, async () => {
            await acme({ rotateRefreshTokens: true });
            const erin = await logIn('erin');
            await erin.connect('erin');
            await set({ U46 });
            assert.notEqual((await erin.apex('Renewal', 'failAfterwards')).status, 200);
            await acme({ actions: 'expire-access-tokens' });
            assert.equal((await erin.state()).state, state);
        });

        test(`a call that meets an expiry of which Salesforce knows nothing leaves the renewal to the page (U46 ${U46})`, async () => {
            await acme({ rotateRefreshTokens: true });
            const erin = await logIn('erin');
            await erin.connect('erin');
            await set({ U46 });
            await acme({ expiredAnswer: '200', actions: 'expire-access-tokens' });
            const call = () => erin.apex('AcmeEnvelopes', 'getEnvelopes');
            assert.match(JSON.stringify((await call()).body), /state=reauthentication-required reason=token_expired/);
            assert.equal((await erin.state()).reason, 'refreshed');
            assert.equal((await erin.state()).state, 'connected');
            assert.equal((await call()).status, 200);
            assert.deepEqual(await grants(), ['authorization_code', 'refresh_token']);
        });
    }

    for (const [deviation, state, hasLink] of [
        [{ U39: 'b' }, 'expiring', true],
        [{ U39: 'c' }, 'connected', false]
    ] as const) {
        test(`a renewal that the platform ${deviation.U39 === 'b' ? 'refuses offers the window' : 'only pretends leaves a working page'}`, async () => {
            const erin = await logIn('erin');
            await erin.connect('erin');
            await set(deviation);
            await pass(7.8);
            const answer = await erin.state();
            assert.deepEqual([answer.state, Boolean(answer.kickoffUrl)], [state, hasLink]);
            await acme({ actions: 'end-sign-ins' });
            assert.equal((await erin.state()).state, 'reauthentication-required', 'the probe decides in the end');
        });
    }

    test('a named principal is refreshed by the hourly job, and its users never notice', async () => {
        await shareSignIn();
        const erin = await logIn('erin');
        assert.equal((await erin.state('getState', shared(false))).state, 'connected');
        for (let renewals = 1; renewals <= 3; renewals += 1) {
            await pass(2);
            assert.equal((await erin.state('getState', shared(false))).state, 'connected');
            const row = await rowOf(erin, SHARED);
            assert.deepEqual([row.State__c, row.Reason__c], ['connected', 'ok']);
            assert.ok(row.Last_Refreshed__c, 'proved by a probe');
        }
        const made = await grants();
        assert.equal(made[0], 'authorization_code');
        assert.ok(made.length > 3 && made.slice(1).every((grant) => grant === 'refresh_token'), made.join());
    });

    for (const deviation of [
        {},
        { U40: 'b' },
        { U40: 'c' },
        { U6: 'b' },
        { U6: 'c' },
        { U39: 'b' },
        { U39: 'c' }
    ] as const) {
        test(`a dead grant raises the flag, publishes an event and tells users whom to ask ${JSON.stringify(deviation)}`, async () => {
            const ada = await shareSignIn();
            const erin = await logIn('erin');
            await set(deviation);
            await acme({ actions: 'end-sign-ins' });
            const losses = await ada.eventsDuring(
                'Reauth_Open_Pages__chn',
                () => pass(2),
                (event) => (event as { State__c?: string }).State__c === 'reauthentication-required'
            );
            assert.equal((losses.at(-1) as { Background__c?: boolean }).Background__c, true);
            assert.equal((await rowOf(erin, SHARED)).Reauthentication_Required__c, true);
            const told = await erin.state('getState', shared(false));
            assert.deepEqual(
                [told.state, told.reason, told.kickoffUrl ?? null],
                ['no-access', 'shared_sign_in_ended', null]
            );

            await ada.signIn(await ada.state('getState', shared(true)), 'sam');
            assert.equal((await ada.state('confirmSignIn', { connection: 'Acme_Shared' })).state, 'connected');
            assert.equal((await rowOf(erin, SHARED)).Reauthentication_Required__c, false);
        });
    }

    test('a step that dies of what Apex cannot catch is judged all the same', async () => {
        const ada = await shareSignIn();
        await set({ U7: 'd', U6: 'd', U8: 'c' });
        await acme({ actions: 'end-sign-ins' });
        await pass(2);
        assert.equal((await rowOf(ada, SHARED)).Reauthentication_Required__c, true);
    });

    test('an outage raises no flag, is waited out, and is given up after a time', async () => {
        const ada = await shareSignIn();
        await acme({ outage: 'unavailable' });
        const heard = await ada.eventsDuring(
            'Reauth_Open_Pages__chn',
            () => pass(3),
            () => false
        );
        assert.deepEqual(heard, [], 'an open page has nothing to look for');
        const failing = await rowOf(ada, SHARED);
        assert.deepEqual([failing.State__c, failing.Reauthentication_Required__c], ['connected', false]);
        assert.ok((failing.Failures__c ?? 0) >= 1, JSON.stringify(failing));
        await acme({ outage: 'none' });
        await pass(3);
        const recovered = await rowOf(ada, SHARED);
        assert.deepEqual([recovered.Reason__c, recovered.Failures__c ?? 0], ['ok', 0]);

        await acme({ outage: 'unavailable' });
        await pass(9);
        assert.equal((await rowOf(ada, SHARED)).Reason__c, 'exhausted');
        const before = (await grants()).length;
        await acme({ outage: 'none' });
        await pass(3);
        assert.equal((await grants()).length, before, 'nothing is tried any more');
        assert.equal((await ada.state('getState', shared(true))).state, 'connected');
    });

    test('a user is kept signed in under their own name, beyond the end of the session, until they no longer want it', async () => {
        const erin = await logIn('erin');
        await erin.connect('erin');
        const keeping = (method: string) => erin.apex('ReauthKeepSignedIn', method, { connection: 'Acme_Sign' });
        const isKept = async () => {
            const { body } = await erin.apex('ReauthConnectionsController', 'getConnections');
            const mine = body as readonly { connection: string; isKept: boolean }[];
            return mine.find(({ connection }) => connection === 'Acme_Sign')?.isKept;
        };
        await keeping('start');
        assert.equal(await isKept(), true);
        await pass(10);
        assert.equal((await erin.state('getState', { live: false })).state, 'connected');
        const made = (await grants()).length;
        assert.ok(made > 8, `${made} grants in ten hours`);
        await keeping('stop');
        assert.equal(await isKept(), false);
        await pass(3);
        assert.equal((await grants()).length, made);
    });
});
