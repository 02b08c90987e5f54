import { fieldText, getRecord, observeRecord, type UiRecord } from '../records.ts';
import { element, icon } from './dom.ts';

/** Fields beside the name, as an object's compact layout would list them. */
const FIELDS = ['Type', 'Phone', 'Website', 'Industry'];

export async function highlightsPanel(objectApiName: string, recordId: string): Promise<HTMLElement> {
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
    show(await getRecord(recordId));
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
            )
        ),
        facts
    );
}
