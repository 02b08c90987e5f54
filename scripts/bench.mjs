/**
 * npm run bench [-- --json]: what the product costs beside its budgets (docs: design, "Budgets"). Counts are exact; the
 * engine takes them while it runs the shipped Apex. Seconds depend on the machine, so nothing here passes or fails.
 */
import { parseArgs } from 'node:util';
import { apexSuite } from './lib/apex-suite.mjs';
import { asNamedPrincipal, projectWithConnections, statuses } from './lib/many-connections.mjs';
import { pageCalls } from './lib/page-calls.mjs';
import { prepare, root } from './lib/prepare.mjs';

const USER = '005000000000001AAA';
const SCHEDULER = '005000000000002AAA';
const MINUTES = 60;
const SHARED = 200;
const CHECKS = 200;
const RETURN_PATH = '/lightning/n/Reauth_Return?c__connection=Acme_Sign';

const json = (statusCode, value) => ({
    statusCode,
    status: '',
    headers: { 'Content-Type': 'application/json' },
    bodyBase64: Buffer.from(JSON.stringify(value)).toString('base64')
});

/** The service: it works, or the platform hands out the 401 of a refused token. */
function service() {
    let works = true;
    let asked = 0;
    const answers = {
        callout: () =>
            works ? json(200, { accountId: '1', email: 'erin@example.com' }) : json(401, { error: 'invalid_token' }),
        connectApi: ({ method }) => {
            if (method === 'createCredential') return { authenticationStatus: 'Configured' };
            if (method === 'getCredential') return { authenticationStatus: 'Configured' };
            if (method === 'getOAuthCredentialAuthUrl') return { authenticationUrl: 'https://bench.example.com/start' };
            throw new Error(`The bench has no answer to ${method}`);
        }
    };
    return {
        refuse: () => (works = false),
        accept: () => (works = true),
        /** Requests that left the engine since the last look. */
        look: () => {
            const count = asked;
            asked = 0;
            return count;
        },
        onRequest: async (method, params) => {
            asked += 1;
            return answers[method](params);
        }
    };
}

/** What an hour costs each of the connections whose sign-in the job renews, whatever else the org has. */
async function jobCosts(engine, start) {
    const rows = [];
    const project = projectWithConnections(SHARED, asNamedPrincipal);
    for (const count of [10, 1000, 10_000]) {
        await start(project, statuses(count));
        await engine.request('aura', { userId: SCHEDULER, class: 'ReauthSchedule', method: 'start', params: {} });
        const hour = () => engine.request('advanceClock', { seconds: 60 * MINUTES });
        await hour(); // the first looks whether somebody has signed in
        const { transactions, cost } = await hour();
        const each = Object.entries({ transactions, ...cost }).map(([name, all]) => [name, (all / SHARED).toFixed(2)]);
        rows.push({ connections: SHARED, statuses: count, ...Object.fromEntries(each) });
    }
    return rows;
}

async function apexCosts() {
    const { register } = await import('tsx/esm/api');
    const unregister = register();
    const { startEngine } = await import('../local-org/apex/engine.ts');
    const acme = service();
    const engine = await startEngine({ onRequest: acme.onRequest, onNotification: () => {} });
    const call = async (name, budget, method, params) => {
        acme.look();
        const { cost, returnValue } = await engine.request('aura', {
            userId: USER,
            class: 'ReauthController',
            method,
            params: { connection: 'Acme_Sign', returnPath: RETURN_PATH, ...params }
        });
        return { name, budget, state: returnValue.state, ...cost, requests: acme.look() };
    };
    const start = (project, records = []) =>
        engine.request('start', {
            project,
            org: {
                id: '00D000000000001EAA',
                name: 'Bench',
                isSandbox: true,
                domainUrl: 'https://bench.example.com',
                instanceName: 'BENCH'
            },
            users: [
                {
                    id: USER,
                    username: 'erin@bench.example.com',
                    firstName: 'Erin',
                    lastName: 'Example',
                    email: 'erin@bench.example.com',
                    profile: 'Standard User',
                    permissionSets: ['Reauth_User', 'Acme_Sign_User']
                },
                {
                    id: SCHEDULER,
                    username: 'jobs@bench.example.com',
                    firstName: 'Hourly',
                    lastName: 'Jobs',
                    email: 'jobs@bench.example.com',
                    profile: 'System Administrator',
                    permissionSets: ['Reauth_Integration']
                }
            ],
            records
        });
    try {
        await start(root);
        const rows = [];
        rows.push(await call('first view ever, connected', '1 callout', 'getState', { live: false }));
        rows.push(await call('view, verified recently', '1 SOQL, 0 callouts, 0 DML', 'getState', { live: false }));
        await engine.request('advanceClock', { seconds: 11 * MINUTES });
        rows.push(await call('view that must probe', '1 callout, 0 DML', 'getState', { live: false }));
        acme.refuse();
        await engine.request('advanceClock', { seconds: 11 * MINUTES });
        rows.push(await call('view that finds the sign-in ended', '1 callout', 'getState', { live: false }));
        rows.push(await call('the same, once more', '1 callout, 0 DML', 'getState', { live: true }));
        acme.accept();
        rows.push(await call('back from sign-in', '1 callout', 'confirmSignIn', {}));
        await start(projectWithConnections(CHECKS));
        acme.look();
        const inputs = Array.from({ length: CHECKS }, (_, number) => ({ connection: `Many_${number}` }));
        const { cost, outputs } = await engine.request('invoke', { userId: USER, class: 'ReauthCheckAction', inputs });
        rows.push({
            name: `${CHECKS} connection checks in one Flow action`,
            budget: '1 SOQL, 100 callouts, none lost',
            state: `${outputs.filter(({ isChecked }) => isChecked).length} of ${outputs.length} checked`,
            ...cost,
            requests: acme.look()
        });
        return { apex: rows, jobs: await jobCosts(engine, start) };
    } finally {
        await engine.close();
        unregister();
    }
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
prepare();
const { buildComponents } = await import('./build.mjs');
if (!buildComponents()) process.exit(1);
const { BUTTON_PATH, measureAll, RECORD_PAGE } = await import('./size.mjs');

const { apex, jobs } = await apexCosts();
const { floors, bundles, buttonPath, recordPage } = await measureAll();
const besides = bundles.filter(({ name }) => RECORD_PAGE.includes(name) && !BUTTON_PATH.includes(name));
const { press, calls } = pageCalls();
const suite = await apexSuite();
if (values.json) {
    const sizes = bundles.map(({ name, min, gzip }) => ({ name, min, gzip }));
    const floor = Object.fromEntries(floors.map(({ name, gzip }) => [name, gzip]));
    console.log(JSON.stringify({ apex, jobs, sizes, floor, buttonPath, recordPage, press, calls, suite }, null, 2));
} else {
    console.log('Apex, one call each');
    console.table(apex);
    console.log('\nAn hour of background work, for each connection');
    console.table(jobs);
    console.log(
        `\nButton path, min+gzip: ${buttonPath.gzip} of ${buttonPath.budget} bytes (floor: ${floors
            .map(({ name, gzip }) => `${name} ${gzip}`)
            .join(', ')})`
    );
    console.log(
        `Record page, min+gzip: ${recordPage.gzip} bytes, the button path and ${besides
            .map(({ name, gzip }) => `${name} ${gzip}`)
            .join(', ')}`
    );
    console.log(
        `Apex calls of a page with 50 buttons: ${calls.view} at the first view, ${calls.back} back from sign-in, ` +
            `${calls.healthy} at a healthy view (budget: 1 each; floor: 0)`
    );
    console.log(
        `Press to window: ${press.apexCalls} Apex calls between, ${press.sameTask ? 'in the same task' : 'in a later task'} (budget: 0, in the same task)`
    );
    console.log(
        `Apex suite: ${suite.cold} s of 5 s with nothing compiled, ${suite.warm} s with everything compiled, ` +
            `${suite.afterChange} s of 2 s after a change while it is watched; the engine took ${suite.megabytes} of 512 MB`
    );
}
