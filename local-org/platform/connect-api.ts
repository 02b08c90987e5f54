import type { Owner } from './credential-store.ts';
import { ownerFor } from './callouts.ts';
import { calloutErrors, connectApiError, noAccessText } from './errors.ts';
import { authenticationUrl, kickoffUrl, type Kickoff, type ShortLived } from './kickoffs.ts';
import type { ExternalCredential, NamedCredential, Principal, Right } from './metadata.ts';
import type { Org } from './org.ts';
import { refresh } from './plugin.ts';

type Status = 'Configured' | 'NotConfigured';

interface PrincipalInput {
    externalCredential?: string | null;
    principalName?: string | null;
    principalType?: string | null;
}

interface AuthUrlInput extends PrincipalInput {
    returnUrl?: string | null;
}

interface CredentialInput extends PrincipalInput {
    credentials?: Record<string, { value?: string | null }> | null;
}

/** Who calls, and in which transaction. */
export interface Caller {
    userId: string;
    transaction: string;
}

const PROTOCOLS = { Oauth: 'OAuth', Basic: 'Basic', Custom: 'Custom' } as const;

/** ConnectApi.NamedCredentials, with inputs and outputs under their documented field names. */
export class NamedCredentials {
    readonly #org: Org;
    readonly #kickoffs: ShortLived<Kickoff>;

    constructor(org: Org, kickoffs: ShortLived<Kickoff>) {
        this.#org = org;
        this.#kickoffs = kickoffs;
    }

    async call(caller: Caller, method: string, args: readonly unknown[]): Promise<unknown> {
        const [first, second, third] = args;
        switch (method) {
            case 'getOAuthCredentialAuthUrl':
                return this.#authUrl(caller, first as AuthUrlInput);
            case 'getCredential':
                return this.#credential(caller, {
                    externalCredential: first as string,
                    principalName: second as string | null,
                    principalType: third as string
                });
            case 'createCredential':
                return second === 'Refresh'
                    ? this.#refresh(caller, first as CredentialInput)
                    : this.#setParameters(caller, first as CredentialInput);
            case 'updateCredential':
            case 'patchCredential':
                return this.#setParameters(caller, first as CredentialInput);
            case 'deleteCredential': {
                const { owner } = this.#find(caller, {
                    externalCredential: first as string,
                    principalName: second as string | null,
                    principalType: third as string
                });
                this.#require(caller.userId, owner, 'Delete');
                this.#org.credentials.delete(owner);
                return null;
            }
            case 'getExternalCredential':
                return this.#external(caller.userId, this.#externalNamed(first as string));
            case 'getExternalCredentials':
                return {
                    externalCredentials: [...this.#org.metadata.externalCredentials.values()]
                        .filter((external) => this.#mayAuthenticate(caller.userId, external))
                        .map((external) => this.#external(caller.userId, external))
                };
            case 'getNamedCredential': {
                const named = this.#org.metadata.namedCredentials.get(first as string);
                if (!named) throw connectApiError(`The named credential "${String(first)}" doesn't exist.`);
                return this.#named(named);
            }
            case 'getNamedCredentials':
                return {
                    namedCredentials: [...this.#org.metadata.namedCredentials.values()].map((one) => this.#named(one))
                };
            default:
                throw new Error(`local-org does not imitate ConnectApi.NamedCredentials.${method}`);
        }
    }

    #externalNamed(name: string | null | undefined): ExternalCredential {
        const external = this.#org.metadata.externalCredentials.get(name ?? '');
        if (!external) throw connectApiError(noAccessText(name ?? ''));
        return external;
    }

    /**
     * The principal that the input names; `known` is false for a name that does not exist under U5d.
     * Imitates: what principalName may be for a per-user principal — unknown [U5]
     */
    #find(caller: Caller, input: PrincipalInput): { external: ExternalCredential; owner: Owner; known: boolean } {
        const external = this.#externalNamed(input.externalCredential);
        const ofType = external.principals.filter(({ type }) => type === input.principalType);
        const rule = input.principalType === 'PerUserPrincipal' ? this.#org.switches.U5 : 'a';
        let principal: Principal | undefined;
        if (rule === 'b') principal = ofType[0];
        else if (rule === 'c') principal = input.principalName ? undefined : ofType[0];
        else principal = ofType.find(({ name }) => name === input.principalName);
        if (!principal && rule !== 'd') throw connectApiError('The principal name or type is invalid.');
        const owner = {
            externalCredential: external.name,
            principal: principal?.name ?? '',
            userId: input.principalType === 'PerUserPrincipal' ? caller.userId : null
        };
        return { external, owner, known: principal !== undefined };
    }

    /** Imitates: principal access and object rights are needed here too — Salesforce Help: Enable External Credential Principals, Enable User External Credentials [C] */
    #require(userId: string, owner: Owner, right: Right): void {
        const { users } = this.#org;
        const mayManage = owner.userId !== null || right === 'Read' || this.#managesNamed(userId);
        const granted = users.hasPrincipal(userId, owner.externalCredential, owner.principal);
        if (!granted || !mayManage || !users.mayUseCredentials(userId, right)) {
            throw connectApiError(noAccessText(owner.externalCredential));
        }
    }

    /** Imitates: a named principal is managed by who may modify all credentials — Salesforce Help: Enable User External Credentials [C] [U44] */
    #managesNamed(userId: string): boolean {
        const { users, switches } = this.#org;
        return switches.U44 === 'a' ? users.mayUseCredentials(userId, 'ModifyAll') : users.isAdministrator(userId);
    }

    /** Imitates: the list holds what the user can authenticate to — Connect in Apex: getExternalCredentials [C] */
    #mayAuthenticate(userId: string, external: ExternalCredential): boolean {
        const owner = ownerFor(this.#org, userId, external);
        return owner !== undefined && (owner.userId !== null || this.#managesNamed(userId));
    }

    /** Imitates: what an ordinary user may ask — unknown [U4] */
    #refuseOrdinary(userId: string, external: string, refusing: readonly string[]): void {
        if (refusing.includes(this.#org.switches.U4) && !this.#org.users.isAdministrator(userId)) {
            throw connectApiError(noAccessText(external));
        }
    }

    #authUrl(caller: Caller, input: AuthUrlInput) {
        const { external, owner, known } = this.#find(caller, input);
        this.#refuseOrdinary(caller.userId, external.name, ['c']);
        if (!known) throw connectApiError('The principal name or type is invalid.');
        this.#require(caller.userId, owner, 'Create');
        if (external.protocol !== 'Oauth') throw connectApiError('The external credential does not use OAuth.');
        // Imitates: a callout after this in one transaction — unknown [U21]
        if (this.#org.switches.U21 === 'b') this.#org.uncommitted.add(caller.transaction);
        const request = { owner, userId: caller.userId, returnUrl: input.returnUrl ?? undefined };
        return {
            authenticationUrl: authenticationUrl(this.#org, kickoffUrl(this.#org, this.#kickoffs, request)),
            externalCredential: external.name,
            principalName: owner.principal,
            principalType: input.principalType
        };
    }

    /** Imitates: Configured says that somebody signed in, not that it still works — Apex Reference: ConnectApi.Credential, authenticationStatus [C] [U9] [U31] */
    #status(owner: Owner, perUser: boolean): Status {
        const { credentials, switches } = this.#org;
        if (credentials.parameters(owner)) return 'Configured';
        const grant = credentials.grant(owner);
        if (grant?.failed && switches.U9 === 'b') return 'NotConfigured';
        const others =
            perUser && switches.U31 === 'b' && credentials.anyGrant(owner.externalCredential, owner.principal);
        return grant || others ? 'Configured' : 'NotConfigured';
    }

    #credential(caller: Caller, input: PrincipalInput) {
        const { external, owner, known } = this.#find(caller, input);
        this.#refuseOrdinary(caller.userId, external.name, ['b', 'c']);
        if (known) this.#require(caller.userId, owner, 'Read');
        return this.#output(external, owner, input, known);
    }

    #output(external: ExternalCredential, owner: Owner, input: PrincipalInput, known = true) {
        return {
            authenticationProtocol: PROTOCOLS[external.protocol],
            authenticationStatus: known
                ? this.#status(owner, input.principalType === 'PerUserPrincipal')
                : 'NotConfigured',
            credentials: {},
            externalCredential: external.name,
            principalName: input.principalName ?? null,
            principalType: input.principalType
        };
    }

    #setParameters(caller: Caller, input: CredentialInput) {
        const { external, owner } = this.#find(caller, input);
        this.#require(caller.userId, owner, 'Create');
        if (external.protocol === 'Oauth') throw connectApiError('OAuth credentials are set up by signing in.');
        const values = Object.entries(input.credentials ?? {}).map(([name, { value }]) => [name, value ?? '']);
        this.#org.credentials.setParameters(owner, Object.fromEntries(values) as Record<string, string>);
        return this.#output(external, owner, input);
    }

    /** Imitates: createCredential(…, Refresh) renews tokens — named credentials guide [C] [U7] [U8] [U39] [U40] */
    async #refresh(caller: Caller, input: CredentialInput) {
        const { external, owner } = this.#find(caller, input);
        this.#require(caller.userId, owner, 'Create');
        const { switches, credentials, metadata, onCommit } = this.#org;
        const grant = credentials.grant(owner);
        const provider = metadata.authProviders.get(external.authProvider ?? '');
        if (!grant || !provider || switches.U39 === 'b') throw connectApiError("The credential couldn't be refreshed.");
        if (switches.U39 === 'c') return this.#output(external, owner, input);
        const answer = await refresh(this.#org, provider, grant.refreshToken, caller.userId);
        if (answer.kind === 'refreshed') {
            const store = () => void Object.assign(grant, answer.tokens, { failed: false });
            // Imitates: whether new tokens outlive a transaction that fails — unknown [U46]
            if (switches.U46 === 'a') store();
            else onCommit.set(caller.transaction, [...(onCommit.get(caller.transaction) ?? []), store]);
        } else if (answer.kind === 'plugin-exception' && switches.U7 === 'd') {
            throw calloutErrors.uncatchable(answer.text);
        } else if (answer.kind === 'other-exception' && switches.U8 === 'c') {
            throw calloutErrors.uncatchable(answer.data.message);
        } else if (switches.U40 === 'a') {
            throw connectApiError("The expired credentials couldn't be refreshed. Try again later.");
        } else if (switches.U40 === 'c') {
            credentials.delete(owner);
        }
        return this.#output(external, owner, input);
    }

    #external(userId: string, external: ExternalCredential) {
        const principals = external.principals.map((principal) => {
            const perUser = principal.type === 'PerUserPrincipal';
            const owner = {
                externalCredential: external.name,
                principal: principal.name,
                userId: perUser ? userId : null
            };
            return {
                authenticationStatus: this.#status(owner, perUser),
                principalName: principal.name,
                principalType: principal.type,
                sequenceNumber: principal.sequenceNumber,
                parameters: []
            };
        });
        const configured = principals.some(({ authenticationStatus }) => authenticationStatus === 'Configured');
        return {
            authenticationProtocol: PROTOCOLS[external.protocol],
            authenticationStatus: configured ? 'Configured' : 'NotConfigured',
            developerName: external.name,
            masterLabel: external.label,
            customHeaders: [],
            parameters: [],
            principals,
            relatedNamedCredentials: [...this.#org.metadata.namedCredentials.values()]
                .filter((named) => named.externalCredential === external.name)
                .map((named) => this.#named(named))
        };
    }

    #named(named: NamedCredential) {
        return {
            calloutStatus: named.calloutsEnabled ? 'Enabled' : 'Disabled',
            calloutUrl: named.url,
            developerName: named.name,
            externalCredentials: named.legacy ? [] : [{ developerName: named.externalCredential }],
            masterLabel: named.label,
            type: named.legacy ? 'Legacy' : 'SecuredEndpoint'
        };
    }
}
