import test from 'node:test';
import { checkFiles, checkKinds } from './house.mjs';
import { assertFindings, clean } from './lib/planted.mjs';

const KEY = `${'a1'.repeat(20)}`;
const CLASS = 'force-app/main/classes/A.cls';
const COMPONENT = 'force-app/main/lwc/a/a.ts';
const APEX_TEST = 'force-app/test/classes/ATest.cls';
const JEST = 'force-app/main/lwc/a/__tests__/a.test.ts';
const E2E = 'e2e/a.test.ts';
const TOOL = 'local-org/a.ts';
const CONFORMANCE = 'local-org/apex/conformance/a/classes/ATest.cls';
const PINNED = (comment) =>
    `/** Numbers. */\n@IsTest(IsParallel=true)\nprivate class ATest {\n@IsTest\nstatic void adds() {\n// ${comment}\nAssert.areEqual(2, 1 + 1, 'sum');\n} }`;

/** What goes wrong -> file, text, message. */
const FAULTS = {
    'a debug log': [CLASS, 'System.debug(token);', /no System.debug/],
    'code that knows it is tested': [CLASS, 'if (Test.isRunningTest()) {}', /no Test.isRunningTest/],
    'a test over the data of the org': [
        APEX_TEST,
        '@IsTest(IsParallel=true SeeAllData=true)\nprivate class ATest {}',
        /no SeeAllData/
    ],
    'a class that does not say how it shares': [CLASS, 'public class A {}', /inherited sharing/],
    'a test class that cannot run in parallel': [APEX_TEST, '@IsTest\nprivate class ATest {}', /IsParallel=true/],
    'a test that asserts nothing': [
        APEX_TEST,
        '@IsTest(IsParallel=true)\nprivate class ATest {\n@IsTest\nstatic void doesNothing() { go(); }\nstatic void go() {} }',
        /the test doesNothing asserts nothing/
    ],
    'an expectation of the platform without a source': [CONFORMANCE, PINNED('sums'), /the test adds needs/],
    'a silence that the product may rely on': [CONFORMANCE, PINNED('Silent: overflow'), /the test adds needs/],
    'a secret in a text': [CLASS, `String key = '${KEY}';`, /looks like a secret/],
    'a log in a component': [COMPONENT, 'console.log(1);', /no console/],
    'a component that knows local-org': [
        COMPONENT,
        'if (isLocalOrg) x();\nconst a = "local-org";',
        /does not know local-org/
    ],
    'a type error that is ignored': [COMPONENT, '// @ts-ignore because it is hard\nx();', /no @ts-ignore/],
    'an expected type error without a reason': [TOOL, '// @ts-expect-error\nx();', /a suppression needs its reason/],
    'a lint rule switched off without a reason': [
        TOOL,
        'x(); // eslint-disable-line no-void',
        /a suppression needs its reason/
    ],
    'a warning of Java suppressed without a reason': [
        'local-org/apex/A.java',
        'class A {\n@SuppressWarnings("unchecked")\nvoid a() {} }',
        /a suppression needs its reason/
    ],
    'a rule of PMD suppressed without a reason': [
        CLASS,
        "public with sharing class A {\n    @SuppressWarnings('PMD.X')\n    void a() {} }",
        /a suppression needs its reason/
    ],
    'a rule of PMD suppressed below what only documents the method': [
        CLASS,
        "public with sharing class A {\n    /** Says hello. */\n    @SuppressWarnings('PMD.X')\n    void a() {} }",
        /a suppression needs its reason/
    ],
    'a rule of PMD suppressed below the end of a longer documentation': [
        CLASS,
        "public with sharing class A {\n    /**\n     * Says hello.\n     */\n    @SuppressWarnings('PMD.X')\n    void a() {} }",
        /a suppression needs its reason/
    ],
    'a lint rule switched off for many files without a reason': [
        'eslint.config.js',
        "// not for tests\nmodule.exports = { rules: { 'no-void': 'off' } };\n    'no-undef': 'off'",
        /a suppression needs its reason/
    ],
    'a finding of PMD suppressed without a reason': [CLASS, 'go(); // NOPMD', /a suppression needs its reason/],
    'a finding in metadata suppressed without a reason': [
        'force-app/a-meta.xml',
        '<!-- code-analyzer-suppress(pmd:X) -->',
        /a suppression needs its reason/
    ],
    'formatting switched off without a reason': [TOOL, '\n// prettier-ignore\nx();', /a suppression needs its reason/],
    'work left for later': [TOOL, '// TODO handle errors', /finish it/],
    'a test that runs alone': [JEST, "it.only('a', () => {});", /runs alone/],
    'a test that is left out': [E2E, "test.skip('a', () => {});", /runs alone/],
    'an assertion that cannot fail': [JEST, 'expect(true).toBe(true);', /cannot fail/],
    'a test that waits for time to pass': [E2E, 'await page.waitForTimeout(500);', /not for time to pass/],
    'the host of a package registry': ['docs/a.md', 'from registry.npmjs.org', /no host of a package registry/],
    'a path of one machine': ['docs/a.md', 'in /home/ada/project', /no path of one machine/],
    'a private key': [TOOL, 'const key = `-----BEGIN PRIVATE KEY-----`;', /a key or a token/],
    'an author in a comment': [CLASS, '/** @author Ada */', /no authors/],
    'a banner': [TOOL, '// ===== helpers =====', /no banners/],
    'a file that is too long': [TOOL, 'x();\n'.repeat(301), /301 lines: split it/]
};

for (const [name, [path, text, says]] of Object.entries(FAULTS)) {
    test(`Catches ${name}`, () =>
        assertFindings(checkFiles([...clean.files, { path, text }], new Map()), [[path, says]]));
}

/** The same where it is in order: file, text. */
const ACCEPTED = {
    'a suppression with its reason in the line': [TOOL, 'x(); // eslint-disable-line no-void -- nobody waits for it'],
    'a suppression with its reason in the line before': [
        CLASS,
        "public with sharing class A {\n    // the list is bounded by the caller\n    @SuppressWarnings('PMD.X')\n    void a() {} }"
    ],
    'a test class that says why it cannot run in parallel': [
        APEX_TEST,
        '@IsTest\nprivate class ATest {\n    // Not parallel: it inserts users.\n}'
    ],
    'a word in a comment that would be a fault in code': [CLASS, '// never System.debug() here'],
    'an expectation with its source': [CONFORMANCE, PINNED('Source: Apex Reference, Math Class')],
    'an expectation of which the documentation is silent': [
        CONFORMANCE,
        PINNED('Silent: overflow; the product does not rely on it')
    ],
    'expectations of a class about one page': [
        CONFORMANCE,
        PINNED('sums').replace('Numbers.', 'Source: Apex Reference, Math Class.')
    ],
    'a test that asserts through helpers': [
        APEX_TEST,
        "@IsTest(IsParallel=true)\nprivate class ATest {\n@IsTest\nstatic void works() { outer(); }\nstatic void outer() { inner(1, 2); }\nstatic void inner(Integer a, Integer b) { Assert.areEqual(a, b, 'same'); } }"
    ]
};

for (const [name, [path, text]] of Object.entries(ACCEPTED)) {
    test(`Accepts ${name}`, () => assertFindings(checkFiles([...clean.files, { path, text }], new Map()), []));
}

test('A reason for a file that is not long any more is a leftover', () => {
    const findings = checkFiles([{ path: TOOL, text: 'x();' }], new Map([[TOOL, 'one table']]));
    assertFindings(findings, [['long-files.mjs', /local-org\/a.ts is not long any more/]]);
});

test('Catches what a crash left behind, and nothing else', () => {
    const kept = ['LICENSE', '.ci/run', '.gitignore', CLASS, `${CLASS}-meta.xml`, COMPONENT, 'docs/images/connect.png'];
    assertFindings(checkKinds([...kept, 'hs_err_pid4316.log']), [['hs_err_pid4316.log', /no such files are kept/]]);
});
