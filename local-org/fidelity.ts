/**
 * Writes local-org/FIDELITY.md: what local-org imitates, from the comments `Imitates: behaviour — source [confidence]` beside the code,
 * and what is unknown, from the switches. Run with tsx; with --check it only says whether the file is up to date, and after that
 * may stand another folder than local-org.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SWITCHES } from './platform/switches.ts';

interface Imitation {
    behaviour: string;
    source: string;
    marks: string[];
    place: string;
}

interface PlatformClass {
    name: string;
    source: string;
    mark: string;
}

interface Gap {
    behaviour: string;
    reason: string;
    place: string;
}

const [mode, folder] = process.argv.slice(2);
const here = folder ?? import.meta.dirname;
const output = join(here, 'FIDELITY.md');
const COMMENT_PREFIX = /^\s*(?:\/\*\*|\/\/|\*\/?|)\s?/;
const IMITATION = /Imitates:\s+(.+?)\s+—\s+(.+?)\s+((?:\[[CLU\d|]+\]\s*)+)/;
const GAP = /Not imitated:\s+(.+?)\s+—\s+(.+)/;
const CLASS_SOURCE =
    /(Apex Reference|Apex Developer Guide|Object Reference|Platform Events Developer Guide)(?:[^.:;)[]|\.(?=\w))*/;
const MAX_COMMENT_LINES = 4;
const MEANINGS: Record<string, string> = { C: 'confirmed', L: 'likely' };

function filesBelow(folder: string, suffix: RegExp): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => suffix.test(name) && !name.includes('node_modules'))
        .sort()
        .map((name) => join(folder, name));
}

function report(file: string, line: number, message: string): void {
    console.error(`${relative(resolve(here, '..'), file)}:${String(line)} ${message}`);
    process.exitCode = 1;
}

function imitationsIn(file: string): Imitation[] {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
        if (!/(?:\*|\/\/) ?Imitates:/.test(line)) return [];
        const comment = lines.slice(index, index + MAX_COMMENT_LINES).map((part) => part.replace(COMMENT_PREFIX, ''));
        const found = IMITATION.exec(comment.join(' '));
        const place = relative(here, file);
        if (!found) {
            report(file, index + 1, 'expected "Imitates: behaviour — source [C|L|U7]"');
            return [];
        }
        const [, behaviour = '', source = '', marks = ''] = found;
        return [{ behaviour, source, marks: marks.match(/[CLU]\d*/g) ?? [], place }];
    });
}

/** One line each: `Not imitated: behaviour — reason`. */
function gapsIn(file: string): Gap[] {
    const place = relative(here, file);
    return readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => {
            const [, behaviour, reason] = GAP.exec(line.replace(/\s*\*\/$/, '')) ?? [];
            return behaviour === undefined || reason === undefined ? [] : [{ behaviour, reason, place }];
        });
}

/**
 * The engine's stand-ins for platform classes name their source in the comment before the class, and say [L] where the
 * source leaves much open. What stands in no namespace is machinery, which may have a source.
 */
function platformClasses(): PlatformClass[] {
    const runtime = join(here, 'apex/src/localorg/runtime');
    return filesBelow(runtime, /\.java$/).flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        const header = text.slice(0, text.search(/\n(?:public |abstract |final )*(?:class|interface|enum|record) /));
        const plainHeader = header.replace(/\n\/\/ .*/g, '').replace(/\n \*/g, '');
        const source = CLASS_SOURCE.exec(plainHeader);
        const name = relative(runtime, file).replace('.java', '').replace('/', '.');
        if (!source && name.includes('.')) {
            report(file, 1, 'the comment before the class needs its page of the documentation');
        }
        return source
            ? [
                  {
                      name,
                      source: source[0].replace(/\([^)]*$/, '').trim(),
                      mark: plainHeader.includes('[L]') ? 'L' : 'C'
                  }
              ]
            : [];
    });
}

function confidence(marks: string[]): string {
    return marks.map((mark) => MEANINGS[mark] ?? (mark === 'U' ? 'unknown' : `switch ${mark}`)).join(', ');
}

/** Plain text in Markdown. */
function plain(text: string): string {
    return text.replace(/[\\`*_<>&[\]{}|]/g, '\\$&');
}

function imitationLines(imitations: Imitation[]): string[] {
    return imitations.map(
        ({ behaviour, source, marks, place }) =>
            `- ${plain(behaviour)}: ${plain(source)}, ${confidence(marks)} (\`${place}\`)`
    );
}

function switchLines(imitations: Imitation[]): string[] {
    return Object.entries(SWITCHES).map(([id, { question, values }]) => {
        const meanings = Object.entries(values).map(([value, meaning]) => `${value}: ${plain(meaning)}`);
        const places = new Set(imitations.filter(({ marks }) => marks.includes(id)).map(({ place }) => `\`${place}\``));
        return `- **${id}** ${plain(question)}. ${meanings.join('; ')} (${[...places].join(', ')})`;
    });
}

function document(): string {
    const files = filesBelow(here, /\.(?:ts|mjs|java)$/).filter((file) => file !== import.meta.filename);
    const imitations = files.flatMap(imitationsIn);
    const gaps = files
        .flatMap(gapsIn)
        .map(({ behaviour, reason, place }) => `- ${plain(behaviour)}: ${plain(reason)} (\`${place}\`)`);
    const classes = platformClasses().map(
        ({ name, source, mark }) => `- \`${name}\`: ${plain(source)}, ${confidence([mark])}`
    );
    return [
        '# What local-org imitates',
        'Written by `tsx local-org/fidelity.ts` from the comments in the code; do not edit.',
        '“Platform facts” is a sheet that the maintainers keep outside of this repository: what they gathered from public code and issue threads.',
        'Confirmed: documented, or observed by others. Likely: nothing known contradicts it.',
        'A switch: nobody could establish it without an org; its first value is the default, and the product has to end in the right state under every value.',
        '## Behaviour',
        imitationLines(imitations).join('\n'),
        '## Unknown',
        switchLines(imitations).join('\n'),
        '## Not imitated',
        gaps.join('\n'),
        '## Platform classes of the Apex engine',
        'Members that are missing fail loudly by name. Confirmed means what the page says; where it is silent, the conformance suite (`local-org/apex/conformance`) says so.',
        classes.join('\n')
    ].join('\n\n');
}

const options = await resolveConfig(output);
const text = await format(document(), { ...options, parser: 'markdown' });
if (mode !== '--check') writeFileSync(output, text);
else if (readFileSync(output, 'utf8') !== text) report(output, 1, 'out of date: run npx tsx local-org/fidelity.ts');
