/** Reads what the list view All of an object shows. */
import path from 'node:path';
import { readMetadata } from '../platform/xml.ts';
import type { Project } from './project.ts';
import type { ObjectList, Tab } from './site.ts';

const ACCOUNTS: ObjectList = {
    label: 'Accounts',
    columns: ['Name', 'Phone', 'Industry'].map((name) => ({ field: name, label: name }))
};

/** Columns of list views that are no custom fields, with the fields that they show (Metadata API: ListView). */
const STANDARD_COLUMNS: Readonly<Record<string, { readonly field: string; readonly label: string }>> = {
    CREATED_DATE: { field: 'CreatedDate', label: 'Created Date' },
    'OWNER.ALIAS': { field: 'Owner.Alias', label: 'Owner Alias' },
    LAST_UPDATE: { field: 'LastModifiedDate', label: 'Last Modified Date' }
};

/** The lists that the tabs lead to, by object. */
export function readLists(project: Project, tabs: readonly Tab[]): Record<string, ObjectList> {
    return Object.fromEntries(
        tabs.flatMap((tab) => {
            if (tab.kind !== 'list') return [];
            return [[tab.object, tab.object === 'Account' ? ACCOUNTS : readList(project, tab.object, tab.label)]];
        })
    );
}

// Imitates: without a list view of its own an object has All, which shows the name — Salesforce Help: list views [L]
function readList(project: Project, object: string, label: string): ObjectList {
    const folder = (name: string) => path.join(object, name);
    const find = (name: string) => project.files.find((file) => file.endsWith(path.sep + folder(name)));
    const view = find(path.join('listViews', 'All.listView-meta.xml'));
    const columns = view ? readMetadata(view, 'ListView').all('columns') : [];
    const names = columns.length > 0 ? columns.map(({ value = '' }) => value) : ['NAME'];
    return { label, columns: names.map(column) };

    function column(name: string): ObjectList['columns'][number] {
        if (name in STANDARD_COLUMNS) return STANDARD_COLUMNS[name] as ObjectList['columns'][number];
        if (name === 'NAME') {
            const file = find(`${object}.object-meta.xml`) ?? '';
            const nameField = readMetadata(file, 'CustomObject').all('nameField')[0];
            return { field: 'Name', label: nameField?.text('label') ?? 'Name' };
        }
        const file = find(path.join('fields', `${name}.field-meta.xml`));
        if (file === undefined) throw new Error(`${view ?? object}: local-org has no column ${name}`);
        return { field: name, label: readMetadata(file, 'CustomField').text('label') ?? name };
    }
}
