import { devices } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import { SignInWindow } from './pages/acmeSign.ts';

const { userAgent, viewport, hasTouch, isMobile } = devices['Pixel 7'];
test.use({ userAgent, viewport, hasTouch, isMobile });

test('an ended sign-in, another account, the end of a session and an outage are mended on a phone, by touch', async ({
    record,
    platform,
    acmeSign
}) => {
    const { page } = record;
    const here = new SignInWindow(page);
    const button = (name: string) => page.getByRole('button', { name });
    await record.openConnected('Erin');

    await acmeSign.endSession();
    await record.reloadList.tap();
    await record.reauthenticate.tap();
    await here.typeAccount('sam');
    await here.allow();
    await expect(page.getByText(/signed in to Acme Sign as sam.*Before, it was erin/).first()).toBeVisible();
    await expectAccessible(page);
    await button('Use this account').tap();
    await expect(button('Use this account')).toBeHidden();

    await platform.passHours(7.8);
    await page.reload();
    await button('Renew now').tap();
    await here.goOn();
    await expect(record.envelopes.first()).toBeVisible();
    await expect(button('Renew now')).toBeHidden();

    await acmeSign.set({ outage: 'unavailable' });
    await platform.passHours(1);
    await page.reload();
    await expect(button('Try again')).toBeVisible();
    await acmeSign.set({ outage: 'none' });
    await button('Try again').tap();
    await expect(button('Try again')).toBeHidden();
    await expect(record.envelopes.first()).toBeVisible();
    expect(page.context().pages()).toHaveLength(1);
});
