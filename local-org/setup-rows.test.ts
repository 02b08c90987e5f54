import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Engine } from './apex/engine.ts';
import { borrowEngine } from './apex/shared-engine.ts';
import { SWITCHES } from './platform/switches.ts';

describe('setup-rows', () => {
    // Connections that look up their Auth. Provider or Named Credential, which ordinary users may not be able to do (U12).
    // The shipped connection looks up neither, so the stories of switches.test.ts never get here.

    const ERIN = '005000000000001AAA';
    const PROVIDER = '0SO000000000001GAA';
    const DOMAIN = 'https://setup.example.com';

    const CONNECTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        Legacy: { Kickoff__c: 'named-credential', Named_Credential__c: 'Sample' },
        Token: { Kickoff__c: 'auth-provider', Base_Url__c: 'https://api.example.com' }
    };

    interface Call {
        readonly endpoint: string;
        readonly headers: Readonly<Record<string, string>>;
    }

    const folder = mkdtempSync(path.join(tmpdir(), 'setup-rows-'));
    const calls: Call[] = [];
    let engine: Engine;

    function record(fields: Readonly<Record<string, string>>): string {
        const values = Object.entries(fields).map(
            ([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`
        );
        return `<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
        <label>Sample</label><protected>false</protected>${values.join('')}</CustomMetadata>`;
    }

    function answer(method: string, params: unknown): unknown {
        if (method === 'authToken') return 'the-token';
        assert.equal(method, 'callout', 'nothing else is asked for');
        calls.push(params as Call);
        return { statusCode: 401, status: 'Unauthorized', headers: {}, bodyBase64: '' };
    }

    async function start(switches: object): Promise<void> {
        await engine.request('start', {
            project: folder,
            switches,
            org: { id: '00D000000000001EAA', name: 'Setup', isSandbox: true, domainUrl: DOMAIN, instanceName: 'SETUP' },
            users: [
                {
                    id: ERIN,
                    username: 'erin@setup.example.com',
                    firstName: 'Erin',
                    lastName: 'Example',
                    email: 'erin@setup.example.com',
                    profile: 'Standard User',
                    permissionSets: ['Reauth_User']
                }
            ],
            records: [
                { type: 'AuthProvider', Id: PROVIDER, DeveloperName: 'Sample' },
                { type: 'NamedCredential', Id: '0XA000000000001GAA', DeveloperName: 'Sample' }
            ]
        });
    }

    async function stateOf(connection: string): Promise<Record<string, unknown>> {
        const { returnValue } = (await engine.request('aura', {
            userId: ERIN,
            class: 'ReauthController',
            method: 'getState',
            params: { connection, returnPath: null, live: true }
        })) as { returnValue: Record<string, unknown> };
        return returnValue;
    }

    before(async () => {
        const main = path.join(folder, 'main');
        cpSync(path.join(import.meta.dirname, '../force-app/main'), main, { recursive: true });
        for (const [name, fields] of Object.entries(CONNECTIONS)) {
            const file = path.join(main, `connection/customMetadata/Reauth_Connection.${name}.md-meta.xml`);
            writeFileSync(file, record({ ...fields, Auth_Provider__c: 'Sample', Probe_Path__c: '/api/me' }));
        }
        const definition = { packageDirectories: [{ path: 'main', default: true }], sourceApiVersion: '66.0' };
        writeFileSync(path.join(folder, 'sfdx-project.json'), JSON.stringify(definition));
        engine = await borrowEngine({
            onRequest: (method, params) => Promise.resolve().then(() => answer(method, params)),
            onNotification: () => undefined
        });
    });

    after(async () => {
        await engine.close();
        rmSync(folder, { recursive: true, force: true });
    });

    for (const [value, meaning] of Object.entries(SWITCHES.U12.values)) {
        test(`a first-time user is asked to connect with U12=${value}: ${meaning}`, async () => {
            await start({ U12: value });
            const finds = value === 'a';

            const legacy = await stateOf('Legacy');
            assert.equal(legacy.state, 'never-connected');
            assert.equal(legacy.kickoffKind, finds ? 'named-credential' : 'personal-settings');

            calls.length = 0;
            const token = await stateOf('Token');
            assert.equal(token.state, 'never-connected');
            assert.equal(token.kickoffUrl, `${DOMAIN}/services/auth/oauth/Sample`);
            assert.deepEqual(
                calls.map(({ endpoint, headers }) => [endpoint, headers.Authorization?.trim()]),
                [['https://api.example.com/api/me', finds ? 'Bearer the-token' : 'Bearer']]
            );
        });
    }
});
