import { faultsOf } from './lib/planted.mjs';
import { check } from './metadata.mjs';

const DASHBOARD = 'Overview.dashboard-meta.xml';
const KEYS = 'Keys.report-meta.xml';
const STATUSES = 'Statuses.report-meta.xml';
const TYPE = 'Sample_Statuses.reportType-meta.xml';

const fault = faultsOf(check);

fault(
    'a report type of an unknown object',
    [TYPE, '<baseObject>Sample_Status__c', '<baseObject>Other__c'],
    /<baseObject>: there is no object Other__c/
);
fault(
    'a report type with an unknown field',
    [TYPE, '<field>State__c', '<field>Stage__c'],
    /<field>: there is no field Sample_Status__c.Stage__c/,
    [STATUSES, /Sample_Statuses__c has no column Sample_Status__c\$State__c/]
);
fault(
    'a report type with a table that it does not join',
    [
        TYPE,
        '<table>Sample_Status__c</table>\n        </columns>\n        <masterLabel>',
        '<table>Account</table>\n        </columns>\n        <masterLabel>'
    ],
    /<table>: the report type has no Account/,
    [STATUSES, /has no column Sample_Status__c\$Owner.Name/]
);
fault(
    'a report type that joins an unknown relationship',
    [TYPE, '<label>', '<join><outerJoin>true</outerJoin><relationship>Others__r</relationship></join><label>'],
    /Sample_Status__c has no child relationship Others__r/
);
fault(
    'a report of an unknown report type',
    [STATUSES, '>Sample_Statuses__c<', '>Others__c<'],
    /there is no report type Others__c/
);
fault(
    'a report of an unknown object',
    [KEYS, 'CustomEntity$Sample_Status__c', 'CustomEntity$Other__c'],
    /there is no object Other__c/
);
fault(
    'a report with an unknown column',
    [KEYS, 'Sample_Status__c.Key__c', 'Sample_Status__c.Code__c'],
    /there is no field/
);
fault(
    'a report with a column that its type lacks',
    [
        STATUSES,
        '<columns>\n        <field>Sample_Status__c$Owner.Name',
        '<columns>\n        <field>Sample_Status__c$Key__c'
    ],
    /has no column Sample_Status__c\$Key__c/
);
fault(
    'a report that groups although it is a table',
    [STATUSES, '<format>Summary', '<format>Tabular'],
    /a Tabular report cannot have 1 groupings down/
);
fault('a report of an impossible format', [KEYS, '>Tabular<', '>Table<'], /'Table' is not one of/);
fault(
    'a chart of a column that the report is not grouped by',
    [STATUSES, '<groupingColumn>Sample_Status__c$State__c', '<groupingColumn>Sample_Status__c$Owner.Name'],
    /the report is not grouped by Sample_Status__c\$Owner.Name/
);
fault(
    'a report without its folder',
    ['Sample.reportFolder-meta.xml', null],
    [KEYS, /there is no report folder Sample/],
    [STATUSES, /there is no report folder Sample/]
);
fault(
    'a dashboard without its folder',
    ['Sample.dashboardFolder-meta.xml', null],
    [DASHBOARD, /no dashboard folder Sample/]
);
fault(
    'a dashboard of an unknown report',
    [DASHBOARD, '>Sample/Statuses<', '>Sample/Others<'],
    /there is no report Sample\/Others/
);
fault(
    'a dashboard that shows what its report does not',
    [DASHBOARD, 'Sample_Status__c$State__c', 'Sample_Status__c$Key__c'],
    /Sample\/Statuses does not show Sample_Status__c\$Key__c/
);
fault('a dashboard component of an unknown kind', [DASHBOARD, '>Donut<', '>Cake<'], /'Cake' is not one of/);
