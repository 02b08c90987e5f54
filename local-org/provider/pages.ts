import { html, type Html } from '../shared/html.ts';

export const STYLE = `
:root { color-scheme: light; font: 16px/1.5 Georgia, 'Times New Roman', serif; color: #1f2a24; background: #eef2ec; }
body { margin: 0; }
header { background: #14402b; color: #fff; padding: 1rem 1.5rem; font-size: 1.25rem; letter-spacing: 0.02em; }
header span { font-style: italic; }
main { max-width: 26rem; margin: 2.5rem auto; padding: 2rem; background: #fff; border: 1px solid #c4d0c7; border-radius: 0.5rem; }
main.wide { max-width: 60rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
label { display: block; margin: 1rem 0 0.25rem; font-weight: bold; }
input, select { font: inherit; width: 100%; box-sizing: border-box; padding: 0.5rem; border: 1px solid #5d6f64; border-radius: 0.25rem; }
.actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 1.5rem; }
button { font: inherit; padding: 0.5rem 1.25rem; border-radius: 0.25rem; border: 1px solid #14402b; background: #fff; color: #14402b; cursor: pointer; }
button.main { background: #14402b; color: #fff; }
:focus-visible { outline: 3px solid #c07a00; outline-offset: 2px; }
.problem { margin: 0 0 1rem; padding: 0.75rem; border-left: 4px solid #a3261b; background: #fbeceb; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 0 1.5rem; }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
th, td { text-align: left; padding: 0.25rem 0.5rem; border-bottom: 1px solid #dde5df; }
`;

export function page(title: string, content: Html, wide = false): string {
    return html`<!doctype html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>${title} | Acme Sign</title>
                <link rel="stylesheet" href="/assets/acme-sign.css" />
            </head>
            <body>
                <header>Acme <span>Sign</span></header>
                <main class="${wide ? 'wide' : ''}">${content}</main>
            </body>
        </html> `.markup;
}

const cancel = html`<button name="step" value="cancel" formnovalidate>Cancel</button>`;

export function loginPage(details: { loginHint: string; problem?: string }): string {
    const { problem } = details;
    return page(
        'Sign in',
        html`<h1>Sign in to Acme Sign</h1>
            ${problem && html`<p class="problem" id="problem" role="alert">${problem}</p>`}
            <form method="post">
                <label for="login">Account</label>
                <input
                    id="login"
                    name="login"
                    value="${details.loginHint}"
                    autocomplete="username"
                    maxlength="64"
                    required
                    autofocus
                    ${problem && html`aria-invalid="true" aria-describedby="problem"`}
                />
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" />
                <div class="actions">
                    <button class="main" name="step" value="login">Sign in</button>
                    ${cancel}
                </div>
            </form>`
    );
}

export function accountPage(account: string): string {
    return page(
        'Choose an account',
        html`<h1>Choose an account</h1>
            <form method="post">
                <div class="actions">
                    <button class="main" name="step" value="same">Go on as ${account}</button>
                    <button name="step" value="other">Use another account</button>
                    ${cancel}
                </div>
            </form>`
    );
}

const SCOPE_WORDS: Record<string, string> = {
    openid: 'Know who you are',
    profile: 'See your name',
    email: 'See your e-mail address',
    offline_access: 'Stay connected while you are away',
    'envelopes.read': 'See your envelopes'
};

export function consentPage(details: { client: string; account: string; scopes: readonly string[] }): string {
    return page(
        'Allow access',
        html`<h1>Allow ${details.client} to use Acme Sign?</h1>
            <p>You are signed in as <strong>${details.account}</strong>. It asks to:</p>
            <ul>
                ${details.scopes.map((scope) => html`<li>${SCOPE_WORDS[scope] ?? scope}</li>`)}
            </ul>
            <form method="post">
                <div class="actions">
                    <button class="main" name="step" value="consent">Allow</button>
                    ${cancel}
                </div>
            </form>`
    );
}

export function messagePage(title: string, text: string): string {
    return page(
        title,
        html`<h1>${title}</h1>
            <p>${text}</p>`
    );
}
