import assert from 'node:assert/strict';
import { startEngine, type Engine, type EngineHandlers } from './engine.ts';

let running: Promise<Engine> | undefined;
let current: EngineHandlers | undefined;

function start(): Promise<Engine> {
    return startEngine({
        onRequest: async (method, params) => {
            assert.ok(current, 'the org that had the engine has given it back');
            return current.onRequest(method, params);
        },
        onNotification: (method, params) => current?.onNotification(method, params)
    });
}

/**
 * One engine for all tests of a process, for one org after the other: to start and warm it up costs most of them more
 * than to run. `close` gives it back; it ends with the process.
 */
export async function borrowEngine(borrower: EngineHandlers): Promise<Engine> {
    assert.equal(current, undefined, 'another org has the engine: give it back first');
    current = borrower;
    running ??= start();
    const engine = await running.catch((error: unknown) => {
        running = current = undefined;
        throw error;
    });
    engine.hold(true);
    return {
        ...engine,
        close: async () => {
            try {
                await engine.request('stop', {});
            } finally {
                engine.hold(false);
                current = undefined;
            }
        }
    };
}
