import { expect, expectAccessible, test } from './fixtures.ts';
import type { RecordPage } from './pages/recordPage.ts';

/** A component without a page around it. */
async function openAlone(record: RecordPage, component: string): Promise<void> {
    await record.openAs('Erin');
    await record.page.goto(`${record.orgUrl}/local/component/${component}?connection=Acme_Sign`);
    await expect(record.connect).toBeVisible();
    await expectAccessible(record.page);
}

test('a guard shows the button until the sign-in', async ({ record }) => {
    await openAlone(record, 'reauthenticateGuard');
    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');

    await expect(record.connect).toBeHidden();
    await expectAccessible(record.page);
});

for (const width of [320, 640]) {
    test(`nothing is cut off at ${width} pixels, which is what a zoom of ${1280 / width} leaves`, async ({
        record
    }) => {
        await record.page.setViewportSize({ width, height: 720 });
        await record.openAs('Erin');
        await record.connect.click();
        const box = record.page.locator('c-reauthenticate');
        await expect(box.getByRole('button', { name: 'Cancel' })).toBeVisible();
        const overflow = await box.evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        await expectAccessible(record.page);
    });
}

test('technical details open and are copied with one press', async ({ record }) => {
    await record.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await record.openAs('Ada');
    await record.page.goto(`${record.orgUrl}/local/component/reauthDetail?text=HTTP+401`);
    const words = record.page.getByText('HTTP 401');
    await expect(words).toBeHidden();
    await record.page.getByText('Technical details').click();
    await expect(words).toBeVisible();
    await expectAccessible(record.page);
    await record.page.getByRole('button', { name: 'Copy' }).click();
    await expect(record.page.getByRole('status')).toHaveText('Copied.');
    expect(await record.page.evaluate(() => navigator.clipboard.readText())).toBe('HTTP 401');
});
