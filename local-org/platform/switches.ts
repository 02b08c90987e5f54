/**
 * What nobody could establish without an org, as choices. The first value of each is the default, the most plausible one.
 * Meanings in brackets "row n" are the texts in errors.ts.
 */
export const SWITCHES = {
    U1: {
        question: 'Form of authenticationUrl',
        values: {
            a: 'absolute URL, usable as it is',
            b: 'absolute, with &amp; for &',
            c: 'absolute, percent-encoded as a whole',
            d: 'path without host'
        }
    },
    U2: {
        question: 'returnUrl accepted',
        values: {
            a: 'relative, with or without leading slash',
            b: 'relative without slash only',
            c: 'relative with slash only',
            d: 'absolute on the own host as well',
            e: 'absolute on any host',
            f: 'as a, and a bad value raises ConnectApiException'
        }
    },
    U3: {
        question: 'Landing without returnUrl',
        values: {
            a: 'page on which the URL was asked for',
            b: 'personal settings',
            c: 'fixed confirmation page',
            d: 'home'
        }
    },
    U4: {
        question: 'Ordinary user calls getOAuthCredentialAuthUrl and getCredential',
        values: { a: 'both allowed', b: 'getCredential refused', c: 'both refused' }
    },
    U5: {
        question: 'principalName for PerUserPrincipal',
        values: { a: 'required, must be right', b: 'ignored', c: 'must be null', d: 'a wrong name gives NotConfigured' }
    },
    U6: {
        question: 'refresh returns a result with error',
        values: {
            a: 'caller gets the original 401',
            b: 'row 2',
            c: 'CalloutException with the error string',
            d: 'row 3'
        }
    },
    U7: {
        question: 'refresh throws AuthProviderPluginException',
        values: {
            a: 'caller gets the original 401',
            b: 'row 2',
            c: "CalloutException with the plug-in's text",
            d: 'UnexpectedException that cannot be caught'
        }
    },
    U8: {
        question: 'refresh throws something else, or its callout times out',
        values: {
            a: 'caller gets the original 401',
            b: 'row 2',
            c: 'UnexpectedException that cannot be caught',
            d: 'CalloutException "Read timed out"'
        }
    },
    U9: {
        question: 'authenticationStatus after a refresh failed for good',
        values: { a: 'stays Configured', b: 'turns NotConfigured' }
    },
    U10: {
        question: 'Callout by a user who never authenticated',
        values: { a: 'row 3', b: 'row 4', c: 'row 12', d: 'plain 401, no token sent' }
    },
    U11: {
        question: 'Callout by a user who never authenticated at a legacy named credential with tokens per user',
        values: { a: 'CalloutException, its text unknown', b: 'exception that cannot be caught', c: 'plain 401' }
    },
    U12: {
        question: 'System-mode query on AuthProvider and NamedCredential by an ordinary user',
        values: { a: 'rows', b: 'no rows', c: 'QueryException' }
    },
    U14: {
        question: 'isPkceEnabled on a custom provider',
        values: { a: 'no effect', b: "the platform adds a code_challenge of its own to the plug-in's redirect" }
    },
    U15: {
        question: '/services/auth/xds/<org>/<suffix> for a legacy named credential with tokens per user',
        values: { a: 'grants to the running user', b: 'error page', c: 'grants to the named principal' }
    },
    U16: {
        question: '/services/auth/oauth/<suffix>',
        values: { a: 'never touches named-credential tokens', b: 'updates them' }
    },
    U17: { question: '401 without WWW-Authenticate', values: { a: 'triggers refresh', b: 'does not' } },
    U18: {
        question: 'state seen in handleCallback',
        values: { a: 'equals stateToPropagate', b: 'differs by URL encoding', c: 'is another value' }
    },
    U19: {
        question: 'Lightning Web Security and the opened window (imitated by the page host)',
        // the list of release gates in @locker/shared speaks for d
        values: {
            d: 'open returns null though the window opened',
            a: 'location can be set later',
            b: 'setting it throws',
            c: 'the URL given to open is requested twice'
        }
    },
    U20: {
        question: 'Platform page "confirm access" after the browser flow',
        values: { a: 'not shown', b: 'shown', c: 'shown, and declining leaves the old token in place' }
    },
    U21: {
        question: 'Callout after getOAuthCredentialAuthUrl in one transaction',
        values: { a: 'allowed', b: 'uncommitted work pending' }
    },
    U22: {
        question: 'OAuthRefreshResult without refresh token',
        values: { a: 'stored one is kept', b: 'it is erased' }
    },
    U23: {
        question: 'Several callouts at once with an expired token',
        values: {
            a: 'one refresh',
            b: 'one per callout, the last one wins',
            c: 'one per callout, with the same old refresh token'
        }
    },
    U24: {
        question: 'Exception in handleCallback',
        values: {
            a: 'stock error page without the text',
            b: 'page shows the text of AuthProviderPluginException',
            c: 'ErrorUrl with ErrorCode and ErrorDescription'
        }
    },
    U25: { question: 'ErrorUrl in the named-credential flow', values: { a: 'used', b: 'ignored' } },
    U26: {
        question: 'getUserInfo in the named-credential flow',
        values: { a: 'called', b: 'not called', c: 'called, and an exception there fails the sign-in' }
    },
    U27: {
        question: 'User during refresh',
        values: { a: 'executionUser', b: 'running user of the callout', c: 'Automated Process' }
    },
    U28: {
        question: 'Platform event published immediately in handleCallback or refresh',
        values: { a: 'arrives', b: 'arrives only from handleCallback', c: 'lost' }
    },
    U29: {
        question: 'Refresh when the stored refresh token is null',
        values: { a: 'not called', b: 'refresh called with null' }
    },
    U30: {
        question: 'Callback with error=access_denied',
        values: { a: 'handleCallback is called with the parameter', b: 'the platform shows its own error page' }
    },
    U31: {
        question: 'status of a per-user principal in getCredential',
        values: { a: 'of the running user', b: 'Configured as soon as any user is' }
    },
    U32: {
        question: 'getOAuthCredentialAuthUrl called from a page of an Experience Cloud site',
        values: {
            a: "URL on the site's domain, where the user is logged in",
            b: 'URL on My Domain, where the user has to log in first',
            c: 'refused'
        }
    },
    U33: {
        question: 'Salesforce mobile app: window.open (imitated by the page host)',
        values: { a: 'in-app browser, returns with focus event', b: 'system browser, no event', c: 'blocked' }
    },
    U35: {
        question: 'getCredential and getOAuthCredentialAuthUrl inside a cacheable method (imitated by the engine)',
        values: { a: 'works', b: 'exception' }
    },
    U36: {
        question: 'Old token still valid after a new sign-in with another account',
        values: { a: 'replaced', b: 'two rows, the older one is used while it works', c: 'refused' }
    },
    U37: {
        question: 'Additional refresh statuses for a plug-in provider',
        values: { a: 'refresh called as for 401', b: 'ignored' }
    },
    U38: {
        question: 'Expired token, first callout after refresh',
        values: { a: 'uses the new token', b: 'the next callout of the same transaction still uses the old one' }
    },
    U39: {
        question: 'createCredential(…, Refresh) on a plug-in provider',
        values: {
            a: "calls the plug-in's refresh and stores the answer",
            b: 'ConnectApiException',
            c: 'answers normally and changes nothing'
        }
    },
    U40: {
        question: 'Refresh token that died met by the explicit refresh',
        values: {
            a: 'ConnectApiException with a text',
            b: 'normal answer, status stays Configured',
            c: 'status turns NotConfigured'
        }
    },
    U41: {
        question: 'Automated Process (a platform-event trigger) sends a custom notification (imitated by the engine)',
        values: { a: 'works', b: 'exception' }
    },
    U42: {
        question: 'prompt and allow-listed parameters of the OAuth-Only Initialization URL of a plug-in',
        values: { a: 'the URL of initiate is used as it is', b: 'they are set in it' }
    },
    U43: {
        question: '@salesforce/community/basePath (imitated by the page host)',
        // the LWC developer guide writes it without, components that use it would not work without
        values: { a: 'with a leading slash', b: 'without one' }
    },
    U44: {
        question: 'Who signs in, refreshes and deletes a named principal',
        values: { a: 'whoever has Modify All on User External Credentials', b: 'administrators only' }
    },
    U45: {
        question: 'Callout after a job was enqueued or scheduled in one transaction (imitated by the engine)',
        values: { a: 'allowed', b: 'uncommitted work pending' }
    },
    U46: {
        question: 'Tokens from createCredential(…, Refresh) in a transaction that then fails',
        values: { a: 'are kept', b: 'are rolled back with it, although the service has issued them' }
    }
} as const;

export type SwitchId = keyof typeof SWITCHES;
/** The value in force of each switch. */
export type Switches = { [K in SwitchId]: keyof (typeof SWITCHES)[K]['values'] };

export const DEFAULT_SWITCHES = Object.fromEntries(
    Object.entries(SWITCHES).map(([id, { values }]) => [id, Object.keys(values)[0]])
) as Switches;

/** Checks settings that come from a command line or a test; one that does not exist is an error. */
export function parseSwitches(input: unknown): Partial<Switches> {
    if (typeof input !== 'object' || input === null) throw new Error('Switches are an object, such as {"U6":"b"}');
    for (const [id, value] of Object.entries(input)) {
        if (!(id in SWITCHES)) throw new Error(`There is no switch ${id}`);
        const values: object = SWITCHES[id as SwitchId].values;
        if (typeof value !== 'string' || !(value in values)) {
            throw new Error(`${id} takes ${Object.keys(values).join(', ')}`);
        }
    }
    return input;
}
