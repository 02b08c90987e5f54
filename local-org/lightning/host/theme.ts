const KEY = 'local-org theme';

/** `?theme=classic`, `dark` or `light`, for this page and those to which it leads. */
// Imitates: SLDS 2, also in its dark colours; the classic look by the package's theme Lightning Blue, as SLDS 1 is another package — design-system-2: README, Themes [L]
export async function applyTheme(): Promise<void> {
    const chosen = new URLSearchParams(location.search).get('theme') ?? sessionStorage.getItem(KEY) ?? 'light';
    sessionStorage.setItem(KEY, chosen);
    if (chosen === 'dark') document.body.classList.add('slds-color-scheme_dark');
    if (chosen !== 'classic') return;
    const link = document.querySelector<HTMLLinkElement>('link[href$="/slds.css"]');
    if (!link) throw new Error('The page has no styles');
    await new Promise((resolve) => {
        link.addEventListener('load', resolve, { once: true });
        link.href = '/lightning/_host/slds-classic.css';
    });
}
