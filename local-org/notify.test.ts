import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { useLocalOrg } from './test-local-org.ts';
import { Member, postJson } from './test-member.ts';

describe('notify', () => {
    // Who hears of a sign-in that a job of the morning has lost. The hourly jobs run under the administrator's name.

    const org = useLocalOrg();
    const HOURS_OF_DAY = 24;
    const NOON = 12;
    const pass = (hours: number) => postJson(`${org.current.orgUrl}/local/clock`, { seconds: hours * 3600 });

    /** Erin is connected and has a job every morning; the service ends all sign-ins at noon, and two nights pass. */
    async function loseASignIn(): Promise<Record<'erin' | 'ada', string[]>> {
        await pass((NOON - new Date().getUTCHours() + HOURS_OF_DAY) % HOURS_OF_DAY);
        const erin = await Member.logIn(org.current.orgUrl, 'erin');
        const ada = await Member.logIn(org.current.orgUrl, 'ada');
        await erin.connect('erin');
        for (const [member, job] of [
            [erin, 'AcmeReminder'],
            [ada, 'ReauthSchedule']
        ] as const) {
            const answer = await member.apex(job, 'start');
            assert.equal(answer.status, 200, JSON.stringify(answer.body));
        }
        await postJson(`${org.current.providerUrl}/control`, { actions: ['end-sign-ins'] });
        await pass(2 * HOURS_OF_DAY);
        return { erin: await erin.notifications(), ada: await ada.notifications() };
    }

    const EXPECTED = { erin: ['Sign in to Acme Sign again'], ada: ['Connections that need attention'] };

    test('the user is told once at once, and the administrator by the digest of the next morning', async () => {
        assert.deepEqual(await loseASignIn(), EXPECTED);
    });

    test('what Automated Process may not send (U41=b) the hourly job sends, once', async () => {
        await postJson(`${org.current.orgUrl}/local/switches`, { U41: 'b' });
        assert.deepEqual(await loseASignIn(), EXPECTED);
    });

    test('open pages hear once of what a job has lost, and of nothing that a page has found', async () => {
        const erin = await Member.logIn(org.current.orgUrl, 'erin');
        await erin.connect('erin');
        await erin.apex('AcmeReminder', 'start');
        const endSignIns = () => postJson(`${org.current.providerUrl}/control`, { actions: ['end-sign-ins'] });
        const heard = await erin.eventsDuring(
            'Reauth_Open_Pages__chn',
            async () => {
                await pass(2);
                assert.equal((await erin.state('getState', { live: false })).state, 'connected', 'confirmed');
                await endSignIns();
                assert.equal((await erin.state()).state, 'reauthentication-required');
                assert.equal((await erin.connect('erin')).state, 'connected');
                await endSignIns();
                await pass(HOURS_OF_DAY);
            },
            (event) => (event as { Background__c: boolean }).Background__c
        );
        assert.deepEqual(
            heard.map((event) => (event as { State__c: string }).State__c),
            ['reauthentication-required']
        );
    });
});
