/** Words for people: each part explains itself, within the lengths that the platform allows. */
import { value } from '../lib/xml.mjs';

/** Suffix -> texts that must be there. */
const REQUIRED = {
    app: ['description'],
    customPermission: ['description'],
    dashboard: ['description'],
    flexipage: ['description'],
    flow: ['description'],
    messageChannel: ['description'],
    notiftype: ['description'],
    object: ['description'],
    permissionset: ['description'],
    report: ['description'],
    reportType: ['description'],
    tab: ['description']
};

/** Root element -> most characters (Metadata API Developer Guide and the fields of Setup). */
const LIMITS = {
    AuthProvider: { friendlyName: 32 },
    CustomApplication: { label: 40 },
    CustomField: { label: 40, description: 1000, inlineHelpText: 510 },
    CustomLabel: { fullName: 80, shortDescription: 80, value: 1000, categories: 255 },
    CustomMetadata: { label: 40 },
    CustomNotificationType: { masterLabel: 80, customNotifTypeName: 80 },
    CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
    CustomPermission: { label: 80, description: 255 },
    CustomTab: { label: 40 },
    Dashboard: { description: 255 },
    Flow: { label: 255 },
    LightningComponentBundle: { masterLabel: 80 },
    ListView: { label: 40 },
    PermissionSet: { label: 80, description: 255 },
    Report: { name: 40, description: 255 },
    ReportType: { label: 50, description: 255 }
};

function checkTexts(catalog, file, element, type, required) {
    const name = value(element, 'fullName') ?? file.name.replace(/\.\w+-meta\.xml$/, '');
    for (const need of required) {
        if (!value(element, need)) catalog.report(file, element.line, `${name} has no <${need}>`);
    }
    for (const [child, limit] of Object.entries(LIMITS[type] ?? {})) {
        const length = value(element, child)?.length ?? 0;
        if (length > limit)
            catalog.report(file, element.line, `${name}: <${child}> has ${length} characters, at most ${limit}`);
    }
}

function requiredOf(file, catalog) {
    if (file.suffix === 'field') {
        // administrators type in the values of custom metadata, and see the help text only; one text is enough elsewhere
        const hasHelp = Boolean(value(file.xml.root, 'inlineHelpText'));
        return hasHelp ? [] : [/__mdt\/fields\//.test(file.path) ? 'inlineHelpText' : 'description'];
    }
    if (file.suffix === 'js') {
        return catalog.bundles.get(file.name.split('.')[0]).exposed ? ['masterLabel', 'description'] : [];
    }
    return REQUIRED[file.suffix] ?? [];
}

export function checkAllTexts(catalog) {
    for (const file of catalog.xmlFiles) {
        if (file.suffix !== 'labels')
            checkTexts(catalog, file, file.xml.root, file.xml.root.name, requiredOf(file, catalog));
    }
    for (const label of catalog.labels.values())
        checkTexts(catalog, label.file, label.element, 'CustomLabel', ['shortDescription']);
}
