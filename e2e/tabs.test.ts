import { expect, test } from './fixtures.ts';
import { countCalls, RecordPage } from './pages/recordPage.ts';

test('a press in another tab takes the place of the sign-in in this one, and serves both', async ({
    record,
    context,
    org
}) => {
    await record.openAs('Erin');
    const other = new RecordPage(await context.newPage(), org.orgUrl);
    await other.page.goto(record.page.url());
    await expect(other.connect).toBeVisible();

    const first = await record.openSignIn(record.connect);
    await expect(first.page.getByLabel('Account')).toBeVisible();
    await expect(record.page.getByRole('button', { name: 'Cancel' })).toBeVisible();

    const renewed = record.page.waitForResponse((response) => response.url().endsWith('/ReauthController/getState'));
    const second = await other.openSignIn(other.connect);
    await expect(record.page.getByRole('button', { name: 'Cancel' })).toBeHidden();
    await expect(record.connect).toBeVisible();
    await renewed;
    const calls = countCalls(record.page);
    await second.signIn('erin');

    await expect(other.connect).toBeHidden();
    await expect(record.connect).toBeHidden();
    await record.lookAgain();
    await expect(record.envelopes.first()).toBeVisible();
    expect(calls()).toEqual(['confirmSignIn']);
});
