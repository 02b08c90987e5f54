/** The methods of ReauthController: where the sign-in ends is a relative path of this org. */
declare module '@salesforce/apex/ReauthController.getState' {
    import type { ReauthState } from 'c/reauthStore';

    export default function getState(params: {
        connection: string;
        returnPath: string;
        /** Whether to try the connection although it has worked lately. */
        live: boolean;
    }): Promise<ReauthState>;
}

declare module '@salesforce/apex/ReauthController.confirmSignIn' {
    import type { ReauthState } from 'c/reauthStore';

    export default function confirmSignIn(params: { connection: string; returnPath: string }): Promise<ReauthState>;
}

declare module '@salesforce/apex/ReauthController.keepAccount' {
    import type { ReauthState } from 'c/reauthStore';

    export default function keepAccount(params: { connection: string; returnPath: string }): Promise<ReauthState>;
}

declare module '@salesforce/apex/ReauthController.judgeError' {
    import type { ReauthState } from 'c/reauthStore';

    export default function judgeError(params: {
        connection: string;
        returnPath: string;
        exceptionType: string | undefined;
        message: string;
    }): Promise<ReauthState>;
}

declare module '@salesforce/apex/ReauthConnectionsController.getConnections' {
    export interface MyConnection {
        /** Developer name. */
        readonly connection: string;
        readonly label: string;
        readonly account: string | null;
        /** ISO 8601. */
        readonly lastSuccess: string | null;
        readonly canDisconnect: boolean;
        readonly canKeep: boolean;
        readonly isKept: boolean;
    }

    export default function getConnections(): Promise<MyConnection[]>;
}

declare module '@salesforce/apex/ReauthConnectionsController.revoke' {
    export default function revoke(params: { connection: string }): Promise<boolean>;
}

declare module '@salesforce/apex/ReauthConnectionsController.disconnect' {
    export default function disconnect(params: { connection: string }): Promise<boolean>;
}

declare module '@salesforce/apex/ReauthAdminController.getOverview' {
    export interface Choice {
        readonly value: string;
        readonly label: string;
    }

    export interface Day {
        /** yyyy-mm-dd. */
        readonly day: string;
        readonly losses: number;
        readonly signIns: number;
        readonly refreshFailures: number;
    }

    export interface Overview {
        readonly connections: readonly Choice[];
        readonly states: readonly Choice[];
        readonly counts: readonly { readonly connection: string; readonly state: string; readonly users: number }[];
        /** The oldest first. */
        readonly days: readonly Day[];
        readonly isScheduled: boolean;
        /** Records of OAuth_Provider_Log__c. */
        readonly failures: readonly object[];
    }

    export default function getOverview(params: { connection: string }): Promise<Overview>;
}

declare module '@salesforce/apex/ReauthKeepSignedIn.start' {
    export default function start(params: { connection: string }): Promise<void>;
}

declare module '@salesforce/apex/ReauthKeepSignedIn.stop' {
    export default function stop(params: { connection: string }): Promise<void>;
}

declare module '@salesforce/apex/ReauthSchedule.start' {
    export default function start(): Promise<void>;
}

declare module '@salesforce/apex/ReauthAdminController.getStatuses' {
    export interface StatusRow {
        readonly id: string;
        /** Name; null where one sign-in serves everybody. */
        readonly user: string | null;
        readonly connection: string;
        readonly connectionLabel: string;
        readonly state: string;
        readonly stateLabel: string;
        readonly reason: string | null;
        /** ISO 8601. */
        readonly since: string | null;
        readonly lastSuccess: string | null;
        readonly failures: number;
        readonly account: string | null;
        readonly isMine: boolean;
        readonly canNotify: boolean;
        readonly canDisconnect: boolean;
    }

    export interface StatusPage {
        readonly rows: readonly StatusRow[];
        /** On all pages. */
        readonly total: number;
        readonly size: number;
        readonly hasNext: boolean;
    }

    export default function getStatuses(params: {
        connection: string;
        state: string;
        text: string;
        sortedBy: string;
        direction: 'asc' | 'desc';
        offset: number;
    }): Promise<StatusPage>;
}

declare module '@salesforce/apex/ReauthAdminController.notifyUser' {
    export default function notifyUser(params: { status: string }): Promise<boolean>;
}

declare module '@salesforce/apex/ReauthAdminController.askToDisconnect' {
    export default function askToDisconnect(params: { status: string }): Promise<boolean>;
}

declare module '@salesforce/apex/AcmeEnvelopes.getEnvelopes' {
    export interface Envelope {
        readonly id: string;
        readonly subject: string;
        readonly status: string;
        /** ISO 8601. */
        readonly sentAt: string;
    }

    export default function getEnvelopes(): Promise<Envelope[]>;
}
