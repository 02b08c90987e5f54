/** Report types, reports and dashboards: objects, columns, folders, and what one shows of the other. */
import { all, descendants, first, value } from '../lib/xml.mjs';
import { isStandard } from './catalog.mjs';
import { fieldProblem, objectProblem } from './fields.mjs';

/** Report columns that stand for standard fields of a custom object, and the count of rows. */
const STANDARD_COLUMN = /^(CUST_[A-Z_]+|RowCount|FORMULA\d+)$/;

/** Folder/Name of a report or a dashboard. */
const qualified = (file) => /\/(?:reports|dashboards)\/(.+)\.\w+-meta\.xml$/.exec(file.path)?.[1];

/** The object behind a name of a child relationship, or undefined. */
function childObject(catalog, parent, relationship) {
    for (const { name, fields } of catalog.objects.values()) {
        for (const { root } of fields.values()) {
            const own = value(root, 'referenceTo') === parent && value(root, 'relationshipName');
            if (own && `${own}__r` === relationship) return name;
        }
    }
    return undefined;
}

/** The tables of a report type: path -> object, undefined where Salesforce's own objects are joined. */
function tablesOf(catalog, file) {
    const { root } = file.xml;
    const base = value(root, 'baseObject');
    const tables = new Map([[base, base]]);
    let [path, object] = [base, base];
    for (let join = first(root, 'join'); join; join = first(join, 'join')) {
        const relationship = value(join, 'relationship');
        path += `.${relationship}`;
        const child = object && childObject(catalog, object, relationship);
        if (!child && /__r$/.test(relationship))
            catalog.report(file, join.line, `<relationship>: ${object} has no child relationship ${relationship}`);
        object = child;
        tables.set(path, object);
    }
    return tables;
}

function checkReportType(catalog, file) {
    const { root } = file.xml;
    const problem = objectProblem(catalog, value(root, 'baseObject'));
    if (problem) return catalog.report(file, first(root, 'baseObject').line, `<baseObject>: ${problem}`);
    const tables = tablesOf(catalog, file);
    for (const column of descendants(root, 'columns')) {
        const table = value(column, 'table');
        if (!tables.has(table)) catalog.report(file, column.line, `<table>: the report type has no ${table}`);
        const object = tables.get(table);
        const complaint = object && fieldProblem(catalog, object, value(column, 'field'));
        if (complaint) catalog.report(file, column.line, `<field>: ${complaint}`);
    }
}

/** Answers what is wrong with a column of a report of that type, or null; null instead of it if nothing is known. */
function columnCheck(catalog, report) {
    const type = value(report, 'reportType');
    const object = /^CustomEntity\$(\w+)$/.exec(type)?.[1];
    if (object) {
        return (column) => {
            const [table, ...path] = column.split('.');
            return table === object
                ? fieldProblem(catalog, object, path.join('.'))
                : `the report has no column ${column}`;
        };
    }
    const own = catalog.find('reportType', type.replace(/__c$/, ''));
    if (!own) return null;
    const columns = descendants(own.xml.root, 'columns').map(
        (column) => `${value(column, 'table')}$${value(column, 'field')}`
    );
    return (column) => (columns.includes(column) ? null : `report type ${type} has no column ${column}`);
}

/** Every element of a report that names a column. */
const columnsOf = (report) => [
    ...all(report, 'columns').flatMap((column) => all(column, 'field')),
    ...groupingsOf(report),
    ...descendants(first(report, 'filter'), 'column'),
    ...all(report, 'buckets').flatMap((bucket) => all(bucket, 'sourceColumnName')),
    ...all(first(report, 'timeFrameFilter'), 'dateColumn'),
    ...all(report, 'sortColumn')
];
const groupingsOf = (report) =>
    [...all(report, 'groupingsDown'), ...all(report, 'groupingsAcross')].flatMap((grouping) => all(grouping, 'field'));

/** Names that a chart may show: columns, groupings, buckets and formulas. */
const shown = (report) =>
    new Set([
        ...columnsOf(report).map((column) => column.text.trim()),
        ...[...all(report, 'buckets'), ...all(report, 'aggregates')].map((own) => value(own, 'developerName'))
    ]);

function checkShape(catalog, file, report) {
    const down = all(report, 'groupingsDown').length;
    const across = all(report, 'groupingsAcross').length;
    const fits = { Tabular: down + across === 0, Summary: down > 0 && across === 0, Matrix: down > 0 && across > 0 };
    const format = value(report, 'format');
    if (fits[format] === false)
        catalog.report(file, report.line, `a ${format} report cannot have ${down} groupings down and ${across} across`);
    const groupings = groupingsOf(report).map((grouping) => grouping.text.trim());
    const chart = first(report, 'chart');
    for (const column of [...all(chart, 'groupingColumn'), ...all(chart, 'secondaryGroupingColumn')]) {
        if (!groupings.includes(column.text.trim()))
            catalog.report(file, column.line, `<${column.name}>: the report is not grouped by ${column.text.trim()}`);
    }
}

function checkReport(catalog, file) {
    const report = file.xml.root;
    const type = first(report, 'reportType');
    const name = type?.text.trim() ?? '';
    const object = /^CustomEntity\$(\w+)$/.exec(name)?.[1];
    const complaint = object
        ? objectProblem(catalog, object)
        : !isStandard(name) && !catalog.find('reportType', name.replace(/__c$/, ''))
          ? `there is no report type ${name}`
          : null;
    if (complaint) return catalog.report(file, type.line, `<reportType>: ${complaint}`);
    const problemOf = columnCheck(catalog, report);
    const buckets = new Set(all(report, 'buckets').map((bucket) => value(bucket, 'developerName')));
    for (const column of problemOf ? columnsOf(report) : []) {
        const text = column.text.trim();
        const problem = STANDARD_COLUMN.test(text) || buckets.has(text) ? null : problemOf(text);
        if (problem) catalog.report(file, column.line, `<${column.name}>: ${problem}`);
    }
    checkShape(catalog, file, report);
}

function checkDashboard(catalog, file) {
    const reports = new Map(catalog.of('report').map((report) => [qualified(report), report.xml.root]));
    for (const name of descendants(file.xml.root, 'report')) {
        if (!reports.has(name.text.trim()))
            catalog.report(file, name.line, `<report>: there is no report ${name.text.trim()}`);
    }
    const components = [
        ...descendants(file.xml.root, 'dashboardComponent'),
        ...descendants(file.xml.root, 'components')
    ];
    for (const component of components) {
        const report = reports.get(value(component, 'report'));
        const columns = [
            ...all(component, 'groupingColumn'),
            ...all(component, 'chartSummary').flatMap((summary) => all(summary, 'column')),
            ...descendants(component, 'dashboardTableColumn').flatMap((column) => all(column, 'column'))
        ];
        const known = report && shown(report);
        for (const column of known ? columns : []) {
            const text = column.text.trim();
            if (!known.has(text) && !STANDARD_COLUMN.test(text))
                catalog.report(
                    file,
                    column.line,
                    `<${column.name}>: ${value(component, 'report')} does not show ${text}`
                );
        }
    }
}

/** What is not in a folder of the project is found by nobody (or cannot be deployed at all). */
function checkFolder(catalog, file) {
    const folder = qualified(file)?.split('/').slice(0, -1).join('/');
    if (folder === 'unfiled$public') return;
    const declared = catalog
        .of(`${file.suffix}Folder`)
        .some(({ path }) => path.endsWith(`/${file.suffix}s/${folder}.${file.suffix}Folder-meta.xml`));
    if (!declared) catalog.report(file, 1, `there is no ${file.suffix} folder ${folder}`);
}

export function checkReports(catalog) {
    for (const file of catalog.of('reportType')) checkReportType(catalog, file);
    for (const file of catalog.of('report')) checkReport(catalog, file);
    for (const file of catalog.of('dashboard')) checkDashboard(catalog, file);
    for (const file of [...catalog.of('report'), ...catalog.of('dashboard')]) checkFolder(catalog, file);
}
