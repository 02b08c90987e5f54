import { expect, type Page } from '@playwright/test';

/** Moves the clock of a page on which it is installed. */
export async function passMinutes(page: Page, minutes: number): Promise<void> {
    const now = () => page.evaluate(() => Date.now());
    const before = await now();
    // Playwright moves the clock of each frame, and the sandbox of the components shares that of the page
    await page.clock.fastForward((minutes * 60_000) / page.frames().length);
    expect(Math.round(((await now()) - before) / 60_000)).toBe(minutes);
}
