import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach } from 'node:test';
import { serveAcmeSign, type AcmeSign } from '../provider/server.ts';
import { handlerOf, listen, type Listener } from '../shared/http-server.ts';
import { TestBrowser, type Page } from '../shared/test-browser.ts';
import type { CalloutRequest, CalloutResponse } from './callouts.ts';
import { deploy } from './deploy.ts';
import type { EventHub } from './events.ts';
import { readOrgMetadata, type PermissionSet } from './metadata.ts';
import type { Notifications } from './notifications.ts';
import type { Org } from './org.ts';
import { apexRequests, createOrgServer } from './server.ts';
import { createStand, type Stand } from './stand.ts';
import { environmentFor, ROOT } from './test-project.ts';
import { TestEngine } from './test-plugin.ts';
import { DEFAULT_USERS } from './users.ts';

// An org for the tests of this folder, without Apex and without Lightning pages.

export let acme: AcmeSign;
export let org: Org;
export let engine: TestEngine;
export let events: EventHub;
export let notifications: Notifications;
let browser: TestBrowser;
let stand: Stand;
let listeners: Listener[];
let folder: string;
let transactions = 0;

/** Starts the org for a test file; each test finds it as it was at the start. */
export function useOrg(): void {
    before(async () => {
        folder = mkdtempSync(path.join(tmpdir(), 'local-org-test-'));
        listeners = [await listen(0, '127.0.0.1'), await listen(0, '127.0.0.1')];
        const [acmeListener, orgListener] = listeners as [Listener, Listener];
        const domainUrl = `http://127.0.0.1:${orgListener.port}`;
        const callbackUrl = `${domainUrl}/services/authcallback/Acme_Sign`;
        acme = await serveAcmeSign(acmeListener, { redirectUris: [callbackUrl] });
        const staged = path.join(folder, 'staged');
        deploy(ROOT, staged, environmentFor(acme.url, acme.clientId));
        engine = new TestEngine(callbackUrl);
        stand = createStand({
            metadata: readOrgMetadata(staged),
            pageUrl: `http://localhost:${orgListener.port}`,
            domainUrl,
            users: DEFAULT_USERS,
            engine,
            setUp: ({ credentials }) => {
                credentials.setParameters(
                    { externalCredential: 'Acme_Sign_Client', principal: 'Client', userId: null },
                    { Username: acme.clientId, Password: acme.clientSecret }
                );
            }
        });
        ({ org, events, notifications } = stand);
        engine.platform = apexRequests(org, stand.flow);
        const app = await createOrgServer({
            ...stand,
            seeds: [{ type: 'Account', Id: '001000000000001AAA', Name: 'Northwind Traders' }],
            controls: {
                reset: () => Promise.resolve(),
                setSwitches: (changes) => Promise.resolve(void Object.assign(org.switches, changes)),
                home: '/local/session'
            }
        });
        orgListener.serve(await handlerOf(app));
    });

    beforeEach(() => {
        acme.control({ actions: ['reset'] });
        stand.clear();
        engine.calls.length = 0;
        engine.override = {};
        browser = new TestBrowser();
    });

    after(async () => {
        await Promise.all(listeners.map((listener) => listener.close()));
        rmSync(folder, { recursive: true });
    });
}

export function userId(name: string): string {
    return org.users.byUsername(`${name}@local.example`)?.id ?? '';
}

/** A permission set as deployed, for a test to change and put back. */
export function userSet(name: string): PermissionSet {
    return org.metadata.permissionSets.get(name) ?? assert.fail(`there is no ${name}`);
}

/** Logs the browser in to the org and gives it to the test. */
export async function logIn(name: string, startURL = '/local/session'): Promise<TestBrowser> {
    const form = new URLSearchParams({ username: `${name}@local.example`, startURL });
    await browser.request(`${org.pageUrl}/local/login`, { method: 'POST', body: form });
    return browser;
}

export function connectApi(name: string, method: string, ...args: unknown[]): Promise<unknown> {
    transactions += 1;
    return engine.platform('connectApi', { userId: userId(name), transaction: `t${transactions}`, method, args });
}

export async function kickoffUrl(name: string, input: object = { returnUrl: 'local/session' }): Promise<string> {
    const principal = { externalCredential: 'Acme_Sign', principalType: 'PerUserPrincipal', principalName: 'User' };
    const output = await connectApi(name, 'getOAuthCredentialAuthUrl', { ...principal, ...input });
    return (output as { authenticationUrl: string }).authenticationUrl;
}

/** Connects the user to Acme Sign; answers the page on which it ended. */
export async function connect(
    name = 'erin',
    account = name,
    ending: 'allow' | 'cancel' = 'allow',
    input?: object
): Promise<Page> {
    // a browser of its own, so that Acme Sign asks who is there
    browser = new TestBrowser();
    const signedIn = await logIn(name);
    return signedIn.signIn(await kickoffUrl(name, input), account, ending);
}

/** A callout as Apex of the user would make it. */
export async function callout(
    name = 'erin',
    request: Partial<CalloutRequest> = {}
): Promise<{ status: number; text: string; headers: Record<string, string> }> {
    transactions += 1;
    const answer = (await engine.platform('callout', {
        userId: userId(name),
        transaction: `t${transactions}`,
        endpoint: 'callout:Acme_Sign/api/me',
        method: 'GET',
        headers: {},
        bodyBase64: '',
        timeoutMs: 5000,
        ...request
    })) as CalloutResponse;
    return {
        status: answer.statusCode,
        text: Buffer.from(answer.bodyBase64, 'base64').toString(),
        headers: answer.headers
    };
}

/** The requests that reached Acme Sign's token endpoint, by grant. */
export function tokenRequests(): string[] {
    return acme.journal.entries.flatMap((entry) => entry.grantType ?? []);
}
