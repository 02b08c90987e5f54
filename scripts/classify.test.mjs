import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { classify, normalise } from './classify.mjs';
import { root } from './lib/prepare.mjs';

const TABLE = path.join(root, 'force-app/test/connection/staticresources');
const RECORDS = path.join(root, 'force-app/main/connection/customMetadata');

test('judges the whole fixture table as expected, in its order, which takes several transactions', async () => {
    const items = readdirSync(TABLE)
        .filter((name) => name.endsWith('.json'))
        .flatMap((name) => JSON.parse(readFileSync(path.join(TABLE, name), 'utf8')));

    const findings = await classify(items.map(normalise));

    assert.ok(items.length >= 120, `${items.length} cases`);
    for (const finding of findings) delete finding.detail;
    assert.deepEqual(
        findings,
        items.map(({ id, expected }) => ({ id, ...expected }))
    );
});

test('a rule in a folder is added, and one of the same name replaces the shipped one', async () => {
    const rules = mkdtempSync(path.join(tmpdir(), 'rules-'));
    try {
        const shipped = readFileSync(path.join(RECORDS, 'Reauth_Signal.Slack_Token_Expired.md-meta.xml'), 'utf8');
        const off = shipped.replace(/(<field>Active__c<[^]*?boolean">)true/, '$1false');
        const added = shipped.replace('token_expired</value>', 'session_gone</value>').replace('>460<', '>90<');
        writeFileSync(path.join(rules, 'Reauth_Signal.Slack_Token_Expired.md-meta.xml'), off);
        writeFileSync(path.join(rules, 'Reauth_Signal.My_Rule.md-meta.xml'), added);
        const cases = ['token_expired', 'session_gone'].map((error) => ({ status: 200, body: { ok: false, error } }));

        const findings = await classify(cases.map(normalise), { rules });

        assert.deepEqual(
            findings.map(({ state }) => state),
            ['connected', 'reauthentication-required']
        );
    } finally {
        rmSync(rules, { recursive: true });
    }
});

const run = (input, ...options) =>
    spawnSync(process.execPath, ['scripts/classify.mjs', ...options], { cwd: root, input, encoding: 'utf8' });

test('the program reads a pipe, and prints a line for people or JSON for machines', () => {
    const challenge = 'Bearer error="insufficient_user_authentication", acr_values="urn:strong", max_age="300"';
    const cases = JSON.stringify([{ id: 'step-up', status: 401, headers: { 'WWW-Authenticate': challenge } }]);
    const finding = {
        id: 'step-up',
        state: 'reauthentication-required',
        reason: 'insufficient_user_authentication',
        acrValues: 'urn:strong',
        maxAge: 300
    };

    const { acrValues, maxAge, ...verdict } = finding;
    const line = [...Object.values(verdict), `acrValues="${acrValues}"`, `maxAge=${maxAge}`].join('  ');
    assert.equal(run(cases, '-').stdout.trim(), line);
    assert.deepEqual(JSON.parse(run(cases, '-', '--json').stdout), [finding]);
});

test('the program says in one line what it cannot read', () => {
    const { status, stderr } = run('[{', '-');
    assert.equal(status, 1);
    assert.match(stderr, /^- is no JSON: .+\n$/);
});

test('a case that says neither status nor message is named', () => {
    assert.throws(() => normalise({ id: 'odd', headers: {} }, 0), /^Error: odd: status/);
    assert.throws(() => normalise(null, 4), /^Error: case 5: an object/);
    assert.throws(() => normalise({ status: '401' }, 0), /case 1: status/);
});
