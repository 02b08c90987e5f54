import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadProject } from './project.mjs';

/** The folder of this repository: what a gate looks at unless another project folder is named. */
export const repository = path.resolve(import.meta.dirname, '../../..');

/** A finding: something a person has to change, at a line of a file (path relative to the project, with slashes). */
export const finding = (file, line, message) => ({ file, line, message });

/** The files below a folder that git keeps, or would. */
export const filesInGit = (root) =>
    execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
        cwd: root,
        encoding: 'utf8'
    })
        .split('\0')
        .filter((name) => name && existsSync(path.join(root, name)));

/** The 1-based line of a position in a text. */
export function lineAt(text, index) {
    let line = 1;
    for (let i = text.indexOf('\n'); i !== -1 && i < index; i = text.indexOf('\n', i + 1)) line++;
    return line;
}

/**
 * Runs a gate as a program over the folder named on the command line. A gate that found nothing to look at fails:
 * it would pass for the wrong reason.
 */
export async function runAsProgram(meta, check) {
    if (process.argv[1] !== meta.filename) return;
    const name = path.basename(meta.filename, '.mjs');
    const { findings, checked, of } = await check(loadProject(path.resolve(process.argv[2] ?? repository)));
    for (const { file, line, message } of sorted(findings)) console.log(`${file}:${line} ${message}`);
    if (checked === 0) console.log(`there are no ${of} to check`);
    console.log(`${name}: ${checked} ${of}, ${findings.length} finding${findings.length === 1 ? '' : 's'}`);
    process.exitCode = findings.length === 0 && checked > 0 ? 0 : 1;
}

const sorted = (findings) => findings.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
