import type { Locator } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';
import type { RecordPage } from './pages/recordPage.ts';

interface Place {
    readonly name: string;
    readonly path: string;
    /** Where the sign-in ends, if not in Lightning Experience. */
    readonly landing?: string;
    /** Opens what holds the button, and answers it. */
    readonly reveal?: (record: RecordPage) => Promise<Locator>;
}

const PLACES: readonly Place[] = [
    { name: 'an app page', path: '/lightning/n/Acme_Sign_Overview' },
    { name: 'a home page', path: '/lightning/app/c__Acme_Sign' },
    { name: 'a page of an LWR site', path: '/partner', landing: '/partner/reauth-return' },
    { name: 'a page of an Aura site', path: '/help/s', landing: '/help/s/reauth-return' },
    {
        name: 'the utility bar',
        path: '/lightning/app/c__Acme_Sign',
        reveal: async ({ page }) => {
            await page.getByRole('link', { name: 'Accounts' }).click();
            await page.getByRole('button', { name: 'Acme Sign', exact: true }).click();
            return page.getByRole('region', { name: 'Acme Sign' });
        }
    },
    {
        name: 'a subtab of a console',
        path: '/lightning/app/c__Acme_Sign_Console',
        reveal: async ({ page }) => {
            await page.getByRole('link', { name: 'Northwind Logistics' }).click();
            await expect(page.getByRole('navigation', { name: 'Subtabs' })).toContainText('Northwind Logistics');
            return page.getByRole('main');
        }
    }
];

for (const { name, path, landing = '/lightning/n/Reauth_Return', reveal } of PLACES) {
    test(`the button on ${name} leads through the sign-in, back to that place, and goes`, async ({
        record,
        acmeSign,
        platform
    }) => {
        const { page } = record;
        const open = async () => {
            await record.openAs('Erin', path);
            return (await reveal?.(record)) ?? page.getByRole('main');
        };
        const place = await open();
        const connect = place.getByRole('button', { name: 'Connect to Acme Sign' });
        await expect(connect).toBeVisible();
        await expectAccessible(page);
        await record.mark();
        const address = page.url();

        const window = await record.openSignIn(connect);
        await window.signIn('erin');

        expect(new URL(window.page.url()).pathname).toBe(landing);
        await expect(connect).toBeHidden();
        await expect(place.getByText('You are connected to Acme Sign').filter({ visible: true })).toBeVisible();
        await record.expectNoReload();
        expect(page.url()).toBe(address);

        await acmeSign.endSession();
        await platform.passHours(1);
        const later = await open();
        await expect(later.getByRole('button', { name: 'Re-authenticate' })).toBeVisible();
        await expectAccessible(page);
    });
}

test('what was typed in a subtab of a console stays there, and the record beside it hears of the sign-in', async ({
    record
}) => {
    const { page } = record;
    await record.openAs('Erin', '/lightning/app/c__Acme_Sign_Console');
    await page.getByRole('link', { name: 'Northwind Logistics' }).click();
    await record.description.fill('Renewal is due in March');
    const subtabs = page.getByRole('navigation', { name: 'Subtabs' });
    await subtabs.getByRole('link', { name: 'Northwind Traders' }).click();
    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');

    await subtabs.getByRole('link', { name: 'Northwind Logistics' }).click();
    await expect(record.envelopes.first()).toBeVisible();
    await expect(record.connect).toBeHidden();
    await expect(record.description).toHaveValue('Renewal is due in March');
});

test('a quick action lets the user sign in and closes by itself, the focus back on it', async ({ record }) => {
    const { page } = record;
    await record.openAs('Erin');
    const action = page.getByRole('button', { name: 'Acme Sign', exact: true });
    await action.click();
    const dialog = page.getByRole('dialog', { name: 'Acme Sign' });
    const connect = dialog.getByRole('button', { name: 'Connect to Acme Sign' });
    await expect(connect).toBeVisible();
    await expectAccessible(page);

    const window = await record.openSignIn(connect);
    await window.signIn('erin');

    await expect(dialog).toBeHidden();
    await expect(action).toBeFocused();
    await expect(record.envelopes.first()).toBeVisible();
});

test('a Flow screen lets the user go on after the sign-in, and not before', async ({ record }) => {
    const { page } = record;
    await record.openAs('Erin', '/local/flow-screen/reauthenticateFlow?connection=Acme_Sign');
    await expect(record.connect).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByRole('alert')).toHaveText('Sign in to Acme Sign before you go on.');
    await expectAccessible(page);

    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');

    await expect(page.getByText('You are connected to Acme Sign').first()).toBeVisible();
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText('isConnected: true')).toBeVisible();
});
