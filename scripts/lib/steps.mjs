import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './prepare.mjs';

/**
 * A step is a command with a name. Without `count` it counts as one test; with it, `count` reads from the output how
 * many passed and failed, and none run is a failure.
 * @typedef {{ name: string, run: string[], count?: (output: string) => { passed: number, failed: number } }} Step
 */

/** The path of a command that a package brings. */
export const bin = (name) => path.join(root, 'node_modules/.bin', name);

const exitCode = (code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

function judge(code, output, count) {
    const result = count ? count(output) : exitCode(code);
    const hidden = (code !== 0 && result.failed === 0) || result.passed + result.failed === 0;
    return hidden ? { ...result, failed: 1 } : result;
}

/** Runs one step, then prints what it said in one piece. */
function runStep({ name, run: [command, ...args], count }) {
    const started = Date.now();
    const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
    return new Promise((resolve, reject) => {
        let output = '';
        child.stdout.on('data', (data) => (output += data));
        child.stderr.on('data', (data) => (output += data));
        child.on('error', reject);
        child.on('close', (code) => {
            const result = judge(code, output, count);
            const seconds = ((Date.now() - started) / 1000).toFixed(1);
            console.log(`\n== ${name}: ${result.failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)\n${output.trimEnd()}`);
            resolve({ name, ...result });
        });
    });
}

/** Runs the steps, `lanes` at a time, in the order given. */
export async function runSteps(steps, lanes) {
    const queue = [...steps];
    const results = [];
    const lane = async () => {
        for (let step = queue.shift(); step; step = queue.shift()) results.push(await runStep(step));
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    return results;
}

/** Prints the failed steps by name and, as the last line, what passed and failed; sets the exit code. */
export function conclude(results, started) {
    const sum = (key) => results.reduce((total, result) => total + result[key], 0);
    const failed = results.filter((result) => result.failed > 0).map((result) => result.name);
    console.log(
        `\n${((Date.now() - started) / 1000).toFixed(0)} s${failed.length > 0 ? `; failed: ${failed.join(', ')}` : ''}`
    );
    console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
    process.exitCode = failed.length === 0 ? 0 : 1;
}
