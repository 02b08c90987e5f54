/**
 * Says what answers of a service mean, by the shipped Apex classifier and rules: how an administrator tries a rule
 * before deploying it.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { prepare, root } from './lib/prepare.mjs';

const USAGE = `usage: npm run classify -- <file.json or -> [--json] [--rules <folder>] [--connection <developer name>]
cases: [{"id": "…", "status": 401, "headers": {"Name": "value"}, "body": "…"}] or [{"id": "…", "exception": "System.CalloutException", "message": "…"}]`;

/** An engine invocation has the limits of a transaction, so many cases are judged in several. */
const CASES_A_CALL = 50;
const USER = '005000000000001AAA';

class UsageError extends Error {}

/** Brings a case into the form that the Apex side reads, or says what is wrong with it. */
export function normalise(item, index) {
    const name = item?.id ?? `case ${index + 1}`;
    const input = item?.input ?? item;
    if (typeof input !== 'object' || input === null) throw new UsageError(`${name}: an object is expected`);
    const { status, headers = {}, body = '', exception, message } = input;
    if (typeof message === 'string' && status === undefined) {
        return { id: name, input: { exception: exception ?? 'System.CalloutException', message } };
    }
    if (!Number.isInteger(status)) throw new UsageError(`${name}: status (a number) or message (a text) is expected`);
    // a repeated header reaches Apex as one, joined by commas (RFC 9110 section 5.3)
    const joined = Object.entries(headers).map(([key, value]) => [key, [value].flat().join(', ')]);
    const plain = typeof body === 'string' ? body : JSON.stringify(body);
    return { id: name, input: { status, headers: Object.fromEntries(joined), body: plain } };
}

/** A project of the shipped detection, the caller of this tool, and the further rules, which replace equal names. */
function stage(rules) {
    const folder = mkdtempSync(path.join(tmpdir(), 'classify-'));
    cpSync(path.join(root, 'force-app/main/connection'), path.join(folder, 'main'), { recursive: true });
    cpSync(path.join(root, 'scripts/classify'), path.join(folder, 'main/classes'), { recursive: true });
    if (rules) {
        const filter = (source) => !path.extname(source) || source.endsWith('.md-meta.xml');
        cpSync(rules, path.join(folder, 'main/customMetadata'), { recursive: true, filter });
    }
    const definition = { packageDirectories: [{ path: 'main', default: true }], sourceApiVersion: '66.0' };
    writeFileSync(path.join(folder, 'sfdx-project.json'), JSON.stringify(definition));
    return folder;
}

/** Judges cases in their order; each finding has id, state, reason and, where there are any, extras. */
export async function classify(cases, { rules, connection } = {}) {
    const { register } = await import('tsx/esm/api');
    const unregister = register();
    const { startEngine } = await import('../local-org/apex/engine.ts');
    const folder = stage(rules);
    const engine = await startEngine({
        onRequest: (method) => Promise.reject(new Error(`Detection never asks for ${method}`)),
        onNotification: () => {}
    });
    try {
        await engine.request('start', {
            project: folder,
            org: {
                id: '00D000000000001EAA',
                name: 'Classify',
                isSandbox: true,
                domainUrl: 'https://classify.example.com',
                instanceName: 'CLASSIFY'
            },
            users: [
                {
                    id: USER,
                    username: 'admin@classify.example.com',
                    firstName: 'Ada',
                    lastName: 'Admin',
                    email: 'admin@classify.example.com',
                    profile: 'System Administrator',
                    permissionSets: []
                }
            ],
            records: []
        });
        const findings = [];
        for (let i = 0; i < cases.length; i += CASES_A_CALL) {
            const params = {
                cases: JSON.stringify(cases.slice(i, i + CASES_A_CALL).map(({ input }) => input)),
                connection: connection ?? null
            };
            const answer = await engine.request('aura', {
                userId: USER,
                class: 'ClassifyCases',
                method: 'judge',
                params
            });
            findings.push(...JSON.parse(answer.returnValue));
        }
        return findings.map((finding, i) => ({ id: cases[i].id, ...withoutNulls(finding) }));
    } finally {
        await engine.close();
        rmSync(folder, { recursive: true, force: true });
        unregister();
    }
}

const withoutNulls = (finding) => Object.fromEntries(Object.entries(finding).filter(([, value]) => value !== null));

async function readCases(file) {
    const content = file === '-' ? await text(process.stdin) : readFileSync(file, 'utf8');
    let items;
    try {
        items = JSON.parse(content);
    } catch (error) {
        throw new UsageError(`${file} is no JSON: ${error.message}`);
    }
    return [items].flat().map(normalise);
}

function table(findings) {
    const [ids, states, reasons] = ['id', 'state', 'reason'].map((key) =>
        Math.max(...findings.map((finding) => finding[key].length))
    );
    return findings.map(({ id, state, reason, ...extras }) => {
        const rest = Object.entries(extras).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
        return [id.padEnd(ids), state.padEnd(states), reason.padEnd(reasons), ...rest].join('  ').trimEnd();
    });
}

async function main() {
    const options = {
        json: { type: 'boolean', default: false },
        rules: { type: 'string' },
        connection: { type: 'string' }
    };
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length !== 1) throw new UsageError(USAGE);
    prepare();
    const cases = await readCases(positionals[0]);
    const findings = cases.length === 0 ? [] : await classify(cases, values);
    console.log(values.json ? JSON.stringify(findings, null, 2) : table(findings).join('\n'));
}

if (process.argv[1] === import.meta.filename) {
    try {
        await main();
    } catch (error) {
        // what the caller can mend in one line, the rest with its stack
        const mendable =
            error instanceof UsageError || error.code?.startsWith('ERR_PARSE_ARGS') || error.code === 'ENOENT';
        console.error(mendable ? error.message : error);
        process.exitCode = 1;
    }
}
