import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import formbody from '@fastify/formbody';
import fastify from 'fastify';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { handlerOf, type Listener } from '../shared/http-server.ts';
import { apiRoutes } from './api.ts';
import { DEFAULT_SETTINGS, type ControlSettings, type ControlUpdate } from './control.ts';
import { controlRoutes } from './control-panel.ts';
import { Journal } from './journal.ts';
import { createOAuthServer } from './oauth.ts';
import { messagePage, STYLE } from './pages.ts';
import { signInRoutes } from './sign-in.ts';
import { Storage } from './storage.ts';

export interface AcmeSign {
    url: string;
    clientId: string;
    clientSecret: string;
    journal: Journal;
    settings: Readonly<ControlSettings>;
    control(update: Partial<ControlUpdate>): void;
}

const OWN_PAGES = ['/sign-in/', '/api/', '/control', '/assets/'];

function scopeOf(path: string): ControlSettings['outageScope'] {
    if (path.startsWith('/api/')) return 'api';
    return path === '/token' ? 'token' : 'everything';
}

/** Whether the request goes on: an outage answers it here, delays it, or leaves it without an answer. */
async function survivesOutage(path: string, response: ServerResponse, settings: ControlSettings): Promise<boolean> {
    const hit = settings.outageScope === 'everything' || settings.outageScope === scopeOf(path);
    if (settings.outage === 'none' || !hit || path.startsWith('/control') || path.startsWith('/assets/')) return true;
    switch (settings.outage) {
        case 'unavailable':
            response
                .writeHead(503, {
                    'retry-after': String(settings.retryAfterSeconds),
                    'content-type': 'text/html; charset=utf-8'
                })
                .end(messagePage('Acme Sign is down for maintenance', 'Please try again later.'));
            return false;
        case 'slow':
            await new Promise((resolve) => setTimeout(resolve, settings.slowSeconds * 1000).unref());
            return true;
        case 'timeout':
            return false;
    }
}

/** Serves Acme Sign on the listener. */
export async function serveAcmeSign(
    listener: Listener,
    options: { redirectUris: string[]; settings?: Partial<ControlSettings> }
): Promise<AcmeSign> {
    const url = `http://127.0.0.1:${listener.port}`;
    const clientId = 'northwind-org';
    const clientSecret = randomBytes(24).toString('base64url');
    const initial: ControlSettings = { ...DEFAULT_SETTINGS, ...options.settings };
    const settings = { ...initial };
    const storage = new Storage();
    const journal = new Journal();
    const oauth = createOAuthServer({
        issuer: url,
        clientId,
        clientSecret,
        redirectUris: options.redirectUris,
        settings,
        storage
    });

    function control({ settings: changes = {}, actions = [] }: Partial<ControlUpdate>): void {
        Object.assign(settings, changes);
        for (const action of actions) {
            switch (action) {
                case 'expire-access-tokens':
                    storage.forget('AccessToken', 'ClientCredentials');
                    break;
                case 'end-sign-ins':
                    storage.forget('AccessToken', 'ClientCredentials', 'RefreshToken', 'Grant', 'Session');
                    break;
                case 'reset':
                    storage.forgetAll();
                    journal.clear();
                    Object.assign(settings, initial);
            }
        }
    }

    const app = fastify();
    await app.register(formbody);
    app.get('/assets/acme-sign.css', (_request, reply) => reply.type('text/css').send(STYLE));
    app.get('/', (_request, reply) => reply.redirect('/control'));
    apiRoutes(app, oauth, settings);
    controlRoutes(app, { settings, journal, apply: control });
    await app.register((scope, _options, done) => {
        signInRoutes(scope, oauth, settings);
        done();
    });
    const ownPages = await handlerOf(app);
    const grantTypes = new WeakMap<ServerResponse, string>();
    oauth.use(async (ctx, next) => {
        await next();
        const { params } = ctx.oidc as KoaContextWithOIDC['oidc'];
        const grantType = params?.grant_type;
        if (typeof grantType === 'string') grantTypes.set(ctx.res, grantType);
    });
    const standards = oauth.callback();
    oauth.on('server_error', (ctx: { path: string }, error: Error) => {
        console.error(`Acme Sign failed at ${ctx.path}: ${error.name}: ${error.message}`);
    });

    async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const path = new URL(request.url ?? '/', url).pathname;
        const at = new Date().toISOString();
        if (!path.startsWith('/control') && !path.startsWith('/assets/')) {
            response.on('close', () => {
                const grantType = grantTypes.get(response);
                journal.add({
                    at,
                    method: request.method ?? '',
                    // the last part of a sign-in page's address identifies one person's sign-in
                    path: path.replace(/^\/(sign-in|auth)\/.+/, '/$1/…'),
                    status: response.statusCode,
                    ...(grantType === undefined ? {} : { grantType })
                });
            });
        }
        if (!(await survivesOutage(path, response, settings))) return;
        if (settings.openerPolicy && /^\/(auth|sign-in)\b/.test(path)) {
            response.setHeader('cross-origin-opener-policy', 'same-origin');
        }
        const own = path === '/' || OWN_PAGES.some((prefix) => path.startsWith(prefix));
        if (own) ownPages(request, response);
        else await standards(request, response);
    }

    listener.serve((request, response) => {
        answer(request, response).catch((error: unknown) => {
            console.error(`Acme Sign failed: ${error instanceof Error ? error.name : 'unknown error'}`);
            response.writeHead(500).end();
        });
    });
    return { url, clientId, clientSecret, journal, settings, control };
}
