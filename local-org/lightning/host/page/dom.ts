import { createElement } from 'lwc';
import { load } from '../loader.ts';

type Child = Node | string;

export function element<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes: Readonly<Record<string, string>> = {},
    ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
}

/** A decorative icon: the text beside it says the same. */
export async function icon(
    iconName: string,
    size: 'xx-small' | 'x-small' | 'small' | 'medium' = 'medium',
    variant = ''
): Promise<HTMLElement> {
    const { default: is } = (await load('lightning/icon')) as { default: Parameters<typeof createElement>[1]['is'] };
    return Object.assign(createElement('lightning-icon', { is }), { iconName, size, variant });
}

/** A button that shows and hides what is below it. */
export function disclosure(button: HTMLButtonElement, panel: HTMLElement): HTMLElement {
    const show = (isOpen: boolean) => {
        panel.hidden = !isOpen;
        button.setAttribute('aria-expanded', String(isOpen));
    };
    show(false);
    button.addEventListener('click', () => {
        show(panel.hidden);
    });
    const place = element('div', { class: 'local-disclosure' }, button, panel);
    place.addEventListener('keydown', ({ key }) => {
        if (key !== 'Escape') return;
        show(false);
        button.focus();
    });
    return place;
}

/** Says of a link whether it leads to what is shown. */
export function markCurrent(link: HTMLAnchorElement, isCurrent: boolean): void {
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
}
