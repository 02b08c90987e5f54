/** Permission sets: every member exists, and is one that the platform lets a permission set grant. */
import { auraMethods } from '../lib/apex-source.mjs';
import { all, value } from '../lib/xml.mjs';
import { isStandard } from './catalog.mjs';
import { principalsOf } from './credentials.mjs';
import { readInvocable } from './invocable.mjs';

/** Rights that the platform demands together (Salesforce Help: Object Permissions). */
const NEEDS = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};

function checkClass(catalog, file, access) {
    const name = value(access, 'apexClass');
    const apex = catalog.apex.get(name);
    if (!apex) catalog.report(file, access.line, `<apexClass>: there is no Apex class ${name}`);
    else if (apex.isTest) catalog.report(file, access.line, `<apexClass>: ${name} is a test class`);
}

function checkField(catalog, file, access) {
    const name = value(access, 'field') ?? '';
    const [object, fieldName] = name.split('.');
    const field = catalog.field(name);
    if (isStandard(object) && isStandard(fieldName ?? '')) return;
    if (!field) catalog.report(file, access.line, `<field>: there is no field ${name}`);
    else if (/__mdt$/.test(object))
        catalog.report(file, access.line, `<field>: fields of custom metadata have no permissions (${name})`);
    else if (value(field.root, 'required') === 'true' || value(field.root, 'type') === 'MasterDetail') {
        catalog.report(file, access.line, `<field>: the platform refuses permissions on the required field ${name}`);
    } else if (value(access, 'editable') === 'true' && value(access, 'readable') !== 'true') {
        catalog.report(file, access.line, `<field>: ${name} is editable but not readable`);
    }
}

function checkObject(catalog, file, access) {
    const name = value(access, 'object') ?? '';
    if (!isStandard(name) && !catalog.objects.get(name)?.file) {
        catalog.report(file, access.line, `<object>: there is no object ${name}`);
    }
    for (const [right, needs] of Object.entries(NEEDS)) {
        if (value(access, right) !== 'true') continue;
        for (const need of needs) {
            if (value(access, need) !== 'true') catalog.report(file, access.line, `${name}: ${right} needs ${need}`);
        }
    }
}

function checkPrincipal(catalog, file, access) {
    const name = value(access, 'externalCredentialPrincipal') ?? '';
    const [credential, ...principal] = name.split('-');
    const target = catalog.find('externalCredential', credential);
    if (!target)
        catalog.report(
            file,
            access.line,
            `<externalCredentialPrincipal>: there is no external credential ${credential}`
        );
    else if (!principalsOf(target).includes(principal.join('-'))) {
        catalog.report(
            file,
            access.line,
            `<externalCredentialPrincipal>: ${credential} has no principal ${principal.join('-')}`
        );
    }
}

/** Members that only have to exist: element of the permission set -> name inside, metadata suffix. */
const EXISTING = {
    applicationVisibilities: ['application', 'app'],
    customPermissions: ['name', 'customPermission'],
    flowAccesses: ['flow', 'flow'],
    tabSettings: ['tab', 'tab']
};

function checkPermissionSet(catalog, file) {
    const { root } = file.xml;
    all(root, 'classAccesses').forEach((access) => checkClass(catalog, file, access));
    all(root, 'fieldPermissions').forEach((access) => checkField(catalog, file, access));
    all(root, 'objectPermissions').forEach((access) => checkObject(catalog, file, access));
    all(root, 'externalCredentialPrincipalAccesses').forEach((access) => checkPrincipal(catalog, file, access));
    for (const access of all(root, 'customMetadataTypeAccesses')) {
        const name = value(access, 'name');
        if (!/__mdt$/.test(name) || !catalog.objects.get(name)?.file) {
            catalog.report(file, access.line, `<customMetadataTypeAccesses>: there is no custom metadata type ${name}`);
        }
    }
    for (const [element, [inner, suffix]] of Object.entries(EXISTING)) {
        for (const access of all(root, element)) {
            const name = value(access, inner) ?? '';
            if (/^standard(-|__)/.test(name) || catalog.find(suffix, name)) continue;
            catalog.report(file, access.line, `<${element}>: there is no ${suffix} ${name}`);
        }
    }
    const keys = root.children.map(
        (child) => `${child.name} ${child.children[0]?.name} ${child.children.map((c) => c.text.trim()).join(' ')}`
    );
    root.children.forEach((child, index) => {
        if (child.children.length > 0 && keys.indexOf(keys[index]) < index) {
            catalog.report(file, child.line, `<${child.name}> grants the same thing twice`);
        }
    });
}

/** Element of the permission set -> the name inside, and what says that it gives nothing. */
const GRANTS = {
    applicationVisibilities: ['application', 'visible', 'false'],
    classAccesses: ['apexClass', 'enabled', 'false'],
    customPermissions: ['name', 'enabled', 'false'],
    flowAccesses: ['flow', 'enabled', 'false'],
    tabSettings: ['tab', 'visibility', 'None']
};

/** What nobody is granted cannot be used by anyone but administrators. */
function checkGranted(catalog) {
    const granted = (element) => {
        const [inner, given, nothing] = GRANTS[element];
        const accesses = catalog.of('permissionset').flatMap((file) => all(file.xml.root, element));
        return new Set(
            accesses.filter((access) => value(access, given) !== nothing).map((access) => value(access, inner))
        );
    };
    const report = (file, what) => catalog.report(file, 1, `no permission set grants the ${what} ${nameOf(file)}`);
    const classes = granted('classAccesses');
    for (const [name, apex] of catalog.apex) {
        if (apex.isTest || classes.has(name)) continue;
        if (auraMethods(apex.text).size > 0)
            catalog.report(apex, 1, `${name} has @AuraEnabled methods, but no permission set grants the class`);
        else if (readInvocable(catalog, apex))
            catalog.report(apex, 1, `${name} has an @InvocableMethod, but no permission set grants the class`);
    }
    for (const [element, suffix, what] of [
        ['applicationVisibilities', 'app', 'app'],
        ['customPermissions', 'customPermission', 'custom permission'],
        ['tabSettings', 'tab', 'tab']
    ]) {
        const names = granted(element);
        for (const file of catalog.of(suffix)) if (!names.has(nameOf(file))) report(file, what);
    }
    const flows = granted('flowAccesses');
    for (const file of catalog.of('flow')) {
        const restricted = value(file.xml.root, 'isAdditionalPermissionRequiredToRun') === 'true';
        if (restricted && !flows.has(nameOf(file))) report(file, 'flow');
    }
}

const nameOf = (file) => file.name.split('.')[0];

export function checkPermissions(catalog) {
    for (const file of catalog.of('permissionset')) checkPermissionSet(catalog, file);
    checkGranted(catalog);
}
