/** Where a link of the org leads: to a page that is loaded anew, or to a tab of the console. */
let open: (url: URL) => void = (url) => {
    location.assign(url.href);
};

export function goTo(url: URL): void {
    open(url);
}

/** Has links and components open what they lead to in another way; one that answers false leaves it to the browser. */
export function routeWith(router: (url: URL) => boolean): void {
    open = (url) => {
        if (!router(url)) location.assign(url.href);
    };
    document.addEventListener('click', (event) => {
        const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
        const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (!link || !isPlain || link.target !== '' || link.getAttribute('href')?.startsWith('#')) return;
        if (link.origin === location.origin && router(new URL(link.href))) event.preventDefault();
    });
}
