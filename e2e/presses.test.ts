import { expect, expectAccessible, test } from './fixtures.ts';
import { passMinutes } from './pages/clock.ts';

const HOURS_TO_WARNING = 7.8;

test('Cancel gives the button and the focus back, and the next press starts anew', async ({ record, platform }) => {
    const { page } = record;
    // the handle is not given away, so the window stays and the next one is another
    await platform.set({ U19: 'd' });
    await record.openAs('Erin');
    await record.openSignIn(record.connect, 'Enter');

    await page.getByRole('button', { name: 'Cancel' }).press('Enter');

    await expect(page.getByText("You aren't signed in to Acme Sign yet.")).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(record.connect).toBeFocused();
    const window = await record.openSignIn(record.connect, 'Space');
    await window.signIn('erin');
    await expect(record.connect).toBeHidden();
    await expect(record.envelopes.first()).toBeVisible();
});

test('"I have signed in" finds what no signal told, and says so when it is not true yet', async ({ record }) => {
    const { page } = record;
    const signedIn = page.getByRole('button', { name: 'I have signed in' });
    await record.openAs('Erin');
    const window = await record.openSignIn(record.connect, 'Enter');
    await signedIn.press('Enter');
    await expect(page.getByText('Finish signing in to Acme Sign.')).toBeFocused();
    await expect(record.connect).toBeHidden();

    await window.page.addInitScript(() => {
        BroadcastChannel.prototype.postMessage = () => undefined;
    });
    await window.signIn('erin');
    await expect(signedIn).toBeVisible();
    await signedIn.press('Space');

    await expect(page.getByText('You are connected to Acme Sign as erin').first()).toBeVisible();
    await expect(record.envelopes.first()).toBeVisible();
});

test('a sign-in URL that has outlived itself is fetched anew when the user comes back to the page', async ({
    record
}) => {
    const { page } = record;
    await page.clock.install();
    await record.openAs('Erin');
    await expect(record.connect).toBeVisible();
    await passMinutes(page, 9);
    await record.lookAgain();
    const renewed = page.waitForResponse((response) => response.url().endsWith('/ReauthController/getState'));
    await passMinutes(page, 2);
    await record.lookAgain();
    const { kickoffUrl } = (await (await renewed).json()) as { kickoffUrl: string };

    const asked = page.context().waitForEvent('request', (request) => request.url() === kickoffUrl);
    const window = await record.openSignIn(record.connect);
    await asked;
    await window.signIn('erin');
    await expect(record.connect).toBeHidden();
});

test('a session that is about to end interrupts nobody who types, and the press works on a key', async ({
    record,
    platform
}) => {
    const { page } = record;
    await page.clock.install();
    await record.openConnected('Erin');
    await record.description.fill('Renewal is in March');
    await record.description.press('Home');
    for (let step = 0; step < 'Renewal is '.length; step++) await record.description.press('ArrowRight');
    await platform.passHours(HOURS_TO_WARNING);
    await passMinutes(page, HOURS_TO_WARNING * 60);

    const renew = page.getByRole('button', { name: 'Renew now' });
    await expect(renew).toBeVisible();
    await expect(record.description).toBeFocused();
    await page.keyboard.type('due ');
    await expect(record.description).toHaveValue('Renewal is due in March');

    const window = await record.openSignIn(renew, 'Enter');
    await window.signIn('erin');
    await expect(renew).toBeHidden();
    await expect(record.description).toHaveValue('Renewal is due in March');
});

test('an administrator opens and copies the technical details of a real trouble with the keyboard', async ({
    record
}) => {
    const { page } = record;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await record.openAs('Ada', '/local/component/reauthenticate?connection=Nowhere');
    await expect(page.getByText("Nowhere isn't set up correctly.")).toBeVisible();
    const words = page.getByText('There is no Reauth Connection record');
    await expect(words).toBeHidden();
    await page.getByText('Technical details').press('Enter');
    await expect(words).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Copy' }).press('Space');
    await expect(page.getByRole('status')).toHaveText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await words.textContent());
});
