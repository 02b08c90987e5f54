import { expect, expectAccessible, test } from './fixtures.ts';

test.beforeEach(async ({ platform }) => {
    // the platform may keep the plug-in's words to itself; here it shows them
    await platform.set({ U24: 'b' });
});

const TOKEN_ANSWERS = [
    { tokenAnswer: 'empty', code: 'empty_answer' },
    { tokenAnswer: 'html', code: 'html_answer' },
    { tokenAnswer: 'no-access-token', code: 'no_access_token' }
] as const;

for (const { tokenAnswer, code } of TOKEN_ANSWERS) {
    test(`a token answer that is wrong (${tokenAnswer}) is named, and the button still works`, async ({
        record,
        acmeSign
    }) => {
        await acmeSign.set({ tokenAnswer });
        await record.openAs('Erin');
        await record.description.fill('Renewal is due in March');
        const window = await record.openSignIn(record.connect);
        await window.typeAccount('erin');
        await window.allow();

        await expect(window.page.getByText(`error=${code} action=fix`)).toBeVisible();
        await window.page.close();
        await record.lookAgain();
        await expect(record.page.getByText("You aren't signed in to Acme Sign yet.")).toBeVisible();
        await expectAccessible(record.page);

        await acmeSign.set({ tokenAnswer: 'normal' });
        const again = await record.openSignIn(record.connect);
        await again.goOn();
        await expect(record.envelopes.first()).toBeVisible();
        await expect(record.description).toHaveValue('Renewal is due in March');
    });
}

const SETTINGS: readonly { name: string; fields: Record<string, string>; named: string }[] = [
    { name: 'missing', fields: { Authorize_Url__c: '' }, named: 'Authorize URL (Authorize_Url__c)' },
    { name: 'wrong', fields: { Token_Url__c: 'not an address' }, named: 'Token URL (Token_Url__c)' }
];

for (const { name, fields, named } of SETTINGS) {
    test(`a ${name} setting of the plug-in is named, and the button is still there`, async ({ record, platform }) => {
        await platform.configure(fields);
        await record.openAs('Erin');
        const window = await record.openSignIn(record.connect);
        await expect(window.page.getByText(named)).toBeVisible();
        await window.page.close();
        await record.lookAgain();
        await expect(record.connect).toBeVisible();
    });
}

for (const { name, parameters, code } of [
    { name: 'without a code', parameters: {}, code: 'missing_code' },
    { name: 'with an error', parameters: { error: 'server_error' }, code: 'server_error' }
]) {
    test(`a callback ${name} is named, and the button is still there`, async ({ record, org }) => {
        await record.openAs('Erin');
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
    });
}

for (const { user, reasons } of [
    { user: 'Erin', reasons: 0 },
    { user: 'Ada', reasons: 1 }
]) {
    test(`a connection that does not exist is named to ${user}, ${reasons ? 'with' : 'without'} details`, async ({
        record
    }) => {
        await record.openAs(user);
        await record.page.goto(`${record.orgUrl}/local/component/reauthenticate?connection=Nowhere`);
        await expect(record.page.getByText("Nowhere isn't set up correctly.")).toBeVisible();
        await expect(record.page.getByText('There is no Reauth Connection record')).toHaveCount(reasons);
        await expect(record.connect).toHaveCount(0);
        await expectAccessible(record.page);
    });
}
