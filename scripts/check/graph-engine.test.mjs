import test from 'node:test';
import { check } from './graph-engine.mjs';
import { assertFindings, clean, fileOf, onDisk } from './lib/planted.mjs';
import { Project } from './lib/project.mjs';

const META = fileOf('SampleAction.cls-meta.xml').text;

/** The entry point is clean to a rule that reads one method; what it calls writes without asking, and
 * without saying how it shares. */
const INDIRECT = `public with sharing class Indirect {
    @AuraEnabled
    public static void rename(Id recordId, String name) {
        Writer.write(new Account(Id = recordId, Name = name));
    }

    private class Writer {
        private static void write(Account record) {
            update record;
        }
    }
}
`;

test('The graph engine follows an entry point to data that nobody checked access to, and no exclusion outlives its class', async () => {
    const project = new Project(
        null,
        new Map([
            ['sfdx-project.json', clean.texts.get('sfdx-project.json')],
            ['force-app/main/classes/Indirect.cls', INDIRECT],
            ['force-app/main/classes/Indirect.cls-meta.xml', META]
        ])
    );
    const { findings } = await onDisk(project, (written) => check(written, new Map([['Gone', 'it was not followed']])));
    assertFindings(findings, [
        ['scripts/check/graph-engine.mjs', /Gone is gone/],
        ['Indirect.cls', /ApexFlsViolation:.*Account/],
        ['Indirect.cls', /DatabaseOperationsMustUseWithSharing: .* implicitly inherits/]
    ]);
});
