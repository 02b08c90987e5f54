import type { ObjectList } from '../../site.ts';
import { recordPath } from '../address.ts';
import { fieldText, getRecords } from '../records.ts';
import { element } from './dom.ts';

/** The list view All of an object, its names leading to the records. */
export async function recordList(object: string, { label, columns }: ObjectList): Promise<HTMLElement[]> {
    const records = await getRecords(
        object,
        columns.map(({ field }) => field)
    );
    const heads = columns.map((column) => element('th', { scope: 'col' }, column.label));
    const rows = records.map((record) =>
        element(
            'tr',
            {},
            ...columns.map(({ field }) => {
                const text = fieldText(record, field);
                return field === 'Name'
                    ? element('th', { scope: 'row' }, element('a', { href: recordPath(object, record.id) }, text))
                    : element('td', {}, text);
            })
        )
    );
    return [
        element('h1', { class: 'slds-page-header__title slds-m-bottom_small' }, label),
        records.length === 0
            ? element('p', {}, 'There is nothing to show here yet.')
            : element(
                  'div',
                  { class: 'slds-card local-list' },
                  element(
                      'table',
                      { class: 'slds-table', 'aria-label': label },
                      element('thead', {}, element('tr', {}, ...heads)),
                      element('tbody', {}, ...rows)
                  )
              )
    ];
}

/** A record whose object has no page: the same fields, one below the other. */
export async function plainRecord(object: string, recordId: string, { columns }: ObjectList): Promise<HTMLElement[]> {
    const records = await getRecords(
        object,
        columns.map(({ field }) => field)
    );
    const record = records.find(({ id }) => id === recordId);
    if (!record) throw new Error('There is no such record');
    const facts = columns.map(({ field, label }) =>
        element('div', {}, element('dt', {}, label), element('dd', {}, fieldText(record, field)))
    );
    return [
        element('h1', { class: 'slds-page-header__title slds-m-bottom_small' }, fieldText(record, 'Name')),
        element('div', { class: 'slds-card slds-p-around_medium' }, element('dl', { class: 'local-facts' }, ...facts))
    ];
}
