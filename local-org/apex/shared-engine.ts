import assert from 'node:assert/strict';
import { startEngine, type Engine, type EngineHandlers } from './engine.ts';

let running: Promise<Engine> | undefined;
let current: EngineHandlers | undefined;

function handlers(): EngineHandlers {
    assert.ok(current, 'the org that had the engine has given it back');
    return current;
}

/**
 * One engine for all tests of a process, for one org after the other: to start and warm it up costs most of them more
 * than to run. `close` gives it back; it ends with the process.
 */
export async function borrowEngine(borrower: EngineHandlers): Promise<Engine> {
    assert.equal(current, undefined, 'another org has the engine: give it back first');
    current = borrower;
    running ??= startEngine({
        onRequest: (method, params) => handlers().onRequest(method, params),
        onNotification: (method, params) => {
            handlers().onNotification(method, params);
        }
    });
    const engine = await running;
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
