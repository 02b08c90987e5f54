// Promises instead of async functions here: the platform compiles each async function into a generator and a
// helper, which would take a tenth of the size budget of the record page.
import confirmSignIn from '@salesforce/apex/ReauthController.confirmSignIn';
import getState from '@salesforce/apex/ReauthController.getState';
import judgeError from '@salesforce/apex/ReauthController.judgeError';
import keepAccount from '@salesforce/apex/ReauthController.keepAccount';
import checkFailed from '@salesforce/label/c.Reauth_Check_Failed';
import open from '@salesforce/label/c.Reauth_Signing_In';
import tryAgain from '@salesforce/label/c.Reauth_Action_Try_Again';
import timeout from '@salesforce/label/c.Reauth_Timeout';
import unfinished from '@salesforce/label/c.Reauth_Unfinished';
import { listenForReturn, openSignIn, returnPath, type SignIn } from 'c/signInWindow';
import type { ReauthState, SignInStage, Snapshot } from './state';

export type { ReauthState, SignInStage, Snapshot } from './state';

const STAGE_MESSAGES: Partial<Record<SignInStage, string>> = { open, unfinished, timeout };

type Question = () => Promise<ReauthState>;

interface Subject {
    readonly connection: string;
    readonly returnPath: string;
}

interface AuraError {
    readonly body?: { readonly exceptionType?: string; readonly message?: string };
}

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
    /** Accepts the account of the new sign-in in state wrong-account. */
    readonly keepAccount: () => Promise<void>;
    /** A call has failed for want of a sign-in: resolves when the user has signed in, rejects when that won't happen. */
    readonly untilSignedIn: () => Promise<void>;
}

/** Whether a sign-in is what is missing. */
export function needsSignIn({ state }: { readonly state: string }): boolean {
    return state === 'never-connected' || state === 'reauthentication-required';
}

const stores = new Map<string, ConnectionStore>();

function createStore(connection: string): ConnectionStore {
    const subject = (): Subject => ({ connection, returnPath: returnPath(connection) });
    /** Lets the server answer from memory when the connection has worked lately. */
    const remember: Question = () => getState({ ...subject(), live: false });
    /** Has the server try the connection. */
    const probe: Question = () => getState({ ...subject(), live: true });
    const listeners = new Set<Listener>();
    let stopListening: () => void;
    let answer: ReauthState | undefined;
    let stage: SignInStage | undefined;
    let snapshot: Snapshot | undefined;
    let asking: Promise<void> | undefined;
    let askedAt = 0;
    let nextTime: ReturnType<typeof setTimeout>;
    let attempt: SignIn | undefined;
    /** The state before the sign-in of which no landing page has told yet, here or in another tab. */
    let startedFrom: ReauthState['state'] | undefined;
    /** What all calls that need a sign-in wait for. */
    let waiting: Promise<void> | undefined;
    let settle: (givenUp?: string) => void = () => undefined;

    function publish(): void {
        if (answer) {
            const { label, message } = answer;
            const sentence = stage && (attempt ?? needsSignIn(answer)) ? STAGE_MESSAGES[stage] : undefined;
            const next = { ...answer, stage, message: (sentence ?? message).replace('{0}', () => label) };
            snapshot = next;
            listeners.forEach((listener) => {
                listener(next);
            });
        }
    }

    function receive(state: ReauthState, isRemembered: boolean): void {
        const works = state.state === 'connected' || state.state === 'expiring';
        const hasAccount = works || state.state === 'wrong-account';
        asking = undefined;
        answer = state;
        clearTimeout(nextTime);
        if (state.retryAfterSeconds && listeners.size) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by the next answer and with the last listener
            nextTime = setTimeout(() => {
                void ask(probe);
            }, state.retryAfterSeconds * 1000);
        }
        if (attempt && hasAccount && state.state !== startedFrom) {
            attempt.close();
            attempt = undefined;
            stage = 'done';
        }
        publish();
        if (works && !isRemembered) {
            settle();
        } else if (!attempt && !hasAccount && !needsSignIn(state)) {
            settle(state.reason ?? state.state);
        }
    }

    /** One question at a time. */
    function ask(question: Question): Promise<void> {
        askedAt = Date.now();
        asking ??= question()
            .catch((error: unknown) => {
                const { exceptionType, message = '' } = (error as AuraError | undefined)?.body ?? {};
                return judgeError({ ...subject(), exceptionType, message }).catch((): ReauthState => {
                    const mayNotAsk = /to the apex class/i.test(message);
                    return {
                        connection,
                        label: answer?.label ?? connection.replaceAll('_', ' '),
                        message: checkFailed,
                        action: mayNotAsk ? null : tryAgain,
                        state: mayNotAsk ? 'no-access' : 'unavailable'
                    };
                });
            })
            .then((state) => {
                receive(state, question === remember);
            });
        return asking;
    }

    /** Asks after a question that is under way, whose answer may be older than the reason to ask again. */
    const askNext = (question: Question): Promise<void> => (asking ? asking.then(() => ask(question)) : ask(question));

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

    /** Forgets the attempt; the next press gets a URL of its own. Without a reason calls that wait go on waiting. */
    function forget(reason?: string, newStage?: SignInStage): void {
        if (reason) {
            settle(reason);
        }
        attempt = undefined;
        stage = newStage;
        publish();
        void ask(remember);
    }

    return {
        watch(listener) {
            listeners.add(listener);
            if (snapshot) {
                listener(snapshot);
            } else if (listeners.size === 1) {
                stopListening = listenForReturn(connection, {
                    onReturn: () => {
                        // a landing page that nobody was sent to proves nothing
                        const question: Question = startedFrom ? () => confirmSignIn(subject()) : probe;
                        // whatever the state is now, it is what this sign-in has led to
                        startedFrom = undefined;
                        look(askNext(question));
                    },
                    onStartElsewhere: () => {
                        startedFrom = answer?.state;
                        if (attempt) {
                            attempt.close();
                            // calls that wait are served by the sign-in of the other tab
                            forget();
                        }
                    },
                    onFocus: () => {
                        if (attempt) {
                            look(ask(probe));
                        } else if (Date.now() - askedAt > (answer?.kickoffMinutes ?? Infinity) * 60_000) {
                            void ask(remember);
                        }
                    }
                });
                void ask(remember);
            }
            return () => {
                listeners.delete(listener);
                if (!listeners.size) {
                    stopListening();
                    clearTimeout(nextTime);
                    attempt?.stop();
                    settle('page_left');
                    stores.delete(connection);
                }
            };
        },
        check: () => askNext(probe),
        signIn() {
            if (answer?.kickoffUrl) {
                attempt?.stop();
                startedFrom = answer.state;
                attempt = openSignIn(answer.kickoffUrl, connection, {
                    onCheck: () => {
                        void ask(probe);
                    },
                    onTimeout: () => {
                        attempt?.stop();
                        forget('timeout', 'timeout');
                    }
                });
                stage = 'open';
                publish();
            }
        },
        cancel() {
            attempt?.close();
            forget('cancelled');
        },
        keepAccount: () => askNext(() => keepAccount(subject())),
        untilSignedIn() {
            if (waiting) {
                return waiting;
            }
            const promise = new Promise<void>((resolve, reject) => {
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
            waiting = promise;
            if (!listeners.size) {
                settle('no_button');
            } else if (!answer || !needsSignIn(answer)) {
                void askNext(probe);
            }
            return promise;
        }
    };
}

/** The one store for a connection; it lasts while somebody watches. */
export function connectionStore(connection: string): ConnectionStore {
    const store = stores.get(connection) ?? createStore(connection);
    stores.set(connection, store);
    return store;
}
