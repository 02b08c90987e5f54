import type { Action } from '../../site.ts';
import { recordPath } from '../address.ts';
import { fieldText, getRecord, observeRecord, type UiRecord } from '../records.ts';
import { element, icon } from './dom.ts';
import type { PageRecord } from './lightningPage.ts';
import { quickActions } from './quickActions.ts';

/** Fields beside the name, as an object's compact layout would list them. */
const FIELDS = ['Type', 'Phone', 'Website', 'Industry'];

export async function highlightsPanel(record: PageRecord, actions: readonly Action[]): Promise<HTMLElement> {
    const { objectApiName, recordId } = record;
    const name = element('h1', { class: 'slds-page-header__title' });
    const facts = element('dl', { class: 'local-facts' });
    const show = (record: UiRecord) => {
        name.textContent = fieldText(record, 'Name');
        const shown = FIELDS.filter((field) => fieldText(record, field) !== '');
        facts.replaceChildren(
            ...shown.map((field) =>
                element('div', {}, element('dt', {}, field), element('dd', {}, fieldText(record, field)))
            )
        );
    };
    const known = await getRecord(recordId);
    show(known);
    observeRecord(recordId, show);
    return element(
        'div',
        { class: 'slds-page-header slds-page-header_record-home' },
        element(
            'div',
            { class: 'slds-media' },
            element('div', { class: 'slds-media__figure' }, await icon(`standard:${objectApiName.toLowerCase()}`)),
            element(
                'div',
                { class: 'slds-media__body' },
                element('div', { class: 'local-object' }, objectApiName),
                name
            ),
            quickActions(actions, record)
        ),
        facts,
        ...(await parentLink(objectApiName, fieldText(known, 'ParentId')))
    );
}

/** A record of the same object to which this one belongs. */
async function parentLink(objectApiName: string, parentId: string): Promise<HTMLElement[]> {
    if (parentId === '') return [];
    const parent = fieldText(await getRecord(parentId), 'Name');
    return [element('p', {}, 'Parent: ', element('a', { href: recordPath(objectApiName, parentId) }, parent))];
}
