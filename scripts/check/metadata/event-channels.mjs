/** Channels of platform events: what their members name, and what components subscribe to. */
import { lineAt } from '../lib/gate.mjs';
import { value } from '../lib/xml.mjs';
import { fieldProblem, objectProblem } from './fields.mjs';

const TEXT = /'(?:\\.|[^'\\])*'/g;
/** Stands before a comparison (Platform Events Developer Guide: Filter Expression Format). */
const FIELD = /(\w+)\s*(?:!?=|[<>]|\b(?:LIKE|IN|NOT\s+IN)\b)/gi;

const channelProblem = (catalog, name) =>
    catalog.find('platformEventChannel', name) ? null : `there is no channel ${name}`;

/** What is wrong with the event of a member or with the fields by which it is filtered. */
function entityProblems(catalog, entity, filter) {
    const complaint = objectProblem(catalog, entity);
    if (complaint) return [complaint];
    return [...filter.replace(TEXT, "''").matchAll(FIELD)].map(([, field]) => fieldProblem(catalog, entity, field));
}

function checkMember(catalog, file) {
    const { root } = file.xml;
    const [channel, entity, filter = ''] = ['eventChannel', 'selectedEntity', 'filterExpression'].map((name) =>
        value(root, name)
    );
    const problems = [channelProblem(catalog, channel), ...entityProblems(catalog, entity, filter)];
    // Tooling API Reference: PlatformEventChannelMember
    if (/__/.test(file.name)) problems.push('a name of a channel member has no two underscores in a row');
    for (const problem of problems.filter(Boolean)) catalog.report(file, root.line, problem);
}

function checkSubscriptions(catalog, module) {
    for (const { 1: name, index } of module.code.matchAll(/['"`]\/event\/(\w+)/g)) {
        const problem = (name.endsWith('__chn') ? channelProblem : objectProblem)(catalog, name);
        if (problem) catalog.report(module, lineAt(module.code, index), problem);
    }
}

export function checkEventChannels(catalog) {
    for (const file of catalog.of('platformEventChannelMember')) checkMember(catalog, file);
    for (const { modules } of catalog.bundles.values())
        for (const module of modules) checkSubscriptions(catalog, module);
}
