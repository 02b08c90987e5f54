/** One metadata file against the Metadata WSDL: elements, order, repetition, enumerations, booleans, numbers. */
import { finding } from '../lib/gate.mjs';
import { elementsOf, isMetadataType, structureOf, textProblem } from '../lib/metadata-types.mjs';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** File suffix -> root element; a suffix that is missing here is a finding, so that no type goes unchecked. */
const ROOTS = {
    app: 'CustomApplication',
    authprovider: 'AuthProvider',
    cachePartition: 'PlatformCachePartition',
    cls: 'ApexClass',
    cspTrustedSite: 'CspTrustedSite',
    customPermission: 'CustomPermission',
    dashboard: 'Dashboard',
    dashboardFolder: 'DashboardFolder',
    externalAuthIdentityProvider: 'ExternalAuthIdentityProvider',
    externalCredential: 'ExternalCredential',
    field: 'CustomField',
    fieldTranslation: 'CustomFieldTranslation',
    flexipage: 'FlexiPage',
    flow: 'Flow',
    globalValueSet: 'GlobalValueSet',
    js: 'LightningComponentBundle',
    labels: 'CustomLabels',
    layout: 'Layout',
    listView: 'ListView',
    md: 'CustomMetadata',
    messageChannel: 'LightningMessageChannel',
    namedCredential: 'NamedCredential',
    notiftype: 'CustomNotificationType',
    object: 'CustomObject',
    objectTranslation: 'CustomObjectTranslation',
    permissionset: 'PermissionSet',
    permissionsetgroup: 'PermissionSetGroup',
    platformEventChannel: 'PlatformEventChannel',
    platformEventChannelMember: 'PlatformEventChannelMember',
    platformEventSubscriberConfig: 'PlatformEventSubscriberConfig',
    quickAction: 'QuickAction',
    remoteSite: 'RemoteSiteSetting',
    report: 'Report',
    reportFolder: 'ReportFolder',
    reportType: 'ReportType',
    resource: 'StaticResource',
    tab: 'CustomTab',
    translation: 'Translations',
    trigger: 'ApexTrigger',
    validationRule: 'ValidationRule'
};

/** In the WSDL this part of a component bundle is an encoded blob; the component checks read it. */
const OPAQUE = new Set(['targetConfigs']);

/** Implied by the name of the file, or by the file beside it. */
const IMPLIED = new Set(['fullName', 'content']);

function checkElement(element, typeName, report) {
    const known = elementsOf(typeName);
    const seen = new Map();
    let previous = null;
    for (const child of element.children) {
        const property = known.get(child.name);
        if (!property) {
            report(child, `unknown element <${child.name}> in ${typeName}`);
            continue;
        }
        const count = (seen.get(child.name) ?? 0) + 1;
        seen.set(child.name, count);
        if (count > 1 && !property.array) report(child, `<${child.name}> is repeated, but ${typeName} allows one`);
        else if (count > 1 && previous !== child.name) report(child, `<${child.name}> elements must stand together`);
        previous = child.name;
        if (OPAQUE.has(child.name)) continue;
        const structure = structureOf(property.type);
        if (structure) checkElement(child, structure, report);
        else checkText(child, property.type, report);
    }
    for (const [name, { required }] of known) {
        if (required && !IMPLIED.has(name) && !seen.has(name)) report(element, `<${name}> is missing in ${typeName}`);
    }
}

function checkText(element, type, report) {
    if (element.children.length > 0) report(element, `<${element.name}> holds text, not elements`);
    const problem = textProblem(type, element.text.trim());
    if (problem) report(element, `<${element.name}> ${problem}`);
}

/** The findings of one parsed file `{ path, name, xml }`. */
export function checkSchema(file) {
    const findings = file.xml.problems.map(({ line, message }) => finding(file.path, line, message));
    const report = (element, message) => findings.push(finding(file.path, element.line, message));
    const { root } = file.xml;
    if (!root || findings.length > 0) return findings;

    const suffix = /\.([A-Za-z]+)-meta\.xml$/.exec(file.name)?.[1];
    const expected = ROOTS[suffix];
    if (!expected) report(root, `'${suffix}' is not a metadata type that this check knows`);
    else if (expected !== root.name) report(root, `root <${root.name}>, but the file name asks for <${expected}>`);
    else if (root.uri !== NAMESPACE) report(root, `the namespace is '${root.uri}', not '${NAMESPACE}'`);
    else if (!isMetadataType(root.name)) report(root, `unknown metadata type <${root.name}>`);
    else checkElement(root, root.name, report);
    return findings;
}
