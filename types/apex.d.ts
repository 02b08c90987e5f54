declare module '@salesforce/apex/ReauthController.getState' {
    import type { ReauthState } from 'c/reauthClient';

    export default function getState(params: {
        connection: string;
        /** Relative path on which the sign-in ends. */
        returnPath: string;
        /** Whether to try the connection although it has worked lately. */
        live: boolean;
    }): Promise<ReauthState>;
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
