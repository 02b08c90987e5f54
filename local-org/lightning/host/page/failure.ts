import { element } from './dom.ts';

/** Lightning tells the user that something is missing on the page; the reason is for whoever looks at the console. */
export function showFailure(place: HTMLElement, error: unknown): void {
    console.error(error);
    const message = error instanceof Error ? error.message : 'The org did not answer as expected.';
    place.append(
        element(
            'div',
            { class: 'slds-scoped-notification slds-theme_error slds-m-around_medium', role: 'alert' },
            element('p', {}, `This part of the page could not be shown. ${message}`)
        )
    );
}
