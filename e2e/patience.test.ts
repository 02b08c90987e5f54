import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** On a page whose clock is installed. */
async function passMinutes(page: Page, minutes: number): Promise<void> {
    const now = () => page.evaluate(() => Date.now());
    const before = await now();
    // Playwright moves the one clock of the context once for each page in it
    await page.clock.fastForward((minutes * 60_000) / page.context().pages().length);
    expect(Math.round(((await now()) - before) / 60_000)).toBe(minutes);
}

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
