import { expect, test } from './fixtures.ts';
import { passMinutes } from './pages/clock.ts';

test('a user who takes ten minutes finds the page waiting', async ({ record }) => {
    const { page } = record;
    await page.clock.install();
    await record.openAs('Erin');
    const window = await record.openSignIn(record.connect);
    await passMinutes(page, 10);
    await expect(page.getByRole('button', { name: 'I have signed in' })).toBeVisible();

    await window.signIn('erin');
    await expect(record.envelopes.first()).toBeVisible();
    await expect(record.connect).toBeHidden();
});

test('a user who takes too long is told so, and may still finish', async ({ record }) => {
    const { page } = record;
    await page.clock.install();
    await record.openAs('Erin');
    const window = await record.openSignIn(record.connect);
    await passMinutes(page, 16);
    await expect(page.getByText(/took too long/).first()).toBeVisible();
    await expect(record.connect).toBeVisible();

    await window.signIn('erin');
    await expect(record.connect).toBeHidden();
});

test('nothing moves while the user signs in, when reduced motion is asked for', async ({ record }) => {
    const { page } = record;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await record.openAs('Erin');
    await record.openSignIn(record.connect);
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
