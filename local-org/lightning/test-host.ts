/** Serves the pages of a small project to a browser, for tests: the org behind them answers what the test says. */
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { after } from 'node:test';
import { chromium, type Browser } from '@playwright/test';
import fastify, { type FastifyInstance } from 'fastify';
import { launchOptions } from '../../e2e/browser.ts';
import { buildPages } from './build.ts';
import { lightningRoutes } from './routes.ts';
import type { ExperienceSite } from './site.ts';
import { projectIn, temporaryFolder } from './test-project.ts';

interface Host {
    readonly url: string;
    readonly browser: Browser;
}

type StartHost = (
    files: Record<string, string>,
    answers: (app: FastifyInstance) => void,
    session?: Partial<typeof SESSION>,
    experienceSites?: readonly ExperienceSite[]
) => Promise<Host>;

const SESSION = {
    userId: '005000000000001AAA',
    name: 'Erin Sample',
    orgName: 'Sample',
    customPermissions: ['Sample_Edit'],
    userPermissions: [],
    apps: [] as string[],
    tabs: [] as string[]
};

/** What the user has behind the bell. */
export const notifications: object[] = [];
const streams = new Set<ServerResponse>();

/** Sends an event to every open page. */
export function tell(event: string, data: unknown): void {
    for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Gives a test file what starts hosts, all of which end after its tests. */
export function useHosts(): StartHost {
    const folder = temporaryFolder();
    const running: (() => Promise<unknown>)[] = [];
    after(async () => {
        for (const end of running) await end();
    });

    return async (files, answers, session = {}, experienceSites = []) => {
        const app = fastify({ forceCloseConnections: true });
        const out = path.join(import.meta.dirname, '../../.build/lightning');
        const pages = await buildPages({ project: projectIn(folder, files), out, experienceSites });
        await app.register(lightningRoutes, { pages, isSignedIn: () => true });
        app.get('/local/session', () => ({ ...SESSION, ...session }));
        app.get('/local/notifications', () => notifications);
        app.get('/local/events', (_request, reply) => {
            reply.hijack().raw.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
            streams.add(reply.raw);
            reply.raw.on('close', () => streams.delete(reply.raw));
        });
        answers(app);
        const url = await app.listen({ port: 0, host: '127.0.0.1' });
        const browser = await chromium.launch(launchOptions());
        running.push(
            () => browser.close(),
            () => app.close()
        );
        return { url, browser };
    };
}
