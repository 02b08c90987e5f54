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
