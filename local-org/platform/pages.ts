import { html, type Html } from '../shared/html.ts';
import type { ExternalCredential } from './metadata.ts';
import type { UserData } from './plugin.ts';
import type { OrgUser } from './users.ts';

export const STYLE = `
:root { color-scheme: light; font: 14px/1.5 system-ui, sans-serif; color: #181818; background: #f3f3f3; }
main { max-width: 34rem; margin: 3rem auto; padding: 1.5rem 2rem; background: #fff; border: 1px solid #c9c9c9; border-radius: 0.75rem; }
h1 { font-size: 1.375rem; margin: 0 0 1rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: 0.75rem 0; border-top: 1px solid #e5e5e5; }
button { font: inherit; padding: 0.375rem 1rem; border: 1px solid #0250d9; border-radius: 1rem; background: #fff; color: #0250d9; cursor: pointer; white-space: nowrap; }
button.main { background: #0250d9; color: #fff; }
:focus-visible { outline: 2px solid #0250d9; outline-offset: 2px; }
.note { color: #444; }
dt { font-weight: bold; }
`;

function page(title: string, content: Html): string {
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title}</title>
                <link rel="stylesheet" href="/local/style.css" />
            </head>
            <body>
                <main>
                    <h1>${title}</h1>
                    ${content}
                </main>
            </body>
        </html> `.markup;
}

export function loginPage(users: readonly OrgUser[], startUrl: string | undefined): string {
    const forUser = (user: OrgUser) =>
        html`<li>
            <span
                ><strong>${user.firstName} ${user.lastName}</strong><br /><span class="note"
                    >${user.username},
                    ${user.profile}${user.permissionSets.length > 0 ? `: ${user.permissionSets.join(', ')}` : ''}</span
                ></span
            >
            <form method="post" action="/local/login">
                <input type="hidden" name="username" value="${user.username}" />
                ${startUrl === undefined ? '' : html`<input type="hidden" name="startURL" value="${startUrl}" />`}
                <button aria-label="Log in as ${user.firstName} ${user.lastName}">Log in</button>
            </form>
        </li>`;
    return page(
        'Log in to the local org',
        html`<p class="note">
                Everything here runs on this machine: the components and the Apex are the project's own, the platform is
                a stand-in.
            </p>
            <ul>
                ${users.map(forUser)}
            </ul>`
    );
}

/** Imitates: the page after a failed sign-in — "Problem Logging In", observed in ApigeeAuthProvider issue 1 [C] */
export function problemPage(code: string, description: string): string {
    return page(
        'Problem Logging In',
        html`<p>We can't log you in because of the following error.</p>
            <p><strong>${code}</strong>: ${description}</p>
            <p class="note">For help, contact your Salesforce administrator.</p>`
    );
}

/** Imitates: "confirm access to external systems" — unknown [U20] */
export function confirmPage(label: string, mayDecline: boolean): string {
    return page(
        'Confirm access to external systems',
        html`<p>Allow Salesforce to use your account at ${label}?</p>
            <form method="post">
                <button class="main" name="answer" value="confirm">Confirm</button>
                ${mayDecline ? html`<button name="answer" value="decline">Decline</button>` : ''}
            </form>`
    );
}

export function connectedPage(): string {
    return page('You are connected', html`<p>You can close this window.</p>`);
}

/** Imitates: the page for users' own external credentials, the last resort — platform facts section 5.1 [C] */
export function settingsPage(
    credentials: readonly { external: ExternalCredential; status: string; url: string }[]
): string {
    return page(
        'External Credentials',
        html`<ul>
            ${credentials.map(
                ({ external, status, url }) =>
                    html`<li>
                        <span>${external.label} (${status})</span><a href="${url}">Allow access to ${external.label}</a>
                    </li>`
            )}
        </ul>`
    );
}

export function userDataPage(user: UserData): string {
    return page(
        'Auth. Provider test',
        html`<dl>
            ${Object.entries(user).map(
                ([name, value]) =>
                    html`<dt>${name}</dt>
                        <dd>${value === null ? '' : JSON.stringify(value)}</dd>`
            )}
        </dl>`
    );
}
