import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

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

test('the report has the dearest call of each entry point, whether it returned or threw', (context) => {
    const project = mkdtempSync(path.join(tmpdir(), 'apex-'));
    context.after(() => {
        rmSync(project, { recursive: true });
    });
    mkdirSync(path.join(project, 'app'));
    writeFileSync(path.join(project, 'sfdx-project.json'), '{"packageDirectories":[{"path":"app"}]}');
    writeFileSync(path.join(project, 'app/Counter.cls'), COUNTER);
    writeFileSync(path.join(project, 'app/CounterTest.cls'), COUNTER_TEST);
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
    assert.deepEqual(
        tests.map(({ failure, cost }) => ({ failure, cost: counted(cost) })),
        [{ failure: null, cost: { queries: 4, dml: 1, callouts: 0, any: true } }]
    );
    assert.deepEqual(
        Object.entries(entryPoints).map(([name, { cost, ...rest }]) => ({ name, ...rest, cost: counted(cost) })),
        [{ name: 'Counter.count', calls: 3, cost: { queries: 1, dml: 1, callouts: 0, any: true } }]
    );
});
