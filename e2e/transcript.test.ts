import { expect, test } from './fixtures.ts';

test('a screen reader is told each step of the main path, in order and in words', async ({ record, acmeSign }) => {
    await record.openAs('Erin');
    const box = record.page.locator('c-reauthenticate');
    const announced = box.locator('[aria-live=polite]');
    await expect(announced).toHaveCount(1);
    await expect(announced).toMatchAriaSnapshot(`
        - paragraph: You haven't connected Acme Sign yet.
        - button "Connect to Acme Sign"
    `);

    const window = await record.openSignIn(record.connect);
    await expect(announced).toMatchAriaSnapshot(`
        - paragraph: Finish signing in to Acme Sign. This page then goes on by itself.
        - link "No sign-in page? Open it here."
        - button "I have signed in"
        - button "Cancel"
    `);

    await window.signIn('erin');
    await expect(announced).toMatchAriaSnapshot(`
        - paragraph: You are connected to Acme Sign as erin@customers.example.
    `);
    await expect(box.getByRole('button')).toHaveCount(0);

    await acmeSign.endSession();
    await record.reloadList.click();
    await expect(announced).toMatchAriaSnapshot(`
        - paragraph: Your sign-in to Acme Sign has ended.
        - button "Re-authenticate"
    `);
});
