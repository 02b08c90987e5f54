import { TestBrowser, type Page } from './shared/test-browser.ts';

/** What ReauthController answers, as far as these tests look at it. */
export interface ReauthState {
    state: string;
    reason: string;
    kickoffUrl?: string | null;
    kickoffKind?: string | null;
    message?: string;
    account?: string | null;
    previousAccount?: string | null;
    retryAfterSeconds?: number | null;
    detail?: string | null;
}

export interface ApexAnswer {
    status: number;
    body: unknown;
}

export async function postJson(url: string, body: unknown): Promise<void> {
    const answer = await fetch(url, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' }
    });
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}

/** A user of the org, as the page component acts for this user. */
export class Member {
    readonly #orgUrl: string;
    readonly #browser = new TestBrowser();
    /** The address of the page that calls Apex. */
    #page: string;

    private constructor(orgUrl: string) {
        this.#orgUrl = orgUrl;
        this.#page = orgUrl;
    }

    /** Calls Apex from another page from now on. */
    goTo(path: string): void {
        this.#page = this.#orgUrl + path;
    }

    static async logIn(orgUrl: string, name: string): Promise<Member> {
        const member = new Member(orgUrl);
        const form = new URLSearchParams({ username: `${name}@local.example`, startURL: '/local/session' });
        await member.#browser.request(`${orgUrl}/local/login`, { method: 'POST', body: form });
        return member;
    }

    async apex(className: string, method: string, params: object = {}): Promise<ApexAnswer> {
        const page = await this.#browser.request(`${this.#orgUrl}/aura/apex/${className}/${method}`, {
            method: 'POST',
            body: JSON.stringify(params),
            headers: { 'content-type': 'application/json', referer: this.#page }
        });
        return { status: page.status, body: JSON.parse(page.text) as unknown };
    }

    /** The list view All of an object. */
    async list(object: string, fields: readonly string[]): Promise<ApexAnswer> {
        const path = `/ui-api/list-records/${object}/All?fields=${fields.join(',')}`;
        const page = await this.#browser.request(this.#orgUrl + path);
        return { status: page.status, body: JSON.parse(page.text) as unknown };
    }

    /** The titles of the custom notifications behind the bell. */
    async notifications(): Promise<string[]> {
        const page = await this.#browser.request(`${this.#orgUrl}/local/notifications`);
        return (JSON.parse(page.text) as { title: string }[]).map(({ title }) => title);
    }

    /** Asks as the page does: what Apex could not catch is judged by a second call. */
    async state(method = 'getState', extra: object = { live: true }): Promise<ReauthState> {
        const common = { connection: 'Acme_Sign', returnPath: '/lightning/n/Reauth_Return?c__connection=Acme_Sign' };
        const answer = await this.apex('ReauthController', method, { ...common, ...extra });
        if (answer.status === 200) return answer.body as ReauthState;
        const { exceptionType, message } = answer.body as { exceptionType: string; message: string };
        const judged = await this.apex('ReauthController', 'judgeError', { ...common, exceptionType, message });
        if (judged.status !== 200) throw new Error(`judgeError failed: ${JSON.stringify(judged.body)}`);
        return judged.body as ReauthState;
    }

    /**
     * The payloads of the events that an open page gets on that channel while something happens. Ends with the
     * event that `isLast` accepts, or after half a second in which none did: that none comes can only be waited for.
     */
    async eventsDuring(
        channel: string,
        happening: () => Promise<unknown>,
        isLast: (payload: object) => boolean
    ): Promise<object[]> {
        const end = new AbortController();
        const { body } = await this.#browser.stream(`${this.#orgUrl}/local/events`, end.signal);
        if (!body) throw new Error('The events have no body');
        let text = '';
        const received = () =>
            [...text.matchAll(/^data: (.*)\n/gm)]
                .map(([, json = '']) => JSON.parse(json) as { channel: string; data: { payload: object } })
                .filter((message) => message.channel === `/event/${channel}`)
                .map(({ data }) => data.payload);
        const decoder = new TextDecoder();
        const reader = body.getReader();
        const reading = (async () => {
            while (!received().some(isLast)) text += decoder.decode((await reader.read()).value, { stream: true });
        })();
        await happening();
        const patience = setTimeout(() => {
            end.abort();
        }, 500);
        await reading.catch((error: unknown) => {
            if (!end.signal.aborted) throw error;
        });
        clearTimeout(patience);
        end.abort();
        return received();
    }

    /** Follows the link of the state through Acme Sign; answers the page on which it ended. */
    async signIn(state: ReauthState, account: string, ending: 'allow' | 'cancel' = 'allow'): Promise<Page> {
        if (!state.kickoffUrl) throw new Error(`There is no link in the state ${state.state}`);
        return this.follow(state.kickoffUrl, account, ending);
    }

    /** Follows a kick-off URL through Acme Sign and the platform's own pages. */
    async follow(kickoffUrl: string, account: string, ending: 'allow' | 'cancel' = 'allow'): Promise<Page> {
        let page = await this.#browser.signIn(kickoffUrl, account, ending);
        const link = /<a href="([^"]+)">Allow access to/.exec(page.text)?.[1];
        if (link !== undefined) page = await this.#browser.signIn(link.replaceAll('&amp;', '&'), account, ending);
        if (page.text.includes('Confirm access to external systems')) {
            page = await this.#browser.submit(page, { answer: 'confirm' });
        }
        return page;
    }

    /** Signs in and answers what the page learns when the user is back. */
    async connect(account: string): Promise<ReauthState> {
        await this.signIn(await this.state(), account);
        return this.state('confirmSignIn', {});
    }
}
