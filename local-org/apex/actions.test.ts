import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ADA, aura, engine, ERIN, failure, ZOE, type Answer, useEngine } from './test-engine.ts';

describe('apex/actions', () => {
    useEngine();

    const invoke = (inputs: object[], userId = ERIN, className = 'Actions') =>
        engine.request('invoke', { userId, class: className, inputs }) as Promise<Answer>;

    test('an action gets the inputs of all interviews at once, and only invocable members travel', async () => {
        const { outputs, cost } = await invoke([
            { name: 'One', numbers: [1, 2], record: { Name: 'Northwind' } },
            { name: 'Two' }
        ]);
        const moment = '2026-01-31T12:00:00.000Z';
        assert.deepEqual(outputs, [
            { text: 'One (1, 2) Northwind null', moment, records: [{ Name: 'Northwind' }] },
            { text: 'Two null null null', moment, records: [null] }
        ]);
        assert.equal((cost as Answer).dml, 2);
        assert.equal((await aura('count')).returnValue, 2, 'its data is there');
    });

    test('an action that fails leaves nothing and says why', async () => {
        const body = await failure(invoke([{ name: 'One' }, { name: 'Broken' }]));
        assert.deepEqual([body.exceptionType, body.message], ['System.IllegalArgumentException', 'No such thing']);
        assert.equal((await aura('count')).returnValue, 0);
    });

    test('an input that is required and one that does not exist are named', async () => {
        assert.equal((await failure(invoke([{}]))).message, 'Missing required input parameter: name');
        await assert.rejects(invoke([{ name: 'One', hidden: 'x' }]), /Actions has no invocable input hidden/);
    });

    test('an action needs access to its class', async () => {
        const refusal = "You do not have access to the Apex class named 'Actions'.";
        assert.equal((await failure(invoke([], ZOE))).message, refusal);
        assert.deepEqual((await invoke([{ name: 'One' }], ADA)).outputs instanceof Array, true);
        assert.equal((await failure(invoke([], ADA, 'Notes'))).exceptionType, 'System.NoAccessException');
    });
});
