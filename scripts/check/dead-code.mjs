/** Files, exports and packages that nothing uses, found by knip; settings in knip.jsonc. Apex is PMD's (UnusedMethod). */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { finding, repository, runAsProgram } from './lib/gate.mjs';

const KNIP = path.join(repository, 'node_modules/knip/bin/knip.js');

/** Kind of issue in knip's report -> what to say about a name. */
const ISSUES = {
    dependencies: (name) => `nothing uses the package ${name}`,
    devDependencies: (name) => `nothing uses the package ${name}`,
    unlisted: (name) => `the package ${name} is not in package.json`,
    binaries: (name) => `the program ${name} comes with no package of package.json`,
    unresolved: (name) => `there is no module ${name}`,
    exports: (name) => `nothing imports ${name}`,
    types: (name) => `nothing imports ${name}`
};

function runKnip(root, config) {
    const knip = spawn(
        process.execPath,
        [KNIP, '--no-progress', '--no-exit-code', '--reporter', 'json', '--config', config],
        { cwd: root }
    );
    return new Promise((resolve, reject) => {
        let [out, err] = ['', ''];
        knip.stdout.on('data', (data) => (out += data));
        knip.stderr.on('data', (data) => (err += data));
        knip.on('error', reject);
        knip.on('close', (code) => {
            if (code === 0) resolve(JSON.parse(out));
            else reject(new Error(`knip ended with ${code}: ${err || out}`));
        });
    });
}

export async function check({ root }, config = path.join(repository, 'scripts/check/knip.jsonc')) {
    const { files = [], issues } = await runKnip(root, config);
    const findings = files.map((file) => finding(file, 1, 'nothing uses this file'));
    for (const issue of issues) {
        for (const [kind, says] of Object.entries(ISSUES)) {
            for (const { name, line } of issue[kind] ?? []) findings.push(finding(issue.file, line ?? 1, says(name)));
        }
    }
    return { findings, checked: Object.keys(ISSUES).length, of: 'kinds of leftovers' };
}

await runAsProgram(import.meta, check);
