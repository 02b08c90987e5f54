import { expect, expectAccessible, test } from './fixtures.ts';

test.beforeEach(async ({ platform }) => {
    // the platform may keep the plug-in's words to itself; here it shows them
    await platform.set({ U24: 'b', U30: 'a' });
});

test('each token answer that is wrong is named, and the button still works', async ({ record, acmeSign }) => {
    await record.openAs('Erin');
    await record.description.fill('Renewal is due in March');
    for (const { tokenAnswer, code } of [
        { tokenAnswer: 'empty', code: 'empty_answer' },
        { tokenAnswer: 'html', code: 'html_answer' },
        { tokenAnswer: 'no-access-token', code: 'no_access_token' }
    ] as const) {
        await acmeSign.set({ tokenAnswer });
        const window = await record.openSignIn(record.connect);
        await window.typeAccount('erin');
        await window.allow();
        await expect(window.page.getByText(`error=${code} action=fix`)).toBeVisible();
        await window.page.close();
        await record.lookAgain();
        await expect(record.page.getByText("You aren't signed in to Acme Sign yet.")).toBeVisible();
        await acmeSign.endSession();
    }
    await acmeSign.set({ tokenAnswer: 'normal' });
    const window = await record.openSignIn(record.connect);
    await window.signIn('erin');
    await expect(record.envelopes.first()).toBeVisible();
    await expect(record.description).toHaveValue('Renewal is due in March');
});

test('a missing and a wrong setting of the plug-in are named, and the button is still there', async ({
    record,
    platform
}) => {
    await record.openAs('Erin');
    for (const { fields, named } of [
        { fields: { Token_Url__c: 'not an address' }, named: 'Token URL (Token_Url__c)' },
        { fields: { Authorize_Url__c: '' }, named: 'Authorize URL (Authorize_Url__c)' }
    ]) {
        await platform.configure(fields);
        const window = await record.openSignIn(record.connect);
        await expect(window.page.getByText(named)).toBeVisible();
        await window.page.close();
        await record.lookAgain();
        await expect(record.connect).toBeVisible();
    }
});

test('a callback without a code, and one with an error, are named, and the button is still there', async ({
    record,
    org
}) => {
    await record.openAs('Erin');
    for (const { parameters, code } of [
        { parameters: {}, code: 'missing_code' },
        { parameters: { error: 'server_error' }, code: 'server_error' }
    ]) {
        const asked = record.page.context().waitForEvent('request', (request) => request.url().includes('/auth?'));
        const window = await record.openSignIn(record.connect);
        const { searchParams } = new URL((await asked).url());
        const callback = new URL(searchParams.get('redirect_uri') ?? '');
        const state = searchParams.get('state') ?? '';
        callback.search = new URLSearchParams({ state, iss: org.providerUrl, ...parameters }).toString();
        await window.page.goto(callback.href);

        await expect(window.page.getByText(`error=${code} `)).toBeVisible();
        await window.page.close();
        await record.lookAgain();
        await expect(record.connect).toBeVisible();
    }
});

test('a connection that does not exist is named to a user without details', async ({ record }) => {
    await record.openAs('Erin', '/local/component/reauthenticate?connection=Nowhere');
    await expect(record.page.getByText("Nowhere isn't set up correctly.")).toBeVisible();
    await expect(record.page.getByText('There is no Reauth Connection record')).toHaveCount(0);
    await expect(record.connect).toHaveCount(0);
    await expectAccessible(record.page);
});
