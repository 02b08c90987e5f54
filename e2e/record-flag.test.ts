import { expect, expectAccessible, test } from './fixtures.ts';

test('the end of the sign-in ticks the box of the account, and what depends on it shows until the sign-in is done', async ({
    record,
    acmeSign
}) => {
    await record.openConnected('Erin');
    const notice = record.page.getByText('The owner of this account has to sign in to Acme Sign again.');
    await expect(notice).toHaveCount(0);
    await acmeSign.endSession();
    await record.mark();

    await record.reloadList.click();
    await expect(record.reauthenticate).toBeVisible();
    await expect.poll(() => record.field('Acme_Sign_Sign_In_Needed__c')).toBe(true);
    // the page learns of the box as of any other field: when its data are fetched again
    await record.description.fill('Renewal is due in March');
    await record.page.getByRole('button', { name: 'Save' }).click();
    await expect(notice).toBeVisible();
    await expectAccessible(record.page);

    const window = await record.openSignIn(record.reauthenticate);
    await window.signIn('erin');
    await expect(notice).toHaveCount(0);
    expect(await record.field('Acme_Sign_Sign_In_Needed__c')).toBe(false);
    await record.expectNoReload();
});
