/** Takes the pictures of the documentation from local-org: `npm run screenshots`. */
import path from 'node:path';
import { chromium, expect, type Page } from '@playwright/test';
import { startLocalOrg } from '../local-org/main.ts';
import { launchOptions } from './browser.ts';
import { AcmeSignControl } from './pages/acmeSign.ts';
import { ConnectionsApp } from './pages/connectionsApp.ts';
import { RecordPage } from './pages/recordPage.ts';

const FOLDER = path.join(import.meta.dirname, '../docs/images');

async function take(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

const org = await startLocalOrg({ port: 0, providerPort: 0 });
const browser = await chromium.launch(launchOptions());
try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
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
    await take(page, 'connected');

    const app = new ConnectionsApp(record);
    await app.openMine();
    await expect(app.card).toContainText('You are connected to Acme Sign');
    await take(page, 'my-connections');
    await page.goBack();
    await expect(record.envelopes.first()).toBeVisible();

    await acmeSign.endSession();
    await record.reloadList.click();
    await expect(record.reauthenticate).toBeVisible();
    await expect(page.locator('.slds-notify')).toHaveCount(0);
    await take(page, 'reauthenticate');

    await expect.poll(() => record.field('Acme_Sign_Sign_In_Needed__c')).toBe(true);
    await page.reload();
    await expect(page.getByText('The owner of this account')).toBeVisible();
    await expect(record.reauthenticate).toBeVisible();
    await take(page, 'record-flag');

    await app.switchTo('Ada');
    await app.openOverview();
    await expect(app.row('Erin')).toContainText('Re-authentication required');
    await page.screenshot({ path: path.join(FOLDER, 'overview.png'), fullPage: true, animations: 'disabled' });

    await page.goto(`${org.orgUrl}/gallery`);
    await expect(page.locator('html')).toHaveAttribute('data-page', 'ready');
    await page.screenshot({ path: path.join(FOLDER, 'states.png'), fullPage: true, animations: 'disabled' });
} finally {
    await browser.close();
    await org.close();
}
