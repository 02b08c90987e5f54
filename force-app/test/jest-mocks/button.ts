import { createElement } from 'lwc';
import ReauthButton from 'c/reauthButton';
import type { ReauthState } from 'c/reauthStore';
import { server, settled } from './page';

type Component = HTMLElement & Partial<Pick<ReauthButton, 'connection' | 'healthy' | 'variant'>>;
type Choices = Partial<Pick<ReauthButton, 'connection' | 'healthy' | 'variant'>>;

/** Shows the button for what the server answers. */
export async function show(state: ReauthState, choices?: Choices): Promise<Component> {
    server.getState.mockResolvedValue(state);
    return mount(choices);
}

export async function mount(choices?: Choices): Promise<Component> {
    const element = createElement('c-reauth-button', { is: ReauthButton }) as unknown as Component;
    Object.assign(element, { connection: 'Acme_Sign', ...choices });
    document.body.appendChild(element);
    await settled();
    return element;
}

export const root = (element: HTMLElement): ShadowRoot => element.shadowRoot!;

/** The sentence that the user reads. */
export const message = (element: HTMLElement): string => root(element).querySelector('p')?.textContent ?? '';

/** What the user sees; words for screen readers alone are not seen. */
export function seen(element: HTMLElement): string {
    return root(element).querySelector('.slds-assistive-text') ? '' : root(element).textContent;
}

export const icon = (element: HTMLElement): string | undefined =>
    root(element).querySelector<HTMLElement & { iconName: string }>('lightning-icon')?.iconName;

type Button = HTMLElement & { label: string };

export const buttons = (element: HTMLElement): Button[] => [
    ...root(element).querySelectorAll<Button>('lightning-button')
];

export const words = (element: HTMLElement): string[] => buttons(element).map(({ label }) => label);

export function press(element: HTMLElement, label: string): void {
    buttons(element)
        .find((button) => button.label === label)!
        .click();
}

/** Presses a button as a keyboard user does: it has the focus. The stub of the base component cannot take it by itself. */
export function pressKey(element: HTMLElement, label: string): void {
    const button = buttons(element).find((candidate) => candidate.label === label)!;
    button.tabIndex = 0;
    button.focus();
    button.click();
}

/** The user looks at the page again. */
export async function focusPage(): Promise<void> {
    window.dispatchEvent(new CustomEvent('focus'));
    await settled();
}
