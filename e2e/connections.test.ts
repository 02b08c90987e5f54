import { expect, expectAccessible, test } from './fixtures.ts';
import { ConnectionsApp } from './pages/connectionsApp.ts';

test('a user disconnects, at Acme Sign as well, and connects again', async ({ record }) => {
    const app = new ConnectionsApp(record);
    await record.hasConnected('Erin');
    await app.openMine('Erin');
    await expect(app.card).toContainText('You are connected to Acme Sign as erin@customers.example.');
    await expect(app.card.getByRole('heading')).toBeFocused();
    await expectAccessible(record.page);

    await app.disconnect();

    await expect(record.page.getByText('You are disconnected from Acme Sign.')).toBeVisible();
    await expect(record.connect).toBeVisible();
    await expectAccessible(record.page);

    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');
    await expect(app.card).toContainText('You are connected to Acme Sign as erin@customers.example.');
    await expect(app.card.getByRole('button', { name: 'Options for Acme Sign' })).toBeVisible();
});

test('an administrator sees who lost a sign-in and why, and has it deleted at the next visit of the user', async ({
    record,
    acmeSign
}) => {
    const app = new ConnectionsApp(record);
    await record.openConnected('Erin');
    await acmeSign.endSession();
    await record.reloadList.click();
    await expect(record.reauthenticate).toBeVisible();

    await app.openOverview('Ada');
    await expect(app.row('Erin')).toContainText('Re-authentication required');
    await expect(app.row('Erin')).toContainText('The service ended the sign-in');
    await expect(record.page.getByRole('img', { name: 'Users who signed in: 1.' })).toBeVisible();
    await expect(record.page.getByText('invalid_grant').first()).toBeVisible();
    await expectAccessible(record.page);

    await app.chooseForRow('Erin', 'Disconnect user');
    await app.confirm();
    await expect(record.page.getByText('Erin Okafor will be disconnected from Acme Sign')).toBeVisible();

    await record.openAs('Erin');
    await expect(record.connect).toBeVisible();
    await app.openOverview('Ada');
    await expect(app.row('Erin')).toContainText('Was disconnected');
});
