import { showComponent } from './component.ts';
import { element } from './dom.ts';

interface Screen extends HTMLElement {
    readonly validate?: () => { readonly isValid: boolean; readonly errorMessage?: string };
}

interface Change {
    readonly attributeName: string;
    readonly newValue: unknown;
}

// Imitates: Next asks the component of a Flow screen whether it is valid, and shows what it says if not — LWC developer guide: validate user input for Flow [C]
export async function showFlowScreen(
    main: HTMLElement,
    name: string,
    inputs: Readonly<Record<string, string>>
): Promise<void> {
    document.title = 'Flow | local-org';
    const outputs: Record<string, unknown> = {};
    const problem = element('p', { class: 'slds-text-color_error', role: 'alert' });
    const next = element('button', { class: 'slds-button slds-button_brand', type: 'button' }, 'Next');
    const screen = await showComponent({ component: `c/${name}`, properties: inputs });
    const component = screen.firstElementChild as Screen | null;
    screen.addEventListener('lightning__flowattributechange', (event) => {
        const { attributeName, newValue } = (event as CustomEvent<Change>).detail;
        outputs[attributeName] = newValue;
        if (component) Object.assign(component, { [attributeName]: newValue });
    });
    const box = element(
        'section',
        { class: 'slds-card slds-p-around_medium', 'aria-label': 'Flow' },
        element('h1', { class: 'slds-text-heading_medium slds-m-bottom_small' }, 'A screen of a Flow'),
        screen,
        problem,
        element('div', { class: 'local-form-buttons' }, next)
    );
    next.addEventListener('click', () => {
        const { isValid, errorMessage = '' } = component?.validate?.() ?? { isValid: true };
        problem.textContent = isValid ? '' : errorMessage;
        if (!isValid) return;
        box.replaceChildren(
            element('h1', { class: 'slds-text-heading_medium slds-m-bottom_small' }, 'The Flow went on'),
            ...Object.entries(outputs).map(([output, value]) => element('p', {}, `${output}: ${String(value)}`))
        );
    });
    main.append(box);
}
