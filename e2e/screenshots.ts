/** Takes the pictures of the documentation from local-org: `npm run screenshots`. */
import path from 'node:path';
import { chromium, devices, expect, type Page } from '@playwright/test';
import { startLocalOrg } from '../local-org/main.ts';
import { launchOptions } from './browser.ts';
import { deployGuardedPage } from './guardedPage.ts';
import { AcmeSignControl } from './pages/acmeSign.ts';
import { ConnectionsApp } from './pages/connectionsApp.ts';
import { RecordPage } from './pages/recordPage.ts';

const FOLDER = path.join(import.meta.dirname, '../docs/images');

interface Surface {
    readonly name: string;
    readonly path: string;
    readonly reveal?: (page: Page) => Promise<void>;
}

const SURFACES: readonly Surface[] = [
    { name: 'home-page', path: '/lightning/app/c__Acme_Sign' },
    { name: 'app-page', path: '/lightning/n/Acme_Sign_Overview' },
    {
        name: 'utility-bar',
        path: '/lightning/o/Account/list',
        reveal: (page) => page.getByRole('button', { name: 'Acme Sign', exact: true }).click()
    },
    {
        name: 'console',
        path: '/lightning/app/c__Acme_Sign_Console',
        reveal: (page) => page.getByRole('link', { name: 'Northwind Logistics' }).click()
    },
    {
        name: 'quick-action',
        path: '/lightning/app/standard__LightningSales',
        reveal: async (page) => {
            await page.getByRole('link', { name: 'Accounts' }).click();
            await page.getByRole('link', { name: 'Northwind Traders' }).click();
            await page.getByRole('button', { name: 'Acme Sign', exact: true }).click();
        }
    },
    {
        name: 'flow-screen',
        path: '/local/flow-screen/reauthenticateFlow?connection=Acme_Sign',
        reveal: async (page) => {
            await expect(page.getByRole('button', { name: 'Re-authenticate' })).toBeVisible();
            await page.getByRole('button', { name: 'Next' }).click();
        }
    },
    { name: 'site', path: '/partner' },
    { name: 'aura-site', path: '/help/s' }
];

/** The last one stays in force. */
const THEMES = [
    ['states', ''],
    ['states-classic', '?theme=classic'],
    ['states-dark', '?theme=dark']
] as const;

async function take(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

const org = await startLocalOrg({ port: 0, providerPort: 0, prepare: deployGuardedPage });
const browser = await chromium.launch(launchOptions());
try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    const record = new RecordPage(page, org.orgUrl);
    const acmeSign = new AcmeSignControl(org.providerUrl);

    await record.openAs('Erin');
    await expect(record.connect).toBeVisible();
    await take(page, 'connect');

    const window = await record.openSignIn(record.connect);
    await expect(window.page.getByLabel('Account')).toBeVisible();
    await window.page.setViewportSize({ width: 600, height: 700 });
    await take(window.page, 'sign-in');
    await window.signIn('erin');
    await expect(record.envelopes.first()).toBeVisible();
    await expect(page.locator('.slds-notify')).toBeVisible();
    await take(page, 'connected');

    const recordAddress = page.url();
    const app = new ConnectionsApp(record);
    await record.openAs('Erin', '/lightning/app/c__Reauth_Connections');
    await app.openMine('Erin');
    await expect(app.card).toContainText('You are connected to Acme Sign');
    await take(page, 'my-connections');
    await record.openAs('Erin', '/lightning/app/standard__LightningSales');
    await page.goto(recordAddress);
    await expect(record.envelopes.first()).toBeVisible();

    const guarded = await context.newPage();
    await guarded.setViewportSize({ width: 600, height: 240 });
    await guarded.goto(`${org.orgUrl}/local/component/guardedPage`);
    await guarded.getByLabel('Note').fill('Ask about March');

    await acmeSign.endSession();
    await record.reloadList.click();
    await expect(record.reauthenticate).toBeVisible();
    await expect(page.locator('.slds-notify')).toHaveCount(0);
    await take(page, 'reauthenticate');

    await expect(guarded.getByRole('button', { name: 'Re-authenticate' })).toBeVisible();
    await take(guarded, 'guard');
    await guarded.setViewportSize({ width: 600, height: 320 });
    await guarded.goto(`${org.orgUrl}/lightning/n/Reauth_Return`);
    await expect(guarded.getByText('You can close this window.')).toBeVisible();
    await take(guarded, 'return');
    await guarded.close();

    await expect.poll(() => record.field('Acme_Sign_Sign_In_Needed__c')).toBe(true);
    await page.reload();
    await expect(page.getByText('The owner of this account')).toBeVisible();
    await expect(record.reauthenticate).toBeVisible();
    await take(page, 'record-flag');

    await record.openAs('Ada', '/lightning/app/c__Reauth_Connections');
    await app.openOverview('Ada');
    await expect(app.row('Erin')).toContainText('Re-authentication required');
    await page.screenshot({ path: path.join(FOLDER, 'overview.png'), fullPage: true, animations: 'disabled' });

    await record.openAs('Erin');
    for (const { name, path: address, reveal } of SURFACES) {
        await page.goto(org.orgUrl + address);
        await reveal?.(page);
        await expect(record.reauthenticate.first()).toBeVisible();
        await take(page, name);
    }

    for (const [name, query] of THEMES) {
        await page.goto(`${org.orgUrl}/gallery${query}`);
        await expect(page.locator('html')).toHaveAttribute('data-page', 'ready');
        await page.screenshot({ path: path.join(FOLDER, `${name}.png`), fullPage: true, animations: 'disabled' });
    }
    await page.goto(`${org.orgUrl}/gallery?theme=light`);
    const misconfigured = page.locator('[data-state=Misconfigured]');
    await misconfigured.getByText('Technical details').first().click();
    await misconfigured
        .locator('c-reauthenticate')
        .first()
        .screenshot({ path: path.join(FOLDER, 'technical-details.png') });

    const phone = new RecordPage(await browser.newPage({ ...devices['Pixel 7'], deviceScaleFactor: 1 }), org.orgUrl);
    await phone.openAs('Erin');
    await phone.reauthenticate.scrollIntoViewIfNeeded();
    await take(phone.page, 'phone');
} finally {
    await browser.close();
    await org.close();
}
