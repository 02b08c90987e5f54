import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Notification } from '../platform/notifications.ts';
import { notifications, useHosts, tell } from './test-host.ts';

describe('lightning/notifications', () => {
    const startHost = useHosts();

    const RECORD = '001000000000001AAA';

    function notification(id: string, changes: Partial<Notification> = {}): Notification {
        return {
            id,
            senderId: '005000000000004AAA',
            title: `About ${id}`,
            body: 'Sign in again',
            targetId: RECORD,
            targetObject: 'Account',
            targetPageRef: null,
            time: Date.UTC(2026, 0, 31, 12),
            isRead: false,
            ...changes
        };
    }

    const pageRef = (type: string, attributes: object, state = {}) => JSON.stringify({ type, attributes, state });

    describe('the bell', () => {
        const read: unknown[] = [];
        let page: Page;

        before(async () => {
            notifications.push(
                notification('a record'),
                notification('a tab', {
                    targetPageRef: pageRef('standard__navItemPage', { apiName: 'Back' }, { c__connection: 'Acme' })
                }),
                notification('a script', {
                    targetPageRef: pageRef('standard__webPage', { url: 'javascript:alert(1)' })
                }),
                notification('nothing', { targetId: '000000000000000AAA', targetObject: null, isRead: true })
            );
            const host = await startHost(
                {},
                (app) => {
                    app.get('/local/switches', () => ({ U19: 'd', U33: 'a' }));
                    app.post('/local/notifications/read', ({ body }, reply) => {
                        read.push(body);
                        return reply.code(204).send();
                    });
                },
                { tabs: ['Back'] }
            );
            page = await (await host.browser.newContext()).newPage();
            await page.goto(`${host.url}/lightning/n/Back`);
            await expect(page.locator('html')).toHaveAttribute('data-page', 'ready');
        });

        const bell = (name: string) => page.getByRole('button', { name, exact: true });
        const badge = () => page.locator('.local-bell .slds-badge');
        const link = (name: string) => page.getByRole('link', { name });

        test('counts what is unread and opens by the keyboard', async () => {
            await expect(page.getByText('About a record')).toBeHidden();
            await expect(badge()).toBeVisible();
            await bell('Notifications, 3 unread').press('Enter');
            await expect(bell('Notifications, 3 unread')).toHaveAttribute('aria-expanded', 'true');
            await expect(page.getByRole('listitem').filter({ hasText: 'About a record' })).toContainText(
                'Sign in again'
            );
            await expect(page.getByRole('time').first()).toHaveAttribute('datetime', '2026-01-31T12:00:00.000Z');
            const { violations } = await new AxeBuilder({ page }).include('header').analyze();
            assert.deepEqual(violations, []);
        });

        test('leads to the target, and nowhere where there is none or a hostile one', async () => {
            await expect(link('About a record')).toHaveAttribute(
                'href',
                /\/lightning\/r\/Account\/001000000000001AAA\/view$/
            );
            await expect(link('About a tab')).toHaveAttribute('href', /\/lightning\/n\/Back\?c__connection=Acme$/);
            await expect(page.getByText('About a script')).toBeVisible();
            await expect(link('About a script')).toHaveCount(0);
            await expect(page.getByText('About nothing')).toBeVisible();
            await expect(link('About nothing')).toHaveCount(0);
        });

        test('rings without a reload', async () => {
            tell('notification', notification('the latest'));
            await expect(bell('Notifications, 4 unread')).toBeVisible();
            await expect(page.getByRole('status')).toHaveText('New notification: About the latest');
            await expect(page.getByRole('listitem').filter({ hasText: 'About' }).first()).toContainText(
                'About the latest'
            );
        });

        test('marks as read what is opened, or all', async () => {
            await link('About a tab').click();
            await expect(page).toHaveURL(/\/lightning\/n\/Back\?c__connection=Acme$/);
            await expect(bell('Notifications, 3 unread')).toBeVisible();
            await bell('Notifications, 3 unread').click();
            await page.getByRole('button', { name: 'Mark all as read' }).click();
            await expect(bell('Notifications')).toBeVisible();
            await expect(badge()).toBeHidden();
            assert.deepEqual(read, [{ id: 'a tab' }, {}]);
            await page.keyboard.press('Escape');
            await expect(page.getByText('About a record')).toBeHidden();
        });
    });
});
