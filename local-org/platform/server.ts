import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import type { Pages } from '../lightning/build.ts';
import { lightningRoutes } from '../lightning/routes.ts';
import type { AuthFlow } from './auth-flow.ts';
import { authRoutes } from './auth-routes.ts';
import { callAuthToken } from './auth-token.ts';
import { Callouts, type CalloutRequest } from './callouts.ts';
import { NamedCredentials, type Caller } from './connect-api.ts';
import { dataRoutes, type SeedRecord } from './data-routes.ts';
import { localRoutes, type LocalControls } from './local-routes.ts';
import { notificationRoutes } from './notifications.ts';
import type { Org } from './org.ts';
import type { Stand } from './stand.ts';

/** What the engine asks of the platform while Apex runs. */
export function apexRequests(org: Org, flow: AuthFlow): (method: string, params: unknown) => Promise<unknown> {
    const callouts = new Callouts(org);
    const namedCredentials = new NamedCredentials(org, flow.kickoffs);
    return async (method, params) => {
        switch (method) {
            case 'callout':
                return callouts.send(params as CalloutRequest);
            case 'connectApi': {
                const call = params as Caller & { method: string; args: unknown[] };
                return namedCredentials.call(call, call.method, call.args);
            }
            case 'authToken': {
                const call = params as { userId: string; method: string; args: string[] };
                return callAuthToken(org, call.userId, call.method, call.args);
            }
            default:
                throw new Error(`The platform does not know the request ${method}`);
        }
    };
}

export interface OrgServerOptions extends Omit<Stand, 'clear'> {
    seeds: readonly SeedRecord[];
    controls: LocalControls;
    /** Left out by tests that need no Lightning pages. */
    pages?: Pages;
}

/** The org's web server: Lightning pages on one host, My Domain on the other. */
export async function createOrgServer(options: OrgServerOptions): Promise<FastifyInstance> {
    const { org, flow, events, sessions, notifications } = options;
    const app = fastify({ bodyLimit: 4_000_000 });
    await app.register(cookie);
    await app.register(formbody);

    const pageHost = new URL(org.pageUrl).host;
    app.addHook('onRequest', async (request, reply) => {
        const { origin, host } = request.headers;
        // another site must not write through a visitor's browser
        if (request.method !== 'GET' && origin !== undefined && origin !== org.pageUrl && origin !== org.domainUrl) {
            return reply.code(403).send({ message: 'Not from this site' });
        }
        // Imitates: Lightning lives on another host than My Domain — Salesforce docs: My Domain URL formats [C]
        const onDomain = /^\/(services|secur|_nc_external|local)\b/.test(request.url);
        if (request.method === 'GET' && host !== pageHost && !onDomain)
            return reply.redirect(org.pageUrl + request.url);
        return undefined;
    });
    app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
        const status = error.statusCode ?? 500;
        if (status >= 500)
            console.error(
                `${request.method} ${request.url.split('?', 1)[0] ?? ''} failed: ${error.name}: ${error.message}`
            );
        return reply
            .code(status)
            .send({ message: status < 500 ? error.message : 'The local org failed; see its output' });
    });

    await app.register((scope, _options, done) => {
        authRoutes(scope, org, flow, sessions);
        done();
    });
    dataRoutes(app, org, sessions, options.seeds);
    localRoutes(app, org, sessions, flow.kickoffs, events, options.controls);
    notificationRoutes(app, sessions, notifications);
    if (options.pages) {
        await app.register(lightningRoutes, {
            pages: options.pages,
            isSignedIn: (request) => sessions.userId(request) !== undefined
        });
    }
    return app;
}
