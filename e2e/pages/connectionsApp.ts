import type { Locator, Page } from '@playwright/test';
import type { RecordPage } from './recordPage.ts';

/** The app Connections: the user's own list, and the overview for administrators. Each is opened by a login as the user. */
export class ConnectionsApp {
    readonly page: Page;
    readonly card: Locator;
    readonly rows: Locator;
    readonly #record: RecordPage;

    constructor(record: RecordPage) {
        this.#record = record;
        this.page = record.page;
        this.card = this.cardOf('Acme Sign');
        this.rows = this.page.locator('c-reauth-statuses').getByRole('row');
    }

    async openMine(user: string, connection = 'Acme_Sign'): Promise<void> {
        await this.#record.openAs(user, `/lightning/n/Reauth_Connections?c__connection=${connection}`);
    }

    cardOf(label: string): Locator {
        return this.page.getByRole('listitem').filter({ hasText: label });
    }

    async openOverview(user: string): Promise<void> {
        await this.#record.openAs(user, '/lightning/n/Reauth_Overview');
    }

    /** Of the administrator's table. */
    row(user: string): Locator {
        return this.rows.filter({ hasText: user });
    }

    async chooseForRow(user: string, action: string): Promise<void> {
        await this.row(user).getByRole('button').last().click();
        await this.page.getByRole('menuitem', { name: action }).click();
    }

    async disconnect(): Promise<void> {
        await this.card.getByRole('button', { name: 'Options for Acme Sign' }).click();
        await this.page.getByRole('menuitem', { name: 'Disconnect' }).click();
        await this.confirm();
    }

    async confirm(): Promise<void> {
        await this.page.getByRole('alertdialog').getByRole('button', { name: 'OK' }).click();
    }
}
