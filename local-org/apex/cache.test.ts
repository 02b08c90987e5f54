import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';

const RUN = [path.join(import.meta.dirname, 'run.mjs'), 'test', '--tests', 'AnswerTest'];

let project: string;
before(() => {
    project = mkdtempSync(path.join(tmpdir(), 'apex-'));
    mkdirSync(path.join(project, 'app'));
    writeFileSync(path.join(project, 'sfdx-project.json'), '{"packageDirectories":[{"path":"app"}]}');
});
after(() => {
    rmSync(project, { recursive: true });
});

function writeTest(value: number): void {
    const body = `@IsTest static void answers() { Assert.areEqual(42, ${String(value)}); }`;
    writeFileSync(path.join(project, 'app/AnswerTest.cls'), `@IsTest private class AnswerTest { ${body} }`);
}

test('what was compiled before is used only as long as the source is the same', () => {
    const resultOf = (value: number) => {
        writeTest(value);
        const env = { ...process.env, LOCAL_ORG_PROJECT: project };
        return spawnSync(process.execPath, RUN, { encoding: 'utf8', env }).stdout;
    };
    assert.match(resultOf(42), /1 passed, 0 failed/);
    assert.match(resultOf(41), /0 passed, 1 failed/);
    assert.match(resultOf(42), /1 passed, 0 failed/);
});

test('a watched project is tested again after each change, in the same process', async (context) => {
    writeTest(42);
    const watching = spawn(process.execPath, [...RUN, '--watch'], {
        env: { ...process.env, LOCAL_ORG_PROJECT: project },
        stdio: ['ignore', 'pipe', 'inherit']
    });
    context.after(() => watching.kill());
    const results = createInterface({ input: watching.stdout })[Symbol.asyncIterator]();
    const nextResult = async () => {
        for (;;) {
            const { value } = (await results.next()) as { value: string };
            if (/^\d+ passed/.test(value)) return value;
        }
    };
    assert.equal(await nextResult(), '1 passed, 0 failed');
    writeTest(41);
    assert.equal(await nextResult(), '0 passed, 1 failed');
    writeTest(42);
    assert.equal(await nextResult(), '1 passed, 0 failed');
});
