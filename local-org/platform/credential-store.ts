/** Whose credential: of one user at a per-user principal, or of a named principal, which belongs to nobody. */
export interface Owner {
    externalCredential: string;
    principal: string;
    userId: string | null;
}

export interface OAuthTokens {
    accessToken: string;
    refreshToken: string | null;
}

/** One sign-in. `account` is known if getUserInfo was asked. */
export interface Grant extends OAuthTokens {
    account: string | undefined;
    /** The last refresh failed. */
    failed: boolean;
}

const keyOf = ({ externalCredential, principal, userId }: Owner) =>
    [externalCredential, principal, userId ?? ''].join('|');

/**
 * What the platform keeps encrypted: tokens of sign-ins, and the parameters of Basic and Custom credentials.
 * Imitates: tokens of named credentials are kept apart from those of Auth.AuthToken — Object Reference: ThirdPartyAccountLink, UserExternalCredential [C]
 */
export class CredentialStore {
    readonly #grants = new Map<string, Grant[]>();
    readonly #parameters = new Map<string, Record<string, string>>();

    /** The grant that callouts use: the oldest whose refresh has not failed, else the newest. */
    grant(owner: Owner): Grant | undefined {
        const grants = this.#grants.get(keyOf(owner)) ?? [];
        return grants.find((grant) => !grant.failed) ?? grants.at(-1);
    }

    replaceGrant(owner: Owner, grant: Grant): void {
        this.#grants.set(keyOf(owner), [grant]);
    }

    addGrant(owner: Owner, grant: Grant): void {
        this.#grants.set(keyOf(owner), [...(this.#grants.get(keyOf(owner)) ?? []), grant]);
    }

    parameters(owner: Owner): Readonly<Record<string, string>> | undefined {
        return this.#parameters.get(keyOf(owner));
    }

    setParameters(owner: Owner, parameters: Record<string, string>): void {
        this.#parameters.set(keyOf(owner), { ...this.parameters(owner), ...parameters });
    }

    delete(owner: Owner): void {
        this.#grants.delete(keyOf(owner));
        this.#parameters.delete(keyOf(owner));
    }

    clear(): void {
        this.#grants.clear();
        this.#parameters.clear();
    }

    /** Whether anybody has signed in at the per-user principal. */
    anyGrant(externalCredential: string, principal: string): boolean {
        const prefix = keyOf({ externalCredential, principal, userId: null });
        return [...this.#grants].some(([key, grants]) => key.startsWith(prefix) && grants.length > 0);
    }
}
