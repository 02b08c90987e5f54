import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './prepare.mjs';

/** How long something took, in seconds. */
async function secondsOf(work) {
    const started = process.hrtime.bigint();
    await work();
    return Number((Number(process.hrtime.bigint() - started) / 1e9).toFixed(1));
}

/**
 * The Apex suite of a copy of the project: from nothing compiled, from everything compiled, and while it is watched
 * after a change of one method; and the most memory that its engine had.
 */
export async function apexSuite() {
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
    try {
        for (const part of ['force-app', 'connections', 'translations', 'sfdx-project.json'])
            cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
        const file = path.join(folder, 'force-app/main/connection/classes/ReauthText.cls');
        const source = readFileSync(file, 'utf8');
        const [statement] = /Integer position = 0;/.exec(source);
        // a statement that nobody has compiled before, in a method that much of the product calls
        const change = () => {
            const another = `${statement} Integer measured${process.hrtime.bigint()} = position;`;
            writeFileSync(file, source.replace(statement, another));
        };
        const run = [path.join(root, 'local-org/apex/run.mjs'), 'test'];
        const options = { cwd: root, env: { ...process.env, LOCAL_ORG_PROJECT: folder } };
        spawnSync(process.execPath, [...run, '--tests', 'None'], options); // builds the engine
        const suite = () => {
            const { status, stdout } = spawnSync(process.execPath, run, { ...options, encoding: 'utf8' });
            if (status !== 0) throw new Error(`the suite fails: ${stdout}`);
        };
        change();
        const cold = await secondsOf(suite);
        const warm = await secondsOf(suite);
        const watching = spawn(process.execPath, [...run, '--watch'], {
            ...options,
            stdio: ['ignore', 'pipe', 'inherit']
        });
        const lines = createInterface({ input: watching.stdout })[Symbol.asyncIterator]();
        const ended = async () => {
            for (;;) {
                const { value, done } = await lines.next();
                if (done) throw new Error('the watching suite ended');
                if (/^\d+ passed/.test(value)) return;
            }
        };
        await ended();
        const again = () => {
            change();
            return ended();
        };
        await again();
        const afterChange = await secondsOf(again);
        const megabytes = peakMegabytes(watching.pid);
        const exit = once(watching, 'exit');
        watching.kill();
        await exit;
        return { cold, warm, afterChange, megabytes };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** The most memory that a child process of another one had; null where the system does not tell. */
function peakMegabytes(parent) {
    const { stdout } = spawnSync('pgrep', ['-P', String(parent)], { encoding: 'utf8' });
    try {
        const status = readFileSync(`/proc/${stdout.trim()}/status`, 'utf8');
        return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)[1]) / 1024);
    } catch {
        return null;
    }
}
