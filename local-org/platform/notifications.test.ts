import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { TestBrowser } from '../shared/test-browser.ts';
import type { Notification, SentNotification } from './notifications.ts';
import { logIn, notifications, org, userId, useOrg } from './test-org.ts';

describe('platform/notifications', () => {
    useOrg();

    const sent = (title: string, ...names: string[]): SentNotification => ({
        userIds: names.map(userId),
        senderId: userId('ada'),
        title,
        body: 'Acme Sign wants you to sign in again',
        targetId: '001000000000001AAA',
        targetObject: 'Account',
        targetPageRef: null,
        time: 1_700_000_000_000
    });

    async function list(browser: TestBrowser): Promise<Notification[]> {
        return JSON.parse((await browser.request(`${org.pageUrl}/local/notifications`)).text) as Notification[];
    }

    function markRead(browser: TestBrowser, id?: string): Promise<{ status: number }> {
        return browser.request(`${org.pageUrl}/local/notifications/read`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ id })
        });
    }

    test('each recipient has notifications of his own, the newest first', async () => {
        notifications.send(sent('First', 'erin', 'noah'));
        notifications.send(sent('Second', 'erin'));
        const erin = await logIn('erin');
        const [second, first] = await list(erin);
        assert.deepEqual([second?.title, first?.title, first?.isRead], ['Second', 'First', false]);
        assert.equal(first && 'userIds' in first, false, 'the others are nobody’s business');
        assert.equal((await markRead(erin, first?.id)).status, 204);
        assert.deepEqual(
            (await list(erin)).map(({ isRead }) => isRead),
            [false, true]
        );
        await markRead(erin);
        assert.ok((await list(erin)).every(({ isRead }) => isRead));
        assert.deepEqual(
            (await list(await logIn('noah'))).map(({ isRead }) => isRead),
            [false]
        );
    });

    /** Opens a page's stream of events; the answer reads on until so many notifications have come, and tells their titles. */
    async function listen(name: string, signal: AbortSignal): Promise<(count: number) => Promise<string[]>> {
        const response = await (await logIn(name)).stream(`${org.pageUrl}/local/events`, signal);
        const reader = response.body?.getReader() ?? assert.fail('an empty answer');
        let text = '';
        return async (count) => {
            let titles: string[] = [];
            while (titles.length < count) {
                text += new TextDecoder().decode((await reader.read()).value);
                titles = [...text.matchAll(/^event: notification\ndata: .*"title":"([^"]+)"/gm)].map(
                    ([, title = '']) => title
                );
            }
            return titles;
        };
    }

    test('only the pages of a recipient hear of a notification', async () => {
        const closing = new AbortController();
        const erin = await listen('erin', closing.signal);
        const noah = await listen('noah', closing.signal);
        notifications.send(sent('For one', 'erin'));
        notifications.send(sent('For both', 'noah', 'erin'));
        assert.deepEqual(await erin(2), ['For one', 'For both']);
        assert.deepEqual(await noah(1), ['For both']);
        closing.abort();
    });

    test('nobody reads notifications without a session', async () => {
        const stranger = new TestBrowser();
        assert.equal((await stranger.request(`${org.pageUrl}/local/notifications`)).status, 401);
        assert.equal((await markRead(stranger)).status, 401);
    });
});
