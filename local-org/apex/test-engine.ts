import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { EngineError, type Engine } from './engine.ts';
import { borrowEngine } from './shared-engine.ts';

// The engine over the project in fixture/good.

export const ERIN = '005000000000011AAA';
export const ZOE = '005000000000012AAA';
export const ADA = '005000000000013AAA';

export type Answer = Record<string, unknown>;
type Platform = (method: string, params: Answer) => unknown;

export let engine: Engine;
export const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
/** What the engine told since the test began. */
export const events: Answer[] = [];
let platform: Platform;

/** Answers what the engine asks for during the test. */
export function setPlatform(answer: Platform): void {
    platform = answer;
}

function user(id: string, firstName: string, profile: string, permissionSets: string[], timeZone = 'GMT'): object {
    const username = `${firstName}@local.example`;
    return { id, username, firstName, lastName: 'Sample', email: username, profile, permissionSets, timeZone };
}

export async function aura(method: string, params: object = {}, userId = ERIN, className = 'Notes'): Promise<Answer> {
    return (await engine.request('aura', { userId, class: className, method, params })) as Answer;
}

export async function failure(request: Promise<unknown>): Promise<Answer> {
    const error: unknown = await request.then(
        () => assert.fail('it was answered'),
        (reason: unknown) => reason
    );
    assert.ok(error instanceof EngineError, String(error));
    return error.data as Answer;
}

export async function startFixture(project = path.join(import.meta.dirname, 'fixture/good')): Promise<void> {
    await engine.request('start', {
        project,
        org: {
            id: '00D000000000001',
            name: 'Fixture',
            isSandbox: true,
            domainUrl: 'http://127.0.0.1',
            instanceName: 'L'
        },
        users: [
            user(ERIN, 'erin', 'Standard User', ['Notes']),
            user(ZOE, 'zoe', 'Standard User', []),
            user(ADA, 'ada', 'System Administrator', [], 'America/New_York')
        ],
        records: [{ type: 'Account', Id: '001000000000001AAA', Name: 'Northwind' }],
        certificates: { Own: keys.privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') }
    });
}

/** Has the engine for a test file; each test finds it as it was at the start. */
export function useEngine(): void {
    before(async () => {
        engine = await borrowEngine({
            onRequest: (method, params) => Promise.resolve().then(() => platform(method, params as Answer)),
            onNotification: (_method, params) => void events.push(params as Answer)
        });
        await startFixture();
    });
    after(() => engine.close());
    beforeEach(async () => {
        platform = () => assert.fail('nothing outside is wanted');
        await engine.request('reset', {});
        events.length = 0;
    });
}
