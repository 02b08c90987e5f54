/** For the tests of the gates: the clean project of fixture/, and faults planted in a copy of it. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import ts from 'typescript';
import { check as checkBundles } from '../bundles.mjs';
import { checkOrgSpecific, checkReplacements } from '../convert/sources.mjs';
import { checkFiles } from '../house.mjs';
import { check as checkMetadata } from '../metadata.mjs';
import { repository } from './gate.mjs';
import { loadProject, Project } from './project.mjs';

const source = loadProject(path.join(repository, 'scripts/check/fixture'));

/** The fixture as it is before a deployment: components compiled, and the real list of what stays behind. */
export const clean = new Project(
    source.root,
    new Map([
        ...source.texts,
        ['.forceignore', readFileSync(path.join(repository, '.forceignore'), 'utf8')],
        ...source
            .matching(/\/lwc\/\w+\/\w+\.ts$/)
            .map(({ path: file, text }) => [file.replace(/ts$/, 'js'), compiled(text)])
    ])
);

function compiled(text) {
    return ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext } }).outputText;
}

/** The one file of the fixture whose path ends so. */
export function fileOf(ending) {
    const found = clean.files.filter((file) => file.path.endsWith(ending));
    assert.equal(found.length, 1, `${found.length} files end with ${ending}`);
    return found[0];
}

/**
 * The fixture with edits: `[ending, from, to]` replaces a text that occurs once, `[ending, null]` removes the file,
 * and `[path, text]` adds one. Its root is that of the fixture until it is written somewhere.
 */
export function planted(...edits) {
    const texts = new Map(clean.texts);
    for (const [file, from, to] of edits) {
        if (to !== undefined) {
            const { path: full } = file === 'sfdx-project.json' ? { path: file } : fileOf(file);
            const parts = texts.get(full).split(from);
            assert.equal(parts.length, 2, `'${from}' occurs ${parts.length - 1} times in ${file}`);
            texts.set(full, parts.join(to));
        } else if (from === null) texts.delete(fileOf(file).path);
        else texts.set(file, from);
    }
    return new Project(clean.root, texts);
}

/** Writes a project into a folder of its own for as long as `use` needs it. */
export async function onDisk(project, use) {
    const folder = mkdtempSync(path.join(tmpdir(), 'planted-'));
    try {
        project.writeTo(folder);
        return await use(new Project(folder, project.texts));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

/** Asserts that the findings are exactly those: one for each `[ending of the file, pattern of the message]`. */
export function assertFindings(findings, expected) {
    const list = findings.map(({ file, line, message }) => `${file}:${line} ${message}`);
    const rest = [...findings];
    for (const [ending, pattern] of expected) {
        const index = rest.findIndex(({ file, message }) => file.endsWith(ending) && pattern.test(message));
        assert.notEqual(index, -1, `no finding ${pattern} in ${ending} among:\n${list.join('\n')}`);
        const [{ line }] = rest.splice(index, 1);
        assert.ok(Number.isInteger(line) && line > 0, `${line} is not a line`);
    }
    assert.deepEqual(rest, [], 'nothing else is complained about');
}

const sources = (project) => {
    const findings = [];
    checkOrgSpecific(project, findings);
    checkReplacements(project, findings);
    return { findings };
};

/** What needs neither a disk nor another process, and so can look at every fault that is planted for one of the others. */
const QUICK = [checkBundles, checkMetadata, sources, ({ files }) => ({ findings: checkFiles(files, new Map()) })];

const COMPONENT = /\.(ts|js|html|css|js-meta\.xml)$/;

/** Asserts that no gate says anything about the project but the one that the fault in that file was planted for. */
async function assertOthersSilent(project, file, check) {
    for (const other of QUICK) {
        const isVain = other === checkBundles && !COMPONENT.test(file); // it would compile the same again
        if (other !== check && !isVain) assertFindings((await other(project)).findings, []);
    }
}

/**
 * Tests of a gate that needs no disk. Each call plants one fault, `[ending, from, to]` as above, and lists what the
 * gate has to say about it: patterns for the file with the fault, `[ending, pattern]` for another one.
 */
export const faultsOf =
    (check) =>
    (name, edit, ...says) =>
        test(`Catches ${name}`, async () => {
            const project = planted(edit);
            const { findings } = await check(project);
            assertFindings(
                findings,
                says.map((says) => (Array.isArray(says) ? says : [edit[0], says]))
            );
            await assertOthersSilent(project, edit[0], check);
        });
