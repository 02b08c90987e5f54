import { connectionStore } from 'c/reauthStore';
import { describe, isReauthRequired, type Problem } from './problem';

export {
    connectionStore,
    type ConnectionStore,
    type ReauthState,
    type SignInStage,
    type Snapshot
} from 'c/reauthStore';
export { describe, isReauthRequired } from './problem';
export type { Problem } from './problem';

export interface RunOptions {
    /** Developer name of the Reauth_Connection record. */
    readonly connection: string;
    /** Whether the call may be made a second time, after the sign-in: false for one that sends or changes something. */
    readonly replay: boolean;
    /** Called when the call has to wait for the user. */
    readonly onWaiting?: (problem: Problem) => void;
}

/**
 * Makes a call; when it fails for want of a sign-in, waits until the user has signed in and makes it again.
 * Rejects with the call's own error, or with one that says why nobody will sign in: reason `cancelled`, `timeout`,
 * `page_left`, `no_button`, or that of a state in which signing in does not help.
 */
export function run<T>(call: () => Promise<T>, { connection, replay, onWaiting }: RunOptions): Promise<T> {
    return call().catch((error: unknown) => {
        if (!isReauthRequired(error)) {
            throw error;
        }
        const store = connectionStore(connection);
        if (!replay) {
            void store.check();
            throw error;
        }
        onWaiting?.(describe(error));
        return new Promise<void>((resolve, reject) => {
            store.wait((givenUp, { message, state }: Pick<Problem, 'message' | 'state'> = describe(error)) => {
                if (givenUp) {
                    reject(new Error(`${message} [reauth connection=${connection} state=${state} reason=${givenUp}]`));
                } else {
                    resolve();
                }
            });
        }).then(call);
    });
}
