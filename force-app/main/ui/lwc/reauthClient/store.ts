// Promises instead of async functions here: the platform compiles each async function into a generator and a
// helper, which would take a tenth of the size budget of the record page.
import getState from '@salesforce/apex/ReauthController.getState';
import checkFailed from '@salesforce/label/c.Reauth_Check_Failed';
import open from '@salesforce/label/c.Reauth_Signing_In';
import tryAgain from '@salesforce/label/c.Reauth_Try_Again';
import timeout from '@salesforce/label/c.Reauth_Timeout';
import unfinished from '@salesforce/label/c.Reauth_Unfinished';
import { listenForReturn, openSignIn, type SignIn } from 'c/signInWindow';
import { describe, needsSignIn } from './problem';
import type { ReauthState, SignInStage, Snapshot } from './state';

const STAGE_MESSAGES = { open, unfinished, timeout };

type Listener = (snapshot: Snapshot) => void;

/** Everything this page knows and does about one connection, shared by all components on the page. */
export interface ConnectionStore {
    /** Tells the listener what is known now, and each change, until the returned function is called. */
    readonly watch: (listener: Listener) => () => void;
    /** Has the server try the connection. */
    readonly check: () => Promise<void>;
    /** Starts a sign-in; to be called while a press is being handled. */
    readonly signIn: () => void;
    readonly cancel: () => void;
    /** A call has failed for want of a sign-in: resolves when the user has signed in, rejects when that won't happen. */
    readonly untilSignedIn: () => Promise<void>;
}

function createStore(connection: string): ConnectionStore {
    const listeners = new Set<Listener>();
    let stopListening: () => void;
    let answer: ReauthState | undefined;
    let stage: SignInStage | undefined;
    let snapshot: Snapshot | undefined;
    let asking: Promise<void> | undefined;
    let askedAt = 0;
    let attempt: SignIn | undefined;
    let startedFrom: ReauthState['state'] | undefined;
    /** What all calls that need a sign-in wait for. */
    let waiting: Promise<void> | undefined;
    let settle: (givenUp?: string) => void = () => undefined;

    function publish(): void {
        if (answer) {
            const { label, message } = answer;
            const sentence = stage ? STAGE_MESSAGES[stage] : message;
            const next = { ...answer, stage, message: sentence.replace('{0}', () => label) };
            snapshot = next;
            listeners.forEach((listener) => {
                listener(next);
            });
        }
    }

    function receive(state: ReauthState, live: boolean): void {
        const works = state.state === 'connected' || state.state === 'expiring';
        const hasAccount = works || state.state === 'wrong-account';
        asking = undefined;
        answer = state;
        if (hasAccount && state.state !== startedFrom) {
            attempt?.close();
            attempt = undefined;
        }
        if (!attempt && !needsSignIn(state)) {
            stage = undefined;
        }
        publish();
        if (works && live) {
            settle();
        } else if (!attempt && !hasAccount && !needsSignIn(state)) {
            settle(state.reason ?? state.state);
        }
    }

    /** One question at a time; `live` has the server try the connection instead of remembering. */
    function ask(live: boolean): Promise<void> {
        askedAt = Date.now();
        asking ??= getState({ connection, returnPath: `/lightning/n/Reauth_Return?c__connection=${connection}`, live })
            .catch((error: unknown): ReauthState => {
                const { state, reason } = describe(error);
                const label = answer?.label ?? connection.replaceAll('_', ' ');
                return {
                    connection,
                    label,
                    message: checkFailed,
                    action: tryAgain,
                    state: state === 'no-access' ? state : 'unavailable',
                    reason
                };
            })
            .then((state) => {
                receive(state, live);
            });
        return asking;
    }

    /** Asks after a question that is under way, because its answer may be older than the reason to ask again. */
    const check = (): Promise<void> => (asking ? asking.then(() => ask(true)) : ask(true));

    /** The user seems to be back. */
    function look(question: Promise<void>): void {
        void question.then(() => {
            if (attempt) {
                attempt.stop();
                stage = 'unfinished';
                publish();
            }
        });
    }

    /** Ends the attempt without success; the next press gets a URL of its own. */
    function abandon(reason: string, newStage?: SignInStage): void {
        attempt = undefined;
        stage = newStage;
        settle(reason);
        publish();
        void ask(false);
    }

    return {
        watch(listener) {
            listeners.add(listener);
            if (snapshot) {
                listener(snapshot);
            } else if (listeners.size === 1) {
                stopListening = listenForReturn({
                    onReturn: (returned) => {
                        if (returned === connection) {
                            // whatever the state is now, it is what this sign-in has led to
                            startedFrom = undefined;
                            look(check());
                        }
                    },
                    onFocus: () => {
                        if (attempt) {
                            look(ask(true));
                        } else if (Date.now() - askedAt > (answer?.kickoffMinutes ?? Infinity) * 60_000) {
                            void ask(false);
                        }
                    }
                });
                void ask(false);
            }
            return () => {
                listeners.delete(listener);
                if (!listeners.size) {
                    stopListening();
                    attempt?.stop();
                    attempt = answer = stage = snapshot = undefined;
                    settle('page_left');
                }
            };
        },
        check,
        signIn() {
            if (answer?.kickoffUrl) {
                attempt?.stop();
                startedFrom = answer.state;
                attempt = openSignIn(answer.kickoffUrl, connection, {
                    onCheck: () => {
                        void ask(true);
                    },
                    onTimeout: () => {
                        attempt?.stop();
                        abandon('timeout', 'timeout');
                    }
                });
                stage = 'open';
                publish();
            }
        },
        cancel() {
            attempt?.close();
            abandon('cancelled');
        },
        untilSignedIn() {
            waiting ??= new Promise((resolve, reject) => {
                settle = (givenUp) => {
                    waiting = undefined;
                    if (givenUp) {
                        const { message = '', state = 'unavailable' } = answer ?? {};
                        reject(
                            new Error(`${message} [reauth connection=${connection} state=${state} reason=${givenUp}]`)
                        );
                    } else {
                        resolve();
                    }
                };
            });
            if (!listeners.size) {
                settle('no_button');
            } else if (!answer || !needsSignIn(answer)) {
                void check();
            }
            return waiting;
        }
    };
}

const stores = new Map<string, ConnectionStore>();

/** The one store of this page for a connection. */
export function connectionStore(connection: string): ConnectionStore {
    const store = stores.get(connection) ?? createStore(connection);
    stores.set(connection, store);
    return store;
}
