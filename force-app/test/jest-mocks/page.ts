import confirmSignIn from '@salesforce/apex/ReauthController.confirmSignIn';
import getState from '@salesforce/apex/ReauthController.getState';
import judgeError from '@salesforce/apex/ReauthController.judgeError';
import keepAccount from '@salesforce/apex/ReauthController.keepAccount';
import type { ReauthState } from 'c/reauthStore';

/** The Apex methods that the page calls. */
export const server = {
    confirmSignIn: jest.mocked(confirmSignIn),
    getState: jest.mocked(getState),
    judgeError: jest.mocked(judgeError),
    keepAccount: jest.mocked(keepAccount)
};

type State = ReauthState['state'];

const KICKOFF_URL = 'https://org.example.com/services/auth/start?id=1';

const ACTIONS: Partial<Record<State, string>> = {
    expiring: 'Renew now',
    'never-connected': 'Connect to Acme Sign',
    'reauthentication-required': 'Re-authenticate',
    'wrong-account': 'Sign in again',
    unavailable: 'Try again'
};

/** An answer of the server, as Apex gives it: every field is there, many are null. */
export function answer(state: State, facts: Record<string, unknown> = {}): ReauthState {
    // which facts belong to which state is the server's business; a test names those that it needs
    const action = ACTIONS[state] ?? null;
    return {
        connection: 'Acme_Sign',
        label: 'Acme Sign',
        state,
        reason: null,
        message: `Acme Sign is ${state}.`,
        action,
        detail: null,
        kickoffUrl: action && state !== 'unavailable' ? KICKOFF_URL : null,
        kickoffMinutes: 10,
        previousAccount: state === 'wrong-account' ? 'sam' : null,
        ...facts
    };
}

/** Lets everything that waits for a promise go on. */
export async function settled(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) {
        await Promise.resolve();
    }
}
