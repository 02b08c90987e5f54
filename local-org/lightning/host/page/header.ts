import type { Session } from '../../site.ts';
import { element, icon } from './dom.ts';

/** The bars above every page: what this is, who the user is, which app. */
export async function showHeader(session: Session): Promise<void> {
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
    const apps = element(
        'span',
        { class: 'local-app-launcher', 'aria-hidden': 'true' },
        await icon('utility:apps', 'x-small')
    );
    document.body.prepend(
        element(
            'header',
            {},
            element(
                'div',
                { class: 'local-global-header' },
                element('span', { class: 'local-org-name' }, session.orgName),
                note,
                user
            ),
            element('div', { class: 'local-app-bar' }, apps, element('span', { class: 'local-app-name' }, 'Sales'))
        )
    );
}
