import { expect, expectAccessible, test } from './fixtures.ts';

test('a guard lets whoever is typing in it go on when the sign-in ends, and has the text again after the next', async ({
    record,
    acmeSign,
    platform
}) => {
    const { page } = record;
    await record.openAs('Erin', '/local/component/guardedPage');
    const note = page.getByLabel('Note');
    const missing = page.getByText('Your documents need a sign-in.');
    await expect(missing).toBeVisible();
    await expect(note).toBeHidden();
    await expectAccessible(page);
    const first = await record.openSignIn(record.connect);
    await first.signIn('erin');
    await expect(missing).toBeHidden();

    await note.pressSequentially('Half a ');
    await record.callApex('AcmeReminder.start');
    await acmeSign.endSession();
    await platform.passHours(24);
    await expect(record.reauthenticate).toBeVisible();
    await page.keyboard.type('sentence');
    await expect(note).toHaveValue('Half a sentence');
    await expectAccessible(page);

    const second = await record.openSignIn(record.reauthenticate);
    await expect(note).toBeHidden();
    await second.signIn('erin');
    await expect(note).toBeVisible();
    await expect(note).toHaveValue('Half a sentence');
});

test('nothing is cut off at 640 and at 320 pixels, which is what zooms of 2 and 4 leave', async ({ record }) => {
    await record.openAs('Erin');
    await record.connect.click();
    const box = record.page.locator('c-reauthenticate');
    await expect(box.getByRole('button', { name: 'Cancel' })).toBeVisible();
    for (const width of [640, 320]) {
        await record.page.setViewportSize({ width, height: 720 });
        const overflow = await box.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await expectAccessible(record.page);
    }
});
