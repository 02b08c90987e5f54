// Imitates: Large on a desktop, Medium on a tablet, Small on a phone — LWC developer guide: Access Client Form Factor [C]
export function formFactor(): 'Large' | 'Medium' | 'Small' {
    const { userAgent } = navigator;
    if (/\bMobi/.test(userAgent)) return 'Small';
    return /\bAndroid\b/.test(userAgent) ? 'Medium' : 'Large';
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
