/** Custom objects, metadata types, events and their fields: what the platform demands beyond the schema. */
import { all, value } from '../lib/xml.mjs';
import { isStandard } from './catalog.mjs';
import { picklistValues } from './records.mjs';

/** Elements that a field of a type cannot be deployed without (Metadata API Developer Guide: CustomField). */
const NEEDS = {
    Text: ['length'],
    LongTextArea: ['length', 'visibleLines'],
    Number: ['precision', 'scale'],
    Percent: ['precision', 'scale'],
    Currency: ['precision', 'scale'],
    Checkbox: ['defaultValue'],
    Picklist: ['valueSet'],
    Lookup: ['referenceTo', 'relationshipName'],
    MasterDetail: ['referenceTo', 'relationshipName'],
    MetadataRelationship: ['referenceTo', 'relationshipName']
};
const ENTITY = new Set(['EntityDefinition', 'FieldDefinition', 'EntityParticle']);

function checkField(catalog, field) {
    const { file, root, name, object } = field;
    const report = (message) => catalog.report(file, root.line, message);
    const type = value(root, 'type');
    if (value(root, 'fullName') !== name) report(`<fullName> is '${value(root, 'fullName')}', but the file is ${name}`);
    if (!/^[A-Za-z]\w*__c$/.test(name) || name.length > 43) report(`'${name}' is not a valid name of a custom field`);
    if (!type) return report('<type> is missing');
    for (const need of NEEDS[type] ?? []) {
        if (!root.children.some((child) => child.name === need)) report(`a ${type} field needs <${need}>`);
    }
    if (type === 'Text' && Number(value(root, 'length')) > 255) report('a Text field has at most 255 characters');
    const target = value(root, 'referenceTo');
    if (target && !isStandard(target) && !catalog.objects.get(target)?.file)
        report(`<referenceTo>: there is no object ${target}`);
    if (type === 'MetadataRelationship' && target && !/__mdt$/.test(target) && !ENTITY.has(target)) {
        report(`<referenceTo>: a metadata relationship cannot lead to ${target}`);
    }
    const values = picklistValues(root);
    if (new Set(values).size < values.length) report('a picklist value is declared twice');
    const isMetadata = /__mdt$/.test(object);
    if (!isMetadata && value(root, 'fieldManageability'))
        report('<fieldManageability> belongs to custom metadata types only');
}

function checkObject(catalog, object) {
    const { file, root, name, fields } = object;
    if (!file) {
        if (!isStandard(name)) {
            for (const field of fields.values()) catalog.report(field.file, 1, `there is no ${name}.object-meta.xml`);
        }
        return;
    }
    const needs = {
        __c: ['deploymentStatus', 'nameField', 'sharingModel'],
        __e: ['deploymentStatus', 'eventType', 'publishBehavior']
    };
    for (const need of [...(needs[/__\w+$/.exec(name)?.[0]] ?? []), 'label', 'pluralLabel']) {
        if (!isStandard(name) && all(root, need).length === 0)
            catalog.report(file, root.line, `${name} needs <${need}>`);
    }
}

/** Read by people only: says where a rule comes from. */
const FOR_PEOPLE = new Set(['Reauth_Signal__mdt.Source__c']);

/** A field that no code and no flow names is a setting without effect, or data that nobody reads. */
function checkUse(catalog) {
    const isUser = ({ path, name }) =>
        /\.(cls|trigger|ts|flow-meta\.xml)$/.test(name) && !/\/(test|__tests__)\//.test(path);
    const code = catalog.sources.filter(isUser).map((file) => file.text);
    for (const { fields } of catalog.objects.values()) {
        for (const { name, object, file } of fields.values()) {
            if (FOR_PEOPLE.has(`${object}.${name}`)) continue;
            const mention = new RegExp(`\\b${name}\\b`, 'i');
            if (!code.some((text) => mention.test(text))) catalog.report(file, 1, `no code names the field ${name}`);
        }
    }
}

export function checkObjects(catalog) {
    checkUse(catalog);
    for (const object of catalog.objects.values()) {
        checkObject(catalog, object);
        for (const field of object.fields.values()) {
            if (field.root) checkField(catalog, field);
        }
    }
}
