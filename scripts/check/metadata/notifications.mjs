/** Custom notification types: each one that Apex or a flow asks for exists, and each one that exists is asked for. */
import { codeOnly } from '../lib/apex-source.mjs';
import { lineAt } from '../lib/gate.mjs';
import { all, descendants, value } from '../lib/xml.mjs';

const QUERY = /\[\s*SELECT\b[^\]]*?\bFROM\s+CustomNotificationType\b[^\]]*\]/gi;
const NAME = /\bDeveloperName\s*=\s*(?:'(\w+)'|:\s*(\w+))/gi;

/** `{ name, file, line }` of the types that a class asks for: by a text, or by a constant of its own. */
function askedByApex(apex) {
    const text = codeOnly(apex.text, { keepStrings: true });
    const constant = (name) => new RegExp(`\\bString\\s+${name}\\s*=\\s*'(\\w+)'`, 'i').exec(text)?.[1];
    return [...text.matchAll(QUERY)].flatMap((query) =>
        [...query[0].matchAll(NAME)]
            .map(([, literal, variable]) => literal ?? constant(variable))
            .map((name) => ({ name, file: apex, line: lineAt(text, query.index) }))
    );
}

/** The same for a flow, which looks the record up by its name. */
function askedByFlow(file) {
    return all(file.xml.root, 'recordLookups')
        .filter((lookup) => value(lookup, 'object') === 'CustomNotificationType')
        .flatMap((lookup) => all(lookup, 'filters'))
        .filter((filter) => value(filter, 'field') === 'DeveloperName')
        .flatMap((filter) => descendants(filter, 'stringValue'))
        .map((text) => ({ name: text.text.trim(), file, line: text.line }));
}

export function checkNotifications(catalog) {
    const classes = [...catalog.apex.values()].filter((apex) => !apex.isTest);
    const asked = [...classes.flatMap(askedByApex), ...catalog.of('flow').flatMap(askedByFlow)];
    for (const { name, file, line } of asked) {
        if (!name) catalog.report(file, line, 'name the notification type by a text or a constant of this class');
        else if (!catalog.find('notiftype', name)) catalog.report(file, line, `there is no notification type ${name}`);
    }
    for (const file of catalog.of('notiftype')) {
        const name = file.name.split('.')[0];
        const { root } = file.xml;
        if (!asked.some((question) => question.name === name))
            catalog.report(file, 1, `notification type ${name} is used nowhere`);
        if (value(root, 'customNotifTypeName') !== name)
            catalog.report(file, root.line, `<customNotifTypeName> must be ${name}, as the file`);
        if (value(root, 'desktop') !== 'true' && value(root, 'mobile') !== 'true')
            catalog.report(file, root.line, `${name} reaches neither desktop nor mobile`);
    }
}
