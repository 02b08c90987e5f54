import { fieldText, getRecord, observeRecord, PANEL_FIELDS, saveRecord, type UiRecord } from '../records.ts';
import { ShowToastEvent } from '../lightning/platformShowToastEvent.ts';
import { element } from './dom.ts';

/** The record's fields, open for editing. What the user has typed stays until it is saved or dropped. */
export async function detailPanel(recordId: string): Promise<HTMLElement> {
    const inputs = new Map(PANEL_FIELDS.map((field) => [field, inputFor(field)]));
    const changed = new Set<string>();
    const show = (record: UiRecord) => {
        for (const [field, input] of inputs) {
            if (!changed.has(field)) input.value = fieldText(record, field);
        }
    };
    const save = element('button', { class: 'slds-button slds-button_brand' }, 'Save');
    const cancel = element('button', { class: 'slds-button slds-button_neutral', type: 'button' }, 'Cancel');
    const buttons = element('div', { class: 'local-form-buttons', hidden: '' }, cancel, save);
    const form = element(
        'form',
        { class: 'slds-card local-form', 'aria-label': 'Details' },
        ...[...inputs].map(([field, input]) => labelled(field, input)),
        buttons
    );
    for (const [field, input] of inputs) {
        input.addEventListener('input', () => {
            changed.add(field);
            buttons.hidden = false;
        });
    }
    const settle = (record: UiRecord) => {
        changed.clear();
        buttons.hidden = true;
        show(record);
    };
    cancel.addEventListener('click', () => {
        void getRecord(recordId).then(settle);
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const values = Object.fromEntries([...changed].map((field) => [field, inputs.get(field)?.value]));
        saveRecord(recordId, values).then(settle, () => {
            form.dispatchEvent(new ShowToastEvent({ title: 'The record was not saved', variant: 'error' }));
        });
    });
    show(await getRecord(recordId));
    observeRecord(recordId, show);
    return form;
}

function inputFor(field: string): HTMLInputElement | HTMLTextAreaElement {
    const attributes = {
        id: `field-${field}`,
        name: field,
        class: field === 'Description' ? 'slds-textarea' : 'slds-input'
    };
    return field === 'Description'
        ? element('textarea', attributes)
        : element('input', { ...attributes, autocomplete: 'off' });
}

function labelled(field: string, input: HTMLElement): HTMLElement {
    return element(
        'div',
        { class: 'slds-form-element' },
        element('label', { class: 'slds-form-element__label', for: input.id }, field),
        element('div', { class: 'slds-form-element__control' }, input)
    );
}
