/**
 * Everything that proves the product, two steps at a time; the last line counts it all.
 * A gate counts as one test; a runner counts its own tests, and none run is a failure.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { prepare, root } from './lib/prepare.mjs';

prepare();

const bin = (name) => path.join(root, 'node_modules/.bin', name);
const node = process.execPath;
const last = (text, pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
const counts = (passed, failed) => (text) => ({ passed: last(text, passed), failed: last(text, failed) });

const STEPS = [
    { name: 'types', run: [bin('tsc'), '-p', 'tsconfig.test.json'] },
    { name: 'types of local-org', run: [bin('tsc'), '-p', 'local-org/tsconfig.json'] },
    { name: 'Apex tests', run: [node, 'local-org/apex/run.mjs', 'test'], count: counts(/^(\d+) passed/gm, /(\d+) failed$/gm) },
    { name: 'format', run: [bin('prettier'), '--check', '--log-level=warn', '.'] },
    { name: 'Jest', run: [bin('sfdx-lwc-jest')], count: counts(/^Tests:.*?(\d+) passed/gm, /^Tests:.*?(\d+) failed/gm) },
    { name: 'lint', run: [bin('eslint'), '.'] },
    { name: 'Apex compiler', run: [node, 'local-org/apex/run.mjs', 'check'] },
    { name: 'apex-ls', run: [node, 'scripts/check/apex-ls.mjs'] },
    { name: 'metadata', run: [node, 'scripts/check/metadata.mjs'] },
    { name: 'deployable', run: [node, 'scripts/check/convert.mjs'] },
    {
        name: 'local-org',
        run: [bin('tsx'), '--test', 'local-org/**/*.test.ts'],
        count: counts(/^(?:#|ℹ) pass (\d+)/gm, /^(?:#|ℹ) fail (\d+)/gm)
    },
    {
        name: 'browser',
        run: [bin('playwright'), 'test', '-c', 'e2e/playwright.config.ts'],
        count: counts(/^\s+(\d+) passed/gm, /^\s+(\d+) failed/gm),
        alone: true
    }
];

function run({ name, run: [command, ...args], count }) {
    const started = Date.now();
    return new Promise((resolve) => {
        const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
        let output = '';
        child.stdout.on('data', (data) => (output += data));
        child.stderr.on('data', (data) => (output += data));
        child.on('close', (code) => {
            const result = count ? count(output) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
            if (code !== 0 && result.failed === 0) result.failed = 1;
            if (result.passed + result.failed === 0) result.failed = 1;
            const seconds = ((Date.now() - started) / 1000).toFixed(1);
            console.log(`\n== ${name}: ${result.failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n${output.trimEnd()}`);
            resolve(result);
        });
    });
}

const { buildComponents } = await import('./build.mjs');
const started = Date.now();
const total = { passed: 0, failed: 0 };
const add = ({ passed, failed }) => {
    total.passed += passed;
    total.failed += failed;
};
add(buildComponents() ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const queue = STEPS.filter((step) => !step.alone);
const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) add(await run(step));
};
await Promise.all([worker(), worker()]);
for (const step of STEPS.filter((step) => step.alone)) add(await run(step));

console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
