import { ShowToastEventName, type Toast } from '../lightning/platformShowToastEvent.ts';
import { element, icon } from './dom.ts';

const ICONS = {
    info: 'utility:info',
    success: 'utility:success',
    warning: 'utility:warning',
    error: 'utility:error'
};

// Imitates: a toast goes after three seconds unless it is sticky — LWC developer guide: Toast Notifications [C]
const VISIBLE_MS = 3000;

export function showToasts(): void {
    const container = element('div', { class: 'slds-notify_container local-toasts' });
    document.body.append(container);
    document.addEventListener(ShowToastEventName, (event) => {
        void showToast(container, (event as CustomEvent<Toast>).detail);
    });
}

async function showToast(container: HTMLElement, toast: Toast): Promise<void> {
    const variant = toast.variant ?? 'info';
    const close = element('button', { class: 'slds-button slds-button_icon slds-notify__close', type: 'button' });
    close.append(
        await icon('utility:close', 'x-small', 'inverse'),
        element('span', { class: 'slds-assistive-text' }, 'Close')
    );
    const content = element('div', { class: 'slds-notify__content' });
    if (toast.title) content.append(element('h2', { class: 'slds-text-heading_small' }, toast.title));
    if (toast.message) content.append(element('p', {}, ...withData(toast.message, toast.messageData ?? [])));
    const sign = element(
        'span',
        { class: 'slds-m-right_small slds-no-flex' },
        await icon(ICONS[variant], 'small', 'inverse')
    );
    const box = element(
        'div',
        {
            class: `slds-notify slds-notify_toast slds-theme_${variant}`,
            role: variant === 'error' ? 'alert' : 'status'
        },
        sign,
        content
    );
    if (toast.mode !== 'pester') box.append(close);
    close.addEventListener('click', () => {
        box.remove();
    });
    container.append(box);
    if (toast.mode !== 'sticky')
        setTimeout(() => {
            box.remove();
        }, VISIBLE_MS);
}

/** Puts the data where the message has `{0}`, `{1}` …; a URL becomes a link, everything else stays text. */
function withData(message: string, data: NonNullable<Toast['messageData']>): (Node | string)[] {
    return message.split(/(\{\d+\})/).map((part) => {
        const value = /^\{\d+\}$/.test(part) ? data[Number(part.slice(1, -1))] : part;
        if (value === undefined || typeof value === 'string') return value ?? part;
        const url = new URL(value.url, location.href);
        return /^https?:$/.test(url.protocol) ? element('a', { href: url.href }, value.label) : value.label;
    });
}
