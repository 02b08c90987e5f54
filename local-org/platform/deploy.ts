import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import { minimatch } from 'minimatch';

interface Replacement {
    filename?: string;
    glob?: string;
    stringToReplace?: string;
    regexToReplace?: string;
    replaceWithEnv?: string;
    replaceWithFile?: string;
    replaceWhenEnv?: { env: string; value: string }[];
}

interface ProjectFile {
    packageDirectories: { path: string }[];
    replacements?: Replacement[];
}

export type Environment = Record<string, string | undefined>;

/** File name endings of metadata kept as one file with its XML beside it. */
const NEEDS_META = ['.cls', '.trigger', '.page', '.component'];

function readText(file: string, what: string): string {
    try {
        return readFileSync(file, 'utf8');
    } catch {
        throw new Error(`${what}: there is no file ${file}`);
    }
}

/**
 * The text with the replacement applied.
 * Imitates: string replacement at deployment, an unset variable is an error — Salesforce docs: sfdx-project.json replacements [C]
 */
function replace(text: string, replacement: Replacement, project: string, environment: Environment): string {
    const name = replacement.replaceWithEnv;
    const value =
        name === undefined
            ? readText(path.join(project, replacement.replaceWithFile ?? ''), 'replaceWithFile').trim()
            : environment[name];
    if (value === undefined) throw new Error(`Set ${name ?? ''}: sfdx-project.json replaces a text with this variable`);
    if (replacement.regexToReplace !== undefined)
        return text.replace(new RegExp(replacement.regexToReplace, 'g'), value);
    return text.replaceAll(replacement.stringToReplace ?? '', () => value);
}

function applies(replacement: Replacement, file: string, environment: Environment): boolean {
    const when = replacement.replaceWhenEnv ?? [];
    return (
        when.every(({ env, value }) => environment[env] === value) &&
        (replacement.filename === file || (replacement.glob !== undefined && minimatch(file, replacement.glob)))
    );
}

/** What an org would refuse or take for something else; the message names the file. */
function checkFiles(files: readonly string[]): void {
    const present = new Set(files);
    for (const file of files) {
        if (NEEDS_META.some((ending) => file.endsWith(ending)) && !present.has(`${file}-meta.xml`)) {
            throw new Error(`${file}: the file ${path.basename(file)}-meta.xml is missing beside it`);
        }
        if (NEEDS_META.some((ending) => file.endsWith(`${ending}-meta.xml`)) && !present.has(file.slice(0, -9))) {
            throw new Error(`${file}: the file it describes is missing`);
        }
        if (file.endsWith('.js-meta.xml') && !present.has(file.slice(0, -9))) {
            throw new Error(`${file}: the component has no compiled script ${path.basename(file).slice(0, -9)}`);
        }
        // a static resource keeps the ending of its content, or is a folder
        const resource = file.endsWith('.resource-meta.xml') ? file.slice(0, -'.resource-meta.xml'.length) : undefined;
        const isContent = (other: string) =>
            other !== file &&
            [`${resource ?? ''}.`, `${resource ?? ''}${path.sep}`].some((start) => other.startsWith(start));
        if (resource !== undefined && !files.some(isContent)) {
            throw new Error(`${file}: the content of the static resource is missing`);
        }
        if (file.endsWith('.ts')) throw new Error(`${file}: TypeScript would reach the org, .forceignore must name it`);
    }
}

/**
 * Stages the package directories as they would reach an org into the folder `out`.
 * Imitates: .forceignore has gitignore's syntax — Salesforce docs: exclude source when syncing [C]
 */
export function deploy(project: string, out: string, environment: Environment): void {
    const projectFile = readText(path.join(project, 'sfdx-project.json'), 'deploy');
    const { packageDirectories, replacements = [] } = JSON.parse(projectFile) as ProjectFile;
    const ignored = ignore().add(readText(path.join(project, '.forceignore'), 'deploy'));
    const files = packageDirectories.flatMap((directory) =>
        readdirSync(path.join(project, directory.path), { recursive: true, withFileTypes: true })
            .filter((entry) => entry.isFile())
            .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
            .filter((file) => !ignored.ignores(file))
    );
    checkFiles(files);
    rmSync(out, { recursive: true, force: true });
    for (const file of files) {
        const target = path.join(out, file);
        mkdirSync(path.dirname(target), { recursive: true });
        const relevant = replacements.filter((replacement) => applies(replacement, file, environment));
        if (relevant.length === 0) {
            copyFileSync(path.join(project, file), target);
            continue;
        }
        const text = relevant.reduce(
            (changed, replacement) => replace(changed, replacement, project, environment),
            readFileSync(path.join(project, file), 'utf8')
        );
        writeFileSync(target, text);
    }
    writeFileSync(path.join(out, 'sfdx-project.json'), projectFile);
}
