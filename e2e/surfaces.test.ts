import { expect, expectAccessible, test } from './fixtures.ts';
import type { RecordPage } from './pages/recordPage.ts';

/** A component without a page around it. */
async function openAlone(record: RecordPage, component: string): Promise<void> {
    await record.openAs('Erin');
    await record.page.goto(`${record.orgUrl}/local/component/${component}?connection=Acme_Sign`);
    await expect(record.connect).toBeVisible();
    await expectAccessible(record.page);
}

test('a Flow screen lets the user go on after the sign-in, and not before', async ({ record }) => {
    await openAlone(record, 'reauthenticateFlow');
    const validate = () =>
        record.page.locator('c-reauthenticate-flow').evaluate((screen) => {
            return (screen as HTMLElement & { validate(): { isValid: boolean; errorMessage?: string } }).validate();
        });
    expect(await validate()).toEqual({ isValid: false, errorMessage: 'Sign in to Acme Sign before you go on.' });

    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');

    await expect(record.page.getByText('You are connected to Acme Sign').first()).toBeVisible();
    expect(await validate()).toEqual({ isValid: true });
    await expectAccessible(record.page);
});

test('a guard shows the button until the sign-in', async ({ record }) => {
    await openAlone(record, 'reauthenticateGuard');
    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');

    await expect(record.connect).toBeHidden();
    await expectAccessible(record.page);
});

test('a quick action has itself closed after the sign-in', async ({ record }) => {
    await openAlone(record, 'acmeSignAction');
    const closed = record.page.evaluate(
        () =>
            new Promise<boolean>((resolve) => {
                document.addEventListener(
                    'lightning__actionsclosescreen',
                    () => {
                        resolve(true);
                    },
                    { once: true }
                );
            })
    );
    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');
    expect(await closed).toBe(true);
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
