import assert from 'node:assert/strict';
import test from 'node:test';
import { check } from './convert.mjs';
import { assertFindings, clean, onDisk, planted } from './lib/planted.mjs';

test('The clean project deploys its classes and compiled components, and no findings are left', async () => {
    const { findings, checked } = await onDisk(clean, check);
    assertFindings(findings, []);
    assert.ok(checked > 20, `${checked} files in the deployment`);
});

test('Catches what must not be deployed, what is missing from it and what belongs to one org', async () => {
    const project = planted(
        ['.forceignore', 'package.xml\n**/jsconfig.json\n'],
        ['sampleLine.js', null],
        ['force-app/main/lwc/sampleText/sampleText.js.map', '{}'],
        ['SampleAction.cls', 'GET', '00D5g000004ABcd'],
        ['SamplePlugin.cls', "'/sample'", "'https://acme.my.salesforce.com/sample'"],
        ['Sample_See_Details.customPermission-meta.xml', 'Shows the state', 'ada@acme.test<!-- -->'],
        ['Acme.externalCredential-meta.xml', '<label>Acme', '<label>other.example.com'],
        ['sfdx-project.json', '"filename": "connections/acme/authproviders/Acme', '"filename": "connections/acme/Acme']
    );
    const { findings } = await onDisk(project, check);
    assertFindings(findings, [
        ['lwc/sampleCard/sampleCard.ts', /must not reach an org/],
        ['lwc/sampleLine/sampleLine.ts', /must not reach an org/],
        ['lwc/sampleText/sampleText.ts', /must not reach an org/],
        ['lwc/sampleCard/__tests__/sampleCard.test.ts', /must not reach an org/],
        ['lwc/sampleText/sampleText.js.map', /must not reach an org/],
        ['lwc/sampleLine/sampleLine.ts', /the deployment lacks lwc\/sampleLine\/sampleLine.js/],
        ['SampleAction.cls', /holds the id of an org: 00D5g000004ABcd/],
        ['SamplePlugin.cls', /holds an org's own address/],
        ['Sample_See_Details.customPermission-meta.xml', /holds a user name or an e-mail address: ada@acme.test/],
        ['Acme.externalCredential-meta.xml', /no replacement in sfdx-project.json fills other.example.com/],
        ['Acme.authprovider-meta.xml', /no replacement in sfdx-project.json fills integration@org.example.com/],
        ['sfdx-project.json', /nothing in connections\/acme\/Acme.* holds 'integration@org.example.com'/],
        ['sfdx-project.json', /the value of EXECUTION_USER does not reach the deployment/]
    ]);
});

test('Says what the CLI says where it cannot convert', async () => {
    const project = planted(['force-app/main/classes/Nobody.wrong-meta.xml', '<Nobody />']);
    const { findings } = await onDisk(project, check);
    assertFindings(findings, [['sfdx-project.json', /Nobody.wrong/]]);
});
