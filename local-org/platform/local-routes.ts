import type { FastifyInstance, FastifyReply } from 'fastify';
import type { EventHub } from './events.ts';
import { ownerFor } from './callouts.ts';
import { isOwnPath, kickoffUrl, type Kickoff, type ShortLived } from './kickoffs.ts';
import type { Org } from './org.ts';
import { loginPage, settingsPage, STYLE } from './pages.ts';
import { SESSION_COOKIE, type Sessions } from './sessions.ts';
import { parseSwitches, type Switches } from './switches.ts';

export interface LocalControls {
    /** Back to how the org was when it started. */
    reset: () => Promise<void>;
    setSwitches: (changes: Partial<Switches>) => Promise<void>;
    /** The page that a login leads to. */
    home: string;
}

interface LoginForm {
    username?: string;
    startURL?: string;
}

/** What has no counterpart on the platform: the list of users to log in as, and the handles for tests. */
export function localRoutes(
    app: FastifyInstance,
    org: Org,
    sessions: Sessions,
    kickoffs: ShortLived<Kickoff>,
    events: EventHub,
    controls: LocalControls
): void {
    const sendHtml = (reply: FastifyReply, text: string) => reply.type('text/html; charset=utf-8').send(text);

    app.get('/local/style.css', (_request, reply) => reply.type('text/css').send(STYLE));

    app.get<{ Querystring: { startURL?: string } }>('/', (request, reply) =>
        sessions.userId(request) !== undefined && request.query.startURL === undefined
            ? reply.redirect(controls.home)
            : sendHtml(reply, loginPage(org.users.all, request.query.startURL))
    );

    app.post<{ Body: LoginForm }>('/local/login', (request, reply) => {
        const user = org.users.byUsername(request.body.username ?? '');
        if (!user) return reply.code(400).send({ message: 'There is no such user' });
        const sid = sessions.create(user.id);
        const wanted = request.body.startURL ?? controls.home;
        const handover = new URL('/secur/frontdoor', org.domainUrl);
        handover.searchParams.set('otp', sessions.issuePass(sid));
        handover.searchParams.set('startURL', isOwnPath(wanted) ? wanted : controls.home);
        reply.setCookie(SESSION_COOKIE, sid, { path: '/', httpOnly: true, sameSite: 'lax' });
        return reply.redirect(handover.href, 303);
    });

    app.post('/local/logout', (request, reply) => {
        sessions.end(request);
        return reply.clearCookie(SESSION_COOKIE, { path: '/' }).redirect('/', 303);
    });

    app.get('/local/session', (request, reply) => {
        const user = org.users.byId(sessions.userId(request) ?? '');
        if (!user) return reply.code(401).send({ message: 'Not logged in' });
        return {
            userId: user.id,
            username: user.username,
            name: `${user.firstName} ${user.lastName}`,
            email: user.email,
            orgId: org.id,
            orgName: org.name,
            customPermissions: org.users.customPermissions(user.id),
            userPermissions: org.users.userPermissions(user.id),
            ...org.users.navigation(user.id)
        };
    });

    app.get('/local/events', (request, reply) => {
        const userId = sessions.userId(request);
        if (userId === undefined) return reply.code(401).send({ message: 'Not logged in' });
        reply.hijack();
        events.subscribe(reply.raw, userId);
        return reply;
    });

    app.get('/lightning/settings/personal/ExternalCredentials/home', (request, reply) => {
        const userId = sessions.userId(request);
        if (userId === undefined) return reply.redirect(`/?startURL=${encodeURIComponent(request.url)}`);
        const rows = [...org.metadata.externalCredentials.values()].flatMap((external) => {
            const owner = ownerFor(org, userId, external);
            if (owner?.userId !== userId || external.protocol !== 'Oauth') return [];
            const status = org.credentials.grant(owner) ? 'Configured' : 'Not Configured';
            return [{ external, status, url: kickoffUrl(org, kickoffs, { owner, userId, returnUrl: undefined }) }];
        });
        return sendHtml(reply, settingsPage(rows));
    });

    app.get('/local/switches', () => org.switches);

    app.post('/local/switches', async (request, reply) => {
        let changes: Partial<Switches>;
        try {
            changes = parseSwitches(request.body);
        } catch (error) {
            return reply.code(400).send({ message: error instanceof Error ? error.message : 'unknown error' });
        }
        await controls.setSwitches(changes);
        return org.switches;
    });

    // as if an administrator edited the Auth. Provider in Setup
    app.post<{ Params: { name: string }; Body: Record<string, string> }>(
        '/local/auth-providers/:name',
        (request, reply) => {
            const provider = org.metadata.authProviders.get(request.params.name);
            if (!provider) return reply.code(404).send({ message: 'There is no such Auth. Provider' });
            Object.assign(provider.configuration, request.body);
            return reply.code(204).send();
        }
    );

    app.post('/local/reset', async (_request, reply) => {
        await controls.reset();
        return reply.code(204).send();
    });

    app.post<{ Body: { seconds?: unknown } }>('/local/clock', async (request, reply) => {
        const { seconds } = request.body;
        if (typeof seconds !== 'number') return reply.code(400).send({ message: 'seconds takes a number' });
        await org.engine.request('advanceClock', { seconds });
        return reply.code(204).send();
    });
}
