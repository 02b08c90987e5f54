import type { Locator } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

/** What each look of a state has: its icon, its sentence, and its buttons. */
const SEEN: readonly (readonly [
    state: string,
    icon: string,
    sentence: string | RegExp,
    controls: readonly string[]
])[] = [
    ['Connected', 'success', 'You are connected to Acme Sign as erin.', []],
    ['Expiring', 'clock', /^Your Acme Sign session is about to end\.\s\(in 1[12] minutes\)$/, ['Renew now']],
    ['Never_Connected', 'link', "You haven't connected Acme Sign yet.", ['Connect to Acme Sign']],
    ['Ended', 'lock', 'Your sign-in to Acme Sign has ended.', ['Re-authenticate']],
    [
        'Signing_In',
        'lock',
        'Finish signing in to Acme Sign. This page then goes on by itself.',
        ['I have signed in', 'Cancel']
    ],
    [
        'Unfinished',
        'lock',
        "You aren't signed in to Acme Sign yet. If the sign-in window is still open, you can finish there, or close it and start again.",
        ['Re-authenticate']
    ],
    [
        'Timeout',
        'lock',
        'The sign-in to Acme Sign took too long. If its window is still open, you can close it and start again.',
        ['Re-authenticate']
    ],
    [
        'Wrong_Account',
        'user',
        'You are signed in to Acme Sign as sam. Before, it was erin.',
        ['Sign in again', 'Use this account']
    ],
    ['No_Access', 'ban', "You don't have access to Acme Sign. Ask your Salesforce administrator.", []],
    ['Declined', 'lock', "You didn't allow Salesforce to use Acme Sign.", ['Re-authenticate']],
    [
        'Shared_Ended',
        'ban',
        'The sign-in to Acme Sign that everybody shares has ended. Ask your Salesforce administrator.',
        []
    ],
    ['No_Link', 'ban', "You can't sign in to Acme Sign here. Ask your Salesforce administrator.", []],
    [
        'Misconfigured',
        'settings',
        "Acme Sign isn't set up correctly. Please tell your Salesforce administrator.",
        ['Copy']
    ],
    [
        'Misconfigured_User',
        'settings',
        "Acme Sign isn't set up correctly. Please tell your Salesforce administrator.",
        []
    ],
    ['Unavailable', 'offline', "Acme Sign isn't answering.", ['Try again']],
    ['Checking', 'offline', 'One moment …', ['Try again']],
    [
        'Acme_Sign',
        'offline',
        "We couldn't check whether you are connected to Acme Sign. If this goes on, ask your Salesforce administrator.",
        ['Try again']
    ]
];

const THEMES = [
    ['the SLDS 2 theme', '', 'slds.css', 'normal'],
    ['dark colours', '?theme=dark', 'slds.css', 'dark only'],
    ['the classic theme', '?theme=classic', 'slds-classic.css', 'normal']
] as const;

/** Whether the sentence of a look has its button beside it, not below. */
async function isOneRow(look: Locator): Promise<boolean> {
    const sentence = await look.getByText('connected Acme Sign yet').boundingBox();
    const button = await look.getByRole('button').boundingBox();
    return !!sentence && !!button && sentence.y + sentence.height > button.y && sentence.x < button.x;
}

for (const [theme, query, styles, scheme] of THEMES) {
    test(`the gallery shows every state in ${theme}, as a card and as a line, for everybody`, async ({ record }) => {
        const { page } = record;
        await record.openAs('Ada', `/gallery${query}`);
        await expect(page.locator(`link[href$="/${styles}"]`)).toHaveCount(1);
        await expect(page.locator('html')).toHaveCSS('color-scheme', scheme);
        await expect(page.locator('[data-state]')).toHaveCount(SEEN.length);

        for (const summary of await page.getByText('Technical details').all()) await summary.click();
        for (const [state, icon, sentence, controls] of SEEN) {
            const looks = page.locator(`[data-state=${state}] c-reauthenticate`);
            await expect(looks.locator('p[tabindex]')).toHaveText([sentence, sentence]);
            expect(await looks.getByRole('button').allInnerTexts()).toEqual([...controls, ...controls]);
            const icons = looks.locator('lightning-icon svg');
            expect(await icons.evaluateAll((all) => all.map((svg) => svg.getAttribute('data-key')))).toEqual([
                icon,
                icon
            ]);
            await expect(looks.first().locator('.slds-card')).toBeVisible();
            await expect(looks.last().locator('.slds-card')).toHaveCount(0);
        }
        const looks = page.locator('[data-state=Never_Connected] c-reauthenticate');
        expect([await isOneRow(looks.first()), await isOneRow(looks.last())]).toEqual([false, true]);
        const landing = page.locator('[data-surface=return]');
        await expect(landing.getByRole('status')).toContainText('You can close this window.');
        const screen = page.locator('[data-surface=flow]');
        await expect(screen.getByRole('alert')).toHaveText('Sign in to Acme Sign before you go on.');
        await expectAccessible(page);
    });
}

test('the gallery fits a phone, in every state and language', async ({ record }) => {
    const { page } = record;
    await page.setViewportSize({ width: 320, height: 720 });
    const line = page.locator('[data-state=Never_Connected] c-reauthenticate').last();
    const sentences = new Set<string>();
    for (const language of ['de', 'fr', 'es', 'ja', 'en']) {
        await record.openAs('Ada', `/gallery?language=${language}`);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        sentences.add(await line.innerText());
        const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth
        );
        expect(overflow).toBeLessThanOrEqual(0);
    }
    expect(sentences.size).toBe(5);
    expect(await isOneRow(line)).toBe(false);
    await expectAccessible(page);
});
