import type { CredentialStore } from './credential-store.ts';
import type { AuthTokenStore } from './auth-token.ts';
import type { OrgMetadata } from './metadata.ts';
import type { Switches } from './switches.ts';
import type { Users } from './users.ts';

/** The process that runs Apex; the requests it takes are described beside each use. */
export interface ApexEngine {
    request: (method: string, params: object) => Promise<unknown>;
    close: () => Promise<void>;
}

/** What the parts of the stand-in share. */
export interface Org {
    id: string;
    name: string;
    /** Lightning pages; another origin than My Domain, as in an org. */
    pageUrl: string;
    /** My Domain: kick-off and callback URLs. */
    domainUrl: string;
    metadata: OrgMetadata;
    users: Users;
    /** Consulted at each use, so that a test can change them at any time. */
    switches: Switches;
    credentials: CredentialStore;
    authTokens: AuthTokenStore;
    engine: ApexEngine;
    /** The page from which a user last called Apex. */
    lastPages: Map<string, string>;
    /** Transactions in which a callout would follow a write of this stand-in. */
    uncommitted: Set<string>;
    /** What waits for the end of a transaction, if it ends well. */
    onCommit: Map<string, (() => void)[]>;
}
