/** App Builder pages: the components, fields, reports and lists that they place, and when they show them. */
import { all, descendants, first, value } from '../lib/xml.mjs';
import { designAttributes, placed } from './bundles.mjs';
import { isStandard } from './catalog.mjs';
import { fieldProblem, objectProblem } from './fields.mjs';

const PAGE_TARGETS = {
    AppPage: 'lightning__AppPage',
    HomePage: 'lightning__HomePage',
    RecordPage: 'lightning__RecordPage',
    UtilityBar: 'lightning__UtilityBar'
};
/** A namespace and a colon, or nothing, before the name of a component of ours. */
const OURS = /^(?:c:)?(\w+)$/;
/** What a utility bar adds to each item (Metadata API Developer Guide: FlexiPage, component decorators). */
const DECORATORS = {
    label: /\S/,
    icon: /^\w+$/,
    eager: /^(true|false)$/,
    height: /^\d+$/,
    width: /^\d+$/,
    panelHeight: /^\d+$/,
    panelWidth: /^\d+$/,
    scrollable: /^(true|false)$/
};
const OPERATORS = new Set(['CONTAINS', 'EQUAL', 'NE', 'GT', 'GE', 'LT', 'LE']);
const REGION_TEMPLATE = { HomePage: /^home:/, UtilityBar: /^one:utilityBarTemplateDesktop$/ };

/** Apex picklists that offer the records of a custom metadata type. */
const OFFERED = { 'apex://ReauthConnectionPicklist': 'Reauth_Connection' };

function valueProblem(catalog, { type, datasource }, text) {
    if (type === 'Boolean' && !/^(true|false)$/.test(text)) return `'${text}' is not a Boolean`;
    if (type === 'Integer' && !/^-?\d+$/.test(text)) return `'${text}' is not an Integer`;
    const record = OFFERED[datasource] && `${OFFERED[datasource]}.${text}`;
    if (record && !catalog.find('md', record)) return `there is no record ${record}`;
    // only the org knows what another Apex picklist offers
    if (datasource && !datasource.startsWith('apex://') && !datasource.split(/\s*,\s*/).includes(text))
        return `'${text}' is not one of ${datasource}`;
    return null;
}

const isDecorator = (property) => value(property, 'type') === 'decorator';

function checkDecorator(catalog, file, property, pageType) {
    const name = value(property, 'name');
    const text = value(property, 'value') ?? '';
    const report = (message) => catalog.report(file, property.line, `decorator ${name}: ${message}`);
    if (pageType !== 'UtilityBar') report('only a UtilityBar has decorators');
    else if (!DECORATORS[name]) report(`unknown, known are ${Object.keys(DECORATORS).join(', ')}`);
    else if (!DECORATORS[name].test(text)) report(`'${text}' does not fit`);
}

/** Components of Salesforce's own that lead to something of the project: name -> complaint about their properties. */
const STANDARD = {
    'flexipage:reportChart': (catalog, get) => missing(catalog, 'report', get('reportName')),
    'desktopDashboards:embeddedDashboard': (catalog, get) => missing(catalog, 'dashboard', get('dashboardName')),
    'flexipage:filterListCard': (catalog, get) => {
        const object = get('entityName') ?? '';
        const list = get('filterName');
        if (objectProblem(catalog, object)) return objectProblem(catalog, object);
        const known = catalog
            .of('listView')
            .some(({ path }) => path.endsWith(`/${object}/listViews/${list}.listView-meta.xml`));
        return known || isStandard(object) || list === 'Recent' ? null : `there is no list view ${object}.${list}`;
    }
};

const missing = (catalog, suffix, name) => (catalog.find(suffix, name) ? null : `there is no ${suffix} ${name}`);

function checkInstance(catalog, file, instance, pageType) {
    const given = all(instance, 'componentInstanceProperties');
    for (const property of given.filter(isDecorator)) checkDecorator(catalog, file, property, pageType);
    const component = value(instance, 'componentName') ?? '';
    const get = (wanted) =>
        value(
            given.find((property) => value(property, 'name') === wanted),
            'value'
        );
    const complaint = STANDARD[component]?.(catalog, get);
    if (complaint) catalog.report(file, instance.line, `${component}: ${complaint}`);
    const name = OURS.exec(component)?.[1];
    const target = PAGE_TARGETS[pageType];
    const bundle = name && placed(catalog, file, first(instance, 'componentName'), name, target);
    if (bundle) checkProperties(catalog, file, instance, bundle, target);
}

function checkProperties(catalog, file, instance, bundle, target) {
    const { name } = bundle;
    const attributes = designAttributes(bundle, target).map((property) => property.attributes);
    const given = all(instance, 'componentInstanceProperties').filter((property) => !isDecorator(property));
    for (const property of given) {
        const propertyName = value(property, 'name');
        const attribute = attributes.find((candidate) => candidate.name === propertyName);
        if (!attribute) {
            catalog.report(file, property.line, `${name} has no design attribute ${propertyName} on ${target}`);
            continue;
        }
        const problem = valueProblem(catalog, attribute, value(property, 'value') ?? '');
        if (problem) catalog.report(file, property.line, `${name}.${propertyName}: ${problem}`);
    }
    for (const attribute of attributes) {
        const set = given.some((property) => value(property, 'name') === attribute.name);
        if (attribute.required === 'true' && !attribute.default && !set) {
            catalog.report(file, instance.line, `${name} needs a value for ${attribute.name}`);
        }
    }
}

/** `Record.State__c`, of the object of the page. */
function recordProblem(catalog, object, reference) {
    const path = /^Record\.(.+)$/.exec(reference)?.[1];
    if (!path) return null;
    return object ? fieldProblem(catalog, object, path) : 'the page has no record';
}

function ruleProblem(catalog, object, criterion) {
    const left = /^\{!(.+)\}$/.exec(value(criterion, 'leftValue') ?? '')?.[1];
    if (!left) return `'${value(criterion, 'leftValue')}' is not written as {!...}`;
    const operator = value(criterion, 'operator');
    if (!OPERATORS.has(operator)) return `'${operator}' is not one of ${[...OPERATORS].join(', ')}`;
    const permission = /^\$Permission\.CustomPermission\.(\w+)$/.exec(left)?.[1];
    if (permission) return missing(catalog, 'customPermission', permission);
    const ofUser = /^\$User\.(.+)$/.exec(left)?.[1];
    return ofUser ? fieldProblem(catalog, 'User', ofUser) : recordProblem(catalog, object, left);
}

function checkVisibility(catalog, file, object) {
    for (const criterion of descendants(file.xml.root, 'criteria')) {
        const problem = ruleProblem(catalog, object, criterion);
        if (problem) catalog.report(file, criterion.line, `<visibilityRule>: ${problem}`);
    }
    for (const field of descendants(file.xml.root, 'fieldItem')) {
        const problem = recordProblem(catalog, object, field.text.trim());
        if (problem) catalog.report(file, field.line, `<fieldItem>: ${problem}`);
    }
}

function checkFlexiPage(catalog, file) {
    const { root } = file.xml;
    const type = value(root, 'type');
    const object = value(root, 'sobjectType');
    for (const instance of descendants(root, 'componentInstance')) checkInstance(catalog, file, instance, type);
    checkVisibility(catalog, file, object);
    if (type === 'RecordPage' && !object) catalog.report(file, root.line, 'a RecordPage needs <sobjectType>');
    const problem = object && objectProblem(catalog, object);
    if (problem) catalog.report(file, first(root, 'sobjectType').line, `<sobjectType>: ${problem}`);
    const template = value(first(root, 'template'), 'name');
    if (REGION_TEMPLATE[type] && !REGION_TEMPLATE[type].test(template))
        catalog.report(file, first(root, 'template').line, `<template>: a ${type} cannot have ${template}`);
    for (const [element, list] of [
        ['region', all(root, 'flexiPageRegions').map((region) => value(region, 'name'))],
        ['identifier', descendants(root, 'identifier').map((identifier) => identifier.text.trim())]
    ]) {
        const twice = list.find((name, index) => list.indexOf(name) < index);
        if (twice) catalog.report(file, root.line, `two have the ${element} ${twice}`);
    }
}

export function checkPages(catalog) {
    for (const file of catalog.of('flexipage')) checkFlexiPage(catalog, file);
}
