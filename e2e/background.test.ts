import { expect, expectAccessible, test } from './fixtures.ts';
import { RecordPage } from './pages/recordPage.ts';

const NOON = 12;
const HOURS_OF_DAY = 24;

test('work in the background that meets an ended sign-in rings the bell and brings the button, and the sign-in ends both', async ({
    record,
    acmeSign,
    platform,
    context,
    org
}) => {
    // not in anybody's quiet hours
    await platform.passHours((NOON - new Date().getUTCHours() + HOURS_OF_DAY) % HOURS_OF_DAY);
    await record.openConnected('Erin');
    await record.callApex('AcmeReminder.start');
    await acmeSign.endSession();
    await record.mark();

    await platform.passHours(HOURS_OF_DAY);
    await expect(record.reauthenticate).toBeVisible();
    await expect(record.bell).toHaveAccessibleName('Notifications, 1 unread');
    await expect.poll(() => record.field('Acme_Sign_Sign_In_Needed__c')).toBe(true);

    const other = new RecordPage(await context.newPage(), org.orgUrl);
    await other.page.goto(record.page.url());
    await other.bell.click();
    await expectAccessible(other.page);
    await other.page.getByRole('link', { name: 'Sign in to Acme Sign again' }).click();
    const window = await other.openSignIn(other.reauthenticate);
    await window.signIn('erin');
    await expect(other.reauthenticate).toBeHidden();
    await expect(record.reauthenticate).toBeHidden();
    await expect.poll(() => record.field('Acme_Sign_Sign_In_Needed__c')).toBe(false);
    await record.expectNoReload();

    await acmeSign.endSession();
    await platform.passHours(HOURS_OF_DAY);
    await expect(other.bell).toHaveAccessibleName('Notifications, 1 unread');
    await expect(record.reauthenticate).toBeVisible();
});
