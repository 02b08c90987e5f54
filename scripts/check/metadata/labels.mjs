/** Custom labels: each one that code names exists, each one that exists is named, and placeholders fit their use. */
import { lineAt } from '../lib/gate.mjs';
import { codeOnly } from '../lib/apex-source.mjs';
import { value } from '../lib/xml.mjs';

/** Not the member of something else that happens to be called label. */
const IN_APEX = /(?<!\.)\b(?:System\.)?Label\.(?:c\.)?(\w+)/gi;
/** Label.get(namespace, 'Name', language) */
const ASKED_FOR = /\bLabel\.(?:get|translationExists)\([^,]*,\s*'(\w+)'/gi;
const IN_LWC = /@salesforce\/label\/c\.(\w+)/g;
const IN_XML = /\$Label\.(?:c\.)?(\w+)/g;
const TRANSLATE = new Set(['get', 'translationexists']);

/** Every mention of a label: `{ name, file, line, formatted }`. */
function mentions(catalog) {
    const found = [];
    const collect = (file, text, pattern) => {
        for (const match of text.matchAll(pattern)) {
            const formatted = /\bString\.format\(\s*$/i.test(text.slice(0, match.index));
            found.push({ name: match[1], file, line: lineAt(text, match.index), formatted });
        }
    };
    for (const file of catalog.sources) {
        if (/\.(cls|trigger)$/.test(file.name)) {
            collect(file, codeOnly(file.text), IN_APEX);
            collect(file, codeOnly(file.text, { keepStrings: true }), ASKED_FOR);
        } else if (/-meta\.xml$/.test(file.name)) collect(file, file.text, IN_XML);
        else if (/\/lwc\/(?!.*__tests__)/.test(file.path)) collect(file, file.text, IN_LWC);
    }
    return found.filter(({ name }) => !TRANSLATE.has(name.toLowerCase()));
}

/** String.format takes a single apostrophe for the start of a quotation (Apex Reference: String.format). */
const LONE_APOSTROPHE = /(?<!')'(?!')/;

export function checkLabels(catalog) {
    const used = mentions(catalog);
    const known = new Map([...catalog.labels.values()].map((label) => [label.name.toLowerCase(), label]));
    for (const { name, file, line } of used) {
        if (!known.has(name.toLowerCase())) catalog.report(file, line, `there is no label ${name}`);
    }
    for (const label of catalog.labels.values()) {
        const uses = used.filter((mention) => mention.name.toLowerCase() === label.name.toLowerCase());
        const { file, element, name } = label;
        const text = value(element, 'value') ?? '';
        if (uses.length === 0) catalog.report(file, element.line, `label ${name} is used nowhere`);
        const numbers = [...text.matchAll(/\{(\d+)\}/g)].map((match) => Number(match[1]));
        const gap = numbers.length > 0 && Math.max(...numbers) !== new Set(numbers).size - 1;
        if (gap) catalog.report(file, element.line, `label ${name}: its placeholders leave a number out`);
        if (numbers.length > 0 && uses.some((use) => use.formatted) && LONE_APOSTROPHE.test(text)) {
            catalog.report(
                file,
                element.line,
                `label ${name}: String.format takes it, so an apostrophe must be doubled`
            );
        }
    }
}
