import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { expect, type Page } from '@playwright/test';
import { useHosts } from './test-host.ts';
import { app, flexiPage, META, pageTab } from './test-project.ts';

describe('lightning/navigation', () => {
    const startHost = useHosts();

    const PARENT = '001000000000001AAA';
    const CHILD = '001000000000002AAA';

    /** Says how often it was made, and keeps what is typed. */
    const SCRIPT = `import { LightningElement, api } from 'lwc';
let made = 0;
export default class Sample extends LightningElement {
    @api connection; @api compact; @api recordId;
    number = ++made;
}`;
    const TEMPLATE = `<template>
    <p>{connection} {recordId} number {number}</p><label>Note<input /></label>
</template>`;

    const place = (connection: string, type: string) =>
        flexiPage({ main: [{ component: 'sample', properties: { connection } }] }, type);

    const EVERYWHERE = 'lightning__RecordPage,lightning__AppPage,lightning__HomePage,lightning__UtilityBar';

    const FILES = {
        'app/lwc/sample/sample.js': SCRIPT,
        'app/lwc/sample/sample.html': TEMPLATE,
        'app/lwc/sample/sample.js-meta.xml': META.replace('targets="lightning__RecordPage"', `targets="${EVERYWHERE}"`),
        'app/flexipages/Overview.flexipage-meta.xml': place('app page', 'AppPage'),
        'app/flexipages/Start.flexipage-meta.xml': place('home page', 'HomePage'),
        'app/flexipages/Bar.flexipage-meta.xml': flexiPage(
            {
                utilityItems: [
                    {
                        component: 'sample',
                        properties: { connection: 'lazy' },
                        decorators: { label: 'First', icon: 'link' }
                    },
                    {
                        component: 'sample',
                        properties: { connection: 'eager' },
                        decorators: { label: 'Second', eager: 'true' }
                    }
                ]
            },
            'UtilityBar'
        ),
        'app/tabs/Overview.tab-meta.xml': pageTab('Overview'),
        'app/applications/Standard.app-meta.xml': app(`
        <actionOverrides>
            <actionName>Tab</actionName><content>Start</content><formFactor>Large</formFactor>
            <type>Flexipage</type><pageOrSobjectType>standard-home</pageOrSobjectType>
        </actionOverrides>
        <navType>Standard</navType>
        <tabs>standard-home</tabs><tabs>Overview</tabs><tabs>Back</tabs><tabs>standard-report</tabs>
        <utilityBar>Bar</utilityBar>`),
        'app/applications/Console.app-meta.xml': app(`
        <description>Works on records</description><navType>Console</navType>
        <tabs>standard-Account</tabs>
        <workspaceConfig><mappings><fieldName>ParentId</fieldName><tab>standard-Account</tab></mappings></workspaceConfig>`),
        'app/applications/Hidden.app-meta.xml': app('<navType>Standard</navType><tabs>Overview</tabs>')
    };

    describe('an Experience Cloud site', () => {
        const SCRIPT_OF_SITE = `import { LightningElement, wire } from 'lwc';
        import { CurrentPageReference } from 'lightning/navigation';
        import basePath from '@salesforce/community/basePath';
        export default class OnSite extends LightningElement {
            basePath = basePath;
            @wire(CurrentPageReference) page;
            get seen() { return [this.page?.type, this.page?.attributes.name, this.page?.state.c__a].join(); }
        }`;
        const files = {
            'app/lwc/onSite/onSite.js': SCRIPT_OF_SITE,
            'app/lwc/onSite/onSite.html': '<template><p>{basePath} {seen}</p></template>',
            'app/lwc/onSite/onSite.js-meta.xml': META.replaceAll(/<targetConfigs>.*<\/targetConfigs>/gs, '').replace(
                'lightning__Tab',
                'lightningCommunity__Default'
            )
        };
        const placed = [{ component: 'c/onSite', properties: {} }];
        const site = {
            label: 'Help',
            basePath: '/help/s',
            runtime: 'Aura',
            pages: { '': placed, 'reauth-return': placed }
        } as const;

        test('serves its pages below its base path, without the bars of Lightning Experience', async () => {
            const host = await startHost(
                files,
                (server) => server.get('/local/switches', () => ({ U19: 'd', U33: 'a', U43: 'a' })),
                {},
                [site]
            );
            const page = await host.browser.newPage();
            await page.goto(`${host.url}/help/s/reauth-return?c__a=b`);
            await expect(page.getByText('/help/s comm__namedPage,reauth-return,b')).toBeVisible();
            await expect(page.getByRole('navigation')).toHaveCount(0);
            await page.getByRole('link', { name: 'Help' }).click();
            await expect(page.getByText('/help/s comm__namedPage,Home,')).toBeVisible();
            await page.goto(`${host.url}/help/s/other`);
            await expect(page.getByRole('alert')).toContainText('There is no such page');
        });

        test('has no place for a component that is not offered there', async () => {
            const elsewhere = { ...site, pages: { '': [{ component: 'c/sample', properties: {} }] } };
            await assert.rejects(
                startHost(files, () => undefined, {}, [elsewhere]),
                /sample lacks the target lightningCommunity/
            );
        });
    });

    describe('the navigation of the org', () => {
        let page: Page;
        let url: string;

        before(async () => {
            const record = (id: string, Name: string, ParentId: string | null) => ({
                apiName: 'Account',
                id,
                fields: { Name: { value: Name }, ParentId: { value: ParentId } }
            });
            const records = [record(PARENT, 'Northwind', null), record(CHILD, 'Southwind', PARENT)];
            const host = await startHost(
                FILES,
                (server) => {
                    server.get('/local/switches', () => ({ U19: 'd', U33: 'a' }));
                    server.get('/ui-api/list-records/Account/All', () => ({ records }));
                    server.get<{ Params: { id: string } }>('/ui-api/records/:id', ({ params }) =>
                        records.find(({ id }) => id === params.id)
                    );
                },
                { apps: ['Standard', 'Console'], tabs: ['Overview'] }
            );
            url = host.url;
            page = await host.browser.newPage();
        });

        const open = async (path: string) => {
            await page.goto(url + path);
            await expect(page.locator('html')).toHaveAttribute('data-page', 'ready');
        };
        const texts = (place: string) =>
            page.getByRole('navigation', { name: place }).getByRole('link').allInnerTexts();

        test('starts in the Sales app, and offers the apps that the user may open', async () => {
            await open('/lightning/page/home');
            assert.deepEqual(await texts('App'), ['Home', 'Accounts']);
            await page.getByRole('button', { name: 'App Launcher' }).click();
            await expect(page.getByText('Works on records')).toBeVisible();
            const launcher = page.locator('.local-popup').filter({ hasText: 'Sales' });
            assert.deepEqual(await launcher.getByRole('link').allInnerTexts(), ['Sales', 'Sample', 'Sample']);
            await page.keyboard.press('Escape');
            await expect(launcher).toBeHidden();
        });

        test('an app opens on its first tab, shows those that the user may see, in order, and stays', async () => {
            await open('/lightning/app/c__Standard');
            assert.equal(new URL(page.url()).pathname, '/lightning/page/home');
            assert.deepEqual(await texts('App'), ['Home', 'Overview', 'Reports']);
            await expect(page.getByText('home page number')).toBeVisible();
            await page.getByRole('link', { name: 'Overview' }).click();
            await expect(page.getByText('app page number')).toBeVisible();
            await expect(page.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
        });

        test('what local-org cannot draw says so', async () => {
            await page.getByRole('link', { name: 'Reports' }).click();
            await expect(page.getByText('local-org leaves it out')).toBeVisible();
        });

        for (const [what, path] of [
            ['an app', '/lightning/app/c__Hidden'],
            ['a tab', '/lightning/n/Back']
        ] as const) {
            test(`${what} that no permission set shows is hidden`, async () => {
                await page.goto(url + path);
                await expect(page.getByRole('alert')).toContainText('hidden from you');
            });
        }

        test('utilities open one at a time, are made when first opened unless eager, and keep what is typed', async () => {
            await open('/lightning/n/Overview');
            await expect(page.locator('c-sample')).toHaveCount(2);
            const first = page.getByRole('region', { name: 'First' });
            await page.getByRole('button', { name: 'First', exact: true }).click();
            await first.getByLabel('Note').fill('typed');
            await page.getByRole('button', { name: 'Second', exact: true }).click();
            await expect(first).toBeHidden();
            await expect(page.getByRole('region', { name: 'Second' })).toContainText('eager');
            await page.getByRole('button', { name: 'First', exact: true }).click();
            await expect(first.getByLabel('Note')).toHaveValue('typed');
            await page.getByRole('button', { name: 'Minimize First' }).click();
            await expect(first).toBeHidden();
            await expect(page.getByRole('button', { name: 'First', exact: true })).toBeFocused();
        });

        test('a console opens records as workspaces, and a record beside the one that it belongs to', async () => {
            await open('/lightning/app/c__Console');
            await page.evaluate(() => (document.documentElement.dataset.mark = 'same page'));
            await page.getByRole('link', { name: 'Southwind' }).click();
            await expect(page.getByText(`${CHILD} number`)).toBeVisible();
            assert.deepEqual(await texts('Workspaces'), ['Northwind | Account']);
            assert.deepEqual(await texts('Subtabs'), ['Northwind | Account', 'Southwind | Account']);
            const current = page.locator('main [aria-current]');
            assert.deepEqual(await current.allInnerTexts(), ['Northwind | Account', 'Southwind | Account']);
            assert.equal(new URL(page.url()).pathname, `/lightning/r/Account/${CHILD}/view`);

            await page.getByRole('textbox', { name: 'Note' }).fill('typed');
            await page.getByRole('navigation', { name: 'Subtabs' }).getByRole('link').first().click();
            await expect(page.getByText(`${PARENT} number`)).toBeVisible();
            await page.goBack();
            await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('typed');
            await expect(page.locator('html')).toHaveAttribute('data-mark', 'same page');
        });
    });
});
