import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import fastify from 'fastify';
import type { Pages } from './build.ts';
import { lightningRoutes } from './routes.ts';

describe('lightning/routes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'routes-'));
    writeFileSync(path.join(folder, 'lwc.js'), 'export {};');
    const pages: Pages = {
        site: {
            labels: { Sample_Title: 'Envelopes' },
            recordPages: {},
            tabs: {},
            apps: {},
            lists: {},
            actions: {},
            experienceSites: []
        },
        translations: new Map([['de', { Sample_Title: 'Umschläge' }]]),
        bundles: new Map([['sample', { code: "define('c/sample', [], () => ({}));", imports: [] }]]),
        vendorFolder: folder,
        hostFolder: folder
    };
    const app = fastify();
    const RECORD = '/lightning/r/Account/001000000000001AAA/view';

    before(async () => {
        await app.register(lightningRoutes, { pages, isSignedIn: ({ headers }) => headers.cookie === 'sid=erin' });
    });
    after(async () => {
        await app.close();
        rmSync(folder, { recursive: true });
    });

    describe('Lightning pages', () => {
        test('go to whoever is signed in, under a policy without inline script and foreign hosts', async () => {
            const page = await app.inject({ url: RECORD, headers: { cookie: 'sid=erin' } });
            assert.equal(page.statusCode, 200);
            const policy = String(page.headers['content-security-policy']);
            assert.match(policy, /script-src 'self' 'unsafe-eval';/);
            assert.doesNotMatch(policy, /https?:|\*/);
            assert.equal(page.headers['cross-origin-opener-policy'], undefined);
            assert.doesNotMatch(page.body, /<script(?![^>]*\bsrc=)/);
        });

        test('send everybody else to the login page, and back afterwards', async () => {
            const answer = await app.inject('/lightning/n/Back?c__connection=A%26B');
            assert.equal(answer.statusCode, 302);
            assert.equal(
                answer.headers.location,
                `/?startURL=${encodeURIComponent('/lightning/n/Back?c__connection=A%26B')}`
            );
        });

        test('come in the language that is asked for, or in that of the org where there is no translation', async () => {
            const labels = async (query: string) =>
                (await app.inject(`/lightning/_host/site.json${query}`)).json<Pages['site']>().labels;
            assert.deepEqual(await labels('?language=de'), { Sample_Title: 'Umschläge' });
            assert.deepEqual(await labels('?language=fr'), { Sample_Title: 'Envelopes' });
            assert.deepEqual(await labels(''), { Sample_Title: 'Envelopes' });
        });

        test('come with the bundles and vendor modules, and a missing one is missing', async () => {
            const bundle = await app.inject('/lightning/_host/c/sample.js');
            assert.match(bundle.body, /^define\('c\/sample'/);
            assert.match(String(bundle.headers['content-type']), /^text\/javascript/);
            assert.equal((await app.inject('/lightning/_host/vendor/lwc.js')).statusCode, 200);
            assert.equal((await app.inject('/lightning/_host/c/other.js')).statusCode, 404);
            assert.equal((await app.inject('/lightning/_host/vendor/../../package.json')).statusCode, 404);
        });
    });
});
