/** Custom metadata records against the fields of their type. */
import { all, first, value } from '../lib/xml.mjs';

const STRING = new Set([
    'Text',
    'TextArea',
    'LongTextArea',
    'Url',
    'Email',
    'Phone',
    'Picklist',
    'MetadataRelationship'
]);
const XSI_TYPES = {
    Checkbox: 'xsd:boolean',
    Number: 'xsd:double',
    Percent: 'xsd:double',
    Date: 'xsd:date',
    DateTime: 'xsd:dateTime'
};
const SHAPES = {
    Checkbox: /^(true|false)$/,
    Number: /^-?\d+(\.\d+)?$/,
    Percent: /^-?\d+(\.\d+)?$/,
    Date: /^\d{4}-\d{2}-\d{2}$/,
    DateTime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/
};

export const picklistValues = (root) =>
    all(first(first(root, 'valueSet'), 'valueSetDefinition'), 'value').map((entry) => value(entry, 'fullName'));

function problemsOf(catalog, field, element) {
    const { root } = field;
    const type = value(root, 'type');
    const text = element.text.trim();
    const expected = STRING.has(type) ? 'xsd:string' : XSI_TYPES[type];
    if (element.xsiType !== expected)
        return [`${field.name} is a ${type}: xsi:type must be ${expected}, not ${element.xsiType}`];
    if (SHAPES[type] && !SHAPES[type].test(text)) return [`${field.name}: '${text}' is not a ${type}`];
    const length = Number(value(root, 'length') ?? 255);
    if (STRING.has(type) && type !== 'Picklist' && element.text.length > length) {
        return [`${field.name}: ${element.text.length} characters, at most ${length}`];
    }
    if (type === 'Picklist' && picklistValues(root).length > 0 && !picklistValues(root).includes(text)) {
        return [`${field.name}: '${text}' is not one of ${picklistValues(root).join(', ')}`];
    }
    if (type === 'Number') {
        const [whole, fraction = ''] = text.replace('-', '').split('.');
        const scale = Number(value(root, 'scale') ?? 0);
        const digits = Number(value(root, 'precision') ?? 18) - scale;
        if (whole.length > digits || fraction.replace(/0+$/, '').length > scale) {
            return [`${field.name}: ${text} does not fit ${digits} digits before and ${scale} after the point`];
        }
    }
    const target = value(root, 'referenceTo');
    if (
        type === 'MetadataRelationship' &&
        /__mdt$/.test(target ?? '') &&
        !catalog.find('md', `${target.replace(/__mdt$/, '')}.${text}`)
    ) {
        return [`${field.name}: there is no record ${target}.${text}`];
    }
    return [];
}

function checkRecord(catalog, file, unique) {
    const [typeName, record] = file.name.split('.');
    const type = catalog.objects.get(`${typeName}__mdt`);
    const { root } = file.xml;
    if (!type?.file) return catalog.report(file, 1, `there is no custom metadata type ${typeName}__mdt`);
    if (!/^[A-Za-z](?!\w*__)\w{0,39}$/.test(record) || record.endsWith('_')) {
        catalog.report(file, 1, `'${record}' is not a valid record name`);
    }
    const given = new Set();
    for (const entry of all(root, 'values')) {
        const name = value(entry, 'field');
        const element = first(entry, 'value');
        const field = type.fields.get(name);
        if (given.has(name)) catalog.report(file, entry.line, `${name} is given twice`);
        if (!field) catalog.report(file, entry.line, `${type.name} has no field ${name}`);
        if (!field || !element || element.xsiNil === 'true') continue;
        given.add(name);
        for (const problem of problemsOf(catalog, field, element)) catalog.report(file, element.line, problem);
        if (value(field.root, 'unique') === 'true') {
            const key = `${type.name}.${name}=${element.text.trim().toLowerCase()}`;
            if (unique.has(key))
                catalog.report(file, element.line, `${name} must be unique, ${unique.get(key)} has the same`);
            else unique.set(key, file.name);
        }
    }
    for (const field of type.fields.values()) {
        const required = value(field.root, 'required') === 'true' && value(field.root, 'type') !== 'Checkbox';
        if (required && !given.has(field.name))
            catalog.report(file, root.line, `the required ${field.name} has no value`);
    }
}

export function checkRecords(catalog) {
    const unique = new Map();
    for (const file of catalog.of('md')) checkRecord(catalog, file, unique);
}
