import { apexErrorData, type ApexErrorData } from './errors.ts';
import type { OAuthTokens } from './credential-store.ts';
import type { AuthProvider } from './metadata.ts';
import type { Org } from './org.ts';
import { AUTOMATED_PROCESS } from './users.ts';

export interface TokenResponse {
    provider: string | null;
    oauthToken: string | null;
    oauthSecretOrRefreshToken: string | null;
    state: string | null;
    idToken: string | null;
}

export interface CallbackState {
    headers: Record<string, string>;
    body: string | null;
    queryParameters: Record<string, string>;
}

export interface UserData {
    identifier: string | null;
    [field: string]: unknown;
}

type Method = 'initiate' | 'handleCallback' | 'getUserInfo' | 'refresh';

/** Imitates: a plug-in runs as the Auth. Provider's execution user — Salesforce Help: Execute Registration As; observed in debug-auth-provider [C] */
function executionUserId(org: Org, provider: AuthProvider): string {
    const user = org.users.byUsername(provider.executionUser);
    if (!user) throw new Error(`Auth. Provider ${provider.name}: there is no user ${provider.executionUser}`);
    return user.id;
}

/** Imitates: whether an event published by a plug-in arrives — unknown [U28] */
function eventsOf(org: Org, method: Method): 'deliver' | 'lose' {
    if (org.switches.U28 === 'c' || (org.switches.U28 === 'b' && method !== 'handleCallback')) return 'lose';
    return 'deliver';
}

function call(org: Org, provider: AuthProvider, method: Method, input: object, userId?: string): Promise<unknown> {
    return org.engine.request('plugin', {
        userId: userId ?? executionUserId(org, provider),
        class: provider.plugin,
        method,
        configuration: provider.configuration,
        events: eventsOf(org, method),
        ...input
    });
}

export async function initiate(org: Org, provider: AuthProvider, state: string): Promise<string> {
    return ((await call(org, provider, 'initiate', { state })) as { url: string }).url;
}

export async function handleCallback(
    org: Org,
    provider: AuthProvider,
    callbackState: CallbackState
): Promise<TokenResponse> {
    return (await call(org, provider, 'handleCallback', { callbackState })) as TokenResponse;
}

export async function getUserInfo(org: Org, provider: AuthProvider, tokenResponse: TokenResponse): Promise<UserData> {
    return (await call(org, provider, 'getUserInfo', { tokenResponse })) as UserData;
}

export type RefreshAnswer =
    | { kind: 'refreshed'; tokens: OAuthTokens }
    /** The plug-in returned a result with `error`. */
    | { kind: 'error'; text: string }
    /** The plug-in threw Auth.AuthProviderPluginException. */
    | { kind: 'plugin-exception'; text: string }
    /** It threw anything else, or its callout timed out. */
    | { kind: 'other-exception'; data: ApexErrorData };

/** Asks the plug-in for new tokens on behalf of `callerId`. */
export async function refresh(
    org: Org,
    provider: AuthProvider,
    refreshToken: string | null,
    callerId: string
): Promise<RefreshAnswer> {
    // Imitates: the user as whom refresh runs — unknown [U27]
    const users = { a: executionUserId(org, provider), b: callerId, c: AUTOMATED_PROCESS.id };
    try {
        const result = (await call(org, provider, 'refresh', { refreshToken }, users[org.switches.U27])) as {
            accessToken: string | null;
            refreshToken: string | null;
            error: string | null;
        };
        if (result.error !== null || !result.accessToken) return { kind: 'error', text: result.error ?? '' };
        // Imitates: an answer without refresh token — unknown [U22]
        const kept = org.switches.U22 === 'a' ? refreshToken : null;
        return {
            kind: 'refreshed',
            tokens: { accessToken: result.accessToken, refreshToken: result.refreshToken ?? kept }
        };
    } catch (error) {
        const data = apexErrorData(error);
        if (!data) throw error;
        return data.exceptionType === 'Auth.AuthProviderPluginException'
            ? { kind: 'plugin-exception', text: data.message }
            : { kind: 'other-exception', data };
    }
}
