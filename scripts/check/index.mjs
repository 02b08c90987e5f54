/** Every gate, two at a time: findings of each, then one line that counts. `npm run check`. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildComponents } from '../build.mjs';
import { repository } from './lib/gate.mjs';

const bin = (name) => path.join(repository, 'node_modules/.bin', name);
const gate = (name) => ({ name, run: [process.execPath, path.join(import.meta.dirname, `${name}.mjs`)] });

/** The slowest first, so that none is left alone at the end. */
const GATES = [
    gate('graph-engine'),
    { name: 'lint', run: [bin('eslint'), '.'] },
    { name: 'format', run: [bin('prettier'), '--check', '--log-level=warn', '.'] },
    gate('code-analyzer'),
    { name: 'compiler', run: [process.execPath, 'local-org/apex/run.mjs', 'check'] },
    gate('dead-code'),
    gate('apex-ls'),
    gate('convert'),
    gate('bundles'),
    gate('metadata'),
    gate('licences'),
    gate('house')
];

function run({ name, run: [command, ...args] }) {
    const started = Date.now();
    const child = spawn(command, args, { cwd: repository, env: { ...process.env, FORCE_COLOR: '0' } });
    return new Promise((resolve, reject) => {
        let output = '';
        child.stdout.on('data', (data) => (output += data));
        child.stderr.on('data', (data) => (output += data));
        child.on('error', reject);
        child.on('close', (code) => {
            const seconds = ((Date.now() - started) / 1000).toFixed(1);
            console.log(`\n== ${name}: ${code === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n${output.trimEnd()}`);
            resolve(code === 0);
        });
    });
}

const started = Date.now();
const passed = { build: buildComponents() };
const queue = [...GATES];
const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) passed[next.name] = await run(next);
};
await Promise.all([worker(), worker()]);

const failed = Object.keys(passed).filter((name) => !passed[name]);
console.log(
    `\n${((Date.now() - started) / 1000).toFixed(0)} s: ${Object.keys(passed).length - failed.length} gates passed`
);
if (failed.length > 0) console.log(`failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
