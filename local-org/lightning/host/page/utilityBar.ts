import type { App, Utility } from '../../site.ts';
import { showComponent } from './component.ts';
import { element, icon } from './dom.ts';

// Imitates: one panel of the utility bar is open at a time, and keeps its component when it is minimized — Salesforce Help: utility bar [C]
export async function utilityBar({ label, utilities }: App): Promise<HTMLElement> {
    const items = await Promise.all(utilities.map(utilityItem));
    for (const { button, setOpen } of items) {
        button.addEventListener('click', () => {
            const wasOpen = button.getAttribute('aria-expanded') === 'true';
            for (const item of items) item.setOpen(false);
            setOpen(!wasOpen);
        });
    }
    return element(
        'footer',
        { class: 'local-utility-bar', 'aria-label': `${label} utilities` },
        element('ul', {}, ...items.map(({ item }) => item))
    );
}

async function utilityItem(utility: Utility) {
    const { label, width, height, eager, placed } = utility;
    const body = element('div', { class: 'slds-p-around_small' });
    const minimize = element(
        'button',
        { class: 'slds-button slds-button_icon', type: 'button' },
        await icon('utility:minimize_window', 'x-small'),
        element('span', { class: 'slds-assistive-text' }, `Minimize ${label}`)
    );
    const panel = element(
        'section',
        { class: 'local-utility-panel slds-card', 'aria-label': label, hidden: '' },
        element(
            'div',
            { class: 'local-utility-head' },
            element('h2', { class: 'slds-text-heading_small' }, label),
            minimize
        ),
        body
    );
    panel.style.width = `min(${width}px, 100vw)`;
    panel.style.height = `min(${height}px, 70vh)`;
    const button = element(
        'button',
        { class: 'slds-button', type: 'button', 'aria-expanded': 'false' },
        await icon(utility.icon, 'x-small'),
        element('span', { class: 'slds-m-left_x-small' }, label)
    );
    let isMade = false;
    const make = async () => {
        if (isMade) return;
        isMade = true;
        body.append(await showComponent(placed));
    };
    const setOpen = (isOpen: boolean) => {
        panel.hidden = !isOpen;
        button.setAttribute('aria-expanded', String(isOpen));
        if (isOpen) void make();
    };
    minimize.addEventListener('click', () => {
        setOpen(false);
        button.focus();
    });
    if (eager) await make();
    return { item: element('li', {}, panel, button), button, setOpen };
}
