/**
 * What a deployment would hold: the output of `sf project convert source` over every package directory. The CLI
 * resolves names and folders only, so the contents are other gates' work. Needs the compiled components (build.mjs).
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkOrgSpecific, checkReplacements } from './convert/sources.mjs';
import { finding, repository, runAsProgram } from './lib/gate.mjs';

const SF = path.join(repository, 'node_modules/@salesforce/cli/bin/run.js');
const UNWANTED = /\.(ts|map)$|(^|\/)(__tests__|__mocks__|fixtures|jest-mocks)(\/|$)|(^|\/)jest[-.]/;

/** Runs the CLI with a home of its own and without the background work that would outlive it. */
function runSf(project, home, output) {
    const sources = project.config.packageDirectories.flatMap((directory) => ['--source-dir', directory.path]);
    const sf = spawn(
        process.execPath,
        [SF, 'project', 'convert', 'source', '--json', '--output-dir', output, ...sources],
        {
            cwd: project.root,
            detached: true, // a process group of its own, so that nothing it started can stay behind
            env: {
                PATH: process.env.PATH,
                HOME: home,
                SF_DISABLE_TELEMETRY: 'true',
                SF_DISABLE_AUTOUPDATE: 'true',
                SF_SKIP_NEW_VERSION_CHECK: 'true',
                SF_DISABLE_LOG_FILE: 'true',
                SF_APPLY_REPLACEMENTS_ON_CONVERT: 'true', // a deployment always does
                ...environment(project)
            }
        }
    );
    return new Promise((resolve, reject) => {
        let [out, err] = ['', ''];
        sf.stdout.on('data', (data) => (out += data));
        sf.stderr.on('data', (data) => (err += data));
        sf.on('error', reject);
        sf.on('close', (code) => {
            endGroup(sf.pid);
            resolve(code === 0 ? null : message(out, err));
        });
    });
}

/** A value to recognise for each variable, unless the replacement happens at one value only. */
function environment(project) {
    const replacements = project.config.replacements ?? [];
    const conditions = replacements.flatMap(({ replaceWhenEnv }) => replaceWhenEnv ?? []);
    return Object.fromEntries([
        ...replacements.map(({ replaceWithEnv }) => [replaceWithEnv, `filled-from-${replaceWithEnv.toLowerCase()}`]),
        ...conditions.map(({ env, value }) => [env, value])
    ]);
}

/** With --json a failure is an object on one of the two streams, unless the CLI did not even start. */
function message(out, err) {
    for (const text of [out, err]) {
        try {
            return JSON.parse(text).message;
        } catch {
            // not this stream
        }
    }
    return `${out}${err}`.trim();
}

function endGroup(pid) {
    try {
        process.kill(-pid);
    } catch (error) {
        if (error.code !== 'ESRCH') throw error; // nothing is left of the group
    }
}

function filesOf(folder) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}

/** Package path of each file that has to be in the deployment -> the source it comes from. */
function wanted(project) {
    const result = new Map();
    for (const { path: file, name } of project.files) {
        const component = /\/lwc\/(.+)\.(?:ts|html|css)$/.exec(file);
        if (/\.cls$/.test(name)) result.set(`classes/${name}`, file);
        else if (component && !file.includes('__tests__') && !name.endsWith('.d.ts')) {
            result.set(`lwc/${component[1]}${file.endsWith('.ts') ? '.js' : path.extname(file)}`, file);
        }
    }
    return result;
}

export async function check(project) {
    const findings = [];
    checkOrgSpecific(project, findings);
    checkReplacements(project, findings);
    const work = mkdtempSync(path.join(tmpdir(), 'convert-'));
    try {
        const output = path.join(work, 'out');
        const failure = await runSf(project, work, output);
        if (failure)
            return { findings: [...findings, finding('sfdx-project.json', 1, failure)], checked: 1, of: 'conversions' };
        const files = filesOf(output);
        for (const file of files.filter((name) => UNWANTED.test(name))) {
            findings.push(finding(file, 1, 'must not reach an org: list it in .forceignore'));
        }
        for (const [target, source] of wanted(project)) {
            if (!files.includes(target))
                findings.push(finding(source, 1, `the deployment lacks ${target} (has scripts/build.mjs run?)`));
        }
        const text = files
            .filter((file) => !/\.(js|cls)$/.test(file))
            .map((file) => readFileSync(path.join(output, file), 'utf8'));
        for (const [name, value] of Object.entries(environment(project))) {
            if (text.some((content) => content.includes(value))) continue;
            findings.push(finding('sfdx-project.json', 1, `the value of ${name} does not reach the deployment`));
        }
        return { findings, checked: files.length, of: 'files of a deployment' };
    } finally {
        rmSync(work, { recursive: true, force: true });
    }
}

await runAsProgram(import.meta, check);
