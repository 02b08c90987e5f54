import { expect } from './fixtures.ts';
import { test } from './other-metadata.ts';
import { ConnectionsApp } from './pages/connectionsApp.ts';
import { countCalls } from './pages/recordPage.ts';

const HOURS_TO_WARNING = 7.8;

test('the hourly job renews the sign-in that all share, and nobody notices', async ({ record, platform, acmeSign }) => {
    const app = new ConnectionsApp(record);
    const card = app.cardOf('Acme Shared');
    await app.openMine('Ada', 'Acme_Shared');
    const window = await record.openSignIn(card.getByRole('button', { name: 'Connect to Acme Shared' }));
    await window.signIn('sam');
    await expect(card).toContainText('You are connected to Acme Shared as sam@customers.example.');
    await app.openOverview('Ada');
    await record.page.getByRole('button', { name: 'Schedule' }).click();
    await expect(record.page.getByText('Background work is not scheduled')).toBeHidden();

    await app.openMine('Erin', 'Acme_Shared');
    await expect(card).toContainText('You are connected to Acme Shared as sam@customers.example.');
    await record.mark();
    expect(await acmeSign.grants()).not.toContain('refresh_token');
    await platform.passHours(2);
    expect(await acmeSign.grants()).toContain('refresh_token');

    await expect(card).toContainText('You are connected to Acme Shared as sam@customers.example.');
    await record.expectNoReload();
    await record.page.reload();
    await expect(card).toContainText('You are connected to Acme Shared as sam@customers.example.');
    await expect(card.getByRole('button', { name: 'Re-authenticate' })).toBeHidden();
});

test('a session that is about to end is renewed on a press, without a window', async ({
    record,
    platform,
    acmeSign
}) => {
    const { page } = record;
    await record.hasConnected('Erin');
    await platform.passHours(HOURS_TO_WARNING);
    await record.openAs('Erin');
    await page.getByRole('button', { name: 'Renew now' }).press('Enter');

    await expect(page.locator('c-reauthenticate').getByText('You are connected to Acme Sign')).toBeFocused();
    expect(await acmeSign.grants()).toContain('refresh_token');
    expect(page.context().pages()).toHaveLength(1);
});

test('a renewal that the platform refuses opens the window on the same press', async ({ record, platform }) => {
    const { page } = record;
    await platform.set({ U39: 'b' });
    await record.hasConnected('Erin');
    await platform.passHours(HOURS_TO_WARNING);
    await record.openAs('Erin');
    const renew = page.getByRole('button', { name: 'Renew now' });
    const window = await record.openSignIn(renew, 'Space');
    await window.signIn('erin');
    await expect(renew).toBeHidden();
    await expect(record.envelopes.first()).toBeVisible();
});

test('Sign in again after another account asks Acme Sign for the one before', async ({
    record,
    platform,
    acmeSign
}) => {
    const { page } = record;
    await platform.set({ U16: 'b', U42: 'b' });
    await record.openAs('Erin', '/local/component/reauthenticate?connection=Acme_Hint');
    const first = await record.openSignIn(record.connect, 'Enter');
    await first.signIn('erin');
    await expect(page.getByText('You are connected to Acme Sign as erin').first()).toBeVisible();
    await acmeSign.endSession();
    await platform.passHours(1);
    await page.reload();
    const second = await record.openSignIn(record.reauthenticate, 'Enter');
    await second.signIn('sam');
    await expect(page.getByText(/signed in to Acme Sign as sam.*Before, it was erin/).first()).toBeVisible();

    const again = await record.openSignIn(page.getByRole('button', { name: 'Sign in again' }), 'Enter');
    await again.page.getByRole('button', { name: 'Use another account' }).click();
    await expect(again.page.getByLabel('Account')).toHaveValue('erin@customers.example');
    await again.signIn('erin');
    await expect(page.getByText('You are connected to Acme Sign as erin').first()).toBeVisible();
});

test('fifty buttons on a page make one call, and go with one sign-in, of which the rest of the page hears', async ({
    record
}, { annotations }) => {
    const { page } = record;
    const calls = countCalls(page);
    await record.openAs('Erin', '/lightning/n/Acme_Sign_Overview');
    await expect(record.connect).toHaveCount(50);
    const view = calls();

    const window = await record.openSignIn(record.connect.last(), 'Enter');
    await window.signIn('erin');
    await expect(record.connect).toHaveCount(0);
    const back = calls();
    await expect(page.getByText('Heard: Acme_Sign connected. Refresh.', { exact: true })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'You are connected to Acme Sign as erin' })).toHaveCount(1);

    await page.reload({ waitUntil: 'commit' });
    calls(); // what the page before it still asked
    await expect(page.locator('c-reauthenticate').getByText('You are connected to Acme Sign')).toHaveCount(50);
    const healthy = calls();
    // for npm run bench
    for (const [type, found] of Object.entries({ view, back, healthy })) {
        annotations.push({ type: `calls: ${type}`, description: String(found.length) });
    }
    expect([view, back, healthy]).toEqual([['getState'], ['confirmSignIn'], ['getState']]);
});
