import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from './apex/engine.ts';
import { buildPages } from './lightning/build.ts';
import { EXPERIENCE_SITES } from './lightning/sites.ts';
import { authProviderId } from './platform/auth-token.ts';
import type { SeedRecord } from './platform/data-routes.ts';
import { deploy } from './platform/deploy.ts';
import { salesforceId } from './platform/ids.ts';
import { namedCredentialId } from './platform/legacy-credential.ts';
import { readOrgMetadata } from './platform/metadata.ts';
import type { SentNotification } from './platform/notifications.ts';
import type { Org } from './platform/org.ts';
import { apexRequests, createOrgServer } from './platform/server.ts';
import { createStand, type Stand } from './platform/stand.ts';
import { parseSwitches, type Switches } from './platform/switches.ts';
import { AUTOMATED_PROCESS, DEFAULT_USERS, INTEGRATION_USER, type OrgUser } from './platform/users.ts';
import { serveAcmeSign } from './provider/server.ts';
import { handlerOf, listen } from './shared/http-server.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
/** The org's certificate (Certificate and Key Management) whose public key Acme Sign knows. */
const CERTIFICATE = 'Acme_Sign_Client';
const ACCOUNT: SeedRecord = {
    type: 'Account',
    Id: salesforceId('001', 1),
    Name: 'Northwind Traders',
    OwnerId: salesforceId('005', 1), // Erin
    Industry: 'Transportation',
    Phone: '+1 555 0134',
    Website: 'https://northwind.example',
    BillingCity: 'Seattle'
};

/** In a console it opens beside the account that it belongs to. */
const SUBSIDIARY: SeedRecord = {
    type: 'Account',
    Id: salesforceId('001', 2),
    Name: 'Northwind Logistics',
    Industry: 'Transportation',
    Phone: '+1 555 0178',
    ParentId: ACCOUNT.Id
};

export interface LocalOrgOptions {
    /** 0 takes any free port. */
    port?: number;
    providerPort?: number;
    switches?: Partial<Switches>;
    users?: readonly OrgUser[];
    /** Where Apex runs, if not in an engine of its own. */
    startEngine?: typeof startEngine;
    /** Changes the staged project before the org reads it, for a test of metadata that no shipped connection has. */
    prepare?: (staged: string) => void;
}

export interface LocalOrg {
    orgUrl: string;
    providerUrl: string;
    /** With which the org authenticates at Acme Sign. */
    clientSecret: string;
    /** Back to how both were when they started. */
    reset: () => Promise<void>;
    close: () => Promise<void>;
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
        ...[...namedCredentials.values()].map((credential) => ({
            type: 'NamedCredential',
            Id: namedCredentialId(org.metadata, credential.name),
            DeveloperName: credential.name,
            MasterLabel: credential.label,
            Endpoint: credential.url
        }))
    ];
}

/** Starts the engine on the staged project; it asks the stand-in for what is outside of Apex. */
async function startApex(
    { org, flow, events, notifications }: Stand,
    staged: string,
    certificate: KeyObject,
    start: typeof startEngine
): Promise<void> {
    const engine = await start({
        onRequest: apexRequests(org, flow),
        onNotification: (method, params) => {
            if (method === 'notification') notifications.send(params as SentNotification);
            const { name, payload, transaction } = params as {
                name: string;
                payload: Record<string, unknown>;
                transaction: string;
            };
            if (method === 'event') events.publish(name, payload);
            if (method === 'committed') {
                org.onCommit.get(transaction)?.forEach((write) => {
                    write();
                });
                org.onCommit.delete(transaction);
            }
        }
    });
    org.engine = engine;
    await engine.request('start', {
        project: staged,
        org: { id: org.id, name: org.name, isSandbox: false, domainUrl: org.domainUrl, instanceName: 'LOCAL1' },
        users: [...org.users.all, AUTOMATED_PROCESS],
        records: [ACCOUNT, SUBSIDIARY, ...setupRows(org)],
        switches: org.switches,
        certificates: { [CERTIFICATE]: certificate.export({ type: 'pkcs8', format: 'der' }).toString('base64') }
    });
}

/** Starts Acme Sign, the engine and the org, and answers when a browser may come. */
export async function startLocalOrg(options: LocalOrgOptions = {}): Promise<LocalOrg> {
    const closing: (() => Promise<void>)[] = [];
    const close = async () => {
        await Promise.all(closing.map((end) => end()));
    };
    try {
        const providerListener = await listen(options.providerPort ?? 4455, '127.0.0.1');
        closing.push(providerListener.close);
        const orgListener = await listen(options.port ?? 4400, '127.0.0.1');
        closing.push(orgListener.close);
        const pageUrl = `http://localhost:${orgListener.port}`;
        const domainUrl = `http://127.0.0.1:${orgListener.port}`;
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const acme = await serveAcmeSign(providerListener, {
            redirectUris: [`${domainUrl}/services/authcallback/Acme_Sign`],
            settings: { clientKeys: JSON.stringify({ keys: [publicKey.export({ format: 'jwk' })] }) }
        });

        const staged = path.join(ROOT, '.build', `org-${orgListener.port}`);
        closing.push(() => rm(staged, { recursive: true, force: true }));
        deploy(ROOT, staged, {
            ACME_SIGN_URL: acme.url,
            ACME_SIGN_CLIENT_ID: acme.clientId,
            ACME_SIGN_PKCE_KEY: randomBytes(32).toString('base64url'),
            ACME_SIGN_ALLOW_HTTP: 'true',
            EXECUTION_USER: INTEGRATION_USER
        });
        options.prepare?.(staged);
        const stand = createStand({
            metadata: readOrgMetadata(staged),
            pageUrl,
            domainUrl,
            users: options.users ?? DEFAULT_USERS,
            ...(options.switches ? { switches: options.switches } : {}),
            engine: {
                request: () => Promise.reject(new Error('Apex is still starting')),
                close: () => Promise.resolve()
            },
            setUp: ({ credentials }) => {
                credentials.setParameters(
                    { externalCredential: 'Acme_Sign_Client', principal: 'Client', userId: null },
                    { Username: acme.clientId, Password: acme.clientSecret }
                );
            }
        });
        const { org } = stand;
        const starting = startApex(stand, staged, privateKey, options.startEngine ?? startEngine);
        closing.push(async () => {
            // the engine may still be on its way when something else fails
            await starting.catch(() => undefined);
            await org.engine.close();
        });
        const [pages] = await Promise.all([
            buildPages({
                project: staged,
                out: path.join(ROOT, '.build/lightning'),
                experienceSites: EXPERIENCE_SITES
            }),
            starting
        ]);

        const setSwitches = async (changes: Partial<Switches>) => {
            Object.assign(org.switches, changes);
            await org.engine.request('setSwitches', org.switches);
        };
        const reset = async () => {
            acme.control({ actions: ['reset'] });
            // what was under way ends first, or the next test would find what it leaves
            await org.engine.request('reset', {});
            stand.clear();
            await org.engine.request('setSwitches', org.switches);
        };
        const home = `/lightning/r/Account/${ACCOUNT.Id}/view`;
        const app = await createOrgServer({
            ...stand,
            seeds: [ACCOUNT, SUBSIDIARY],
            controls: { reset, setSwitches, home },
            pages
        });
        orgListener.serve(await handlerOf(app));
        return { orgUrl: pageUrl, providerUrl: acme.url, clientSecret: acme.clientSecret, reset, close };
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
