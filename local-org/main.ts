import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from './apex/engine.ts';
import { buildPages } from './lightning/build.ts';
import { AuthFlow } from './platform/auth-flow.ts';
import { authProviderId, AuthTokenStore } from './platform/auth-token.ts';
import { CredentialStore } from './platform/credential-store.ts';
import type { SeedRecord } from './platform/data-routes.ts';
import { deploy } from './platform/deploy.ts';
import { EventHub } from './platform/events.ts';
import { salesforceId } from './platform/ids.ts';
import { readOrgMetadata } from './platform/metadata.ts';
import type { ApexEngine, Org } from './platform/org.ts';
import { apexRequests, createOrgServer } from './platform/server.ts';
import { Sessions } from './platform/sessions.ts';
import { DEFAULT_SWITCHES, parseSwitches, type Switches } from './platform/switches.ts';
import { AUTOMATED_PROCESS, DEFAULT_USERS, INTEGRATION_USER, Users, type OrgUser } from './platform/users.ts';
import { serveAcmeSign, type AcmeSign } from './provider/server.ts';
import { handlerOf, listen } from './shared/http-server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ACCOUNT: SeedRecord = {
    type: 'Account',
    Id: salesforceId('001', 1),
    Name: 'Northwind Traders',
    Industry: 'Transportation',
    Phone: '+1 555 0134',
    Website: 'https://northwind.example',
    BillingCity: 'Seattle'
};

export interface LocalOrgOptions {
    /** 0 takes any free port. */
    port?: number;
    providerPort?: number;
    switches?: Partial<Switches>;
    users?: readonly OrgUser[];
}

export interface LocalOrg {
    orgUrl: string;
    providerUrl: string;
    /** Back to how both were when they started. */
    reset: () => Promise<void>;
    close: () => Promise<void>;
}

/** What an administrator types in Setup after the deployment, because it must not stand in metadata. */
function setUpCredentials(org: Org, acme: AcmeSign): void {
    org.credentials.setParameters(
        { externalCredential: 'Acme_Sign_Client', principal: 'Client', userId: null },
        { Username: acme.clientId, Password: acme.clientSecret }
    );
}

/** Rows that Apex may query besides the project's own data (U12). */
function setupRows(org: Org): object[] {
    const { authProviders, namedCredentials } = org.metadata;
    return [
        ...[...authProviders.values()].map((provider) => ({
            type: 'AuthProvider',
            Id: authProviderId(org, provider),
            DeveloperName: provider.name,
            FriendlyName: provider.friendlyName,
            ProviderType: 'Custom',
            OauthKickoffUrl: `${org.domainUrl}/services/auth/oauth/${provider.name}`,
            LinkKickoffUrl: `${org.domainUrl}/services/auth/link/${provider.name}`,
            SsoKickoffUrl: `${org.domainUrl}/services/auth/sso/${provider.name}`,
            ErrorUrl: provider.errorUrl ?? null
        })),
        ...[...namedCredentials.values()].map((credential, index) => ({
            type: 'NamedCredential',
            Id: salesforceId('0XA', index + 1),
            DeveloperName: credential.name,
            MasterLabel: credential.label,
            Endpoint: credential.url
        }))
    ];
}

/** Starts Acme Sign, the engine and the org, and answers when a browser may come. */
export async function startLocalOrg(options: LocalOrgOptions = {}): Promise<LocalOrg> {
    const providerListener = await listen(options.providerPort ?? 4455, '127.0.0.1');
    const orgListener = await listen(options.port ?? 4400, '127.0.0.1').catch(async (error: unknown) => {
        await providerListener.close();
        throw error;
    });
    const pageUrl = `http://localhost:${orgListener.port}`;
    const domainUrl = `http://127.0.0.1:${orgListener.port}`;
    const staged = path.join(ROOT, '.build', `org-${orgListener.port}`);
    let engine: ApexEngine | undefined;

    async function close(): Promise<void> {
        await Promise.all([orgListener.close(), providerListener.close(), engine?.close()]);
        rmSync(staged, { recursive: true, force: true });
    }

    try {
        const acme = await serveAcmeSign(providerListener, {
            redirectUris: [`${domainUrl}/services/authcallback/Acme_Sign`]
        });
        deploy(ROOT, staged, {
            ACME_SIGN_URL: acme.url,
            ACME_SIGN_CLIENT_ID: acme.clientId,
            ACME_SIGN_PKCE_KEY: randomBytes(32).toString('base64url'),
            ACME_SIGN_ALLOW_HTTP: 'true',
            EXECUTION_USER: INTEGRATION_USER
        });
        const metadata = readOrgMetadata(staged);
        const initialSwitches: Switches = { ...DEFAULT_SWITCHES, ...options.switches };
        const events = new EventHub();
        const org: Org = {
            id: salesforceId('00D', 1),
            name: 'Northwind',
            pageUrl,
            domainUrl,
            metadata,
            users: new Users(options.users ?? DEFAULT_USERS, metadata.permissionSets),
            switches: { ...initialSwitches },
            credentials: new CredentialStore(),
            authTokens: new AuthTokenStore(),
            engine: {
                request: () => Promise.reject(new Error('Apex is still starting')),
                close: () => Promise.resolve()
            },
            lastPages: new Map(),
            uncommitted: new Set()
        };
        setUpCredentials(org, acme);
        const sessions = new Sessions();
        const flow = new AuthFlow(org);
        const startApex = async () => {
            engine = await startEngine({
                onRequest: apexRequests(org, flow),
                onNotification: (name, params) => {
                    const { name: event, payload } = params as { name: string; payload: unknown };
                    if (name === 'event') events.publish(event, payload);
                }
            });
            org.engine = engine;
            await engine.request('start', {
                project: staged,
                org: { id: org.id, name: org.name, isSandbox: false, domainUrl, instanceName: 'LOCAL1' },
                users: [...org.users.all, AUTOMATED_PROCESS],
                records: [ACCOUNT, ...setupRows(org)],
                switches: org.switches
            });
        };
        const [pages] = await Promise.all([
            buildPages({ project: staged, out: path.join(ROOT, '.build/lightning') }),
            startApex()
        ]);

        const setSwitches = async (changes: Partial<Switches>) => {
            Object.assign(org.switches, changes);
            await org.engine.request('setSwitches', org.switches);
        };
        const reset = async () => {
            acme.control({ actions: ['reset'] });
            for (const store of [org.credentials, org.authTokens, org.lastPages, org.uncommitted, sessions, flow])
                store.clear();
            setUpCredentials(org, acme);
            await setSwitches(initialSwitches);
            await org.engine.request('reset', {});
        };
        const app = await createOrgServer({
            org,
            flow,
            events,
            sessions,
            seeds: [ACCOUNT],
            controls: { reset, setSwitches, home: `/lightning/r/Account/${ACCOUNT.Id}/view` },
            pages
        });
        orgListener.serve(await handlerOf(app));
        return { orgUrl: pageUrl, providerUrl: acme.url, reset, close };
    } catch (error) {
        await close();
        throw error;
    }
}

/** `npm start`: `--port`, `--provider-port`, and `--set U6=b` for each switch that is not to have its default. */
export async function main(): Promise<void> {
    const { values } = parseArgs({
        options: {
            port: { type: 'string' },
            'provider-port': { type: 'string' },
            set: { type: 'string', multiple: true, default: [] }
        }
    });
    const local = await startLocalOrg({
        port: Number(values.port ?? process.env.PORT ?? 4400),
        providerPort: Number(values['provider-port'] ?? process.env.PROVIDER_PORT ?? 4455),
        switches: parseSwitches(Object.fromEntries(values.set.map((setting) => setting.split('='))))
    });
    const stop = () => {
        void local.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    console.log(`The org:    ${local.orgUrl}`);
    console.log(`Acme Sign:  ${local.providerUrl}/control`);
    console.log('Ctrl+C ends both.');
}

if (process.argv[1] === import.meta.filename) await main();
