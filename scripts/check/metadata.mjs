/** All metadata XML against the Metadata WSDL, and every reference from one part of the project to another. */
import { runAsProgram } from './lib/gate.mjs';
import { checkApexNames } from './metadata/apex.mjs';
import { checkApps } from './metadata/apps.mjs';
import { Catalog } from './metadata/catalog.mjs';
import { checkComponents } from './metadata/components.mjs';
import { checkCredentials } from './metadata/credentials.mjs';
import { checkEventChannels } from './metadata/event-channels.mjs';
import { checkFlows } from './metadata/flows.mjs';
import { checkLabels } from './metadata/labels.mjs';
import { checkNotifications } from './metadata/notifications.mjs';
import { checkObjects } from './metadata/objects.mjs';
import { checkPages } from './metadata/pages.mjs';
import { checkPermissions } from './metadata/permissions.mjs';
import { checkRecordNames } from './metadata/record-names.mjs';
import { checkRecords } from './metadata/records.mjs';
import { checkReports } from './metadata/reports.mjs';
import { checkSchema } from './metadata/schema.mjs';
import { checkAllTexts } from './metadata/texts.mjs';

const REFERENCES = [
    checkApexNames,
    checkAllTexts,
    checkApps,
    checkComponents,
    checkCredentials,
    checkEventChannels,
    checkFlows,
    checkLabels,
    checkNotifications,
    checkObjects,
    checkPages,
    checkPermissions,
    checkRecordNames,
    checkRecords,
    checkReports
];

export function check(project) {
    const catalog = new Catalog(project);
    const { xmlFiles } = catalog;
    const findings = xmlFiles.flatMap(checkSchema);
    // a file that cannot be read would make every reference to it a finding as well
    if (xmlFiles.every((file) => file.xml.problems.length === 0)) {
        for (const checkReferences of REFERENCES) checkReferences(catalog);
        findings.push(...catalog.findings);
    }
    return { findings, checked: xmlFiles.length, of: 'metadata files' };
}

await runAsProgram(import.meta, check);
