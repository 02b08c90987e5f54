/** The TypeScript compiler over its projects, and ESLint over everything that eslint.config.js names: both read the same programs. */
import path from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { finding, runAsProgram } from './lib/gate.mjs';

/** Components and their tests; local-org and the browser tests. */
const PROJECTS = ['tsconfig.test.json', 'local-org/tsconfig.json'];

function programOf(project) {
    const host = {
        ...ts.sys,
        onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
            throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
        }
    };
    const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(project, {}, host);
    return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
}

export async function check({ root }) {
    const at = (file) => path.relative(root, file).replaceAll(path.sep, '/');
    const programs = PROJECTS.map((project) => programOf(path.join(root, project)));
    const errors = programs.flatMap((program, index) =>
        ts.getPreEmitDiagnostics(program).map(({ file, start, code, messageText }) => {
            const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 1;
            const message = `TS${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
            return finding(file ? at(file.fileName) : PROJECTS[index], line, message);
        })
    );
    const overrideConfig = { languageOptions: { parserOptions: { project: null, programs } } };
    const results = await new ESLint({ cwd: root, overrideConfig }).lintFiles(['.']);
    const violations = results.flatMap(({ filePath, messages }) =>
        messages.map(({ line = 1, ruleId, message }) =>
            finding(at(filePath), line, `${ruleId ?? 'eslint'}: ${message}`)
        )
    );
    return { findings: [...errors, ...violations], checked: results.length, of: 'files' };
}

await runAsProgram(import.meta, check);
