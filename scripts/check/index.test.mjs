import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import test from 'node:test';
import { GATES } from './gates.mjs';

const run = (...names) =>
    spawnSync(process.execPath, [path.join(import.meta.dirname, 'index.mjs'), ...names], { encoding: 'utf8' });

test('One gate runs alone by its name', () => {
    const { stdout, status } = run('dependencies');
    assert.match(stdout, /^== dependencies: ok.*\n.*\n\n\d+ s\n1 passed, 0 failed\n$/m);
    assert.equal(status, 0);
});

test('A gate that does not exist is an error that names those that do', () => {
    const { stderr, status } = run('dependencies', 'licences');
    for (const { name } of GATES) assert.match(stderr, new RegExp(`There is no gate licences, only .*\\b${name}\\b`));
    assert.equal(status, 1);
});
