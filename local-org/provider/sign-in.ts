import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionResults, Provider } from 'oidc-provider';
import type { ControlSettings } from './control.ts';
import { accountPage, consentPage, loginPage, messagePage } from './pages.ts';

const ACCOUNT = /^[\w.@+-]{1,64}$/;

interface SignInForm {
    step?: string;
    login?: string;
}

/** The pages a person sees between /auth and the way back: who are you, and may they? */
export function signInRoutes(app: FastifyInstance, provider: Provider, settings: ControlSettings): void {
    const detailsOf = (request: FastifyRequest, reply: FastifyReply) =>
        provider.interactionDetails(request.raw, reply.raw);
    type Details = Awaited<ReturnType<typeof detailsOf>>;

    async function finish(request: FastifyRequest, reply: FastifyReply, result: InteractionResults, merge: boolean) {
        const next = await provider.interactionResult(request.raw, reply.raw, result, {
            mergeWithLastSubmission: merge
        });
        return reply.redirect(next, 303);
    }

    const denied = (request: FastifyRequest, reply: FastifyReply) =>
        finish(request, reply, { error: 'access_denied', error_description: 'The user refused access' }, false);

    async function consentResult({ params, session, grantId, prompt }: Details): Promise<InteractionResults> {
        const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
        const grant =
            existing ?? new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) });
        const { missingOIDCScope, missingOIDCClaims } = prompt.details as {
            missingOIDCScope?: string[];
            missingOIDCClaims?: string[];
        };
        if (missingOIDCScope) grant.addOIDCScope(missingOIDCScope.join(' '));
        if (missingOIDCClaims) grant.addOIDCClaims(missingOIDCClaims);
        return { consent: { grantId: await grant.save() } };
    }

    const loginHintOf = ({ params }: Details) => (typeof params.login_hint === 'string' ? params.login_hint : '');

    app.get('/sign-in/:uid', async (request, reply) => {
        const details = await detailsOf(request, reply);
        reply.type('text/html; charset=utf-8');
        const account = details.session?.accountId;
        if (details.prompt.name === 'select_account' && account !== undefined) return accountPage(account);
        if (details.prompt.name !== 'consent') return loginPage({ loginHint: loginHintOf(details) });
        if (settings.consent === 'denied') return denied(request, reply);
        const client = await provider.Client.find(String(details.params.client_id));
        return consentPage({
            client: client?.clientName ?? String(details.params.client_id),
            account: account ?? '',
            scopes: String(details.params.scope).split(' ')
        });
    });

    app.post<{ Body: SignInForm }>('/sign-in/:uid', async (request, reply) => {
        const details = await detailsOf(request, reply);
        const { step, login = '' } = request.body;
        if (step === 'cancel') return denied(request, reply);
        if (step === 'consent') return finish(request, reply, await consentResult(details), true);
        if (step === 'same') return finish(request, reply, { select_account: {} }, false);
        if (step === 'other') {
            reply.type('text/html; charset=utf-8');
            return loginPage({ loginHint: loginHintOf(details) });
        }
        const name = login.trim().toLowerCase();
        if (!ACCOUNT.test(name)) {
            reply.code(400).type('text/html; charset=utf-8');
            return loginPage({
                loginHint: login,
                problem: 'Enter the name of your account: letters, digits, . @ + _ -'
            });
        }
        const accountId = settings.account || name;
        return finish(request, reply, { login: { accountId, remember: false }, select_account: {} }, false);
    });

    app.setErrorHandler((error: Error, _request, reply) => {
        // an interaction that ended, or belongs to another browser
        const known = error.name === 'SessionNotFound' || error.message === 'invalid_request';
        reply.code(known ? 400 : 500).type('text/html; charset=utf-8');
        return known
            ? messagePage('This sign-in has ended', 'Close this window and start again where you came from.')
            : messagePage('Something went wrong', 'Acme Sign could not continue with this sign-in.');
    });
}
