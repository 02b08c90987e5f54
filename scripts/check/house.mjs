/** House rules over everything that git keeps: forbidden calls, suppressions without a reason, long files. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkAssertions } from './house/assertions.mjs';
import { LONG_FILES } from './house/long-files.mjs';
import { RULES } from './house/rules.mjs';
import { checkSources } from './house/sources.mjs';
import { codeOnly } from './lib/apex-source.mjs';
import { filesInGit, finding, lineAt, runAsProgram } from './lib/gate.mjs';

const TEXT =
    /\.(cls|trigger|[cm]?[jt]s|java|html|css|sh|jsonc?|xml|md|ya?ml|properties)$|(^|\/)(\.[\w.]+|LICENSE)$|\.ci\//;
const PICTURE = /\.png$/;
const MEASURED = /\.(cls|trigger|ts|mjs|java|html|css)$/;
const MOST_LINES = 300;

/** These name what is forbidden, in order to forbid it or to prove that it is. */
const OWN = /^scripts\/check\/(house\/rules|[\w-]+\.test)\.mjs$/;

/** Versions and hashes of others, written by npm. */
const GENERATED = /^package-lock\.json$/;

export function checkFiles(files, longFiles = LONG_FILES) {
    const findings = [...checkAssertions(files), ...checkSources(files)];
    for (const { path: file, text } of files) {
        if (OWN.test(file) || GENERATED.test(file)) continue;
        for (const rule of RULES) {
            if (rule.where.test(file)) findings.push(...applied(rule, file, text));
        }
        const lines = text.split('\n').length - 1;
        if (MEASURED.test(file) && lines > MOST_LINES && !longFiles.has(file)) {
            findings.push(
                finding(file, 1, `${lines} lines: split it, or state the reason in scripts/check/house/long-files.mjs`)
            );
        }
    }
    for (const [name] of longFiles) {
        const lines = files.find((file) => file.path === name)?.text.split('\n').length ?? 0;
        if (lines <= MOST_LINES)
            findings.push(finding('scripts/check/house/long-files.mjs', 1, `${name} is not long any more`));
    }
    return findings;
}

function applied({ pattern, code, reason, message }, file, text) {
    const seen = code ? codeOnly(text, { keepStrings: true }) : text;
    return [...seen.matchAll(pattern)]
        .filter((match) => !(reason && isReasoned(text, match, reason)))
        .map((match) => finding(file, lineAt(text, match.index), message));
}

/** A comment that stands alone in the line before, and is not one that documents what follows. */
const COMMENT = /^\s*(?:\/\/|#|<!--)\s*\S+ \S+/;

function isReasoned(text, match, reason) {
    const rest = text.slice(match.index + match[0].length).split('\n', 1)[0];
    const before = text.slice(0, match.index).split('\n').at(-2) ?? '';
    return reason.test(rest) || COMMENT.test(before);
}

/** Files that nothing here makes: what a crash or a tool left behind. */
export function checkKinds(names) {
    return names
        .filter((name) => !TEXT.test(name) && !PICTURE.test(name))
        .map((name) =>
            finding(name, 1, 'no such files are kept: remove it, or name its kind in scripts/check/house.mjs')
        );
}

export function check({ root }) {
    const names = filesInGit(root);
    const files = names
        .filter((name) => TEXT.test(name))
        .map((name) => ({ path: name, text: readFileSync(path.join(root, name), 'utf8') }));
    return { findings: [...checkKinds(names), ...checkFiles(files)], checked: names.length, of: 'files' };
}

await runAsProgram(import.meta, check);
