import { expect, expectAccessible, test } from './fixtures.ts';
import { recordOrder } from './order.ts';
import { SignInWindow } from './pages/acmeSign.ts';

for (const { name, openerPolicy, U19 } of [
    { name: '', openerPolicy: false, U19: 'd' },
    { name: ' although COOP makes the window useless that is given away', openerPolicy: true, U19: 'a' }
] as const) {
    test(`a user who never connected connects, and the list fills by itself${name}`, async ({
        record,
        acmeSign,
        platform
    }) => {
        await acmeSign.set({ openerPolicy });
        await platform.set({ U19 });
        await record.page.goto(record.orgUrl);
        await record.page.getByRole('button', { name: 'Erin' }).click();
        await record.expectReady();
        const rules = U19 === 'd' ? 'current' : 'without release gates';
        await expect(record.page.locator('html')).toHaveAttribute('data-lightning-web-security', rules);
        await record.mark();
        await expectAccessible(record.page);

        const window = await record.openSignIn(record.connect);
        await expect(window.page).toHaveTitle(/Acme Sign/);
        await window.signIn('erin');

        await expect(record.envelopes.first()).toBeVisible();
        await expect(record.connect).toBeHidden();
        await record.expectNoReload();
        await expectAccessible(record.page);
    });
}

test('a landing page that nobody was sent to confirms nothing, goes nowhere and says that it can be closed', async ({
    record,
    context,
    org
}) => {
    await record.openConnected('Erin');
    const landing = await context.newPage();
    // a browser lets only a window close itself that has seen one page
    await landing.goto(record.page.url());
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));

    for (const [c__back, retURL] of [
        ['/secur/logout.jsp', '//evil.example'],
        ['javascript:alert(1)', '/\\evil.example'],
        ['//evil.example', '/secur/logout.jsp'],
        ['/\\evil.example', 'javascript:alert(1)']
    ] as const) {
        const query = new URLSearchParams({ c__connection: 'Acme_Sign', c__back, retURL }).toString();
        const address = `${org.orgUrl}/lightning/n/Reauth_Return?${query}`;
        const looked = record.page.waitForResponse((response) => response.url().endsWith('/ReauthController/getState'));
        await landing.goto(address);
        await expect(landing.getByText('You can close this window.')).toBeVisible();
        await looked;
        expect(landing.url()).toBe(address);
    }
    expect(asked.filter((url) => url.endsWith('/confirmSignIn'))).toEqual([]);
    await expectAccessible(landing);
});

test('the window opens in the task of the press, from a URL that was fetched before', async ({ record }, {
    annotations
}) => {
    const order = await recordOrder(record.page);
    await record.openAs('Erin');
    await expect(record.connect).toBeVisible();

    const window = await record.openSignIn(record.connect);
    await expect(window.page.getByLabel('Account')).toBeVisible();

    const events = await order();
    const press = events.indexOf('press');
    // for npm run bench
    const between = events.slice(press + 1, events.indexOf('window opened'));
    annotations.push({ type: 'press to window', description: between.join(', ') });
    expect(events.slice(0, press)).toContain('Apex answered');
    expect(events.slice(press, press + 3)).toEqual(['press', 'window opened', 'press handled']);
});

test('consent denied says so, and the button is still there', async ({ record }) => {
    await record.openAs('Erin');
    const window = await record.openSignIn(record.connect);
    await window.refuse('erin');
    await expect(window.page.getByText("We can't log you in")).toBeVisible();
    await window.page.close();
    await record.lookAgain();

    await expect(record.page.getByText("You aren't signed in to Acme Sign yet.")).toBeVisible();
    await expect(record.connect).toBeVisible();
    await expectAccessible(record.page);
});

test('a blocked window leaves a link to the sign-in in this tab, which leads back here', async ({ record }) => {
    await record.page.addInitScript(() => {
        globalThis.open = () => null;
    });
    await record.openAs('Erin');
    const address = `${record.page.url()}?c__note=kept#here`;
    await record.page.goto(address);
    await record.connect.click();
    await expectAccessible(record.page);

    await record.page.getByRole('link', { name: 'No sign-in page?' }).click();
    const here = new SignInWindow(record.page);
    await here.typeAccount('erin');
    await here.allow();

    await expect(record.page).toHaveURL(address);
    await expect(record.envelopes.first()).toBeVisible();
    await expect(record.connect).toBeHidden();
});

for (const { name, deviation } of [
    { name: 'gives ordinary users no link, their own settings lead to the sign-in', deviation: { U4: 'c' } },
    { name: 'overlooks the return path, the page hears of the sign-in all the same', deviation: { U2: 'c' } }
] as const) {
    test(`where the platform ${name}`, async ({ record, platform }) => {
        await platform.set(deviation);
        await record.openAs('Erin');
        const window = await record.openSignIn(record.connect);
        if ('U4' in deviation) await window.page.getByRole('link', { name: 'Allow access to Acme Sign' }).click();
        await window.typeAccount('erin');
        await window.allow();
        await expect(window.page).toHaveURL(new RegExp(`^${record.orgUrl}/lightning/r/`));
        await window.page.close();
        await record.lookAgain();

        await expect(record.envelopes.first()).toBeVisible();
        await expect(record.connect).toBeHidden();
    });
}
