/** ESLint over everything that eslint.config.js names. */
import path from 'node:path';
import { ESLint } from 'eslint';
import { finding, runAsProgram } from './lib/gate.mjs';

export async function check({ root }) {
    const results = await new ESLint({ cwd: root }).lintFiles(['.']);
    const findings = results.flatMap(({ filePath, messages }) => {
        const file = path.relative(root, filePath).replaceAll(path.sep, '/');
        return messages.map(({ line = 1, ruleId, message }) =>
            finding(file, line, `${ruleId ?? 'eslint'}: ${message}`)
        );
    });
    return { findings, checked: results.length, of: 'files' };
}

await runAsProgram(import.meta, check);
