import { devices } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { SignInWindow } from './pages/acmeSign.ts';
import { RecordPage } from './pages/recordPage.ts';

test('an open page shows the button without a reload when another page of the user met the end of the sign-in', async ({
    record,
    acmeSign,
    context,
    org
}) => {
    await record.openConnected('Erin');
    await record.mark();
    const other = new RecordPage(await context.newPage(), org.orgUrl);
    await other.page.goto(record.page.url());
    await expect(other.envelopes.first()).toBeVisible();

    await acmeSign.endSession();
    await other.reloadList.click();

    await expect(other.reauthenticate).toBeVisible();
    await expect(record.reauthenticate).toBeVisible();
    await record.expectNoReload();
});

test('another account than before is shown with both names, and can be kept', async ({ record, acmeSign }) => {
    await record.openConnected('Erin');
    await acmeSign.endSession();
    await record.reloadList.click();
    const window = await record.openSignIn(record.reauthenticate);
    await window.signIn('sam');

    await expect(record.page.getByText(/signed in to Acme Sign as sam.*Before, it was erin/).first()).toBeVisible();
    await expectAccessible(record.page);
    await record.page.getByRole('button', { name: 'Use this account' }).click();

    await expect(record.page.getByText(/You are connected to Acme Sign as sam/).first()).toBeVisible();
});

test.describe('on a phone', () => {
    const { userAgent, viewport, hasTouch, isMobile } = devices['Pixel 7'];
    test.use({ userAgent, viewport, hasTouch, isMobile });

    async function signInHere({ page, envelopes, connect }: RecordPage, address: string): Promise<void> {
        const here = new SignInWindow(page);
        await here.typeAccount('erin');
        await here.allow();

        await expect(page).toHaveURL(address);
        await expect(envelopes.first()).toBeVisible();
        await expect(connect).toBeHidden();
        expect(page.context().pages()).toHaveLength(1);
    }

    test('the sign-in takes the place of the page and leads back to this record, although no event tells of it', async ({
        record,
        platform
    }) => {
        await platform.set({ U33: 'b' });
        await record.openAs('Erin');
        const address = record.page.url();
        await expectAccessible(record.page);
        await record.connect.click();
        await signInHere(record, address);
    });

    test('a press that opens nothing leaves words that are true and a link that leads there and back', async ({
        record,
        platform
    }) => {
        await platform.set({ U33: 'c' });
        await record.openAs('Erin');
        const address = record.page.url();
        await record.connect.click();
        await expect(record.page.getByText('Finish signing in to Acme Sign. This page then goes on')).toBeVisible();
        await record.page.getByRole('link', { name: 'No sign-in page? Open it here.' }).click();
        await signInHere(record, address);
    });
});

test('a session that is about to end says so in time, and is renewed with one press', async ({ record, platform }) => {
    await record.hasConnected('Erin');
    await platform.passHours(7.8);
    await record.openAs('Erin');
    const renew = record.page.getByRole('button', { name: 'Renew now' });
    await expect(renew).toBeVisible();
    await expect(record.page.getByText('Your Acme Sign session is about to end.')).toBeVisible();
    await expectAccessible(record.page);

    const window = await record.openSignIn(renew);
    await window.signIn('erin');

    await expect(renew).toBeHidden();
    await expect(record.page.getByText(/You are connected to Acme Sign/).first()).toBeVisible();
});

test('everything can be done with the keyboard alone, and focus never gets lost', async ({ record }) => {
    await record.openAs('Erin');
    await record.connect.focus();
    const opened = record.page.context().waitForEvent('page');
    await record.page.keyboard.press('Enter');
    const window = new SignInWindow(await opened);
    const sentence = record.page.getByText('Finish signing in to Acme Sign.');
    await expect(sentence).toBeFocused();
    await record.page.keyboard.press('Tab');
    await expect(record.page.getByRole('link', { name: 'No sign-in page?' })).toBeFocused();
    await record.page.keyboard.press('Tab');
    await expect(record.page.getByRole('button', { name: 'I have signed in' })).toBeFocused();
    await record.page.keyboard.press('Tab');
    await expect(record.page.getByRole('button', { name: 'Cancel' })).toBeFocused();

    await window.signIn('erin');

    const done = record.page.locator('c-reauthenticate').getByText('You are connected to Acme Sign');
    await expect(done).toBeVisible();
    await expect(done).toBeFocused();
});
