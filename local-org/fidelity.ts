/**
 * Writes local-org/FIDELITY.md: what local-org imitates, from the comments `Imitates: behaviour — source [confidence]` beside the code,
 * and what is unknown, from the switches. Run with tsx; with --check it only says whether the file is up to date.
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
}

const here = import.meta.dirname;
const output = join(here, 'FIDELITY.md');
const COMMENT_PREFIX = /^\s*(?:\/\*\*|\/\/|\*\/?|)\s?/;
const IMITATION = /Imitates:\s+(.+?)\s+—\s+(.+?)\s+((?:\[[CLU\d|]+\]\s*)+)/;
const CLASS_SOURCE = /(Apex Reference|Apex Developer Guide|Object Reference)[^.:;)]*/;
const MAX_COMMENT_LINES = 4;
const MEANINGS: Record<string, string> = { C: 'confirmed', L: 'likely' };

function filesBelow(folder: string, suffix: RegExp): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => suffix.test(name) && !name.includes('node_modules'))
        .sort()
        .map((name) => join(folder, name));
}

function imitationsIn(file: string): Imitation[] {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
        if (!/(?:\*|\/\/) ?Imitates:/.test(line)) return [];
        const comment = lines.slice(index, index + MAX_COMMENT_LINES).map((part) => part.replace(COMMENT_PREFIX, ''));
        const found = IMITATION.exec(comment.join(' '));
        const place = relative(here, file);
        if (!found) throw new Error(`${place}:${String(index + 1)}: expected "Imitates: behaviour — source [C|L|U7]"`);
        const [, behaviour = '', source = '', marks = ''] = found;
        return [{ behaviour, source, marks: marks.match(/[CLU]\d*/g) ?? [], place }];
    });
}

/** The engine's stand-ins for platform classes name their source in the comment before the class. */
function platformClasses(): PlatformClass[] {
    const runtime = join(here, 'apex/src/localorg/runtime');
    return filesBelow(runtime, /\.java$/).flatMap((file) => {
        const text = readFileSync(file, 'utf8');
        const header = text.slice(0, text.search(/\n(?:public |abstract |final )*(?:class|interface|enum|record) /));
        const source = CLASS_SOURCE.exec(header.replace(/\n \*/g, ''));
        const name = relative(runtime, file).replace('.java', '').replace('/', '.');
        return source ? [{ name, source: source[0].trim() }] : [];
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
    const imitations = filesBelow(here, /\.(?:ts|mjs|java)$/)
        .filter((file) => file !== import.meta.filename)
        .flatMap(imitationsIn);
    const classes = platformClasses().map(({ name, source }) => `- \`${name}\`: ${plain(source)}`);
    return [
        '# What local-org imitates',
        'Written by `tsx local-org/fidelity.ts` from the comments in the code; do not edit.',
        '“Platform facts” and “LWC facts” are sheets that the maintainers keep outside of this repository: what they gathered from Salesforce documentation, public code and issue threads.',
        'Confirmed: documented, or observed by others. Likely: nothing known contradicts it.',
        'A switch: nobody could establish it without an org; its first value is the default, and the product has to end in the right state under every value.',
        '## Behaviour',
        imitationLines(imitations).join('\n'),
        '## Unknown',
        switchLines(imitations).join('\n'),
        '## Platform classes of the Apex engine',
        'Members that are missing fail loudly by name. Where the sources are silent, the conformance suite (`local-org/apex/conformance`) says so.',
        classes.join('\n')
    ].join('\n\n');
}

const options = await resolveConfig(output);
const text = await format(document(), { ...options, parser: 'markdown' });
if (!process.argv.includes('--check')) {
    writeFileSync(output, text);
} else if (readFileSync(output, 'utf8') !== text) {
    console.error(`${relative(resolve(here, '..'), output)}:1: out of date, run npx tsx local-org/fidelity.ts`);
    process.exitCode = 1;
}
