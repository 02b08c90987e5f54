import type { Page } from '@playwright/test';
import type { ControlAction, ControlSettings } from '../../local-org/provider/control.ts';
import type { JournalEntry } from '../../local-org/provider/journal.ts';

/** The window in which a person signs in to Acme Sign. */
export class SignInWindow {
    readonly page: Page;

    constructor(page: Page) {
        this.page = page;
        // under U20 the platform has the user confirm the access before the window goes on
        page.on('domcontentloaded', () => {
            if (page.url().includes('/services/auth/confirm/')) void this.#confirm();
        });
    }

    /** The window may close before the browser has told that the press is done. */
    async #confirm(): Promise<void> {
        await this.page
            .getByRole('button', { name: 'Confirm' })
            .click({ noWaitAfter: true })
            .catch((error: unknown) => {
                if (!this.page.isClosed()) throw error;
            });
    }

    /** Types the account, signs in and allows the access; the window closes itself afterwards. */
    async signIn(account: string): Promise<void> {
        const closed = this.page.waitForEvent('close');
        await this.typeAccount(account);
        await this.allow();
        await closed;
    }

    async allow(): Promise<void> {
        await this.page.getByRole('button', { name: 'Allow' }).click();
    }

    /** Goes on with the account that Acme Sign still knows. */
    async goOn(): Promise<void> {
        await this.page.getByRole('button', { name: 'Go on as' }).click();
        await this.allow();
    }

    async refuse(account: string): Promise<void> {
        await this.typeAccount(account);
        await this.page.getByRole('button', { name: 'Cancel' }).click();
    }

    async typeAccount(account: string): Promise<void> {
        await this.page.getByLabel('Account').fill(account);
        await this.page.getByRole('button', { name: 'Sign in' }).click();
    }
}

/** Makes Acme Sign behave as a test wants it. */
export class AcmeSignControl {
    readonly #url: string;

    constructor(providerUrl: string) {
        this.#url = `${providerUrl}/control`;
    }

    async set(update: Partial<ControlSettings> & { actions?: ControlAction[] }): Promise<void> {
        const response = await fetch(this.#url, {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: 'application/json' },
            body: JSON.stringify(update)
        });
        if (!response.ok) throw new Error(`Acme Sign's control answered ${response.status}: ${await response.text()}`);
    }

    /** The grants (RFC 6749) of the token requests so far. */
    async grants(): Promise<string[]> {
        const response = await fetch(`${this.#url}/journal`);
        return ((await response.json()) as JournalEntry[]).flatMap(({ grantType }) => grantType ?? []);
    }

    /** The access token is dead; a refresh works as the settings say. */
    expire(): Promise<void> {
        return this.set({ actions: ['expire-access-tokens'] });
    }

    /** Whatever the org holds is worthless, until the user signs in again. */
    endSession(): Promise<void> {
        return this.set({ actions: ['end-sign-ins'] });
    }
}
