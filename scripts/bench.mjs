/**
 * npm run bench [-- --json]: what the product costs beside its budgets (docs: design, "Budgets"). Counts are exact; the
 * engine takes them while it runs the shipped Apex. Seconds depend on the machine, so nothing here passes or fails.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { prepare, root } from './lib/prepare.mjs';

const USER = '005000000000001AAA';
const MINUTES = 60;
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

/** A project with as many connections more, all of which lead to Acme Sign. */
function withConnections(count) {
    const project = mkdtempSync(path.join(tmpdir(), 'bench-'));
    process.once('exit', () => rmSync(project, { recursive: true }));
    const { packageDirectories } = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8'));
    const directories = packageDirectories.map(({ path: directory }) => ({ path: path.join(root, directory) }));
    const settings = { packageDirectories: [...directories, { path: 'bench' }] };
    writeFileSync(path.join(project, 'sfdx-project.json'), JSON.stringify(settings));
    mkdirSync(path.join(project, 'bench'));
    const record = path.join(root, 'connections/acme-sign/customMetadata/Reauth_Connection.Acme_Sign.md-meta.xml');
    for (let number = 0; number < count; number++)
        copyFileSync(record, path.join(project, `bench/Reauth_Connection.Bench_${number}.md-meta.xml`));
    return project;
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
    const start = (project) =>
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
                }
            ],
            records: []
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
        await start(withConnections(CHECKS));
        acme.look();
        const inputs = Array.from({ length: CHECKS }, (_, number) => ({ connection: `Bench_${number}` }));
        const { cost, outputs } = await engine.request('invoke', { userId: USER, class: 'ReauthCheckAction', inputs });
        rows.push({
            name: `${CHECKS} connection checks in one Flow action`,
            budget: '1 SOQL, 100 callouts, none lost',
            state: `${outputs.filter(({ isChecked }) => isChecked).length} of ${outputs.length} checked`,
            ...cost,
            requests: acme.look()
        });
        return rows;
    } finally {
        await engine.close();
        unregister();
    }
}

function seconds(...command) {
    const started = process.hrtime.bigint();
    const run = spawnSync(process.execPath, command, { cwd: root, stdio: 'ignore' });
    if (run.status !== 0) throw new Error(`${command.join(' ')} failed`);
    return Number((Number(process.hrtime.bigint() - started) / 1e9).toFixed(1));
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
prepare();
const { buildComponents } = await import('./build.mjs');
if (!buildComponents()) process.exit(1);
const { measureAll } = await import('./size.mjs');

const apex = await apexCosts();
const { floors, bundles, buttonPath } = await measureAll();
const suite = { seconds: seconds('local-org/apex/run.mjs', 'test'), budget: 5 };
if (values.json) {
    const sizes = bundles.map(({ name, min, gzip }) => ({ name, min, gzip }));
    const floor = Object.fromEntries(floors.map(({ name, gzip }) => [name, gzip]));
    console.log(JSON.stringify({ apex, sizes, floor, buttonPath, suite }, null, 2));
} else {
    console.log('Apex, one call each');
    console.table(apex);
    console.log(
        `\nButton path, min+gzip: ${buttonPath.gzip} of ${buttonPath.budget} bytes (floor: ${floors
            .map(({ name, gzip }) => `${name} ${gzip}`)
            .join(', ')})`
    );
    console.log(`Apex suite: ${suite.seconds} s of ${suite.budget} s`);
}
