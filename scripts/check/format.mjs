/** Prettier over everything that git keeps and .prettierignore does not name. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import * as prettier from 'prettier';
import { filesInGit, finding, runAsProgram } from './lib/gate.mjs';

/** The 1-based line from which two texts differ. */
function firstDifference(text, other) {
    const lines = other.split('\n');
    return text.split('\n').findIndex((line, index) => line !== lines[index]) + 1 || lines.length;
}

async function problemOf(name, text, options) {
    try {
        const formatted = await prettier.format(text, options);
        return formatted === text ? [] : [finding(name, firstDifference(text, formatted), 'run npm run format')];
    } catch (error) {
        return [finding(name, error.loc?.start.line ?? 1, error.message.split('\n')[0])];
    }
}

export async function check({ root }) {
    const findings = [];
    let checked = 0;
    // Prettier would read its list of ignored files anew for each file
    const ignored = ignore().add(readFileSync(path.join(root, '.prettierignore'), 'utf8'));
    for (const name of ignored.filter(filesInGit(root))) {
        const file = path.join(root, name);
        const options = await prettier.resolveConfig(file);
        const { inferredParser } = await prettier.getFileInfo(file, { plugins: options?.plugins });
        if (!inferredParser) continue;
        checked += 1;
        findings.push(...(await problemOf(name, readFileSync(file, 'utf8'), { ...options, filepath: file })));
    }
    return { findings, checked, of: 'files' };
}

await runAsProgram(import.meta, check);
