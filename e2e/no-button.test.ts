import { expect, expectAccessible, test } from './fixtures.ts';

for (const user of ['Noah', 'Zoe']) {
    test(`${user}, who has no access, is told whom to ask and gets no button`, async ({ record }) => {
        await record.openAs(user);
        await expect(record.page.getByText(/ask|administrator/i).first()).toBeVisible();
        await expect(record.connect).toHaveCount(0);
        await expect(record.reauthenticate).toHaveCount(0);
        await expectAccessible(record.page);
    });
}

test('an outage of Acme Sign offers to try again, not to sign in, and trying again works', async ({
    record,
    acmeSign,
    platform
}) => {
    await record.openAs('Erin');
    await record.connectAs('erin');
    await acmeSign.set({ outage: 'unavailable' });
    await platform.passHours(1);
    await record.page.reload();

    const again = record.page.getByRole('button', { name: 'Try again' });
    await expect(again).toBeVisible();
    await expect(record.reauthenticate).toHaveCount(0);
    await expect(record.connect).toHaveCount(0);
    await expectAccessible(record.page);

    await acmeSign.set({ outage: 'none' });
    await again.click();
    await expect(record.envelopes.first()).toBeVisible();
    await expect(again).toHaveCount(0);
});
