import { createHash, createHmac } from 'node:crypto';
import type { CalloutRequest, CalloutResponse } from './callouts.ts';
import type { ApexEngine } from './org.ts';

interface PluginCall {
    userId: string;
    class: string;
    method: string;
    configuration: Record<string, string>;
    events: string;
    state?: string;
    callbackState?: { headers: Record<string, string>; queryParameters: Record<string, string> };
    tokenResponse?: { oauthToken: string };
    refreshToken?: string | null;
}

type Tokens = { access_token?: string; refresh_token?: string; error?: string };

/** Fails as a plug-in does: with an Apex exception that crossed from the engine. */
export function apexFailure(exceptionType: string, message: string): Error {
    return Object.assign(new Error(message), { data: { exceptionType, message } });
}

/**
 * An engine for tests of the platform alone: it runs no Apex but a small OAuth plug-in in TypeScript, which does over
 * callouts what any plug-in does. `override` replaces one of its methods for a test.
 */
export class TestEngine implements ApexEngine {
    readonly calls: PluginCall[] = [];
    override: Record<string, (call: PluginCall) => unknown> = {};
    platform: (method: string, params: unknown) => Promise<unknown> = () => Promise.reject(new Error('not connected'));
    readonly #callbackUrl: string;

    constructor(callbackUrl: string) {
        this.#callbackUrl = callbackUrl;
    }

    close = () => Promise.resolve();

    request = async (method: string, params: object): Promise<unknown> => {
        if (method !== 'plugin') return this.override[method]?.(params as PluginCall) ?? {};
        const call = params as PluginCall;
        this.calls.push(call);
        const replacement = this.override[call.method];
        if (replacement) return replacement(call);
        switch (call.method) {
            case 'initiate':
                return { url: this.#authorizeUrl(call) };
            case 'handleCallback':
                return this.#exchange(call);
            case 'getUserInfo':
                return this.#userInfo(call);
            default:
                return this.#refresh(call);
        }
    };

    callsTo(method: string): PluginCall[] {
        return this.calls.filter((call) => call.method === method);
    }

    #verifier(state: string): string {
        return createHmac('sha256', 'a key of the test').update(state).digest('base64url');
    }

    #authorizeUrl({ configuration, state = '' }: PluginCall): string {
        const url = new URL(configuration.Authorize_Url__c ?? '');
        url.search = new URLSearchParams({
            client_id: configuration.Client_Id__c ?? '',
            response_type: 'code',
            redirect_uri: this.#callbackUrl,
            scope: 'openid profile email envelopes.read',
            state,
            code_challenge: createHash('sha256').update(this.#verifier(state)).digest('base64url'),
            code_challenge_method: 'S256'
        }).toString();
        return url.href;
    }

    async #callout(
        call: PluginCall,
        request: Partial<CalloutRequest> & { endpoint: string }
    ): Promise<{ status: number; body: Tokens }> {
        const answer = (await this.platform('callout', {
            userId: call.userId,
            transaction: `plugin-${this.calls.length}`,
            method: 'GET',
            headers: {},
            bodyBase64: '',
            timeoutMs: 10_000,
            ...request
        })) as CalloutResponse;
        const text = Buffer.from(answer.bodyBase64, 'base64').toString();
        return { status: answer.statusCode, body: (answer.statusCode < 500 ? JSON.parse(text) : {}) as Tokens };
    }

    #token(call: PluginCall, fields: Record<string, string>) {
        return this.#callout(call, {
            endpoint: call.configuration.Token_Url__c ?? '',
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            bodyBase64: Buffer.from(new URLSearchParams(fields).toString()).toString('base64')
        });
    }

    async #exchange(call: PluginCall) {
        const { error, code = '', state = '' } = call.callbackState?.queryParameters ?? {};
        if (error !== undefined) throw apexFailure('Auth.AuthProviderPluginException', `The provider said ${error}`);
        const { body } = await this.#token(call, {
            grant_type: 'authorization_code',
            code,
            redirect_uri: this.#callbackUrl,
            code_verifier: this.#verifier(state)
        });
        if (body.error !== undefined)
            throw apexFailure('Auth.AuthProviderPluginException', `The exchange failed: ${body.error}`);
        return {
            provider: 'Acme_Sign',
            oauthToken: body.access_token,
            oauthSecretOrRefreshToken: body.refresh_token ?? null,
            state
        };
    }

    async #userInfo(call: PluginCall) {
        const { body } = await this.#callout(call, {
            endpoint: call.configuration.User_Info_Url__c ?? '',
            headers: { Authorization: `Bearer ${call.tokenResponse?.oauthToken ?? ''}` }
        });
        return { identifier: (body as { sub?: string }).sub ?? null };
    }

    async #refresh(call: PluginCall) {
        const { status, body } = await this.#token(call, {
            grant_type: 'refresh_token',
            refresh_token: call.refreshToken ?? ''
        });
        if (status >= 500) throw apexFailure('System.CalloutException', 'Read timed out');
        if (body.error !== undefined) return { accessToken: null, refreshToken: null, error: body.error };
        return { accessToken: body.access_token, refreshToken: body.refresh_token ?? null, error: null };
    }
}
