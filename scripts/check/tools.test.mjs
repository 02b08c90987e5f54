/** The gates that hand a whole folder to a tool: a fault for each of them, and files in order beside it. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { bin } from '../lib/steps.mjs';
import * as format from './format.mjs';
import { repository } from './lib/gate.mjs';
import { assertFindings } from './lib/planted.mjs';
import * as lint from './lint.mjs';

const TSCONFIG =
    '{ "compilerOptions": { "strict": true, "noEmit": true, "types": [], "target": "ES2022", "skipLibCheck": true } }\n';

/** A folder with these files and the settings of this repository. */
function folderWith(context, files) {
    const folder = mkdtempSync(path.join(tmpdir(), 'tools-'));
    context.after(() => rmSync(folder, { recursive: true }));
    symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
    for (const name of ['eslint.config.js', '.prettierrc', '.prettierignore', '.gitignore'])
        copyFileSync(path.join(repository, name), path.join(folder, name));
    for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
        writeFileSync(path.join(folder, name), text);
    }
    return folder;
}

test('Prettier names what it would write otherwise by its first line, and what it cannot read', async (context) => {
    const root = folderWith(context, {
        'good.mjs': "export const a = 'a';\n",
        'quotes.mjs': 'export const a = \'a\';\nexport const b = "b";\n',
        'broken.ts': 'export const a = 1;\nexport const = 2;\n',
        'page.xml': '<?xml version="1.0" encoding="UTF-8" ?>\n<Page>\n    <name   />\n</Page>\n',
        'force-app/main/lwc/a/a.js': 'left   alone',
        'unknown.bin': 'left   alone'
    });
    execFileSync('git', ['init', '-q'], { cwd: root });
    const { findings } = await format.check({ root });
    assertFindings(findings, [
        ['quotes.mjs', /run npm run format/],
        ['broken.ts', /expected/],
        ['page.xml', /run npm run format/]
    ]);
    assert.deepEqual(findings.map(({ file, line }) => `${file}:${line}`).sort(), [
        'broken.ts:2',
        'page.xml:3',
        'quotes.mjs:2'
    ]);
});

test('The TypeScript compiler and ESLint look at components, at local-org and at scripts, each with its own rules', async (context) => {
    const root = folderWith(context, {
        'tsconfig.test.json': TSCONFIG.replace('}', '}, "include": ["force-app"]'),
        'local-org/tsconfig.json': TSCONFIG,
        'force-app/main/lwc/a/a.ts': 'export function go(text: string): void {\n    eval(text);\n}\n',
        'force-app/main/lwc/b/b.ts': 'export const go = (text: string): string => text;\n',
        'force-app/main/lwc/c/c.ts': "\nexport const c: number = 'c';\n",
        'force-app/main/lwc/d/d.ts': "import { gone } from '../b/b';\nimport b from '../b/b';\nexport { gone, b };\n",
        'local-org/a.ts': 'export const go = (): void => {\n    Promise.resolve();\n};\n',
        'local-org/b.ts': 'export const go = (text: string): string => text;\n',
        'local-org/c.ts': 'export const c = (b: string | null): number => b.length;\n',
        'a.mjs': 'const unused = 1;\n',
        'b.mjs': 'export const used = 1;\n'
    });
    const { findings } = await lint.check({ root });
    assertFindings(findings, [
        ['c/c.ts', /^TS2322: Type 'string' is not assignable/],
        ['d/d.ts', /^TS2305: Module '"..\/b\/b"' has no exported member 'gone'/],
        ['d/d.ts', /^TS1192: Module '.*\/b"' has no default export/],
        ['local-org/c.ts', /^TS18047: 'b' is possibly 'null'/],
        ['force-app/main/lwc/a/a.ts', /^no-eval: /],
        ['local-org/a.ts', /^@typescript-eslint\/no-floating-promises: /],
        ['a.mjs', /^no-unused-vars: /]
    ]);
});

test('FIDELITY.md is found out of date, and an imitation or a platform class without its source', (context) => {
    const root = folderWith(context, {
        'FIDELITY.md': 'What was.\n',
        'a.ts': '// Imitates: a callout is counted.\nexport {};\n',
        'apex/src/localorg/runtime/A.java': 'class A {}\n',
        'apex/src/localorg/runtime/system/B.java': '/** Apex Reference, B Class. */\nclass B {}\n',
        'apex/src/localorg/runtime/system/C.java': '/** What C is. */\nclass C {}\n'
    });
    const { stderr, status } = spawnSync(
        bin('tsx'),
        [path.join(repository, 'local-org/fidelity.ts'), '--check', root],
        { encoding: 'utf8' }
    );
    assert.equal(status, 1);
    assert.deepEqual(
        stderr
            .trim()
            .replaceAll(`${path.basename(root)}/`, '')
            .split('\n'),
        [
            'a.ts:1 expected "Imitates: behaviour — source [C|L|U7]"',
            'apex/src/localorg/runtime/system/C.java:1 the comment before the class needs its page of the documentation',
            'FIDELITY.md:1 out of date: run npx tsx local-org/fidelity.ts'
        ]
    );
});

const CALLER = `public with sharing class Caller {
    public static Integer go() {
        HttpRequest request = new HttpRequest();
        request.setEndpoint('https://acme.example.com');
        return new Http().send(request).getStatusCode();
    }
}`;
const CALLER_TEST = `@IsTest(IsParallel=true)
private class CallerTest {
    @IsTest
    static void calls() {
        Assert.areEqual(200, Caller.go(), 'answered');
    }
}`;

test('The Apex tests fail at a callout without a mock', (context) => {
    const root = folderWith(context, {
        'sfdx-project.json': '{ "packageDirectories": [{ "path": "app" }] }',
        'app/Caller.cls': CALLER,
        'app/CallerTest.cls': CALLER_TEST
    });
    const { stdout, status } = spawnSync(
        process.execPath,
        [path.join(repository, 'local-org/apex/run.mjs'), 'test', '--no-coverage'],
        { encoding: 'utf8', env: { ...process.env, LOCAL_ORG_PROJECT: root } }
    );
    assert.equal(status, 1);
    assert.match(stdout, /FAIL CallerTest\.calls\n.*do not support Web service callouts\n\s+at app\/Caller\.cls:5 /);
    assert.match(stdout, /^0 passed, 1 failed$/m);
});
