/** Lightning web components: their js-meta.xml, and everything their source imports from the platform. */
import { auraMethods } from '../lib/apex-source.mjs';
import { lineAt } from '../lib/gate.mjs';
import { value } from '../lib/xml.mjs';
import { hasTarget } from './bundles.mjs';
import { isStandard } from './catalog.mjs';

/** LWC Developer Guide: XML Configuration File Elements. */
const TARGETS = new Set([
    'lightning__AppPage',
    'lightning__FlowAction',
    'lightning__FlowScreen',
    'lightning__GlobalAction',
    'lightning__HomePage',
    'lightning__Inbox',
    'lightning__RecordAction',
    'lightning__RecordPage',
    'lightning__Tab',
    'lightning__UrlAddressable',
    'lightning__UtilityBar',
    'lightningCommunity__Default',
    'lightningCommunity__Page'
]);
const PICKLIST = /\bextends\s+VisualEditor\.DynamicPickList\b/i;
const PROPERTY_TYPES =
    /^(Boolean|Color|Integer|String|ContentReference|@salesforce\/schema\/\w+(\[\])?|\{\w+(\[\])?\}|apex:\/\/\w+(\[\])?)$/;

function checkConfiguration(catalog, bundle) {
    const { meta, name } = bundle;
    const report = (line, message) => catalog.report(meta, line, message);
    if (!bundle.main) report(1, `the bundle ${name} has no ${name}.ts`);
    if (bundle.exposed && bundle.targets.length === 0) report(1, `${name} is exposed but has no target`);
    if (!bundle.exposed && bundle.targets.length > 0)
        report(bundle.targets[0].line, `${name} has targets but is not exposed`);
    if (value(meta.xml.root, 'apiVersion') !== catalog.config.sourceApiVersion) {
        report(1, `<apiVersion> must be ${catalog.config.sourceApiVersion}, as in sfdx-project.json`);
    }
    for (const target of bundle.targets) {
        if (!TARGETS.has(target.text.trim())) report(target.line, `unknown target ${target.text.trim()}`);
    }
    for (const config of bundle.targetConfigs) {
        for (const target of (config.attributes.targets ?? '').split(/\s*,\s*/)) {
            if (!hasTarget(bundle, target))
                report(config.line, `targetConfig for ${target}, which is not among the targets`);
        }
        for (const property of config.children.filter((child) => child.name === 'property')) {
            checkProperty(catalog, bundle, property, (message) => report(property.line, message));
        }
    }
}

function checkProperty(catalog, bundle, { attributes }, report) {
    const { name, type, label, datasource } = attributes;
    if (!bundle.api.has(name)) report(`design attribute ${name}: ${bundle.name} has no @api ${name}`);
    if (!PROPERTY_TYPES.test(type ?? '')) report(`design attribute ${name}: unknown type '${type}'`);
    if (!label) report(`design attribute ${name} has no label`);
    if (type === 'Boolean' && attributes.default && !/^(true|false)$/.test(attributes.default)) {
        report(`design attribute ${name}: '${attributes.default}' is not a Boolean`);
    }
    if (type === 'Integer' && attributes.default && !/^-?\d+$/.test(attributes.default)) {
        report(`design attribute ${name}: '${attributes.default}' is not an Integer`);
    }
    const picklist = /^apex:\/\/(\w+)$/.exec(datasource ?? '')?.[1];
    if (picklist && !PICKLIST.test(catalog.apex.get(picklist)?.code ?? '')) {
        report(`design attribute ${name}: there is no picklist class ${picklist}`);
    }
    if (datasource && attributes.default && !datasource.split(/\s*,\s*/).includes(attributes.default)) {
        report(`design attribute ${name}: the default '${attributes.default}' is not in its datasource`);
    }
}

/** What each kind of platform import must lead to; answers a complaint or null. */
const IMPORTS = {
    apex(name, catalog) {
        const [className, method] = name.split('.');
        const apex = catalog.apex.get(className);
        if (!apex) return `there is no Apex class ${className}`;
        return auraMethods(apex.text).has(method?.toLowerCase())
            ? null
            : `${className} has no @AuraEnabled method ${method}`;
    },
    schema(name, catalog) {
        const [object, field] = name.split('.');
        if (!isStandard(object) && !catalog.objects.has(object)) return `there is no object ${object}`;
        return field && !isStandard(field) && !catalog.field(name) ? `there is no field ${name}` : null;
    },
    customPermission: (name, catalog) =>
        catalog.find('customPermission', name) ? null : `there is no custom permission ${name}`,
    messageChannel: (name, catalog) =>
        catalog.find('messageChannel', name.replace(/__c$/, '')) ? null : `there is no message channel ${name}`,
    resourceUrl: (name, catalog) => (catalog.find('resource', name) ? null : `there is no static resource ${name}`)
};

function checkModule(catalog, module) {
    const report = (match, message) => catalog.report(module, lineAt(module.code, match.index), message);
    for (const match of module.code.matchAll(/['"]@salesforce\/(\w+)\/([\w.]+)['"]/g)) {
        const complaint = IMPORTS[match[1]]?.(match[2], catalog);
        if (complaint) report(match, complaint);
    }
    for (const match of module.code.matchAll(/(?:from|import)\s*\(?\s*['"]c\/(\w+)['"]/g)) {
        if (!catalog.bundles.has(match[1])) report(match, `there is no component c/${match[1]}`);
    }
}

/** Attributes that every element has, whatever the component declares. */
const GLOBAL_ATTRIBUTE =
    /^(on\w+|data-.*|aria-.*|lwc:.*|for:.*|iterator:.*|if:.*|class|style|slot|key|id|title|role|tabindex|hidden|lang|dir)$/;
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

function checkTemplate(catalog, bundle) {
    const text = bundle.template?.text ?? '';
    for (const match of text.matchAll(/<c-([a-z0-9-]+)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|\{[^}]*\}|[^\s>]+))?)*)\s*\/?>/g)) {
        const line = lineAt(text, match.index);
        const child = catalog.bundles.get(camel(match[1]));
        if (!child) catalog.report(bundle.template, line, `there is no component c-${match[1]}`);
        for (const [, attribute] of child ? match[2].matchAll(/\s([^\s=>/]+)/g) : []) {
            if (GLOBAL_ATTRIBUTE.test(attribute) || child.api.has(camel(attribute))) continue;
            catalog.report(bundle.template, line, `c-${match[1]} has no @api ${camel(attribute)}`);
        }
    }
}

/** A message channel that nobody publishes to or listens to would be deployed for nothing. */
function checkChannels(catalog) {
    for (const file of catalog.of('messageChannel')) {
        const name = file.name.split('.')[0];
        const modules = [...catalog.bundles.values()].flatMap((bundle) => bundle.modules);
        const used = modules.some((module) => module.code.includes(`@salesforce/messageChannel/${name}__c`));
        if (!used) catalog.report(file, 1, `message channel ${name} is used nowhere`);
    }
}

export function checkComponents(catalog) {
    for (const bundle of catalog.bundles.values()) {
        checkConfiguration(catalog, bundle);
        for (const module of bundle.modules) checkModule(catalog, module);
        checkTemplate(catalog, bundle);
    }
    checkChannels(catalog);
}
