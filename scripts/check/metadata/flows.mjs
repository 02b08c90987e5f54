/** Flows: elements, resources, objects, fields, Apex and components that they name. */
import { all, descendants, first, value } from '../lib/xml.mjs';
import { designAttributes, placed } from './bundles.mjs';
import { fieldProblem, objectProblem } from './fields.mjs';
import { readInvocable } from './invocable.mjs';

/** Elements that name a field of the object of the node around them. */
const FIELD_LISTS = [
    ['filters', 'field'],
    ['inputAssignments', 'field'],
    ['outputAssignments', 'field']
];
const FIELD_TEXTS = ['queriedFields', 'sortField', 'displayField', 'valueField'];
/** They carry a name that belongs to something else than the flow. */
const FOREIGN_NAMES = new Set([
    'customProperties',
    'inputAssignments',
    'inputParameters',
    'outputAssignments',
    'outputParameters',
    'processMetadataValues'
]);
/** Those to elements of the flow (`targetReference`) are connectors, those to Setup lead out of it. */
const REFERENCE = /(?<!^target|^setup|^startElement)References?$/i;
const RECORD = /^\$Record(__Prior)?$/;

function withNames(element) {
    return element.children.flatMap((child) => [
        ...(first(child, 'name') && !FOREIGN_NAMES.has(child.name) ? [child] : []),
        ...withNames(child)
    ]);
}

/** A flow read once: its elements and resources by name, and the object that each stands for, where it is one. */
class FlowReader {
    constructor(catalog, file) {
        this.catalog = catalog;
        this.file = file;
        this.root = file.xml.root;
        this.start = first(this.root, 'start');
        this.named = withNames(this.root);
        this.resources = new Map(this.named.map((element) => [value(element, 'name'), element]));
    }

    report(element, message) {
        this.catalog.report(this.file, element.line, message);
    }

    /** The object whose fields may follow the name, or undefined where nothing is known about it. */
    objectOf(name) {
        if (RECORD.test(name)) return value(this.start, 'object');
        const resource = this.resources.get(name);
        if (resource?.name === 'loops') return this.objectOf(value(resource, 'collectionReference'));
        const isRecord = resource && (resource.name === 'recordLookups' || value(resource, 'dataType') === 'SObject');
        return isRecord ? (value(resource, 'object') ?? value(resource, 'objectType')) : undefined;
    }

    checkReference(element, reference) {
        const [name, ...path] = reference.split('.');
        const { catalog } = this;
        if (name === '$Permission' && !catalog.find('customPermission', path[0]))
            this.report(element, `there is no custom permission ${path[0]}`);
        if (name.startsWith('$') && !RECORD.test(name)) return;
        const object = this.objectOf(name);
        if (!this.resources.has(name) && !(RECORD.test(name) && object)) {
            this.report(element, `<${element.name}>: the flow has no ${name}`);
            return;
        }
        const problem = object && path.length > 0 ? fieldProblem(catalog, object, path.join('.')) : null;
        if (problem) this.report(element, `<${element.name}>: ${problem}`);
    }
}

function checkReferences(flow) {
    const visit = (element) => {
        const text = element.text.trim();
        if (REFERENCE.test(element.name) && text) flow.checkReference(element, text);
        for (const [, reference] of element.text.matchAll(/\{!([\w$.]+)\}/g)) flow.checkReference(element, reference);
        element.children.forEach(visit);
    };
    visit(flow.root);
}

/** Each element can be reached, and each connector leads somewhere. */
function checkConnectors(flow) {
    const targets = [...descendants(flow.root, 'targetReference'), ...all(flow.root, 'startElementReference')];
    const nodes = flow.root.children.filter((child) => child.name !== 'start' && first(child, 'locationX'));
    const names = new Set(nodes.map((node) => value(node, 'name')));
    for (const target of targets) {
        if (!names.has(target.text.trim()))
            flow.report(target, `<${target.name}>: the flow has no ${target.text.trim()}`);
    }
    const reached = new Set(targets.map((target) => target.text.trim()));
    for (const node of nodes) {
        if (!reached.has(value(node, 'name'))) flow.report(node, `nothing leads to ${value(node, 'name')}`);
    }
}

function checkNames(flow) {
    for (const element of flow.named) {
        const name = value(element, 'name');
        if (flow.resources.get(name) !== element) flow.report(element, `two have the name ${name}`);
    }
    for (const variable of all(flow.root, 'variables')) {
        const object = value(variable, 'objectType');
        const problem = object && objectProblem(flow.catalog, object);
        if (problem) flow.report(variable, `<objectType>: ${problem}`);
        const apex = value(variable, 'apexClass');
        if (apex && !flow.catalog.apex.has(apex.split(/[.$]/)[0]))
            flow.report(variable, `<apexClass>: there is no Apex class ${apex}`);
    }
}

function checkRecords(flow) {
    for (const node of flow.root.children) {
        const input = value(node, 'inputReference');
        const object = value(node, 'object') ?? (input && flow.objectOf(input));
        if (!object) continue;
        const complaint = objectProblem(flow.catalog, object);
        if (complaint) {
            flow.report(first(node, 'object') ?? node, `<object>: ${complaint}`);
            continue;
        }
        const fields = [
            ...FIELD_LISTS.flatMap(([list, inner]) => all(node, list).flatMap((entry) => all(entry, inner))),
            ...FIELD_TEXTS.flatMap((name) => all(node, name))
        ];
        for (const field of fields) {
            const problem = fieldProblem(flow.catalog, object, field.text.trim());
            if (problem) flow.report(field, `<${field.name}>: ${problem}`);
        }
    }
}

/** `known`: name -> whether a value must be given. */
function checkParameters(flow, owner, list, known, what) {
    const given = all(owner, list);
    for (const parameter of given) {
        const name = value(parameter, 'name');
        if (!known.has(name)) flow.report(parameter, `<${list}>: ${what} has no ${name}`);
    }
    for (const [name, required] of known) {
        if (required && !given.some((parameter) => value(parameter, 'name') === name))
            flow.report(owner, `${what} needs a value for ${name}`);
    }
}

function checkAction(flow, call) {
    const { catalog } = flow;
    const name = value(call, 'actionName');
    const type = value(call, 'actionType');
    if (type === 'flow' && !catalog.find('flow', name)) flow.report(call, `<actionName>: there is no flow ${name}`);
    if (type !== 'apex') return;
    const apex = catalog.apex.get(name);
    const invocable = apex && readInvocable(catalog, apex);
    if (!apex) flow.report(call, `<actionName>: there is no Apex class ${name}`);
    else if (!invocable) flow.report(call, `<actionName>: ${name} has no @InvocableMethod`);
    else {
        checkParameters(flow, call, 'inputParameters', invocable.inputs, name);
        checkParameters(
            flow,
            call,
            'outputParameters',
            new Map([...invocable.outputs.keys()].map((key) => [key, false])),
            name
        );
    }
}

function checkSubflow(flow, call) {
    const name = value(call, 'flowName');
    const target = flow.catalog.find('flow', name);
    if (!target) return flow.report(call, `<flowName>: there is no flow ${name}`);
    for (const [list, role] of [
        ['inputAssignments', 'isInput'],
        ['outputAssignments', 'isOutput']
    ]) {
        const open = all(target.xml.root, 'variables').filter((variable) => value(variable, role) === 'true');
        const known = new Map(open.map((variable) => [value(variable, 'name'), false]));
        checkParameters(flow, call, list, known, name);
    }
}

function checkScreenComponent(flow, field) {
    const extension = first(field, 'extensionName');
    const name = /^c:(\w+)$/.exec(extension?.text.trim() ?? '')?.[1];
    const bundle = name && placed(flow.catalog, flow.file, extension, name, 'lightning__FlowScreen');
    if (!bundle) return;
    const attributes = designAttributes(bundle, 'lightning__FlowScreen').map((property) => property.attributes);
    const names = (role) =>
        new Map(attributes.filter((attribute) => attribute.role !== role).map((attribute) => [attribute.name, false]));
    checkParameters(flow, field, 'inputParameters', names('outputOnly'), name);
    checkParameters(flow, field, 'outputParameters', names('inputOnly'), name);
}

export function checkFlows(catalog) {
    for (const file of catalog.of('flow')) {
        const flow = new FlowReader(catalog, file);
        checkReferences(flow);
        checkConnectors(flow);
        checkNames(flow);
        checkRecords(flow);
        for (const call of all(flow.root, 'actionCalls')) checkAction(flow, call);
        for (const call of all(flow.root, 'subflows')) checkSubflow(flow, call);
        for (const field of descendants(flow.root, 'fields')) checkScreenComponent(flow, field);
    }
}
