import { expect, type Locator, type Page } from '@playwright/test';
import { Member } from '../../local-org/test-member.ts';
import { SignInWindow } from './acmeSign.ts';

/** The record page of Northwind Traders, with the list of envelopes and the button under test. */
export class RecordPage {
    readonly page: Page;
    readonly orgUrl: string;
    readonly description: Locator;
    readonly connect: Locator;
    readonly reauthenticate: Locator;
    readonly envelopes: Locator;
    readonly reloadList: Locator;
    readonly bell: Locator;

    constructor(page: Page, orgUrl: string) {
        this.page = page;
        this.orgUrl = orgUrl;
        this.description = page.getByLabel('Description');
        this.connect = page.getByRole('button', { name: 'Connect to Acme Sign' });
        this.reauthenticate = page.getByRole('button', { name: 'Re-authenticate' });
        this.envelopes = page.getByRole('article').filter({ hasText: 'Acme Sign documents' }).getByRole('listitem');
        this.bell = page.getByRole('button', { name: /^Notifications/ });
        this.reloadList = page.getByRole('button', { name: 'Load again' });
    }

    /** Logs in to the org and opens the record, or the page of the path. */
    async openAs(user: string, path = '/'): Promise<void> {
        const form = { username: `${user.toLowerCase()}@local.example`, startURL: '/local/session' };
        await this.page.request.post(`${this.orgUrl}/local/login`, { form });
        await this.page.goto(this.orgUrl + path);
        await this.expectReady();
    }

    async expectReady(): Promise<void> {
        await expect(this.page.locator('html')).toHaveAttribute('data-page', 'ready');
    }

    /** The user signed in to Acme Sign before, in another browser. */
    async hasConnected(user: string): Promise<void> {
        const name = user.toLowerCase();
        const member = await Member.logIn(this.orgUrl, name);
        await member.connect(name);
    }

    async openConnected(user: string): Promise<void> {
        await this.hasConnected(user);
        await this.openAs(user);
        await expect(this.envelopes.first()).toBeVisible();
    }

    /** Presses what opens the sign-in window, with the mouse or a key, and answers the window. */
    async openSignIn(opener: Locator, key?: 'Enter' | 'Space'): Promise<SignInWindow> {
        const opened = this.page.context().waitForEvent('page');
        await (key ? opener.press(key) : opener.click());
        return new SignInWindow(await opened);
    }

    /** The user closes the sign-in window, or leaves it, and looks at the record page again. */
    async lookAgain(): Promise<void> {
        // Playwright keeps every page focused, so no event tells of a change
        await this.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    }

    /** Has a method without parameters run, as a component would: `Class.method`. */
    async callApex(method: string): Promise<void> {
        const status = await this.page.evaluate(
            async (path) => {
                const headers = { 'content-type': 'application/json' };
                return (await fetch(`/aura/apex/${path}`, { method: 'POST', headers, body: '{}' })).status;
            },
            method.replace('.', '/')
        );
        expect(status).toBe(200);
    }

    /** A mark that a reload would take away. */
    async mark(): Promise<void> {
        await this.page.evaluate(() => {
            document.documentElement.dataset.mark = 'before';
        });
    }

    async expectNoReload(): Promise<void> {
        await expect(this.page.locator('html')).toHaveAttribute('data-mark', 'before');
    }

    /** A field of the record as the org has it now. */
    async field(name: string): Promise<unknown> {
        const id = /001\w{15}/.exec(this.page.url())?.[0] ?? '';
        const response = await this.page.request.get(`${this.orgUrl}/ui-api/records/${id}?fields=${name}`);
        const { fields } = (await response.json()) as { fields: Record<string, { value: unknown }> };
        return fields[name]?.value;
    }
}

/** The calls about connections that a page makes from now on; each answer has those since the one before. */
export function countCalls(page: Page): () => string[] {
    const calls: string[] = [];
    page.on('request', (request) => {
        const [, method] = /\/aura\/apex\/ReauthController\/(\w+)/.exec(request.url()) ?? [];
        if (method) calls.push(method);
    });
    return () => calls.splice(0);
}
