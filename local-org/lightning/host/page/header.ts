import type { App, Session, Site } from '../../site.ts';
import { tabPath } from '../address.ts';
import { mayOpenTab, openApps } from '../currentApp.ts';
import { disclosure, element, icon, markCurrent } from './dom.ts';
import { bell } from './notifications.ts';

/** The bars above every page: what this is, who the user is, which app, and its tabs. */
export async function header(site: Site, session: Session, app: App): Promise<HTMLElement> {
    return element('header', {}, await globalHeader(session), await appBar(site, session, app));
}

async function globalHeader(session: Session): Promise<HTMLElement> {
    const initials = session.name
        .split(/\s+/)
        .map((word) => word.charAt(0))
        .join('')
        .slice(0, 2);
    const leave = element(
        'form',
        { method: 'post', action: '/local/logout' },
        element('button', { class: 'slds-button slds-button_neutral' }, 'Switch user')
    );
    const user = element(
        'div',
        { class: 'local-user' },
        element('span', { class: 'local-avatar', 'aria-hidden': 'true' }, initials),
        element('span', { class: 'local-user-name' }, session.name),
        leave
    );
    const note = element(
        'p',
        { class: 'local-note' },
        element('strong', {}, 'local-org'),
        ' runs the project on this computer. This is not Salesforce.'
    );
    return element(
        'div',
        { class: 'local-global-header' },
        element('span', { class: 'local-org-name' }, session.orgName),
        note,
        await bell(),
        user
    );
}

async function appBar(site: Site, session: Session, app: App): Promise<HTMLElement> {
    const tabs = app.tabs
        .filter((name) => mayOpenTab(name, session))
        .flatMap((name) => {
            const tab = site.tabs[name];
            if (!tab) return [];
            const path = tabPath(name, tab);
            const link = element('a', { href: path }, tab.label);
            markCurrent(link, path === location.pathname);
            return [element('li', {}, link)];
        });
    return element(
        'div',
        { class: 'local-app-bar' },
        await appLauncher(site, session),
        element('span', { class: 'local-app-name' }, app.label),
        element('nav', { 'aria-label': 'App' }, element('ul', { class: 'local-tabs' }, ...tabs))
    );
}

/** A button that discloses the list of apps. */
async function appLauncher(site: Site, session: Session): Promise<HTMLElement> {
    const apps = openApps(site, session).map(([name, { label, description }]) =>
        element(
            'li',
            {},
            element('a', { href: `/lightning/app/${name}` }, label),
            element('p', { class: 'slds-text-body_small' }, description)
        )
    );
    const list = element('ul', { class: 'local-popup slds-card' }, ...apps);
    const button = element(
        'button',
        { class: 'slds-button slds-button_icon', type: 'button' },
        await icon('utility:apps', 'x-small'),
        element('span', { class: 'slds-assistive-text' }, 'App Launcher')
    );
    return disclosure(button, list);
}
