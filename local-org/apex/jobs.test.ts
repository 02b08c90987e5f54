import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ADA, aura, engine, ERIN, failure, setPlatform, useEngine } from './test-engine.ts';

describe('apex/jobs', () => {
    useEngine();

    const HOUR = 3600;

    async function later(method: string, params: object = {}, userId = ERIN): Promise<unknown> {
        return (await aura(method, params, userId, 'Later')).returnValue;
    }

    /** Moves the clock; what is due has ended when it answers. */
    const advance = (seconds: number) => engine.request('advanceClock', { seconds });

    /** Waits for what is due now. */
    const settled = () => advance(0);

    test('a scheduled class fires as often as the clock passes its time, with the clock at that time, as its user', async () => {
        const id = await later('schedule', { name: 'Hourly', cron: '0 0 * * * ?' });
        assert.deepEqual(await later('notes'), []);
        await advance(3 * HOUR);
        const notes = (await later('notes')) as string[];
        assert.equal(notes.length, 3);
        const hours = notes.map((note) => {
            const [, hour] = /^Hourly \d+ (\d\d):00 erin$/.exec(note) ?? assert.fail(note);
            return Number(hour);
        });
        assert.deepEqual(
            hours.map((hour) => (hour - (hours[0] ?? 0) + 24) % 24),
            [0, 1, 2]
        );
        assert.match(String(await later('times', { id })), /^WAITING 3 \d\d:00 \d\d:00$/);
    });

    test('a schedule is read in the time zone of the user who made it', async () => {
        const zone = 'America/New_York';
        await later('schedule', { name: 'Noon', cron: '0 0 12 * * ?' }, ADA);
        await advance(24 * HOUR);
        const [note] = (await later('notes')) as string[];
        const [, day, hour] = /^Noon (\d+) (\d\d):00 ada$/.exec(String(note)) ?? assert.fail(note);
        const now = new Date();
        const month = now.getUTCMonth() + (Number(day) < now.getUTCDate() ? 1 : 0);
        const fired = new Date(Date.UTC(now.getUTCFullYear(), month, Number(day), Number(hour)));
        assert.equal(fired.toLocaleString('en-GB', { timeZone: zone, timeStyle: 'short' }), '12:00');
    });

    test('a class that fails is told in its job and fires again', async () => {
        const id = await later('schedule', { name: 'Failing', cron: '0 0 * * * ?' });
        await advance(2 * HOUR);
        assert.deepEqual(await later('notes'), []);
        assert.deepEqual(await later('jobs'), [
            'ScheduledApex Failed 1 Not tonight',
            'ScheduledApex Failed 1 Not tonight',
            'ScheduledApex Queued 0 '
        ]);
        assert.match(String(await later('times', { id })), /^WAITING 2/);
    });

    test('an aborted class does not fire, nor does any after a reset', async () => {
        await later('abort', { id: await later('schedule', { name: 'Hourly', cron: '0 0 * * * ?' }) });
        await advance(HOUR);
        assert.deepEqual(await later('notes'), []);
        await later('schedule', { name: 'Hourly', cron: '0 0 * * * ?' });
        await engine.request('reset', {});
        await advance(HOUR);
        assert.deepEqual(await later('notes'), []);
        await later('schedule', { name: 'Hourly', cron: '0 0 * * * ?' });
    });

    test('a class fires in real time, also after the clock was moved to shortly before', async () => {
        await later('schedule', { name: 'Soon', cron: '0 0 * * * ?' });
        const rest = 3600 - ((Date.now() / 1000) % 3600);
        await advance(Math.floor(rest) - 3);
        const patience = Date.now() + 20_000;
        while (((await later('notes')) as string[]).length === 0) assert.ok(Date.now() < patience, 'it never fired');
    });

    test('a chain of queueables runs to its end, each job with static variables and limits of its own', async () => {
        await later('enqueue', { rest: 4 });
        await settled();
        assert.deepEqual(
            await later('notes'),
            [4, 3, 2, 1, 0].map((rest) => `rest ${rest}, counted 0, 200`)
        );
    });

    test('a chain in this Developer Edition ends after five, unless its options say more', async () => {
        await later('enqueue', { rest: 6 });
        await settled();
        assert.equal(((await later('notes')) as string[]).length, 4, 'the fifth was rolled back');
        assert.ok(
            ((await later('jobs')) as string[]).includes('Queueable Failed 1 Maximum stack depth has been reached.')
        );
        await later('enqueue', { rest: 6, depth: 7 });
        await settled();
        assert.equal(((await later('notes')) as string[]).length, 4 + 7);
    });

    test("the delay of a queueable counts on the org's clock", async () => {
        await later('enqueue', { rest: 0, delay: 10 });
        await advance(9 * 60);
        assert.deepEqual(await later('notes'), []);
        await advance(60);
        assert.equal(((await later('notes')) as string[]).length, 1);
    });

    test('what a transaction enqueued before it failed never runs', async () => {
        await failure(aura('enqueueThenFail', {}, ERIN, 'Later'));
        await settled();
        assert.deepEqual(await later('jobs'), []);
    });

    test('a callout may follow the enqueuing of a job, or not (U45)', async () => {
        setPlatform(() => ({ statusCode: 200, status: 'OK', headers: {}, bodyBase64: '' }));
        assert.equal(await later('enqueueThenCall'), '200 null ');
        await engine.request('setSwitches', { U45: 'b' });
        const { message } = await failure(aura('enqueueThenCall', {}, ERIN, 'Later'));
        await engine.request('setSwitches', { U45: 'a' });
        assert.match(String(message), /^You have uncommitted work pending/);
    });

    test('a finalizer hears of every failure and tries again five times in a row', async () => {
        setPlatform(() => {
            throw Object.assign(new Error('Gone'), {
                data: { exceptionType: 'System.UnexpectedException', message: 'Gone', catchable: false }
            });
        });
        for (const [how, type, status] of [
            ['throw', 'System.IllegalArgumentException', 'Broken'],
            ['limit', 'System.LimitException', 'Too many DML statements: 151'],
            ['outside', 'System.UnexpectedException', 'Gone']
        ]) {
            await engine.request('reset', {});
            await later('fail', { how });
            await settled();
            assert.deepEqual(await later('notes'), new Array(5).fill(`UNHANDLED_EXCEPTION ${type}`));
            assert.deepEqual(await later('jobs'), new Array(6).fill(`Queueable Failed 1 ${status}`));
        }
    });

    test('each chunk of a batch stands alone and begins with the state of the start', async () => {
        await later('batch');
        await settled();
        assert.deepEqual(await later('notes'), ['chunk of 1, 1', 'finished']);
        assert.deepEqual(await later('jobs'), ['BatchApex Completed 1 First error: Broken']);
    });
});
