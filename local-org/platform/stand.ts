import { AuthFlow } from './auth-flow.ts';
import { AuthTokenStore } from './auth-token.ts';
import { CredentialStore } from './credential-store.ts';
import { EventHub } from './events.ts';
import { salesforceId } from './ids.ts';
import type { OrgMetadata } from './metadata.ts';
import { Notifications } from './notifications.ts';
import type { ApexEngine, Org } from './org.ts';
import { Sessions } from './sessions.ts';
import { DEFAULT_SWITCHES, type Switches } from './switches.ts';
import { Users, type OrgUser } from './users.ts';

/** The org with what happens in it: sign-ins under way, sessions, events. */
export interface Stand {
    org: Org;
    flow: AuthFlow;
    sessions: Sessions;
    events: EventHub;
    notifications: Notifications;
    /** Back to nobody signed in, the settings and switches as deployed. */
    clear: () => void;
}

export interface StandOptions {
    metadata: OrgMetadata;
    pageUrl: string;
    domainUrl: string;
    users: readonly OrgUser[];
    switches?: Partial<Switches>;
    engine: ApexEngine;
    /** Fills in what an administrator types in Setup after the deployment, because it must not stand in metadata. */
    setUp: (org: Org) => void;
}

export function createStand({ metadata, pageUrl, domainUrl, users, switches, engine, setUp }: StandOptions): Stand {
    const initialSwitches: Switches = { ...DEFAULT_SWITCHES, ...switches };
    const org: Org = {
        id: salesforceId('00D', 1),
        name: 'Northwind',
        pageUrl,
        domainUrl,
        metadata,
        users: new Users(users, metadata.permissionSets),
        switches: { ...initialSwitches },
        credentials: new CredentialStore(),
        authTokens: new AuthTokenStore(),
        engine,
        lastPages: new Map(),
        uncommitted: new Set(),
        onCommit: new Map()
    };
    const flow = new AuthFlow(org);
    const sessions = new Sessions();
    const events = new EventHub(metadata.channelMembers);
    const notifications = new Notifications(events);
    const deployed = [...metadata.authProviders.values()].map((provider) => ({ provider, ...provider }));
    setUp(org);
    return {
        org,
        flow,
        sessions,
        events,
        notifications,
        clear: () => {
            const { credentials, authTokens, lastPages, uncommitted, onCommit } = org;
            const stores = [credentials, authTokens, lastPages, uncommitted, onCommit, sessions, flow, notifications];
            for (const store of stores) store.clear();
            for (const { provider, configuration } of deployed) provider.configuration = { ...configuration };
            Object.assign(org.switches, initialSwitches);
            setUp(org);
        }
    };
}
