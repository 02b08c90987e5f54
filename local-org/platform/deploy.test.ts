import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { deploy, type Environment } from './deploy.ts';
import { readOrgMetadata } from './metadata.ts';
import { copyProject, environmentFor } from './test-project.ts';

describe('platform/deploy', () => {
    let folder: string;
    const staged = (file: string) => readFileSync(path.join(folder, 'out', file), 'utf8');

    function write(file: string, text: string): void {
        const target = path.join(folder, 'project', file);
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
    }

    function stage(environment: Environment = {}, replacements: object[] = []): void {
        write('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'app' }], replacements }));
        deploy(path.join(folder, 'project'), path.join(folder, 'out'), environment);
    }

    beforeEach(() => {
        folder = mkdtempSync(path.join(tmpdir(), 'deploy-test-'));
        write('.forceignore', '**/*.ts\n**/__tests__/**\n');
    });
    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    test('what .forceignore names stays here, the rest is staged as it is', () => {
        write('app/lwc/card/card.ts', 'source');
        write('app/lwc/card/card.js', 'compiled');
        write('app/lwc/card/card.js-meta.xml', '<x/>');
        write('app/staticresources/Cases.resource-meta.xml', '<x/>');
        write('app/staticresources/Cases.json', '[]');
        write('app/lwc/card/__tests__/card.test.js', 'test');
        stage();
        assert.equal(staged('app/lwc/card/card.js'), 'compiled');
        assert.ok(!existsSync(path.join(folder, 'out/app/lwc/card/card.ts')));
        assert.ok(!existsSync(path.join(folder, 'out/app/lwc/card/__tests__')));
    });

    test('replacements take texts and expressions from the environment, in the files they name', () => {
        write('app/a.xml', 'url=OLD OLD flag=false');
        write('app/b.txt', 'OLD');
        stage({ URL: 'a$&b', FLAG: 'true' }, [
            { glob: 'app/**/*.xml', stringToReplace: 'OLD', replaceWithEnv: 'URL' },
            {
                filename: 'app/a.xml',
                regexToReplace: '(?<=flag=)\\w+',
                replaceWithEnv: 'FLAG',
                replaceWhenEnv: [{ env: 'FLAG', value: 'true' }]
            },
            {
                filename: 'app/b.txt',
                stringToReplace: 'OLD',
                replaceWithEnv: 'UNSET',
                replaceWhenEnv: [{ env: 'FLAG', value: 'no' }]
            }
        ]);
        assert.equal(staged('app/a.xml'), 'url=a$&b a$&b flag=true');
        assert.equal(staged('app/b.txt'), 'OLD');
    });

    test('an unset variable is an error that names it', () => {
        write('app/a.xml', 'OLD');
        assert.throws(() => {
            stage({}, [{ filename: 'app/a.xml', stringToReplace: 'OLD', replaceWithEnv: 'ACME_URL' }]);
        }, /ACME_URL/);
    });

    test('files that an org would refuse, or take for something else, are named', () => {
        const cases = [
            ['app/classes/A.cls', /A\.cls-meta\.xml is missing/],
            ['app/classes/A.cls-meta.xml', /the file it describes is missing/],
            ['app/lwc/card/card.js-meta.xml', /no compiled script card\.js/],
            ['app/staticresources/Cases.resource-meta.xml', /the content of the static resource is missing/]
        ] as const;
        for (const [file, message] of cases) {
            write(file, '<x/>');
            assert.throws(() => {
                stage();
            }, message);
            rmSync(path.join(folder, 'project/app'), { recursive: true });
        }
        write('.forceignore', '');
        write('app/lwc/card/card.ts', '');
        assert.throws(() => {
            stage();
        }, /card\.ts: TypeScript would reach the org/);
    });

    /** Stages the project's own metadata. */
    function stageReal(): string {
        const project = path.join(folder, 'real');
        copyProject(project);
        const out = path.join(folder, 'out');
        deploy(project, out, environmentFor('http://127.0.0.1:1', 'client'));
        return out;
    }

    test("the project's own metadata is read with its references resolved", () => {
        const metadata = readOrgMetadata(stageReal());
        assert.equal(metadata.namedCredentials.get('Acme_Sign')?.url, 'http://127.0.0.1:1');
        assert.equal(metadata.externalCredentials.get('Acme_Sign')?.authProvider, 'Acme_Sign');
        assert.deepEqual(metadata.permissionSets.get('Acme_Sign_Client')?.principals, ['Acme_Sign_Client-Client']);
        assert.deepEqual(metadata.remoteSites, ['http://127.0.0.1:1']);
        const [{ channel, event, matches } = assert.fail('no channel'), ...others] = metadata.channelMembers;
        assert.deepEqual([channel, event, others], ['/event/Reauth_Open_Pages__chn', 'Reauth_Event__e', []]);
        assert.deepEqual(
            [true, false, null, undefined].map((value) => matches({ For_Open_Pages__c: value })),
            [true, false, false, false]
        );
    });

    test('metadata that does not fit together is refused with the file and the reason', () => {
        const base = 'connections/acme-sign';
        const MEMBER =
            'force-app/main/connection/platformEventChannelMembers/Reauth_Open_Pages_chn_Reauth_Event_e.platformEventChannelMember-meta.xml';
        const cases = [
            [
                `${base}/authproviders/Acme_Sign.authprovider-meta.xml`,
                'OAuthProviderPlugin',
                'Nothing',
                /no ApexClass named Nothing/
            ],
            [
                `${base}/authproviders/Acme_Sign.authprovider-meta.xml`,
                'OAuth_Provider__mdt.Acme_Sign',
                'OAuth_Provider__mdt.No',
                /no custom metadata record/
            ],
            [`${base}/authproviders/Acme_Sign.authprovider-meta.xml`, '</executionUser>', '', /executionUser/],
            [
                `${base}/authproviders/Acme_Sign.authprovider-meta.xml`,
                'integration@local.example',
                '',
                /executionUser: You must enter a value/
            ],
            [
                `${base}/externalCredentials/Acme_Sign.externalCredential-meta.xml`,
                '<authProvider>Acme_Sign<',
                '<authProvider>No<',
                /no AuthProvider named No found/
            ],
            [
                `${base}/externalCredentials/Acme_Sign.externalCredential-meta.xml`,
                '>PerUserPrincipal<',
                '>PerUser<',
                /does not imitate the parameter type PerUser/
            ],
            [
                `${base}/namedCredentials/Acme_Sign.namedCredential-meta.xml`,
                '>Acme_Sign<',
                '>No<',
                /no ExternalCredential named No found/
            ],
            [
                `${base}/namedCredentials/Acme_Sign.namedCredential-meta.xml`,
                'SecuredEndpoint',
                'Legacy',
                /imitates legacy credentials of OAuth only/
            ],
            [
                `${base}/permissionsets/Acme_Sign_User.permissionset-meta.xml`,
                'Acme_Sign-User',
                'Acme_Sign-No',
                /no principal named Acme_Sign-No found/
            ],
            [
                `${base}/permissionsets/Acme_Sign_User.permissionset-meta.xml`,
                'PermissionSet',
                'Profile',
                /the root element must be PermissionSet/
            ],
            [
                `${base}/permissionsets/Acme_Sign_User.permissionset-meta.xml`,
                'soap.sforce.com',
                'example.com',
                /must be in the namespace/
            ],
            [MEMBER, '>Reauth_Open_Pages__chn<', '>No__chn<', /no PlatformEventChannel named No__chn found/],
            [MEMBER, '>Reauth_Event__e<', '>No__e<', /no CustomObject named No__e found/],
            [MEMBER, 'For_Open_Pages__c', 'No__c', /no CustomField named No__c found/],
            [
                MEMBER,
                '= true',
                '= true AND Background__c = true',
                /does not imitate the filter For_Open_Pages__c = true AND/
            ],
            [MEMBER, 'For_Open_Pages__c', 'State__c', /does not imitate filters on State__c, a Text/]
        ] as const;
        const out = stageReal();
        for (const [file, from, to, message] of cases) {
            const target = path.join(out, file);
            const text = readFileSync(target, 'utf8');
            assert.ok(text.includes(from), `${file} holds ${from}`);
            writeFileSync(target, text.replaceAll(from, to));
            assert.throws(
                () => readOrgMetadata(out),
                (error: Error) => message.test(error.message) && error.message.includes(path.basename(file)),
                file
            );
            writeFileSync(target, text);
        }
    });
});
