import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Engine } from './engine.ts';
import { borrowEngine } from './shared-engine.ts';
import { useProjectFolder } from './test-folder.ts';

describe('apex/flows', () => {
    const FLOW = `<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
    <recordUpdates>
        <name>Tick</name><label>Tick</label>
        <filterLogic>and</filterLogic>
        <filters>
            <field>OwnerId</field><operator>EqualTo</operator>
            <value><elementReference>$Record.OwnerId</elementReference></value>
        </filters>
        <inputAssignments><field>Name</field><value><stringValue>Ticked</stringValue></value></inputAssignments>
        <object>Account</object>
    </recordUpdates>
    <label>Tick</label>
    <processType>AutoLaunchedFlow</processType>
    <start>
        <connector><targetReference>Tick</targetReference></connector>
        <object>Account</object><recordTriggerType>Create</recordTriggerType><triggerType>RecordAfterSave</triggerType>
    </start>
    <status>Active</status>
</Flow>`;

    const project = useProjectFolder('flows', 'objects/Account/fields');
    let engine: Engine;

    before(async () => {
        engine = await borrowEngine({ onRequest: () => assert.fail(), onNotification: () => undefined });
        writeFileSync(
            path.join(project, 'app/objects/Account/fields/Twice__c.field-meta.xml'),
            '<CustomField><fullName>Twice__c</fullName><formula>"a"</formula><type>Text</type></CustomField>'
        );
    });
    after(() => engine.close());

    async function deploy(flow: string): Promise<unknown> {
        writeFileSync(path.join(project, 'app/flows/Tick.flow-meta.xml'), flow);
        const org = {
            id: '00D000000000001',
            name: 'F',
            isSandbox: true,
            domainUrl: 'http://127.0.0.1',
            instanceName: 'L'
        };
        return engine.request('start', { project, org, users: [], records: [] });
    }

    const FAULTS: readonly (readonly [what: string, from: string, to: string, message: RegExp])[] = [
        ['an element', '<label>Tick</label>\n    <process', '<loops/><label>Tick</label><process', /<loops> in <Flow>/],
        [
            'a part of an element',
            '<object>Account</object>\n    </rec',
            '<limit/><object/></rec',
            /<limit> in <recordUpdates>/
        ],
        ['an operator', 'EqualTo', 'StartsWith', /the operator StartsWith/],
        ['a trigger before saving', 'RecordAfterSave', 'RecordBeforeSave', /<triggerType> RecordBeforeSave/],
        ['a screen', 'AutoLaunchedFlow', 'Flow', /<processType> Flow/],
        ['a text with merge fields', 'Ticked', '{!$Record.Name}', /merge fields in a text/],
        ['an object that is not there', '<object>Account', '<object>Acount', /there is no object Acount/],
        ['a formula field', '<field>Name', '<field>Twice__c', /formula and roll-up summary fields: Account\.Twice__c/],
        ['a field that is not there', '<field>Name', '<field>Nam', /Account has no field Nam/],
        [
            'an action that is not there',
            '<recordUpdates>',
            '<actionCalls><name>A</name><actionName>Nobody</actionName><actionType>apex</actionType></actionCalls><recordUpdates>',
            /there is no Apex action Nobody/
        ],
        ['an element that is not there', '<targetReference>Tick', '<targetReference>Tock', /the flow has no Tock/],
        ['a resource that is not there', '$Record.OwnerId', 'owner', /the flow has no owner/]
    ];

    for (const [what, from, to, message] of FAULTS) {
        test(`${what} that local-org cannot run is named at deployment`, async () => {
            assert.ok(FLOW.includes(from));
            await assert.rejects(deploy(FLOW.replace(from, to)), (error: Error) => {
                assert.match(error.message, message);
                assert.match(error.message, /Tick\.flow-meta\.xml/);
                return true;
            });
        });
    }

    test('a flow that is not active is left alone, whatever it holds', async () => {
        await deploy(FLOW.replace('Active', 'Draft').replace('<label>', '<loops/><label>'));
    });

    test('the flow without a fault is taken', async () => {
        await deploy(FLOW);
    });
});
