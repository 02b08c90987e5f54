import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { expect, type Browser, type Page } from '@playwright/test';
import type { FastifyInstance } from 'fastify';
import { tell, useHosts } from './test-host.ts';
import { flexiPage, META } from './test-project.ts';

describe('lightning/host', () => {
    const RECORD = '001000000000001AAA';
    const startHost = useHosts();

    /** Uses every module that the host stands in for, and writes down what it gets from them. */
    const SCRIPT = `import { LightningElement, api, track, wire } from 'lwc';
import { subscribe as listen } from 'lightning/empApi';
import { MessageContext, publish, subscribe } from 'lightning/messageService';
import { CurrentPageReference, NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { RefreshEvent, registerRefreshHandler } from 'lightning/refresh';
import { getFieldValue, getRecord, updateRecord } from 'lightning/uiRecordApi';
import call from '@salesforce/apex/Sample.call';
import formFactor from '@salesforce/client/formFactor';
import mayEdit from '@salesforce/customPermission/Sample_Edit';
import title from '@salesforce/label/c.Sample_Title';
import channel from '@salesforce/messageChannel/Sample__c';
import NAME from '@salesforce/schema/Account.Name';
import userId from '@salesforce/user/Id';

export default class Sample extends NavigationMixin(LightningElement) {
    @api recordId;
    @api objectApiName;
    @api connection;
    @api compact;
    @track lines = [];
    @wire(MessageContext) context;

    @wire(CurrentPageReference) page({ type }) { this.write('page', type); }
    @wire(getRecord, { recordId: '$recordId', fields: [NAME] })
    record({ data, error }) {
        if (data) this.write('record', getFieldValue(data, NAME));
        if (error) this.write('no record', error.status);
    }

    connectedCallback() {
        this.write('given', [this.recordId, this.objectApiName, this.connection, this.compact]);
        this.write('platform', [title, userId, String(mayEdit), formFactor]);
        subscribe(this.context, channel, (message) => this.write('message', message.text));
        listen('/event/Sample__e', -1, ({ data }) => this.write('event', data.payload.Text__c));
        registerRefreshHandler(this, this.handleRefresh);
        this.write('sandbox', [
            window.top === window,
            document.querySelector('c-sample')?.shadowRoot ?? 'no shadow root'
        ]);
        fetch('/aura/other').catch((error) => this.write('fetch', error.message));
    }

    handleRefresh() { this.write('refresh', 'handled'); return Promise.resolve(true); }
    handlePublish() { publish(this.context, channel, { text: 'from the page' }); }
    handleAskForRefresh() { this.dispatchEvent(new RefreshEvent()); }
    handleRename() { updateRecord({ fields: { Id: this.recordId, Name: 'Southwind' } }); }
    handleGo() { this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'Back' } }); }
    handleToast() {
        this.dispatchEvent(new ShowToastEvent({
            title: 'Done', message: 'See {0} and {1}', variant: 'success', mode: 'sticky',
            messageData: [{ url: '/lightning/n/Back', label: 'the tab' }, { url: 'javascript:alert(1)', label: 'this' }]
        }));
    }
    handleApex() {
        call({ wish: 'good' }).then((answer) => this.write('Apex', answer));
        call({ wish: 'bad' }).catch(({ ok, status, body }) => this.write('Apex failed', [ok, status, body.message]));
    }
    write(what, value) { this.lines = [...this.lines, { key: this.lines.length, text: what + ': ' + value }]; }
}`;

    const BUTTONS = ['Publish', 'AskForRefresh', 'Rename', 'Go', 'Toast', 'Apex'];
    const TEMPLATE = `<template>
    ${BUTTONS.map((name) => `<lightning-button label="${name}" onclick={handle${name}}></lightning-button>`).join('')}
    <ul><template for:each={lines} for:item="line"><li key={line.key}>{line.text}</li></template></ul>
</template>`;

    const PAGE = flexiPage({
        header: [{ component: 'force:highlightsPanel' }],
        FacetDetails: [{ component: 'force:detailPanel' }],
        FacetSample: [{ component: 'sample', properties: { connection: 'Acme', compact: 'true' } }],
        FacetTabs: [
            { component: 'flexipage:tab', properties: { title: 'Standard.Tab.detail', body: 'FacetDetails' } },
            { component: 'flexipage:tab', properties: { title: 'Sample', body: 'FacetSample', active: 'true' } }
        ],
        main: [{ component: 'flexipage:tabset', properties: { tabs: 'FacetTabs' } }]
    });

    const FILES = {
        'app/lwc/sample/sample.js': SCRIPT,
        'app/lwc/sample/sample.html': TEMPLATE,
        'app/lwc/sample/sample.js-meta.xml': META,
        'app/flexipages/Sample.flexipage-meta.xml': PAGE,
        'app/classes/Sample.cls': 'public class Sample {}',
        'app/customPermissions/Sample_Edit.customPermission-meta.xml': '<CustomPermission/>',
        'app/messageChannels/Sample.messageChannel-meta.xml': '<LightningMessageChannel/>'
    };

    describe('the page host', () => {
        let name = 'Northwind';
        let mobileApp = 'a';
        let browser: Browser;
        let page: Page;
        let url: string;

        function answers(app: FastifyInstance): void {
            app.get('/local/switches', () => ({ U19: 'd', U33: mobileApp }));
            app.get('/ui-api/records/:id', () => ({
                apiName: 'Account',
                id: RECORD,
                fields: { Name: { value: name } }
            }));
            app.patch<{ Body: { fields: { Name: string } } }>('/ui-api/records/:id', ({ body }) => {
                name = body.fields.Name;
                return {};
            });
            app.post<{ Body: { wish: string } }>('/aura/apex/Sample/call', ({ body }, reply) =>
                reply.code(body.wish === 'good' ? 200 : 500).send(body.wish === 'good' ? 42 : { message: 'Not this' })
            );
        }

        before(async () => {
            const host = await startHost(FILES, answers, { tabs: ['Back'] });
            url = `${host.url}/lightning/r/Account/${RECORD}/view`;
            browser = host.browser;
            page = await browser.newPage();
            await page.goto(url);
        });

        const line = (text: string) => expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
        const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click();

        test('gives a component its context, its properties, and what the platform knows', async () => {
            await line(`given: ${RECORD},Account,Acme,true`);
            await line('platform: Envelopes & more,005000000000001AAA,true,Large');
            await line('page: standard__recordPage');
            await line('record: Northwind');
        });

        test('keeps a component in the sandbox of Lightning Web Security', async () => {
            await line('sandbox: false,no shadow root');
            await line('fetch: Lightning Web Security');
            await expect(page.locator('html')).toHaveAttribute('data-lightning-web-security', 'current');
        });

        test('calls Apex, and rejects with the shape that components know', async () => {
            await press('Apex');
            await line('Apex: 42');
            await line('Apex failed: false,500,Not this');
        });

        test('passes messages and platform events on', async () => {
            await press('Publish');
            await line('message: from the page');
            const event = {
                channel: '/event/Sample__e',
                data: { payload: { Text__c: 'from Apex' }, event: { replayId: 1 } }
            };
            tell('message', event);
            await line('event: from Apex');
        });

        test('shows toasts with their data, and no link that runs script', async () => {
            await press('Toast');
            const toast = page.getByRole('status').filter({ hasText: 'See the tab and this' });
            await expect(toast).toBeVisible();
            assert.deepEqual(await toast.getByRole('link').allInnerTexts(), ['the tab']);
            await toast.getByRole('button', { name: 'Close' }).click();
            await expect(toast).toBeHidden();
        });

        test('renews records without touching what the user has typed', async () => {
            await page.getByRole('tab', { name: 'Details' }).click();
            await page.getByLabel('Description').fill('typed');
            await page.getByRole('tab', { name: 'Sample' }).click();
            await press('Rename');
            await line('record: Southwind');
            await expect(page.getByRole('heading', { name: 'Southwind' })).toBeVisible();

            name = 'Eastwind';
            await press('AskForRefresh');
            await line('refresh: handled');
            await line('record: Eastwind');
            await page.getByRole('tab', { name: 'Details' }).click();
            await expect(page.getByLabel('Name')).toHaveValue('Eastwind');
            await expect(page.getByLabel('Description')).toHaveValue('typed');
            await page.getByRole('tab', { name: 'Sample' }).click();
        });

        test('leads to the tab that a component navigates to', async () => {
            await press('Go');
            await page.waitForURL('**/lightning/n/Back');
            await line('page: standard__navItemPage');
        });

        for (const [value, device, opens, hears] of [
            ['a', 'Mobile', true, true],
            ['b', 'for tablets', true, false],
            ['c', 'Mobile', false, true]
        ] as const) {
            test(`on a phone or tablet, with U33 ${value}, ${opens ? 'opens' : 'blocks'} windows and ${hears ? 'tells' : 'hides'} focus`, async () => {
                mobileApp = value;
                const userAgent = `Mozilla/5.0 (Linux; Android) Chrome ${device}`;
                const phone = await browser.newPage({ userAgent });
                await phone.goto(url);
                await expect(phone.locator('html')).toHaveAttribute('data-page', 'ready');
                await expect(phone.getByText(device === 'Mobile' ? ',Small' : ',Medium')).toBeVisible();
                const seen = await phone.evaluate(() => {
                    let focused = false;
                    window.addEventListener('focus', () => (focused = true));
                    window.dispatchEvent(new Event('focus'));
                    return { opened: window.open('about:blank') !== null, focused };
                });
                assert.deepEqual(seen, { opened: opens, focused: hears });
                await phone.close();
            });
        }
    });
});
