import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

function classWithTest(answer: number): string {
    return `@IsTest private class AnswerTest { @IsTest static void answers() { Assert.areEqual(42, ${String(answer)}); } }`;
}

test('what was compiled before is used only as long as the source is the same', (context) => {
    const project = mkdtempSync(path.join(tmpdir(), 'apex-'));
    context.after(() => {
        rmSync(project, { recursive: true });
    });
    mkdirSync(path.join(project, 'app'));
    writeFileSync(path.join(project, 'sfdx-project.json'), '{"packageDirectories":[{"path":"app"}]}');
    const resultOf = (answer: number) => {
        writeFileSync(path.join(project, 'app/AnswerTest.cls'), classWithTest(answer));
        return spawnSync(
            process.execPath,
            [path.join(import.meta.dirname, 'run.mjs'), 'test', '--tests', 'AnswerTest'],
            {
                encoding: 'utf8',
                env: { ...process.env, LOCAL_ORG_PROJECT: project }
            }
        ).stdout;
    };
    assert.match(resultOf(42), /1 passed, 0 failed/);
    assert.match(resultOf(41), /0 passed, 1 failed/);
    assert.match(resultOf(42), /1 passed, 0 failed/);
});
