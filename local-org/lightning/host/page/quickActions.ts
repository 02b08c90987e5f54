import type { Action } from '../../site.ts';
import { CloseScreenEventName } from '../lightning/actions.ts';
import { showComponent } from './component.ts';
import { element, icon } from './dom.ts';
import type { PageRecord } from './lightningPage.ts';

/** The buttons of an object's screen actions. */
export function quickActions(actions: readonly Action[], record: PageRecord): HTMLElement {
    const buttons = actions.map((action) => {
        const button = element('button', { class: 'slds-button slds-button_neutral', type: 'button' }, action.label);
        button.addEventListener('click', () => {
            void openAction(action, record, button);
        });
        return button;
    });
    return element('div', { class: 'local-actions' }, ...buttons);
}

// Imitates: a screen action opens in a window over the record, which its component can close — LWC developer guide: quick actions [C]
async function openAction({ label, component }: Action, record: PageRecord, opener: HTMLElement): Promise<void> {
    const close = element(
        'button',
        { class: 'slds-button slds-button_icon local-close', type: 'button' },
        await icon('utility:close', 'x-small'),
        element('span', { class: 'slds-assistive-text' }, 'Cancel and close')
    );
    const dialog = element(
        'dialog',
        { class: 'local-dialog slds-card', 'aria-label': label },
        close,
        await showComponent({ component, properties: {} }, { ...record })
    );
    const leave = () => {
        dialog.close();
    };
    close.addEventListener('click', leave);
    dialog.addEventListener(CloseScreenEventName, leave);
    dialog.addEventListener('close', () => {
        dialog.remove();
        opener.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
}
