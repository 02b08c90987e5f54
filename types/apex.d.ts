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
    }

    export default function getConnections(): Promise<MyConnection[]>;
}

declare module '@salesforce/apex/ReauthConnectionsController.revoke' {
    export default function revoke(params: { connection: string }): Promise<boolean>;
}

declare module '@salesforce/apex/ReauthConnectionsController.disconnect' {
    export default function disconnect(params: { connection: string }): Promise<boolean>;
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
