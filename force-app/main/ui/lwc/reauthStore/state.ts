interface Facts {
    /** Developer name. */
    readonly connection: string;
    /** The name users know. */
    readonly label: string;
    /** One sentence about the state for the user. */
    readonly message: string;
    /** The words of the button, when there is something to press. */
    readonly action?: string | null;
    /** Stable code. */
    readonly reason?: string | null;
    /** Technical words, sent to admins only. */
    readonly detail?: string | null;
    /** Where a sign-in starts, fetched before the press so that the press can use it at once. */
    readonly kickoffUrl?: string | null;
    /** How long that URL lives. */
    readonly kickoffMinutes?: number | null;
    /** When the answer may be another one. */
    readonly retryAfterSeconds?: number | null;
}

/** What ReauthController.getState answers. */
export type ReauthState = Facts &
    (
        | { readonly state: 'connected'; readonly account?: string | null }
        | { readonly state: 'expiring'; readonly sessionEndsAt?: string | null }
        | { readonly state: 'never-connected' | 'reauthentication-required' | 'unavailable' }
        | {
              readonly state: 'wrong-account';
              readonly account?: string | null;
              readonly previousAccount?: string | null;
          }
        | { readonly state: 'no-access' | 'misconfigured'; readonly contact?: string | null }
    );

/** How far a sign-in has come: under way; the user came back without having signed in, or stopped it; took too long. */
export type SignInStage = 'open' | 'unfinished' | 'timeout';

/** What a component shows: the state of the connection and how far a sign-in has come; `message` is about both. */
export type Snapshot = ReauthState & { readonly stage?: SignInStage };

export type Listener = (snapshot: Snapshot) => void;

/** Hears why nobody will sign in, and what is known then; no reason when the connection works. */
export type Waiter = (givenUp: string | undefined, answer: ReauthState | undefined) => void;

/**
 * Everything this page knows and does about one connection, shared by all components on the page. A press names who is to
 * hear, once, that it has led to an account: the last press counts, also when another tab has brought it to its end.
 */
export interface ConnectionStore {
    /** Tells the listener what is known now, and each change, until the returned function is called. */
    readonly watch: (listener: Listener) => () => void;
    /** Has the server try the connection. */
    readonly check: (onDone?: Listener) => Promise<void>;
    /** Starts a sign-in; to be called while a press is being handled. */
    readonly signIn: (onDone?: Listener) => void;
    readonly cancel: () => void;
    /** Accepts the account of the new sign-in in state wrong-account. */
    readonly keepAccount: (onDone?: Listener) => Promise<void>;
    /** A call has failed for want of a sign-in: has the waiter called once, when the user has signed in or won't. */
    readonly wait: (waiter: Waiter) => void;
}
