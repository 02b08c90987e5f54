/** What the sources of a deployment must not hold, and what sfdx-project.json has to fill in. */
import { minimatch } from 'minimatch';
import { finding, lineAt } from '../lib/gate.mjs';

/** What belongs to one org and would be wrong in every other. */
const ORG_SPECIFIC = [
    [/\b00D[0-9A-Za-z]{12}(?:[0-9A-Za-z]{3})?\b/g, 'the id of an org'],
    [/\bhttps?:\/\/[\w-]+(?:\.[\w-]+)*\.(?:my\.salesforce|lightning\.force|my\.site)\.com\b/g, "an org's own address"],
    [
        /[\w.+-]+@(?!(?:[\w-]+\.)*example\.(?:com|org|net)\b)[\w-]+(?:\.[\w-]+)+(?=\s*<)/g,
        'a user name or an e-mail address'
    ]
];
/** Reserved names (RFC 2606) stand for what each org fills in. */
const PLACEHOLDER = /\b[\w.@-]*\bexample\.(?:com|org|net)\b/g;

const isTest = (file) => /(^|\/)(__tests__|test)\//.test(file);

export function checkOrgSpecific(project, findings) {
    for (const { path: file, text } of project.files.filter((candidate) => !isTest(candidate.path))) {
        for (const [pattern, what] of ORG_SPECIFIC) {
            for (const match of text.matchAll(pattern))
                findings.push(finding(file, lineAt(text, match.index), `holds ${what}: ${match[0]}`));
        }
    }
}

const covers = (replacement, file) =>
    replacement.filename ? replacement.filename === file : minimatch(file, replacement.glob);

const searched = ({ stringToReplace, regexToReplace }) =>
    new RegExp(regexToReplace ?? stringToReplace.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g');

/** Each placeholder outside the default package directory has a replacement, and each replacement something to replace. */
export function checkReplacements(project, findings) {
    const replacements = project.config.replacements ?? [];
    const connections = project.config.packageDirectories
        .filter((directory) => !directory.default)
        .map(({ path: folder }) => `${folder}/`);
    for (const { path: file, text } of project.files.filter((candidate) => candidate.name.endsWith('-meta.xml'))) {
        if (!connections.some((folder) => file.startsWith(folder))) continue;
        const rest = replacements
            .filter((replacement) => covers(replacement, file))
            .reduce(
                (left, replacement) => left.replaceAll(searched(replacement), (found) => ' '.repeat(found.length)),
                text
            );
        for (const match of rest.matchAll(PLACEHOLDER)) {
            findings.push(
                finding(file, lineAt(rest, match.index), `no replacement in sfdx-project.json fills ${match[0]}`)
            );
        }
    }
    for (const replacement of replacements) {
        const used = project.files.some(
            (file) => covers(replacement, file.path) && file.text.search(searched(replacement)) >= 0
        );
        if (used) continue;
        const { glob, filename, stringToReplace, regexToReplace } = replacement;
        const message = `nothing in ${glob ?? filename} holds '${stringToReplace ?? regexToReplace}'`;
        findings.push(finding('sfdx-project.json', 1, message));
    }
}
