import type { OAuthTokens } from './credential-store.ts';
import { salesforceId, sameId } from './ids.ts';
import type { AuthProvider } from './metadata.ts';
import type { Org } from './org.ts';
import { refresh } from './plugin.ts';

interface Account extends OAuthTokens {
    /** The user's id at the provider. */
    identifier: string;
}

/**
 * Tokens of sign-ins by the Auth. Provider's own URLs (ThirdPartyAccountLink).
 * Imitates: kept apart from tokens of named credentials — Object Reference: ThirdPartyAccountLink, UserExternalCredential [C]
 */
export class AuthTokenStore {
    readonly #accounts = new Map<string, Account>();

    get(userId: string, provider: string): Account | undefined {
        return this.#accounts.get(`${userId}|${provider}`);
    }

    set(userId: string, provider: string, account: Account): void {
        this.#accounts.set(`${userId}|${provider}`, account);
    }

    delete(userId: string, provider: string): boolean {
        return this.#accounts.delete(`${userId}|${provider}`);
    }

    clear(): void {
        this.#accounts.clear();
    }
}

/** The record id of an Auth. Provider. */
export function authProviderId(org: Org, provider: AuthProvider): string {
    return salesforceId('0SO', [...org.metadata.authProviders.keys()].indexOf(provider.name) + 1);
}

/**
 * Auth.AuthToken.
 * Imitates: providerName of a custom provider is its FriendlyName — Apex Reference: AuthToken class [C]
 */
export async function callAuthToken(
    org: Org,
    userId: string,
    method: string,
    args: readonly string[]
): Promise<unknown> {
    const [id = '', providerName = '', third = ''] = args;
    const provider = [...org.metadata.authProviders.values()].find(
        (one) => sameId(authProviderId(org, one), id) && one.friendlyName === providerName
    );
    const account = provider && org.authTokens.get(userId, provider.name);
    switch (method) {
        case 'getAccessToken':
            return account?.accessToken ?? null;
        case 'getAccessTokenMap':
            return account ? { [account.identifier]: account.accessToken } : {};
        case 'refreshAccessToken': {
            // Imitates: the map holds AccessToken and RefreshError, one of them null — Apex Reference: AuthToken class [C]
            if (!provider || !account) return { AccessToken: null, RefreshError: 'No account is linked' };
            const answer = await refresh(org, provider, account.refreshToken, userId);
            if (answer.kind === 'refreshed') {
                Object.assign(account, answer.tokens);
                return { AccessToken: account.accessToken, RefreshError: null };
            }
            return {
                AccessToken: null,
                RefreshError: answer.kind === 'other-exception' ? answer.data.message : answer.text
            };
        }
        case 'revokeAccess': {
            const mayRevoke = third === userId || org.users.isAdministrator(userId);
            return provider !== undefined && mayRevoke && org.authTokens.delete(third, provider.name);
        }
        default:
            throw new Error(`local-org does not imitate Auth.AuthToken.${method}`);
    }
}
