// Promises instead of async functions here: the platform compiles each async function into a generator and a
// helper, which would take a tenth of the size budget of the record page.
import confirmSignIn from '@salesforce/apex/ReauthController.confirmSignIn';
import getState from '@salesforce/apex/ReauthController.getState';
import judgeError from '@salesforce/apex/ReauthController.judgeError';
import keepAccount from '@salesforce/apex/ReauthController.keepAccount';
import formFactor from '@salesforce/client/formFactor';
import checkFailed from '@salesforce/label/c.Reauth_Check_Failed';
import open from '@salesforce/label/c.Reauth_Signing_In';
import tryAgain from '@salesforce/label/c.Reauth_Action_Try_Again';
import timeout from '@salesforce/label/c.Reauth_Timeout';
import unfinished from '@salesforce/label/c.Reauth_Unfinished';
import { listenForReturn, openSignIn, returnPath, type EndSignIn } from 'c/signInWindow';
import type { ConnectionStore, Listener, ReauthState, SignInStage, Waiter } from './state';

export type { ConnectionStore, ReauthState, SignInStage, Snapshot } from './state';

const STAGE_MESSAGES: Record<SignInStage, string> = { open, unfinished, timeout };

/** Phones and tablets have one window: the sign-in replaces this page, and the landing page leads back here. */
const HAS_WINDOWS = formFactor === 'Large';

type Question = () => Promise<ReauthState>;

interface Subject {
    readonly connection: string;
    readonly returnPath: string;
}

interface AuraError {
    readonly body?: { readonly exceptionType?: string; readonly message?: string };
}

/** Whether a sign-in is what is missing. */
export function needsSignIn(answer: { readonly state: string }): boolean {
    return answer.state === 'never-connected' || answer.state === 'reauthentication-required';
}

/** How long a component that is quiet while all is well may go on saying that it has just become so. */
const NEWS_SECONDS = 10;

const stores = new Map<string, ConnectionStore>();

function createStore(connection: string): ConnectionStore {
    const questionOf =
        <F extends object>(method: (parameters: Subject & F) => Promise<ReauthState>, facts = {} as F): Question =>
        () =>
            method({ connection, returnPath: returnPath(connection), ...facts });
    /** Has the server try the connection. */
    const probe = questionOf(getState, { live: true });
    /** Lets the server answer from memory when the connection has worked lately. */
    const remember = questionOf(getState, { live: false });
    const confirm = questionOf(confirmSignIn);
    const listeners = new Set<Listener>();
    const waiting = new Set<Waiter>();
    let stopListening: () => void;
    let answer: ReauthState | undefined;
    let stage: SignInStage | undefined;
    let asking: Promise<void> | undefined;
    let askedAt = 0;
    /** A question of which nobody knows whether the user is back. */
    let reminder: Promise<void> | undefined;
    let nextTime: ReturnType<typeof setTimeout>;
    let endAttempt: EndSignIn | undefined;
    /** Hears what the press of the user has led to, which is another state than the one pressed in. */
    let onDone: Listener | undefined;
    let startedFrom: ReauthState['state'] | undefined;
    /** A landing page to which nobody was sent proves nothing. */
    let onLanding: Question = probe;

    function tell(listener: Listener): void {
        if (answer) {
            const { label, message } = answer;
            listener({
                ...answer,
                stage,
                message: (stage ? STAGE_MESSAGES[stage] : message).replace('{0}', () => label)
            });
        }
    }

    function publish(): void {
        if (answer && !endAttempt && !needsSignIn(answer)) {
            stage = undefined;
        }
        listeners.forEach(tell);
    }

    function receive(state: ReauthState, isRemembered: boolean): void {
        const works = state.state === 'connected' || state.state === 'expiring';
        const hasAccount = works || state.state === 'wrong-account';
        const isNews = state.state === 'connected' && answer && answer.state !== state.state;
        const seconds = isNews ? NEWS_SECONDS : state.retryAfterSeconds;
        const isDone = hasAccount && state.state !== startedFrom;
        answer = state;
        clearTimeout(nextTime);
        if (seconds && listeners.size) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared by the next answer and with the last listener
            nextTime = setTimeout(() => {
                if (isNews) {
                    receive(state, true);
                } else {
                    void ask(probe);
                }
            }, seconds * 1000);
        }
        if (isDone) {
            endAttempt?.(true);
            endAttempt = undefined;
        }
        publish();
        if (isDone && onDone) {
            tell(onDone);
            onDone = undefined;
        }
        if (works) {
            if (!isRemembered) {
                settle();
            } else if (waiting.size) {
                void ask(probe);
            }
        } else if (!(endAttempt || hasAccount || needsSignIn(state) || state.reason === 'refreshed')) {
            // tokens that were refreshed are tried next
            settle(state.reason ?? state.state);
        }
    }

    function settle(givenUp?: string): void {
        waiting.forEach((waiter) => {
            waiter(givenUp, answer);
        });
        waiting.clear();
    }

    /** One question at a time. */
    function ask(question: Question): Promise<void> {
        askedAt = Date.now();
        asking ??= question()
            .catch((error: unknown) => {
                const { exceptionType, message = '' } = (error as AuraError | undefined)?.body ?? {};
                return questionOf(judgeError, { exceptionType, message })().catch((): ReauthState => {
                    const mayNotAsk = /ReauthController/.test(message);
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
                asking = undefined;
                receive(state, question === remember);
            });
        return asking;
    }

    /**
     * Asks after a question that is under way, whose answer may be older than the reason to ask again. Whatever is asked
     * by then tries the connection, too.
     */
    function askNext(question: Question): Promise<void> {
        return asking ? asking.then(() => (question === probe ? ask : askNext)(question)) : ask(question);
    }

    /** The user seems to be back. */
    function look(answered: Promise<void>): void {
        void answered.then(() => {
            if (endAttempt && answer) {
                endAttempt();
                if (!answer.kickoffUrl) {
                    // no sign-in is of help, so nobody waits for the one that was under way
                    endAttempt = undefined;
                }
                stage = needsSignIn(answer) ? 'unfinished' : undefined;
                receive(answer, true);
            }
        });
    }

    /**
     * Gives the attempt up; the next press gets a URL of its own. Without a reason whoever waits goes on waiting. The window
     * may stay when the browser keeps it out of reach, and stays for a user who is slow.
     */
    function giveUp(reason?: 'cancelled' | 'timeout'): void {
        const isLate = reason === 'timeout';
        endAttempt?.(!isLate);
        endAttempt = undefined;
        stage = isLate ? reason : 'unfinished';
        if (reason) {
            settle(reason);
            onDone = undefined;
        }
        publish();
        void ask(remember);
    }

    /** The user has pressed for another state than this one. */
    function expect(listener?: Listener): void {
        onDone = listener;
        startedFrom = answer?.state;
    }

    return {
        watch(listener) {
            listeners.add(listener);
            if (listeners.size === 1) {
                stopListening = listenForReturn(
                    connection,
                    () => {
                        // whatever the state is now, it is what this sign-in has led to
                        startedFrom = undefined;
                        look(askNext(onLanding));
                        onLanding = probe;
                    },
                    () => {
                        onLanding = confirm;
                        if (endAttempt) {
                            // whoever waits is served by the sign-in of the other tab
                            giveUp();
                        }
                    },
                    () => {
                        if (endAttempt) {
                            look((asking === reminder ? askNext : ask)(probe));
                        } else if (Date.now() - askedAt > (answer?.kickoffMinutes ?? Infinity) * 60_000) {
                            void ask(remember);
                        }
                    }
                );
                void ask(remember);
            }
            tell(listener);
            return () => {
                if (listeners.delete(listener) && !listeners.size) {
                    stopListening();
                    clearTimeout(nextTime);
                    endAttempt?.();
                    settle('page_left');
                    stores.delete(connection);
                }
            };
        },
        check(listener) {
            // a sign-in under way tells whoever pressed for it
            if (listener && !endAttempt) {
                expect(listener);
            }
            return askNext(probe);
        },
        signIn(listener) {
            if (answer?.kickoffUrl) {
                endAttempt?.();
                expect(listener);
                onLanding = confirm;
                endAttempt = openSignIn(
                    answer.kickoffUrl,
                    connection,
                    HAS_WINDOWS,
                    () => {
                        reminder = ask(probe);
                    },
                    () => {
                        giveUp('timeout');
                    }
                );
                stage = 'open';
                publish();
            }
        },
        cancel() {
            giveUp('cancelled');
        },
        keepAccount(listener) {
            expect(listener);
            return askNext(questionOf(keepAccount));
        },
        wait(waiter) {
            waiting.add(waiter);
            if (!listeners.size) {
                settle('no_button');
            } else if (waiting.size === 1 && !(answer && needsSignIn(answer))) {
                void askNext(probe);
            }
        }
    };
}

/** The one store for a connection; it lasts while somebody watches. */
export function connectionStore(connection: string): ConnectionStore {
    const store = stores.get(connection) ?? createStore(connection);
    stores.set(connection, store);
    return store;
}
