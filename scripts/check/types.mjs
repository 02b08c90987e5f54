/** The TypeScript compiler over components and their tests, and over local-org and the browser tests. */
import path from 'node:path';
import ts from 'typescript';
import { finding, runAsProgram } from './lib/gate.mjs';

const PROJECTS = ['tsconfig.test.json', 'local-org/tsconfig.json'];

function problemsOf(project) {
    const problems = [];
    const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => problems.push(problem) };
    const config = ts.getParsedCommandLineOfConfigFile(project, {}, host);
    if (!config) return { problems, files: [] };
    const program = ts.createProgram(config.fileNames, config.options);
    return { problems: [...config.errors, ...ts.getPreEmitDiagnostics(program)], files: config.fileNames };
}

export function check({ root }) {
    const results = PROJECTS.map((name) => ({ name, ...problemsOf(path.join(root, name)) }));
    const findings = results.flatMap(({ name, problems }) =>
        problems.map(({ file, start, code, messageText }) => {
            const at = file ? path.relative(root, file.fileName).replaceAll(path.sep, '/') : name;
            const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 1;
            return finding(at, line, `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
        })
    );
    const checked = results.reduce((sum, { files }) => sum + files.length, 0);
    return { findings, checked, of: 'files' };
}

await runAsProgram(import.meta, check);
