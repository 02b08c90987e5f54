import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aura, engine, events, startFixture, useEngine } from './test-engine.ts';

describe('apex/reset', () => {
    useEngine();

    test('a reset waits for what is under way, so that the org after it gets no events of the one before', async () => {
        for (let time = 1; time <= 5; time++) {
            await aura('write', { name: 'Note this', thenFail: false });
            await engine.request('reset', {});
            assert.equal(events.length, time);
        }
        assert.equal((await aura('count')).returnValue, 0);
    });

    test('an org that was stopped answers nothing until the next one starts', async () => {
        await engine.request('stop', {});
        await assert.rejects(aura('count'), /The engine was not started/);
        await startFixture();
        assert.equal((await aura('count')).returnValue, 0);
    });
});
