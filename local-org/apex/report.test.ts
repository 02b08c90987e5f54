import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { useProjectFolder } from './test-folder.ts';

describe('apex/report', () => {
    const GREETER = `public with sharing class Greeter {
    public static String greet(String name) {
        if (name == null) {
            String nobody = 'stranger';
            return 'Hello ' + nobody;
        }
        return 'Hello ' + name;
    }
    public static void tidyUp() {
        System.purgeOldAsyncJobs(Date.today());
    }
}`;
    const GREETER_TEST = `@IsTest
private class GreeterTest {
    @IsTest
    static void greets() {
        Assert.areEqual('Hello Ada', Greeter.greet('Ada'), 'name');
    }
    @IsTest
    static void fails() {
        Assert.fail('1 < 2 & ' + String.fromCharArray(new List<Integer>{ 7 }) + ']');
    }
    @IsTest
    static void asksThePlatform() {
        try {
            ConnectApi.NamedCredentials.getNamedCredentials();
        } catch (Exception e) {
            return;
        }
    }
}`;

    const project = useProjectFolder();
    const junit = path.join(project, 'reports/junit.xml');
    const lcov = path.join(project, 'reports/lcov.info');
    before(() => {
        writeFileSync(path.join(project, 'app/Greeter.cls'), GREETER);
        writeFileSync(path.join(project, 'app/GreeterTest.cls'), GREETER_TEST);
    });

    function run(...options: string[]) {
        return spawnSync(process.execPath, [path.join(import.meta.dirname, 'run.mjs'), 'test', ...options], {
            encoding: 'utf8',
            env: { ...process.env, LOCAL_ORG_PROJECT: project }
        });
    }

    test('text says what failed and where, and which lines did not run; files say it to build servers', () => {
        const { stdout, status } = run('--junit', junit, '--lcov', lcov);
        assert.equal(status, 1);
        assert.match(stdout, /^app\/Greeter\.cls:10:\d+ local-org has no system\.System\.purgeOldAsyncJobs/m);
        assert.match(stdout, /^ {2}ok {3}GreeterTest\.greets$/m);
        assert.match(
            stdout,
            /^ {2}FAIL GreeterTest\.fails\n {4}System\.AssertException: .*1 < 2 & .\]\n {4}at app\/GreeterTest\.cls:9 \(GreeterTest\.fails\)$/m
        );
        assert.match(stdout, /^ {2}FAIL GreeterTest\.asksThePlatform\n.*ConnectApi methods are not supported/m);
        assert.match(stdout, /^ 42\.9 % {2}Greeter 3\/7, not run: 4-5, 9-10$/m);
        assert.match(stdout, /^Coverage is below the 90 %/m);
        assert.match(stdout, /^1 passed, 2 failed$/m);
        const xml = readFileSync(junit, 'utf8');
        assert.match(xml, /<testsuite name="apex" tests="3" failures="2">/);
        assert.match(xml, /<testcase classname="GreeterTest" name="greets" time="[\d.]+"\/>/);
        assert.match(
            xml,
            /name="fails" time="[\d.]+"><failure>.*1 &lt; 2 &amp; \uFFFD\]\n {4}at app\/GreeterTest\.cls:9/
        );
        assert.equal(
            readFileSync(lcov, 'utf8'),
            'SF:app/Greeter.cls\nDA:2,1\nDA:3,1\nDA:4,0\nDA:5,0\nDA:7,1\nDA:9,0\nDA:10,0\nLF:7\nLH:3\nend_of_record\n'
        );
    });

    test('with --json, standard output is the report and nothing else', () => {
        const { stdout, stderr } = run('--json');
        const { tests, coverage } = JSON.parse(stdout) as {
            tests: { method: string; failure: string | null }[];
            coverage: object[];
        };
        assert.deepEqual(
            tests.filter(({ failure }) => failure === null).map(({ method }) => method),
            ['greets']
        );
        assert.deepEqual(coverage, [
            { name: 'Greeter', file: 'app/Greeter.cls', executable: 7, missed: [4, 5, 9, 10] }
        ]);
        assert.match(stderr, /local-org has no system\.System\.purgeOldAsyncJobs/);
        assert.match(stderr, /Coverage is below/);
    });

    test('what does not compile is a failure in JUnit, and no coverage of before stays', () => {
        writeFileSync(path.join(project, 'app/Broken.cls'), 'public with sharing class Broken { Strin a; }');
        writeFileSync(lcov, 'SF:app/Greeter.cls\n');
        const { stdout, status } = run('--junit', junit, '--lcov', lcov);
        rmSync(path.join(project, 'app/Broken.cls'));
        assert.equal(status, 2);
        assert.match(stdout, /^0 passed, 0 failed, 1 compile errors$/m);
        assert.match(
            readFileSync(junit, 'utf8'),
            /tests="1" failures="1">\n.*name="app\/Broken\.cls".*<failure>app\/Broken\.cls:1:\d+ Invalid type: Strin</
        );
        assert.ok(!existsSync(lcov));
    });

    test('an option without its value is told in one sentence', () => {
        const { stderr, status } = run('--tests');
        assert.deepEqual({ stderr, status }, { stderr: '--tests needs a value after it\n', status: 2 });
    });
});
