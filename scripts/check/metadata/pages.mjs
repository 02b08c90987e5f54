/** App Builder pages, tabs, quick actions, apps and flows: the components and classes that they place. */
import { all, descendants, first, value } from '../lib/xml.mjs';
import { designAttributes, hasTarget } from './bundles.mjs';

const PAGE_TARGETS = {
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage',
    UtilityBar: 'lightning__UtilityBar'
};
/** A namespace and a colon, or nothing, before the name of a component of ours. */
const OURS = /^(?:c:)?(\w+)$/;

/** The bundle if it may stand there; else a finding, and undefined. */
function placed(catalog, file, element, name, target) {
    const bundle = catalog.bundles.get(name);
    if (!bundle) catalog.report(file, element.line, `<${element.name}>: there is no Lightning web component ${name}`);
    else if (!bundle.exposed) catalog.report(file, element.line, `<${element.name}>: ${name} is not exposed`);
    else if (target && !hasTarget(bundle, target))
        catalog.report(file, element.line, `<${element.name}>: ${name} lacks the target ${target}`);
    else return bundle;
    return undefined;
}

function valueProblem({ type, datasource }, text) {
    if (type === 'Boolean' && !/^(true|false)$/.test(text)) return `'${text}' is not a Boolean`;
    if (type === 'Integer' && !/^-?\d+$/.test(text)) return `'${text}' is not an Integer`;
    // only the org knows what an Apex picklist offers
    if (datasource && !datasource.startsWith('apex://') && !datasource.split(/\s*,\s*/).includes(text))
        return `'${text}' is not one of ${datasource}`;
    return null;
}

function checkInstance(catalog, file, instance, target) {
    const name = OURS.exec(value(instance, 'componentName') ?? '')?.[1];
    if (!name) return;
    const bundle = placed(catalog, file, first(instance, 'componentName'), name, target);
    if (!bundle) return;
    const attributes = designAttributes(bundle, target).map((property) => property.attributes);
    const given = all(instance, 'componentInstanceProperties');
    for (const property of given) {
        const propertyName = value(property, 'name');
        const attribute = attributes.find((candidate) => candidate.name === propertyName);
        if (!attribute) {
            catalog.report(file, property.line, `${name} has no design attribute ${propertyName} on ${target}`);
            continue;
        }
        const problem = valueProblem(attribute, value(property, 'value') ?? '');
        if (problem) catalog.report(file, property.line, `${name}.${propertyName}: ${problem}`);
    }
    for (const attribute of attributes) {
        const set = given.some((property) => value(property, 'name') === attribute.name);
        if (attribute.required === 'true' && !attribute.default && !set) {
            catalog.report(file, instance.line, `${name} needs a value for ${attribute.name}`);
        }
    }
}

function checkFlexiPage(catalog, file) {
    const { root } = file.xml;
    const type = value(root, 'type');
    for (const instance of descendants(root, 'componentInstance'))
        checkInstance(catalog, file, instance, PAGE_TARGETS[type]);
    if (type === 'RecordPage' && !value(root, 'sobjectType'))
        catalog.report(file, root.line, 'a RecordPage needs <sobjectType>');
    for (const [element, list] of [
        ['region', all(root, 'flexiPageRegions').map((region) => value(region, 'name'))],
        ['identifier', descendants(root, 'identifier').map((identifier) => identifier.text.trim())]
    ]) {
        const twice = list.find((name, index) => list.indexOf(name) < index);
        if (twice) catalog.report(file, root.line, `two have the ${element} ${twice}`);
    }
}

function checkTab(catalog, file) {
    const { root } = file.xml;
    const component = first(root, 'lwcComponent');
    if (component) placed(catalog, file, component, component.text.trim(), 'lightning__Tab');
    const page = first(root, 'flexiPage');
    if (page && !catalog.find('flexipage', page.text.trim())) {
        catalog.report(file, page.line, `<flexiPage>: there is no page ${page.text.trim()}`);
    }
    const object = file.name.split('.')[0];
    if (value(root, 'customObject') === 'true' && !catalog.objects.get(object)?.file) {
        catalog.report(file, root.line, `<customObject>: there is no object ${object}`);
    }
}

function checkQuickAction(catalog, file) {
    const component = first(file.xml.root, 'lightningWebComponent');
    if (component)
        placed(catalog, file, component, component.text.trim().replace(/^c:/, ''), 'lightning__RecordAction');
}

function checkFlow(catalog, file) {
    for (const call of descendants(file.xml.root, 'actionCalls')) {
        if (value(call, 'actionType') !== 'apex') continue;
        const name = value(call, 'actionName');
        const apex = catalog.apex.get(name);
        if (!apex) catalog.report(file, call.line, `<actionName>: there is no Apex class ${name}`);
        else if (!/@InvocableMethod\b/i.test(apex.code))
            catalog.report(file, call.line, `<actionName>: ${name} has no @InvocableMethod`);
    }
    for (const extension of descendants(file.xml.root, 'extensionName')) {
        const name = /^c:(\w+)$/.exec(extension.text.trim())?.[1];
        if (name) placed(catalog, file, extension, name, 'lightning__FlowScreen');
    }
}

export function checkPages(catalog) {
    for (const file of catalog.of('flexipage')) checkFlexiPage(catalog, file);
    for (const file of catalog.of('tab')) checkTab(catalog, file);
    for (const file of catalog.of('quickAction')) checkQuickAction(catalog, file);
    for (const file of catalog.of('flow')) checkFlow(catalog, file);
    for (const file of catalog.of('app')) {
        for (const tab of all(file.xml.root, 'tabs')) {
            const name = tab.text.trim();
            if (!name.startsWith('standard-') && !catalog.find('tab', name))
                catalog.report(file, tab.line, `<tabs>: there is no tab ${name}`);
        }
    }
}
