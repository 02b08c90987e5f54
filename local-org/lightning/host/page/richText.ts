import { element } from './dom.ts';

/** Text that an administrator wrote in App Builder; the page's content security policy keeps scripts out. */
export function richText({ richTextValue, decorate }: Readonly<Record<string, unknown>>): HTMLElement {
    const { body } = new DOMParser().parseFromString(String(richTextValue), 'text/html');
    const frame = decorate === 'true' ? 'slds-card slds-p-around_medium' : '';
    return element('div', { class: `slds-rich-text-editor__output ${frame}` }, ...body.children);
}
