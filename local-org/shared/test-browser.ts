/** A browser without a screen, for tests: keeps cookies per host, follows redirects, presses buttons of forms. */
export interface Page {
    url: URL;
    status: number;
    headers: Headers;
    text: string;
}

export class TestBrowser {
    readonly #cookies = new Map<string, Map<string, string>>();

    async request(address: string | URL, init: RequestInit = {}): Promise<Page> {
        let url = new URL(address);
        let options = init;
        for (let hops = 0; hops < 20; hops += 1) {
            const response = await this.#send(url, options);
            const location = response.headers.get('location');
            if (response.status < 300 || response.status > 399 || location === null || options.redirect === 'manual') {
                return { url, status: response.status, headers: response.headers, text: await response.text() };
            }
            await response.body?.cancel();
            url = new URL(location, url);
            options = {};
        }
        throw new Error('Too many redirects');
    }

    /** An answer that goes on until the signal ends it, such as server-sent events. */
    stream(address: string, signal: AbortSignal): Promise<Response> {
        return this.#send(new URL(address), { signal });
    }

    /** Posts the fields to the page's own address, as a form without an action does. */
    submit(page: Page, fields: Record<string, string>): Promise<Page> {
        return this.request(page.url, { method: 'POST', body: new URLSearchParams(fields) });
    }

    /** Signs in at Acme Sign from whatever page it shows first, up to the page that the way back leads to. */
    async signIn(start: string | URL, account: string, ending: 'allow' | 'cancel' = 'allow'): Promise<Page> {
        let page = await this.request(start);
        for (;;) {
            if (page.text.includes('document.forms[0].submit()')) {
                page = await this.#submitByScript(page);
            } else if (!page.url.pathname.startsWith('/sign-in/') || page.status !== 200) {
                return page;
            } else if (page.text.includes('value="other"')) {
                const isSame = page.text.includes(`Go on as ${account}<`);
                page = await this.submit(page, { step: isSame ? 'same' : 'other' });
            } else if (page.text.includes('value="login"')) {
                page = await this.submit(page, { step: 'login', login: account, password: 'any' });
            } else {
                page = await this.submit(page, { step: ending === 'allow' ? 'consent' : 'cancel' });
            }
        }
    }

    /** The one script that oidc-provider's pages need: a form that sends itself, with which it ends another session. */
    #submitByScript(page: Page): Promise<Page> {
        const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
        const fields = [...page.text.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
            name,
            value
        ]);
        return this.request(new URL(action, page.url), {
            method: 'POST',
            body: new URLSearchParams(Object.fromEntries(fields) as Record<string, string>)
        });
    }

    async #send(url: URL, init: RequestInit): Promise<Response> {
        const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
        this.#cookies.set(url.host, jar);
        const headers = new Headers(init.headers);
        headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
        const response = await fetch(url, { ...init, headers, redirect: 'manual' });
        for (const line of response.headers.getSetCookie()) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
            if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
            else jar.set(name, value);
        }
        return response;
    }
}
