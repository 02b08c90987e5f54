import { expect, expectAccessible, test } from './fixtures.ts';

const WITHOUT_ACCESS = [
    { user: 'Noah', lacks: 'the permission set of the connection', ask: /You don't have access to Acme Sign\. Ask / },
    { user: 'Zoe', lacks: 'any permission set', ask: /ask your Salesforce administrator/ }
];

for (const { user, lacks, ask } of WITHOUT_ACCESS) {
    test(`${user}, who lacks ${lacks}, is told whom to ask and gets no button`, async ({ record }) => {
        await record.openAs(user);
        await expect(record.page.getByText(ask).first()).toBeVisible();
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
    await record.hasConnected('Erin');
    await acmeSign.set({ outage: 'unavailable' });
    await platform.passHours(1);
    await record.openAs('Erin');

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
