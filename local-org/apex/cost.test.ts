import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { useProjectFolder } from './test-folder.ts';

const COUNTER = `public with sharing class Counter {
    @AuraEnabled
    public static Integer count(Boolean twice) {
        Integer found = [SELECT COUNT() FROM Account];
        if (twice) {
            insert new Account(Name = 'More');
            throw new AuraHandledException('No');
        }
        return found;
    }
}`;
const COUNTER_TEST = `@IsTest
private class CounterTest {
    @IsTest
    static void counts() {
        Integer before = [SELECT COUNT() FROM Account];
        Assert.areEqual(before, Counter.count(false), 'one query');
        try {
            Counter.count(true);
            Assert.fail('no exception');
        } catch (AuraHandledException e) {
            Assert.areEqual(before + 1, Counter.count(false), 'one query');
        }
    }
}`;

/** Each kind of entry point that is no method of a component: what the platform calls, and how a test has it called. */
const WORK = `public with sharing class Work implements Queueable, Finalizer, Schedulable, Database.Batchable<SObject> {
    public void execute(QueueableContext context) {
        System.attachFinalizer(this);
    }
    public void execute(FinalizerContext context) {
        insert new Account(Name = 'Finalized');
    }
    public void execute(SchedulableContext context) {
        insert new Account(Name = 'Scheduled');
    }
    public Database.QueryLocator start(Database.BatchableContext context) {
        return Database.getQueryLocator('SELECT Id FROM Account');
    }
    public void execute(Database.BatchableContext context, List<SObject> scope) {
        update scope;
    }
    public void finish(Database.BatchableContext context) {
        insert new Account(Name = 'Finished');
    }
}`;
const PICKLIST = `public with sharing class Picklist extends VisualEditor.DynamicPickList {
    public override VisualEditor.DataRow getDefaultValue() {
        return null;
    }
    public override VisualEditor.DynamicPickListRows getValues() {
        Integer found = [SELECT COUNT() FROM Account];
        return new VisualEditor.DynamicPickListRows(new List<VisualEditor.DataRow>());
    }
}`;
const TRIGGER = `trigger Accounts on Account (before insert) {
    Integer found = [SELECT COUNT() FROM Account];
    if (found > 9) {
        Trigger.new[0].addError('Too many');
    }
}`;
const WORK_TEST = `@IsTest
private class WorkTest {
    @IsTest
    static void works() {
        insert new Account(Name = 'First');
        Test.startTest();
        System.enqueueJob(new Work());
        Database.executeBatch(new Work());
        System.schedule('Work', '0 0 6 * * ?', new Work());
        Assert.areEqual(0, new Picklist().getValues().size(), 'none');
        Assert.isNull(new Picklist().getDefaultValue(), 'none');
        Test.stopTest();
    }
}`;

test('the report has the dearest call of each entry point, whether it returned or threw', () => {
    const project = useProjectFolder();
    writeFileSync(path.join(project, 'app/Counter.cls'), COUNTER);
    writeFileSync(path.join(project, 'app/CounterTest.cls'), COUNTER_TEST);
    writeFileSync(path.join(project, 'app/Work.cls'), WORK);
    writeFileSync(path.join(project, 'app/Picklist.cls'), PICKLIST);
    writeFileSync(path.join(project, 'app/Accounts.trigger'), TRIGGER);
    writeFileSync(path.join(project, 'app/WorkTest.cls'), WORK_TEST);
    const { stdout } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'run.mjs'), 'test', '--json'], {
        encoding: 'utf8',
        env: { ...process.env, LOCAL_ORG_PROJECT: project }
    });
    interface Cost {
        statements: number;
    }
    const { entryPoints, tests } = JSON.parse(stdout) as {
        entryPoints: Record<string, { cost: Cost }>;
        tests: { failure: string | null; cost: Cost }[];
    };
    const counted = ({ statements, ...rest }: Cost) => ({ ...rest, any: statements > 0 });
    const cost = (queries: number, dml: number) => ({ queries, dml, callouts: 0, any: true });
    assert.deepEqual(
        tests.map(({ failure, cost }) => ({ failure, cost: counted(cost) })),
        [
            { failure: null, cost: cost(5, 1) },
            { failure: null, cost: cost(2, 1) }
        ]
    );
    assert.deepEqual(
        Object.entries(entryPoints).map(([name, { cost, ...rest }]) => ({ name, ...rest, cost: counted(cost) })),
        [
            { name: 'Accounts', calls: 5, cost: cost(1, 0) },
            { name: 'Counter.count', calls: 3, cost: cost(2, 1) },
            { name: 'Picklist.getDefaultValue', calls: 1, cost: cost(0, 0) },
            { name: 'Picklist.getValues', calls: 1, cost: cost(1, 0) },
            { name: 'Work.execute', calls: 4, cost: cost(1, 1) },
            { name: 'Work.finish', calls: 1, cost: cost(1, 1) },
            { name: 'Work.start', calls: 1, cost: cost(1, 0) }
        ]
    );
});
