import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test, type TestContext } from 'node:test';
import { useProjectFolder } from './test-folder.ts';

describe('apex/cache', () => {
    const RUN = path.join(import.meta.dirname, 'run.mjs');

    const project = useProjectFolder();

    function writeTest(value: number): void {
        const body = `@IsTest static void answers() { Assert.areEqual(42, ${String(value)}); }`;
        writeFileSync(path.join(project, 'app/AnswerTest.cls'), `@IsTest private class AnswerTest { ${body} }`);
    }

    test('what was compiled before is used only as long as the source is the same', () => {
        const resultOf = (value: number) => {
            writeTest(value);
            const env = { ...process.env, LOCAL_ORG_PROJECT: project };
            return spawnSync(process.execPath, [RUN, 'test', '--tests', 'AnswerTest'], { encoding: 'utf8', env })
                .stdout;
        };
        assert.match(resultOf(42), /1 passed, 0 failed/);
        assert.match(resultOf(41), /0 passed, 1 failed/);
        assert.match(resultOf(42), /1 passed, 0 failed/);
    });

    const ranAgain = (some: number, all: number) =>
        `${String(some)} of ${String(all)} test classes ran again: those that execute what has changed`;

    /** Watches the project; answers what gives the summary of the next run. */
    function watch(context: TestContext, folder: string, options: readonly string[]): () => Promise<string[]> {
        const watching = spawn(process.execPath, [RUN, 'test', ...options, '--watch'], {
            env: { ...process.env, LOCAL_ORG_PROJECT: folder },
            stdio: ['ignore', 'pipe', 'inherit']
        });
        context.after(() => watching.kill());
        const lines = createInterface({ input: watching.stdout })[Symbol.asyncIterator]();
        return async () => {
            const summary: string[] = [];
            for (;;) {
                const { value } = (await lines.next()) as { value: string };
                if (/ran again|^\d+ passed/.test(value)) summary.push(value);
                if (/^\d+ passed/.test(value)) return summary;
            }
        };
    }

    test('a watched project is tested again after each change, in the same process', async (context) => {
        writeTest(42);
        const next = watch(context, project, ['--tests', 'AnswerTest']);
        assert.deepEqual(await next(), ['1 passed, 0 failed']);
        writeTest(41);
        assert.deepEqual(await next(), ['0 passed, 1 failed']);
        writeTest(42);
        assert.deepEqual(await next(), ['1 passed, 0 failed']);
    });

    test('after a change inside a method only the tests that executed its class run again', async (context) => {
        const folder = useProjectFolder();
        const write = (name: string, body: string) => {
            writeFileSync(path.join(folder, 'app', `${name}.cls`), body);
        };
        const testOf = (name: string) =>
            `@IsTest private class ${name}Test { @IsTest static void answers() { Assert.areEqual(42, ${name}.answer()); } }`;
        const answering = (body: string) => `public class Used { public static Integer answer() { ${body} } }`;
        write('Used', answering('return 42;'));
        write('Other', 'public class Other { public static Integer answer() { return 42; } }');
        write('UsedTest', testOf('Used'));
        write('OtherTest', testOf('Other'));
        const next = watch(context, folder, ['--no-coverage']);
        assert.deepEqual(await next(), ['2 passed, 0 failed']);

        write('Used', answering('return 41;'));
        assert.deepEqual(await next(), [ranAgain(1, 2), '1 passed, 1 failed']);
        write('Other', 'public class Other { public static Integer answer() { return 40 + 2; } }');
        assert.deepEqual(await next(), ['1 passed, 1 failed'], 'a test that failed runs again as well');
        write('Used', answering('return 42;'));
        assert.deepEqual(await next(), [ranAgain(1, 2), '2 passed, 0 failed']);
        write('Used', answering('return 42;').replace(' }', ' } public static Integer more;'));
        assert.deepEqual(await next(), ['2 passed, 0 failed'], 'what is declared may concern every test');
        writeFileSync(path.join(folder, 'app/Labels.labels-meta.xml'), '<CustomLabels/>');
        assert.deepEqual(await next(), ['2 passed, 0 failed'], 'so may metadata');
    });
});
