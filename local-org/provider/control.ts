/** What makes Acme Sign behave, and misbehave. `POST /control` takes any part of it; the panel shows all of it. */
export interface ControlSettings {
    /** Life of an access token. */
    accessTokenSeconds: number;
    /** Refresh is refused this long after the sign-in, however the refresh tokens rotate; 0 is without end. */
    sessionSeconds: number;
    rotateRefreshTokens: boolean;
    /** `refused`: each refresh is invalid_grant; `zero-validity`: it answers a token that is dead on arrival. */
    refresh: 'works' | 'refused' | 'zero-validity';
    /** `timeout` never answers; `slow` answers after `slowSeconds`. */
    outage: 'none' | 'unavailable' | 'slow' | 'timeout';
    outageScope: 'everything' | 'api' | 'token';
    retryAfterSeconds: number;
    slowSeconds: number;
    consent: 'ask' | 'denied';
    /** Whoever signs in becomes this account; empty: the account typed on the page. */
    account: string;
    /** Sends Cross-Origin-Opener-Policy: same-origin with the sign-in pages. */
    openerPolicy: boolean;
    clientAuthentication: 'client_secret_basic' | 'client_secret_post' | 'none' | 'private_key_jwt';
    /** The client's public keys as a JWK set in JSON, for private_key_jwt. */
    clientKeys: string;
    clientCredentialsOnly: boolean;
    pkceRequired: boolean;
    formEncodedTokens: boolean;
    expiresInAsText: boolean;
    /** What comes with status 200 in place of an answer with tokens. */
    tokenAnswer: 'normal' | 'empty' | 'html' | 'no-access-token';
    /** How the API tells that a token is expired or revoked. */
    expiredAnswer: '401' | '401-bare' | '403' | '400' | '500' | '200';
    /** What the API answers although the token is good. */
    apiAnswer: 'normal' | 'insufficient-scope' | 'step-up' | 'throttled';
}

export const DEFAULT_SETTINGS: Readonly<ControlSettings> = {
    accessTokenSeconds: 20,
    sessionSeconds: 0,
    rotateRefreshTokens: true,
    refresh: 'works',
    outage: 'none',
    outageScope: 'everything',
    retryAfterSeconds: 30,
    slowSeconds: 3,
    consent: 'ask',
    account: '',
    openerPolicy: false,
    clientAuthentication: 'client_secret_basic',
    clientKeys: '{"keys":[]}',
    clientCredentialsOnly: false,
    pkceRequired: true,
    formEncodedTokens: false,
    expiresInAsText: false,
    tokenAnswer: 'normal',
    expiredAnswer: '401',
    apiAnswer: 'normal'
};

/** The allowed words of each setting that is a choice. */
export const CHOICES = {
    refresh: ['works', 'refused', 'zero-validity'],
    outage: ['none', 'unavailable', 'slow', 'timeout'],
    outageScope: ['everything', 'api', 'token'],
    consent: ['ask', 'denied'],
    clientAuthentication: ['client_secret_basic', 'client_secret_post', 'none', 'private_key_jwt'],
    tokenAnswer: ['normal', 'empty', 'html', 'no-access-token'],
    expiredAnswer: ['401', '401-bare', '403', '400', '500', '200'],
    apiAnswer: ['normal', 'insufficient-scope', 'step-up', 'throttled']
} as const satisfies Partial<{ [K in keyof ControlSettings]: readonly ControlSettings[K][] }>;

/**
 * `expire-access-tokens`: those issued so far are dead now. `end-sign-ins`: so are refresh tokens, grants and the
 * browser's session at Acme Sign. `reset`: default settings, nobody signed in, empty journal.
 */
export const ACTIONS = ['expire-access-tokens', 'end-sign-ins', 'reset'] as const;
export type ControlAction = (typeof ACTIONS)[number];

export interface ControlUpdate {
    settings: Partial<ControlSettings>;
    actions: ControlAction[];
}

export class ControlError extends Error {}

function parseValue(name: keyof ControlSettings, value: unknown): string | number | boolean {
    const current = DEFAULT_SETTINGS[name];
    if (typeof current === 'boolean') {
        if (value === true || value === 'true') return true;
        if (value === false || value === 'false') return false;
        throw new ControlError(`${name} takes true or false`);
    }
    if (typeof current === 'number') {
        const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
        if (typeof number === 'number' && Number.isFinite(number) && number >= 0) return number;
        throw new ControlError(`${name} takes a number of seconds`);
    }
    const choices: readonly string[] | undefined = name in CHOICES ? CHOICES[name as keyof typeof CHOICES] : undefined;
    if (typeof value !== 'string' || (choices && !choices.includes(value))) {
        throw new ControlError(`${name} takes ${choices ? choices.join(', ') : 'text'}`);
    }
    return value;
}

/** Reads what a form or a test sent; a name or value that does not exist is an error, not a silent default. */
export function parseUpdate(body: unknown): ControlUpdate {
    if (typeof body !== 'object' || body === null) throw new ControlError('Send settings by name');
    const settings: Record<string, string | number | boolean> = {};
    const actions: ControlAction[] = [];
    for (const [name, value] of Object.entries(body)) {
        if (name === 'actions') {
            for (const word of Array.isArray(value) ? (value as unknown[]) : [value]) {
                const action = ACTIONS.find((known) => known === word);
                if (!action) throw new ControlError(`actions takes ${ACTIONS.join(', ')}`);
                actions.push(action);
            }
        } else if (name in DEFAULT_SETTINGS) {
            settings[name] = parseValue(name as keyof ControlSettings, value);
        } else {
            throw new ControlError(`There is no setting ${name}`);
        }
    }
    return { settings, actions };
}
