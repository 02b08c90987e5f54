/** Names that Apex holds as text, which no compiler resolves. */
import { codeOnly } from '../lib/apex-source.mjs';
import { lineAt } from '../lib/gate.mjs';
import { value } from '../lib/xml.mjs';
import { checkQueries } from './queries.mjs';

function checkStrings(catalog, apex, text) {
    const fields = new Set([...catalog.objects.values()].flatMap(({ fields: own }) => [...own.keys()]));
    for (const match of text.matchAll(/'(\w+?__(?:c|mdt|e))'/g)) {
        const name = match[1];
        if (!fields.has(name) && !catalog.objects.has(name)) {
            catalog.report(
                apex,
                lineAt(text, match.index),
                `'${name}' is neither an object nor a field of this project`
            );
        }
    }
    for (const match of text.matchAll(/\bcheckPermission\(\s*'(\w+)'/g)) {
        if (!catalog.find('customPermission', match[1])) {
            catalog.report(apex, lineAt(text, match.index), `there is no custom permission ${match[1]}`);
        }
    }
    for (const match of text.matchAll(/'callout:(\w+)/g)) {
        if (!catalog.find('namedCredential', match[1])) {
            catalog.report(apex, lineAt(text, match.index), `there is no named credential ${match[1]}`);
        }
    }
}

/** Tests invent names on purpose: only what is deployed for use is checked. */
export function checkApexNames(catalog) {
    for (const apex of catalog.apex.values()) {
        if (apex.isTest) continue;
        const text = codeOnly(apex.text, { keepStrings: true });
        checkQueries(catalog, apex, text);
        checkStrings(catalog, apex, text);
    }
    for (const file of catalog.of('cls').concat(catalog.of('trigger'))) {
        const [, name, suffix] = /(\w+)\.(cls|trigger)-meta/.exec(file.name);
        if (!catalog.apex.has(name)) catalog.report(file, 1, `there is no ${name}.${suffix} beside it`);
        const version = file.xml.root.children.find((child) => child.name === 'apiVersion')?.text.trim();
        if (version !== catalog.config.sourceApiVersion) {
            catalog.report(file, 1, `<apiVersion> must be ${catalog.config.sourceApiVersion}, as in sfdx-project.json`);
        }
    }
    for (const file of catalog.of('platformEventSubscriberConfig')) {
        const trigger = value(file.xml.root, 'platformEventConsumer');
        if (!catalog.find('trigger', trigger)) catalog.report(file, 1, `there is no trigger ${trigger}`);
    }
    for (const [name, apex] of catalog.apex) {
        const suffix = apex.name.split('.').at(-1);
        if (!catalog.find(suffix, name)) catalog.report(apex, 1, `${apex.name}-meta.xml is missing`);
    }
}
