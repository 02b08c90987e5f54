/** Serves Lightning pages: the shell, the page host, and the compiled components. */
import { createRequire } from 'node:module';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pages } from './build.ts';

const require = createRequire(import.meta.url);
const designSystem = path.join(
    path.dirname(require.resolve('@salesforce-ux/design-system-2/package.json')),
    'dist/css/bundled'
);

// Imitates: the policy of Lightning pages, without inline script though; no Cross-Origin-Opener-Policy — LWC developer guide: Content Security Policy overview [L]
const HEADERS = {
    'content-security-policy': [
        "default-src 'self'",
        "script-src 'self' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "object-src 'none'",
        "base-uri 'self'"
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'origin-when-cross-origin',
    'cache-control': 'no-cache, must-revalidate, private'
};

export interface LightningRoutesOptions {
    readonly pages: Pages;
    readonly isSignedIn: (request: FastifyRequest) => boolean;
}

export async function lightningRoutes(
    app: FastifyInstance,
    { pages, isSignedIn }: LightningRoutesOptions
): Promise<void> {
    await app.register(fastifyStatic, { root: [import.meta.dirname, pages.hostFolder, designSystem], serve: false });
    await app.register(fastifyStatic, {
        root: pages.vendorFolder,
        prefix: '/lightning/_host/vendor/',
        decorateReply: false
    });

    const file = (name: string) => (_request: FastifyRequest, reply: FastifyReply) => reply.sendFile(name);
    app.get('/lightning/_host/host.js', file('host.js'));
    app.get('/lightning/_host/host.css', file('host.css'));
    app.get('/lightning/_host/slds.css', file('slds2.cosmos.css'));
    app.get('/lightning/_host/slds-classic.css', file('slds2.lightning-blue.css'));
    app.get<{ Querystring: { language?: string } }>('/lightning/_host/site.json', ({ query }) => ({
        ...pages.site,
        labels: pages.translations.get(query.language ?? '') ?? pages.site.labels
    }));
    app.get<{ Params: { name: string } }>('/lightning/_host/c/:name.js', (request, reply) => {
        const bundle = pages.bundles.get(request.params.name);
        if (bundle) void reply.type('text/javascript').send(bundle.code);
        else reply.callNotFound();
    });

    const shell = (request: FastifyRequest, reply: FastifyReply) =>
        isSignedIn(request)
            ? reply.headers(HEADERS).sendFile('shell.html')
            : reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`);
    app.get('/lightning/r/:object/:id/view', shell);
    app.get('/lightning/n/:tab', shell);
    app.get('/lightning/o/:object/:action', shell);
    app.get('/lightning/page/home', shell);
    app.get('/lightning/app/:app', shell);
    app.get('/local/component/:name', shell);
    app.get('/local/flow-screen/:name', shell);
    app.get('/gallery', shell);
    for (const { basePath } of pages.site.experienceSites) {
        app.get(basePath, shell);
        app.get(`${basePath}/:page`, shell);
    }
}
