import { createHash, randomBytes } from 'node:crypto';
import { apexErrorData } from './errors.ts';
import type { Grant, Owner } from './credential-store.ts';
import { ownerFor } from './callouts.ts';
import { sameId } from './ids.ts';
import { ShortLived, type Kickoff } from './kickoffs.ts';
import { legacyOwner, namedCredentialId } from './legacy-credential.ts';
import type { AuthProvider } from './metadata.ts';
import type { Org } from './org.ts';
import {
    getUserInfo,
    handleCallback,
    initiate,
    type CallbackState,
    type TokenResponse,
    type UserData
} from './plugin.ts';

/** What a finished sign-in is for. */
type Purpose =
    { kind: 'credential'; owner: Owner; label: string; kickoff?: string } | { kind: 'oauth' | 'link' | 'test' };

interface Flow {
    provider: AuthProvider;
    userId: string;
    landing: string;
    purpose: Purpose;
    /** The query of the initialization URL. */
    parameters?: URLSearchParams;
}

interface Confirmation {
    userId: string;
    label: string;
    landing: string;
    store: () => void;
}

/** A sign-in that failed: the code and text that the platform's error page shows. */
export class SignInError extends Error {
    readonly code: string;
    /** The Auth. Provider's own error page, where it counts. */
    readonly errorUrl: string | undefined;

    constructor(code: string, description: string, errorUrl?: string) {
        super(description);
        this.code = code;
        this.errorUrl = errorUrl;
    }
}

export type FlowResult = { kind: 'redirect'; url: string } | { kind: 'user-data'; user: UserData };

const GENERIC_ERROR = 'The remote service returned an error';
const STATE_ERROR = () => new SignInError('No_Oauth_State', 'State was not valid');
const MAX_TEXT = 1000;

/** The browser flow: kick-off, the provider's pages, callback, tokens stored. */
export class AuthFlow {
    readonly kickoffs = new ShortLived<Kickoff>();
    readonly confirmations = new ShortLived<Confirmation>();
    readonly #flows = new ShortLived<Flow>();
    readonly #org: Org;

    constructor(org: Org) {
        this.#org = org;
    }

    clear(): void {
        this.kickoffs.clear();
        this.confirmations.clear();
        this.#flows.clear();
    }

    /**
     * The provider's page for a kick-off URL, which works until a sign-in from it is complete.
     * Imitates: Lightning Web Security may request a URL twice — eslint-plugin-locker: documentation of window.open [L]
     */
    async beginFromKickoff(name: string, userId: string): Promise<string> {
        const kickoff = this.kickoffs.get(name);
        if (!kickoff) throw new SignInError('Kickoff_Expired', 'This sign-in link was used or is too old');
        if (kickoff.userId !== userId) throw new SignInError('Wrong_User', 'This sign-in link belongs to another user');
        const external = this.#org.metadata.externalCredentials.get(kickoff.owner.externalCredential);
        const provider = this.#org.metadata.authProviders.get(external?.authProvider ?? '');
        if (!external || !provider) {
            throw new SignInError('No_Provider', 'The external credential has no Auth. Provider');
        }
        const purpose: Purpose = { kind: 'credential', owner: kickoff.owner, label: external.label, kickoff: name };
        return this.#begin({ provider, userId, landing: kickoff.landing, purpose });
    }

    /** Imitates: the undocumented start at a legacy named credential, which the start URL names — SE 139482 and 268794 [L] [U15] */
    beginLegacy(suffix: string, userId: string, startUrl: string): Promise<string> {
        const { metadata, switches, pageUrl } = this.#org;
        const id = startUrl.replace(/^\//, '');
        const credential = [...metadata.namedCredentials.values()].find(({ name }) =>
            sameId(namedCredentialId(metadata, name), id)
        );
        const provider = metadata.authProviders.get(suffix);
        if (!credential?.legacy || !provider || credential.legacy.authProvider !== suffix || switches.U15 === 'b') {
            throw new SignInError('Invalid_Start_Url', 'There is no credential to sign in for');
        }
        const own = legacyOwner(credential.legacy, userId);
        const owner = switches.U15 === 'a' ? own : { ...own, userId: null };
        const purpose: Purpose = { kind: 'credential', owner, label: credential.label };
        return this.#begin({ provider, userId, landing: `${pageUrl}/${id}`, purpose });
    }

    begin(
        suffix: string,
        kind: 'oauth' | 'link' | 'test',
        start: { userId: string; landing: string; parameters: URLSearchParams }
    ): Promise<string> {
        const provider = this.#org.metadata.authProviders.get(suffix);
        if (!provider) throw new SignInError('No_Provider', 'There is no Auth. Provider of this name');
        return this.#begin({ provider, ...start, purpose: { kind } });
    }

    async #begin(flow: Flow): Promise<string> {
        // an opaque text that is not safe in a URL as it stands, as the platform's is not
        const state = this.#flows.add(flow, randomBytes(48).toString('base64'));
        const url = new URL(
            await this.#plugin(flow.provider, flow.purpose, () => initiate(this.#org, flow.provider, state))
        );
        // Imitates: a code_challenge of the platform's own — unknown [U14]
        if (flow.provider.isPkceEnabled && this.#org.switches.U14 === 'b') {
            url.searchParams.set('code_challenge', createHash('sha256').update(randomBytes(32)).digest('base64url'));
            url.searchParams.set('code_challenge_method', 'S256');
        }
        for (const [name, value] of this.#forwarded(flow)) url.searchParams.set(name, value);
        return url.href;
    }

    /** Imitates: parameters of the link at the service of a plug-in — unknown [U42] */
    #forwarded({ provider, parameters = new URLSearchParams() }: Flow): [string, string][] {
        const names = this.#org.switches.U42 === 'b' ? ['prompt', ...provider.forwardedParameters] : [];
        return [...parameters].filter(([name]) => names.includes(name));
    }

    async callback(suffix: string, userId: string | undefined, callback: CallbackState): Promise<FlowResult> {
        const parameters = callback.queryParameters;
        const state = parameters.state ?? '';
        const flow = this.#flows.take(state);
        // Imitates: a state that is unknown, or another user's, is not valid — SE 327788 [C]
        if (!flow || flow.provider.name !== suffix || flow.userId !== userId) throw STATE_ERROR();
        const { provider, purpose } = flow;
        // Imitates: who answers a callback with an error — unknown [U30]
        if (parameters.error !== undefined && this.#org.switches.U30 === 'b') {
            throw new SignInError(parameters.error, parameters.error_description ?? GENERIC_ERROR);
        }
        // Imitates: the state that the plug-in sees — unknown [U18]
        const seen = { a: state, b: encodeURIComponent(state), c: randomBytes(48).toString('base64') }[
            this.#org.switches.U18
        ];
        const response = await this.#plugin(provider, purpose, () =>
            handleCallback(this.#org, provider, { ...callback, queryParameters: { ...parameters, state: seen } })
        );
        // Imitates: the plug-in must hand the state back — SE 327788 [C]
        if (response.state !== seen && response.state !== state) throw STATE_ERROR();
        if (!response.oauthToken) throw new SignInError('Remote_Error', GENERIC_ERROR);
        const user = await this.#userInfo(provider, purpose, response);
        if (purpose.kind === 'test') return { kind: 'user-data', user: user ?? { identifier: null } };
        const tokens = { accessToken: response.oauthToken, refreshToken: response.oauthSecretOrRefreshToken };
        if (purpose.kind === 'credential')
            return this.#finishCredential(flow, purpose, tokens, user?.identifier ?? undefined);
        this.#org.authTokens.set(flow.userId, provider.name, { ...tokens, identifier: user?.identifier ?? '' });
        // Imitates: whether the Auth. Provider's own flow reaches named credentials — unknown [U16]
        if (this.#org.switches.U16 === 'b') this.#updateCredentials(flow, tokens, user?.identifier ?? undefined);
        return { kind: 'redirect', url: flow.landing };
    }

    #finishCredential(
        flow: Flow,
        { owner, label, kickoff }: Extract<Purpose, { kind: 'credential' }>,
        tokens: { accessToken: string; refreshToken: string | null },
        account: string | undefined
    ): FlowResult {
        const store = () => {
            this.#store(owner, { ...tokens, account, failed: false });
            if (kickoff !== undefined) this.kickoffs.take(kickoff);
        };
        // Imitates: a page that asks before the tokens count — unknown [U20]
        if (this.#org.switches.U20 === 'a') {
            store();
            return { kind: 'redirect', url: flow.landing };
        }
        const name = this.confirmations.add({ userId: flow.userId, label, landing: flow.landing, store });
        return { kind: 'redirect', url: `${this.#org.domainUrl}/services/auth/confirm/${name}` };
    }

    /** Imitates: a sign-in with another account while the old token is good — unknown [U36] */
    #store(owner: Owner, grant: Grant): void {
        const { credentials, switches } = this.#org;
        const old = credentials.grant(owner);
        const another =
            old !== undefined &&
            !old.failed &&
            old.account !== undefined &&
            grant.account !== undefined &&
            old.account !== grant.account;
        if (another && switches.U36 === 'c')
            throw new SignInError('Another_Account', 'Another account is connected already');
        if (another && switches.U36 === 'b') credentials.addGrant(owner, grant);
        else credentials.replaceGrant(owner, grant);
    }

    #updateCredentials(
        flow: Flow,
        tokens: { accessToken: string; refreshToken: string | null },
        account: string | undefined
    ) {
        for (const external of this.#org.metadata.externalCredentials.values()) {
            const owner = ownerFor(this.#org, flow.userId, external);
            if (owner && external.authProvider === flow.provider.name) {
                this.#org.credentials.replaceGrant(owner, { ...tokens, account, failed: false });
            }
        }
    }

    /** Imitates: getUserInfo in the named-credential flow, others call it — unknown [U26] */
    async #userInfo(provider: AuthProvider, purpose: Purpose, response: TokenResponse): Promise<UserData | undefined> {
        const rule = purpose.kind === 'credential' ? this.#org.switches.U26 : 'c';
        if (rule === 'b') return undefined;
        try {
            return await this.#plugin(provider, purpose, () => getUserInfo(this.#org, provider, response));
        } catch (error) {
            if (rule === 'c' || !(error instanceof SignInError)) throw error;
            return undefined;
        }
    }

    /** Calls the plug-in; what it throws becomes the error that the user gets to see. */
    async #plugin<T>(provider: AuthProvider, purpose: Purpose, call: () => Promise<T>): Promise<T> {
        try {
            return await call();
        } catch (error) {
            const data = apexErrorData(error);
            if (!data) throw error;
            const own = data.exceptionType === 'Auth.AuthProviderPluginException';
            // Imitates: whether the plug-in's words reach the user — unknown [U24]
            const text = own && this.#org.switches.U24 !== 'a' ? data.message.slice(0, MAX_TEXT) : GENERIC_ERROR;
            throw new SignInError('Remote_Error', text, this.#errorUrl(provider, purpose));
        }
    }

    /** Imitates: the Auth. Provider's ErrorUrl after a failed callback — unknown [U24] [U25] */
    #errorUrl(provider: AuthProvider, purpose: Purpose): string | undefined {
        const { U24, U25 } = this.#org.switches;
        return U24 === 'c' && !(purpose.kind === 'credential' && U25 === 'b') ? provider.errorUrl : undefined;
    }
}

/** Imitates: where the browser goes after a failed sign-in — django-allauth issue 2908 [C] */
export function errorLocation(org: Org, error: SignInError): string {
    const url = new URL(error.errorUrl ?? '/_nc_external/identity/sso/ui/AuthorizationError', org.domainUrl);
    url.searchParams.set('ErrorCode', error.code);
    url.searchParams.set('ErrorDescription', error.message);
    return url.href;
}
