import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { check } from './dead-code.mjs';
import { assertFindings } from './lib/planted.mjs';

const FILES = {
    'package.json': '{ "name": "planted", "type": "module", "devDependencies": { "minimatch": "1.0.0" } }',
    'knip.jsonc': '{ "entry": ["main.mjs"], "project": ["*.mjs"] }',
    'main.mjs': "import { used } from './part.mjs';\nimport 'fastify';\nimport './gone.mjs';\nused();\n",
    'part.mjs': 'export const used = () => {};\nexport const unused = () => {};\n',
    'orphan.mjs': 'export {};\n'
};

test('knip names each leftover with its file, and nothing else', async (t) => {
    const root = mkdtempSync(path.join(tmpdir(), 'dead-code-'));
    t.after(() => rmSync(root, { recursive: true }));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(root, name), text);
    const { findings } = await check({ root }, 'knip.jsonc');
    assertFindings(findings, [
        ['package.json', /nothing uses the package minimatch/],
        ['main.mjs', /the package fastify is not in package.json/],
        ['main.mjs', /there is no module \.\/gone.mjs/],
        ['part.mjs', /nothing imports unused/],
        ['orphan.mjs', /nothing uses this file/]
    ]);
});
