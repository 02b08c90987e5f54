import type { Site } from '../../site.ts';

/** What a component is brought to show, besides the answer of the server. */
export type Stage =
    | 'signing-in'
    | 'unfinished'
    | 'timeout'
    /** A press whose answer is under way. */
    | 'checking'
    /** The server cannot be reached. */
    | 'unanswered';

/** One state of a connection, with the names of the labels in place of the words. */
interface Example {
    readonly title: string;
    readonly state: string;
    readonly message: string;
    readonly values?: readonly string[];
    readonly action?: string;
    readonly stage?: Stage;
    readonly detail?: string;
    readonly minutesLeft?: number;
    readonly previousAccount?: string;
}

const SERVICE = 'Acme Sign';

/** Every state that a user may see; the developer name of the connection is the key. */
export const EXAMPLES: Readonly<Record<string, Example>> = {
    Connected: { title: 'Connected', state: 'connected', message: 'Connected_As', values: ['erin'] },
    Expiring: {
        title: 'Session about to end',
        state: 'expiring',
        message: 'Expiring',
        action: 'Renew',
        minutesLeft: 12
    },
    Never_Connected: {
        title: 'Never connected',
        state: 'never-connected',
        message: 'Never_Connected',
        action: 'Connect'
    },
    Ended: {
        title: 'Sign-in ended',
        state: 'reauthentication-required',
        message: 'Reauthenticate',
        action: 'Reauthenticate'
    },
    Signing_In: {
        title: 'Signing in',
        state: 'reauthentication-required',
        message: 'Reauthenticate',
        action: 'Reauthenticate',
        stage: 'signing-in'
    },
    Unfinished: {
        title: 'Back without a sign-in',
        state: 'reauthentication-required',
        message: 'Reauthenticate',
        action: 'Reauthenticate',
        stage: 'unfinished'
    },
    Timeout: {
        title: 'Sign-in took too long',
        state: 'reauthentication-required',
        message: 'Reauthenticate',
        action: 'Reauthenticate',
        stage: 'timeout'
    },
    Wrong_Account: {
        title: 'Another account',
        state: 'wrong-account',
        message: 'Wrong_Account',
        values: ['sam', 'erin'],
        action: 'Sign_In_Again',
        previousAccount: 'erin'
    },
    No_Access: { title: 'No access', state: 'no-access', message: 'No_Access' },
    Declined: {
        title: 'Access not allowed by the user',
        state: 'reauthentication-required',
        message: 'Declined',
        action: 'Reauthenticate'
    },
    Shared_Ended: { title: 'Sign-in that all share ended', state: 'no-access', message: 'Shared_Ended' },
    No_Link: { title: 'No place to sign in, for a user of a site', state: 'no-access', message: 'No_Link' },
    Misconfigured: {
        title: 'Not set up correctly, as an administrator sees it',
        state: 'misconfigured',
        message: 'Misconfigured',
        detail: "We couldn't access the endpoint. Add https://acme-sign.example.com to the allowed addresses."
    },
    Misconfigured_User: {
        title: 'Not set up correctly, as anybody else sees it',
        state: 'misconfigured',
        message: 'Misconfigured'
    },
    Unavailable: { title: 'Service not answering', state: 'unavailable', message: 'Unavailable', action: 'Try_Again' },
    Checking: {
        title: 'Answer to a press under way',
        state: 'unavailable',
        message: 'Unavailable',
        action: 'Try_Again',
        stage: 'checking'
    },
    // without an answer the component makes the name of the service from that of the connection
    Acme_Sign: {
        title: 'Salesforce not answering',
        state: 'unavailable',
        message: 'Unavailable',
        stage: 'unanswered'
    }
};

/** What ReauthController.getState would answer, in the words of the deployed labels. */
export function exampleAnswer({ labels }: Site, connection: string): object {
    const example = EXAMPLES[connection];
    if (!example) throw new Error(`The gallery has no example ${connection}`);
    const words = (name: string, values: readonly string[]): string => {
        const label = labels[`Reauth_${name}`];
        if (label === undefined) throw new Error(`There is no label Reauth_${name}`);
        return label.replaceAll(/\{(\d)\}/g, (place, index) => values[Number(index)] ?? place);
    };
    // only the states that end in whom to ask have a place for it
    const {
        state,
        message,
        values = [words('Contact_Default', [])],
        action,
        detail,
        minutesLeft,
        previousAccount
    } = example;
    return {
        connection,
        label: SERVICE,
        state,
        message: words(`State_${message}`, [SERVICE, ...values]),
        action: action && words(`Action_${action}`, [SERVICE]),
        kickoffUrl: action && state !== 'unavailable' ? '/gallery' : undefined,
        detail,
        previousAccount,
        sessionEndsAt: minutesLeft && new Date(Date.now() + minutesLeft * 60_000).toISOString()
    };
}
