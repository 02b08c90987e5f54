import { expect, expectAccessible, test } from './fixtures.ts';

test('while refresh works the user notices nothing of an expired token', async ({ record, acmeSign, platform }) => {
    // each refresh brings a refresh token, or the platform would have none for the next
    await platform.set({ U22: 'b' });
    await acmeSign.set({ rotateRefreshTokens: false });
    await record.openConnected('Erin');

    for (let time = 0; time < 2; time++) {
        await acmeSign.expire();
        await Promise.all([
            record.page.waitForResponse(
                (response) => response.url().includes('/aura/apex/AcmeEnvelopes') && response.ok()
            ),
            record.reloadList.click()
        ]);
    }

    await expect(record.envelopes.first()).toBeVisible();
    await expect(record.reauthenticate).toHaveCount(0);
    await expect(record.connect).toHaveCount(0);
});

for (const openerPolicy of [false, true]) {
    const variant = openerPolicy ? ' although Acme Sign isolates its window (COOP)' : '';

    test(`refused refresh leads to one button, and the page goes on where it stopped${variant}`, async ({
        record,
        acmeSign
    }) => {
        await acmeSign.set({ openerPolicy });
        await record.openConnected('Erin');
        await record.mark();
        await record.description.fill('Renewal is due in March');
        await acmeSign.endSession();

        await record.reloadList.click();
        await expect(record.reauthenticate).toBeVisible();
        await expectAccessible(record.page);

        const window = await record.openSignIn(record.reauthenticate);
        await window.signIn('erin');

        await expect(record.reauthenticate).toBeHidden();
        await expect(record.envelopes.first()).toBeVisible();
        await expect(record.description).toHaveValue('Renewal is due in March');
        await record.expectNoReload();
    });
}
