import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AuthFlow, errorLocation, SignInError } from './auth-flow.ts';
import { isOwnPath, KICKOFF_PATH } from './kickoffs.ts';
import type { Org } from './org.ts';
import { confirmPage, connectedPage, problemPage, userDataPage } from './pages.ts';
import { SESSION_COOKIE, type Sessions } from './sessions.ts';

type Query = Record<string, string | undefined>;

function flatten(values: Record<string, unknown>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    );
}

/** My Domain: kick-off URLs, the callback, and the platform's pages around them. */
export function authRoutes(app: FastifyInstance, org: Org, flow: AuthFlow, sessions: Sessions): void {
    const sendHtml = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text);

    const sendToLogin = (request: FastifyRequest, reply: FastifyReply) =>
        reply.redirect(`${org.pageUrl}/?startURL=${encodeURIComponent(request.url)}`);

    /** The user of the session, or undefined after the browser was sent to log in. */
    function userOrLogin(request: FastifyRequest, reply: FastifyReply): string | undefined {
        const userId = sessions.userId(request);
        if (userId === undefined) void sendToLogin(request, reply);
        return userId;
    }

    app.setErrorHandler((error: Error, _request, reply) => {
        if (error instanceof SignInError) return reply.redirect(errorLocation(org, error));
        console.error(`A sign-in failed: ${error.name}: ${error.message}`);
        return sendHtml(
            reply.code(500),
            problemPage('Unexpected_Error', 'The local org could not go on; see its output')
        );
    });

    // Imitates: a session on My Domain by a one-time pass — Salesforce docs: frontdoor.jsp [L]
    app.get<{ Querystring: Query }>('/secur/frontdoor', (request, reply) => {
        const sid = sessions.redeemPass(request.query.otp ?? '');
        const path = request.query.startURL ?? '/';
        if (sid !== undefined) reply.setCookie(SESSION_COOKIE, sid, { path: '/', httpOnly: true, sameSite: 'lax' });
        const host = path.startsWith('/services/') ? org.domainUrl : org.pageUrl;
        return reply.redirect(new URL(host + (isOwnPath(path) ? path : '/')).href);
    });

    for (const path of [KICKOFF_PATH, `/:site${KICKOFF_PATH}`]) {
        app.get<{ Querystring: Query }>(path, async (request, reply) => {
            const start = request.query.start ?? '';
            if (flow.kickoffs.get(start)?.isLoggedOut) return sendToLogin(request, reply);
            const userId = userOrLogin(request, reply);
            if (userId === undefined) return reply;
            return reply.redirect(await flow.beginFromKickoff(start, userId));
        });
    }

    app.get<{ Params: { kind: string; suffix: string }; Querystring: Query }>(
        '/services/auth/:kind/:suffix',
        async (request, reply) => {
            const { kind, suffix } = request.params;
            if (kind !== 'oauth' && kind !== 'link' && kind !== 'test') {
                // single sign-on needs a registration handler, which no Auth. Provider here has
                throw new SignInError('No_Registration_Handler', 'This Auth. Provider cannot log users in');
            }
            const userId = userOrLogin(request, reply);
            if (userId === undefined) return reply;
            const startUrl = request.query.startURL ?? '/';
            // Imitates: startURL must be relative — Salesforce docs: Auth. Provider request parameters [C]
            const path = startUrl.startsWith('/') ? startUrl : `/${startUrl}`;
            if (/^[a-z][\w+.-]*:/i.test(startUrl) || !isOwnPath(path)) {
                throw new SignInError('Invalid_Start_Url', 'startURL must be relative');
            }
            const landing = new URL(org.pageUrl + path).href;
            const parameters = new URLSearchParams(flatten(request.query));
            return reply.redirect(await flow.begin(suffix, kind, { userId, landing, parameters }));
        }
    );

    app.get<{ Params: { suffix: string }; Querystring: Query }>(
        '/services/auth/xds/:org/:suffix',
        async (request, reply) => {
            const userId = userOrLogin(request, reply);
            if (userId === undefined) return reply;
            const { suffix } = request.params;
            return reply.redirect(await flow.beginLegacy(suffix, userId, request.query.startURL ?? ''));
        }
    );

    async function callback(
        request: FastifyRequest<{ Params: { suffix: string }; Querystring: Query }>,
        reply: FastifyReply
    ) {
        const body = typeof request.body === 'object' && request.body !== null ? flatten({ ...request.body }) : {};
        const result = await flow.callback(request.params.suffix, sessions.userId(request), {
            headers: flatten(request.headers),
            body: Object.keys(body).length > 0 ? new URLSearchParams(body).toString() : null,
            queryParameters: { ...flatten(request.query), ...body }
        });
        return result.kind === 'redirect' ? reply.redirect(result.url) : sendHtml(reply, userDataPage(result.user));
    }
    app.get('/services/authcallback/:suffix', callback);
    // RFC: OAuth 2.0 Form Post Response Mode
    app.post('/services/authcallback/:suffix', callback);

    app.get<{ Params: { name: string } }>('/services/auth/confirm/:name', (request, reply) => {
        const confirmation = flow.confirmations.get(request.params.name);
        if (!confirmation || confirmation.userId !== sessions.userId(request)) {
            throw new SignInError('Confirmation_Expired', 'This page was used or is too old');
        }
        return sendHtml(reply, confirmPage(confirmation.label, org.switches.U20 === 'c'));
    });

    app.post<{ Params: { name: string }; Body: { answer?: string } }>(
        '/services/auth/confirm/:name',
        (request, reply) => {
            const confirmation = flow.confirmations.take(request.params.name);
            if (!confirmation || confirmation.userId !== sessions.userId(request)) {
                throw new SignInError('Confirmation_Expired', 'This page was used or is too old');
            }
            if (request.body.answer === 'confirm') confirmation.store();
            return reply.redirect(confirmation.landing, 303);
        }
    );

    app.get('/services/auth/connected', (_request, reply) => sendHtml(reply, connectedPage()));

    app.get<{ Querystring: Query }>('/_nc_external/identity/sso/ui/AuthorizationError', (request, reply) =>
        sendHtml(reply, problemPage(request.query.ErrorCode ?? '', request.query.ErrorDescription ?? ''))
    );
}
