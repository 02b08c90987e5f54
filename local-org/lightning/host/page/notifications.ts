/** The bell in the header, and what it rings for. */
import type { Notification } from '../../../platform/notifications.ts';
import { urlOf, visit, type PageReference } from '../lightning/navigation.ts';
import { eventStream, getJson, sendJson } from '../server.ts';
import { disclosure, element, icon } from './dom.ts';

export async function bell(): Promise<HTMLElement> {
    const count = element('span', { class: 'slds-badge slds-theme_error', 'aria-hidden': 'true' });
    const name = element('span', { class: 'slds-assistive-text' });
    const button = element(
        'button',
        { class: 'slds-button slds-button_icon local-bell', type: 'button' },
        await icon('utility:notification', 'x-small'),
        count,
        name
    );
    const none = element('p', {}, 'You have no notifications.');
    const all = element('button', { class: 'slds-button slds-button_neutral', type: 'button' }, 'Mark all as read');
    const list = element('ul');
    const news = element('p', { class: 'slds-assistive-text', role: 'status' });

    const showCount = () => {
        const unread = list.querySelectorAll('[data-unread]').length;
        none.hidden = list.children.length > 0;
        all.hidden = unread === 0;
        count.hidden = unread === 0;
        count.textContent = String(unread);
        name.textContent = unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`;
    };
    const markRead = async (id?: string) => {
        await sendJson('POST', '/local/notifications/read', { id });
        for (const item of list.querySelectorAll<HTMLElement>('[data-unread]')) {
            if (id !== undefined && item.dataset.id !== id) continue;
            delete item.dataset.unread;
            item.querySelector('.local-unread')?.remove();
        }
        showCount();
    };
    all.addEventListener('click', () => {
        button.focus(); // the button that has the focus goes
        void markRead();
    });
    for (const notification of await getJson<readonly Notification[]>('/local/notifications')) {
        list.append(entry(notification, markRead));
    }
    showCount();
    eventStream().addEventListener('notification', ({ data }: MessageEvent<string>) => {
        const notification = JSON.parse(data) as Notification;
        list.prepend(entry(notification, markRead));
        showCount();
        news.textContent = `New notification: ${notification.title}`;
    });
    const panel = element('div', { class: 'local-popup local-notifications slds-card' }, none, all, list);
    const place = disclosure(button, panel);
    place.append(news);
    return place;
}

/** Opening it marks it as read. */
function entry(notification: Notification, markRead: (id: string) => Promise<void>): HTMLElement {
    const { id, title, body, time, isRead } = notification;
    const target = targetOf(notification);
    const sent = new Date(time);
    const item = element(
        'li',
        { class: 'local-notification', 'data-id': id },
        target ? element('a', { href: target.href }, title) : element('strong', {}, title),
        element('p', {}, body),
        element('time', { class: 'slds-text-body_small', datetime: sent.toISOString() }, sent.toLocaleString())
    );
    if (!isRead) {
        item.dataset.unread = '';
        item.append(element('span', { class: 'local-unread slds-assistive-text' }, 'Unread'));
    }
    item.querySelector('a')?.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        void markRead(id).then(() => {
            if (target) visit(target);
        });
    });
    return item;
}

/** Where it leads; nowhere for a record that does not exist, which is how Apex says that there is no target. */
function targetOf({ targetPageRef, targetId, targetObject }: Notification): URL | undefined {
    if (targetPageRef === null && targetObject === null) return undefined;
    const record = { objectApiName: targetObject ?? '', recordId: targetId ?? '' };
    try {
        const reference =
            targetPageRef === null
                ? { type: 'standard__recordPage', attributes: record }
                : (JSON.parse(targetPageRef) as PageReference);
        const url = new URL(urlOf(reference), location.href);
        return /^https?:$/.test(url.protocol) ? url : undefined;
    } catch (error) {
        console.error(error);
        return undefined;
    }
}
