/** The properties of the classifier on 100 000 generated cases: the test of the normal suite with fifty further seeds. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './lib/prepare.mjs';

const SEEDS = 50;
const CASES = 2000;
const NAME = 'ManySeeds';

const methods = Array.from({ length: SEEDS }, (_, i) => {
    const seed = 1000 + i;
    return `@IsTest static void seed${seed}() { ReauthClassifierPropertyTest.tryCases(${seed}, ${CASES}); }`;
});
const meta = '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></ApexClass>';

const folder = mkdtempSync(path.join(tmpdir(), 'properties-'));
try {
    writeFileSync(path.join(folder, `${NAME}.cls`), `@IsTest private class ${NAME} {\n${methods.join('\n')}\n}\n`);
    writeFileSync(path.join(folder, `${NAME}.cls-meta.xml`), meta);
    const words = ['local-org/apex/run.mjs', 'test', '--also', folder, '--tests', NAME, '--no-coverage'];
    const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
    process.exitCode = status ?? 1;
} finally {
    rmSync(folder, { recursive: true, force: true });
}
