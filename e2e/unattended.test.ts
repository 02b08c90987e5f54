import { startLocalOrg } from '../local-org/main.ts';
import { deployRenewing } from '../local-org/test-renewing.ts';
import { expect, test as base } from './fixtures.ts';
import { ConnectionsApp } from './pages/connectionsApp.ts';

const test = base.extend<object, { org: Awaited<ReturnType<typeof startLocalOrg>> }>({
    org: [
        async ({}, use) => {
            const org = await startLocalOrg({ port: 0, providerPort: 0, prepare: deployRenewing });
            await use(org);
            await org.close();
        },
        { scope: 'worker', timeout: 90_000 }
    ]
});

test('the hourly job renews the sign-in that all share, and nobody notices', async ({ record, platform, acmeSign }) => {
    const app = new ConnectionsApp(record);
    const card = app.cardOf('Acme Shared');
    await record.openAs('Ada');
    await app.openMine('Acme_Shared');
    const window = await record.openSignIn(card.getByRole('button', { name: 'Connect to Acme Shared' }));
    await window.signIn('sam');
    await expect(card).toContainText('You are connected to Acme Shared as sam@customers.example.');
    await app.openOverview();
    await record.page.getByRole('button', { name: 'Schedule' }).click();
    await expect(record.page.getByText('Background work is not scheduled')).toBeHidden();

    await app.switchTo('Erin');
    await app.openMine('Acme_Shared');
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
