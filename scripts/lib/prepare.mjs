import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** Ends the program with one line that names what this machine lacks. */
function missing(what) {
    console.error(what);
    process.exit(1);
}

function requireJdk() {
    const answer = spawnSync('javac', ['-version'], { encoding: 'utf8' });
    const major = Number(/javac (\d+)/.exec(`${answer.stdout}${answer.stderr}`)?.[1] ?? 0);
    if (major === 0) missing('A JDK is missing: install JDK 17 or later, so that "javac -version" answers.');
    if (major < 17) missing(`JDK ${major} is too old: install JDK 17 or later.`);
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** npm writes what it installed to node_modules/.package-lock.json last; optional packages may be missing from it. */
function installed() {
    const done = path.join(root, 'node_modules/.package-lock.json');
    if (!existsSync(done)) return false;
    const present = packagesOf(done);
    return Object.entries(packagesOf(path.join(root, 'package-lock.json'))).every(
        ([name, { version, optional }]) => name === '' || optional || present[name]?.version === version
    );
}

/** Makes a bare clone ready to run: checks Node, and the JDK unless no Apex runs; installs the packages where they are missing or old. */
export function prepare({ runsApex = true } = {}) {
    const node = Number(process.versions.node.split('.')[0]);
    if (node < 20) missing(`Node ${process.versions.node} is too old: install Node 20 or later.`);
    if (runsApex) requireJdk();
    if (installed()) return;
    console.log('Installing packages from npm (once, a minute or two) …');
    const install = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: root,
        stdio: 'inherit'
    });
    if (install.status !== 0) missing('npm ci failed: see its message above.');
}
