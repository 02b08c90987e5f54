/** As `@salesforce/client/formFactor` tells it. */
export function formFactor(): 'Large' | 'Small' {
    return /\bMobi/.test(navigator.userAgent) ? 'Small' : 'Large';
}

// Imitates: what window.open leads to in the Salesforce mobile app — unknown [U33]
export function imitateMobileApp(rule: string | undefined): void {
    if (formFactor() === 'Large') return;
    if (rule === 'c') window.open = () => null;
    if (rule === 'b') {
        for (const type of ['focus', 'visibilitychange']) {
            window.addEventListener(
                type,
                (event) => {
                    event.stopImmediatePropagation();
                },
                { capture: true }
            );
        }
    }
}
