import type { Grant, Owner } from './credential-store.ts';
import { calloutErrors } from './errors.ts';
import { sendFromApex, type HttpAnswer, type HttpCall } from './http.ts';
import { legacyOwner } from './legacy-credential.ts';
import type { AuthProvider, ExternalCredential, NamedCredential } from './metadata.ts';
import type { Org } from './org.ts';
import { refresh, type RefreshAnswer } from './plugin.ts';

/** `HttpRequest` as the engine hands it over. */
export interface CalloutRequest {
    userId: string;
    transaction: string;
    endpoint: string;
    method: string;
    headers: Record<string, string>;
    bodyBase64: string;
    timeoutMs: number;
}

export interface CalloutResponse {
    statusCode: number;
    status: string;
    headers: Record<string, string>;
    bodyBase64: string;
}

interface Target {
    credential: NamedCredential;
    external: ExternalCredential;
    owner: Owner;
}

function header(answer: HttpAnswer, name: string): string | undefined {
    return Object.entries(answer.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The owner's credential that the user's callouts to it use: the first principal granted to the user. */
export function ownerFor(org: Org, userId: string, external: ExternalCredential): Owner | undefined {
    const principal = external.principals.find(({ name }) => org.users.hasPrincipal(userId, external.name, name));
    if (!principal) return undefined;
    const own = principal.type === 'PerUserPrincipal' ? userId : null;
    return { externalCredential: external.name, principal: principal.name, userId: own };
}

/** Callouts of Apex: `callout:` resolution, credentials, silent refresh. */
export class Callouts {
    readonly #org: Org;
    readonly #refreshes = new WeakMap<Grant, Promise<RefreshAnswer>>();
    /** Access tokens that a transaction has used (U38b). */
    readonly #usedTokens = new Map<string, string>();

    constructor(org: Org) {
        this.#org = org;
    }

    async send(request: CalloutRequest): Promise<CalloutResponse> {
        if (this.#org.uncommitted.has(request.transaction)) throw calloutErrors.uncommittedWork();
        const answer = request.endpoint.startsWith('callout:')
            ? await this.#sendNamed(request)
            : await sendFromApex(this.#plainCall(request));
        return {
            statusCode: answer.statusCode,
            status: answer.status,
            headers: answer.headers,
            bodyBase64: answer.body.toString('base64')
        };
    }

    #plainCall(request: CalloutRequest): HttpCall {
        let url: URL;
        try {
            url = new URL(request.endpoint);
        } catch {
            throw calloutErrors.other(`no protocol: ${request.endpoint}`);
        }
        // Imitates: an endpoint needs an active remote site setting — Apex Developer Guide: adding remote site settings [C]
        if (!this.#org.metadata.remoteSites.includes(url.origin)) {
            throw calloutErrors.unauthorizedEndpoint(request.endpoint);
        }
        return this.#call(request, url, request.headers);
    }

    #call(request: CalloutRequest, url: URL, headers: Record<string, string>, body?: string): HttpCall {
        const bytes = body === undefined ? Buffer.from(request.bodyBase64, 'base64') : Buffer.from(body);
        // the length is the sender's to tell: merge fields change it
        const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
        return {
            url,
            method: request.method,
            headers: {
                ...Object.fromEntries(others),
                ...(bytes.length > 0 ? { 'content-length': String(bytes.length) } : {})
            },
            body: bytes,
            timeoutMs: request.timeoutMs
        };
    }

    /** Imitates: who may call through a named credential, and the texts otherwise — Salesforce Help: Troubleshooting for Named Credentials; texts as in errors.ts [C] */
    #target(request: CalloutRequest): { target: Target; url: URL } {
        const [, name = '', path = ''] = /^callout:([^/?#]+)(.*)$/s.exec(request.endpoint) ?? [];
        const credential = this.#org.metadata.namedCredentials.get(name);
        if (!credential?.calloutsEnabled) throw calloutErrors.noNamedCredential(name);
        const url = new URL(credential.url.replace(/\/$/, '') + path);
        if (credential.legacy) {
            const owner = legacyOwner(credential.legacy, request.userId);
            return { target: { credential, external: credential.legacy, owner }, url };
        }
        const external = this.#org.metadata.externalCredentials.get(credential.externalCredential);
        if (!external) throw calloutErrors.noNamedCredential(name);
        if (!this.#org.users.mayUseCredentials(request.userId, 'Read')) throw calloutErrors.noObjectAccess();
        const owner = ownerFor(this.#org, request.userId, external);
        if (!owner) throw calloutErrors.noPrincipalAccess(external.name);
        return { target: { credential, external, owner }, url };
    }

    async #sendNamed(request: CalloutRequest): Promise<HttpAnswer> {
        const { target, url } = this.#target(request);
        const provider = this.#org.metadata.authProviders.get(target.external.authProvider ?? '');
        if (target.external.protocol === 'Oauth') {
            if (!provider) throw calloutErrors.notConfigured();
            return this.#sendOAuth(request, target, url, provider);
        }
        const parameters = this.#org.credentials.parameters(target.owner);
        if (!parameters) throw calloutErrors.notConfigured();
        const { Username: username = '', Password: password = '' } = parameters;
        const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
        const authorization = target.external.protocol === 'Basic' ? basic : undefined;
        return sendFromApex(this.#authorized(request, target, url, authorization, parameters));
    }

    /** The request with what the credential adds: the header it generates, and merge fields where they are allowed. */
    #authorized(
        request: CalloutRequest,
        { credential, external }: Target,
        url: URL,
        authorization: string | undefined,
        parameters: Readonly<Record<string, string>>
    ): HttpCall {
        // Imitates: {!$Credential.<external credential>.<parameter>} — Salesforce docs: merge fields for Apex callouts [C]
        // Imitates: {!$Credential.OAuthToken}, documented for legacy named credentials — Salesforce docs: merge fields for Apex callouts [L]
        const merge = (text: string) =>
            text
                .replace(/\{!\$Credential\.(\w+)\.(\w+)\}/g, (field, name: string, parameter: string) =>
                    name === external.name ? (parameters[parameter] ?? '') : field
                )
                .replaceAll('{!$Credential.OAuthToken}', () => parameters.AccessToken ?? '');
        const own = Object.entries(request.headers).map(([name, value]): [string, string] => [
            name,
            credential.mergeFieldsInHeader ? merge(value) : value
        ]);
        const generated = credential.generateAuthorizationHeader ? authorization : undefined;
        const kept = own.filter(([name]) => generated === undefined || name.toLowerCase() !== 'authorization');
        const headers = {
            ...Object.fromEntries(kept),
            ...(generated === undefined ? {} : { Authorization: generated })
        };
        const body = credential.mergeFieldsInBody
            ? merge(Buffer.from(request.bodyBase64, 'base64').toString())
            : undefined;
        return this.#call(request, url, headers, body);
    }

    async #sendOAuth(request: CalloutRequest, target: Target, url: URL, provider: AuthProvider): Promise<HttpAnswer> {
        const { switches, credentials } = this.#org;
        const withToken = (token: string | undefined) =>
            this.#authorized(request, target, url, token === undefined ? undefined : `Bearer ${token}`, {
                AccessToken: token ?? ''
            });
        const grant = credentials.grant(target.owner);
        if (!grant) {
            this.#refuseWithoutGrant(target);
            return sendFromApex(withToken(undefined));
        }
        const { refreshToken } = grant;
        const remembered = `${request.transaction}|${target.external.name}`;
        // Imitates: which token a transaction uses after a refresh within it — unknown [U38]
        const token =
            switches.U38 === 'b' ? (this.#usedTokens.get(remembered) ?? grant.accessToken) : grant.accessToken;
        if (switches.U38 === 'b') this.#usedTokens.set(remembered, token);
        const first = await sendFromApex(withToken(token));
        if (!this.#leadsToRefresh(first, target.external, grant)) return first;
        // a callout that overlapped may have renewed the token already
        if (switches.U23 === 'a' && grant.accessToken !== token) return sendFromApex(withToken(grant.accessToken));
        const answer = await this.#refresh(grant, provider, refreshToken, request.userId);
        if (answer.kind !== 'refreshed') return this.#refreshFailure(answer, first);
        // Imitates: one silent retry — Apex Reference: AuthProviderPluginClass, refresh [C]
        return sendFromApex(withToken(grant.accessToken));
    }

    /** Imitates: a callout by a user who never authenticated, unless it leaves without a token — unknown [U10] [U11] */
    #refuseWithoutGrant({ credential, external }: Target): void {
        const { U10, U11 } = this.#org.switches;
        if (credential.legacy) {
            if (U11 === 'a') throw calloutErrors.other('The request could not be sent');
            if (U11 === 'b') throw calloutErrors.uncatchable('The request could not be sent');
            return;
        }
        if (U10 === 'a') throw calloutErrors.notConfigured();
        if (U10 === 'b') throw calloutErrors.noPrincipalAccess(external.name);
        if (U10 === 'c') throw calloutErrors.notAuthenticated(credential.name);
    }

    /** Imitates: 401, or a status named in the external credential, leads to a refresh — Salesforce Help: Troubleshooting for Named Credentials [C] */
    #leadsToRefresh(answer: HttpAnswer, external: ExternalCredential, grant: Grant): boolean {
        // Imitates: refresh without a refresh token — unknown [U29]
        if (grant.refreshToken === null && this.#org.switches.U29 === 'a') return false;
        // Imitates: additional refresh statuses of a plug-in provider — unknown [U37]
        if (answer.statusCode !== 401) {
            return this.#org.switches.U37 === 'a' && external.refreshStatuses.includes(answer.statusCode);
        }
        // Imitates: 401 without a challenge — unknown [U17]
        return this.#org.switches.U17 === 'a' || header(answer, 'www-authenticate') !== undefined;
    }

    /** Imitates: how often refresh is called for callouts that meet an expired token at once — unknown [U23] */
    #refresh(grant: Grant, provider: AuthProvider, held: string | null, userId: string): Promise<RefreshAnswer> {
        const { U23: mode } = this.#org.switches;
        const running = this.#refreshes.get(grant);
        if (mode === 'a' && running) return running;
        const next =
            mode === 'b' && running
                ? running.then(() => this.#refreshNow(grant, provider, grant.refreshToken, userId))
                : this.#refreshNow(grant, provider, mode === 'c' ? held : grant.refreshToken, userId);
        this.#refreshes.set(grant, next);
        const forget = () => {
            if (this.#refreshes.get(grant) === next) this.#refreshes.delete(grant);
        };
        next.then(forget, forget);
        return next;
    }

    async #refreshNow(
        grant: Grant,
        provider: AuthProvider,
        token: string | null,
        userId: string
    ): Promise<RefreshAnswer> {
        const answer = await refresh(this.#org, provider, token, userId);
        grant.failed = answer.kind !== 'refreshed';
        if (answer.kind === 'refreshed') Object.assign(grant, answer.tokens);
        return answer;
    }

    /** Imitates: what the caller gets when the refresh failed — unknown [U6] [U7] [U8] */
    #refreshFailure(answer: Exclude<RefreshAnswer, { kind: 'refreshed' }>, original: HttpAnswer): HttpAnswer {
        const { switches } = this.#org;
        switch (answer.kind) {
            case 'error':
                if (switches.U6 === 'a') return original;
                if (switches.U6 === 'b') throw calloutErrors.refreshFailed();
                throw switches.U6 === 'c' ? calloutErrors.other(answer.text) : calloutErrors.notConfigured();
            case 'plugin-exception':
                if (switches.U7 === 'a') return original;
                if (switches.U7 === 'b') throw calloutErrors.refreshFailed();
                throw switches.U7 === 'c' ? calloutErrors.other(answer.text) : calloutErrors.uncatchable(answer.text);
            case 'other-exception':
                if (switches.U8 === 'a') return original;
                if (switches.U8 === 'b') throw calloutErrors.refreshFailed();
                throw switches.U8 === 'c' ? calloutErrors.uncatchable(answer.data.message) : calloutErrors.timedOut();
        }
    }
}
