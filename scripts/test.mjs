/** Everything that proves the product: the gates and all tests, two at a time; the last line counts. */
import { GATES } from './check/gates.mjs';
import { prepare } from './lib/prepare.mjs';
import { bin, conclude, runSteps } from './lib/steps.mjs';

const last = (text, pattern) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
const counts = (passed, failed) => (text) => ({ passed: last(text, passed), failed: last(text, failed) });
const nodeTests = counts(/^(?:#|ℹ) pass (\d+)/gm, /^(?:#|ℹ) fail (\d+)/gm);
const apexTests = counts(/^(\d+) passed/gm, /^\d+ passed, (\d+) failed$/gm);

/** The longest step; in a bare clone it builds the Apex engine and the page host, which the other tests find built after the slow gates. */
const BROWSER = {
    name: 'browser',
    run: [bin('playwright'), 'test', '-c', 'e2e/playwright.config.ts'],
    count: counts(/^\s+(\d+) passed/gm, /^\s+(\d+) failed/gm)
};

const TESTS = [
    { name: 'local-org', run: [bin('tsx'), 'scripts/suite.mjs', 'local-org', '.test.ts'], count: nodeTests },
    { name: 'gates catch', run: [process.execPath, 'scripts/suite.mjs', 'scripts', '.test.mjs'], count: nodeTests },
    {
        name: 'Apex tests',
        run: [process.execPath, 'local-org/apex/run.mjs', 'test'],
        count: apexTests
    },
    {
        name: 'Apex engine',
        run: [process.execPath, 'local-org/apex/run.mjs', 'conformance'],
        count: apexTests
    },
    {
        name: 'Jest',
        run: [bin('sfdx-lwc-jest')],
        count: counts(/^Tests:.*?(\d+) passed/gm, /^Tests:.*?(\d+) failed/gm)
    }
];

prepare();
const { buildComponents } = await import('./build.mjs');
const started = Date.now();
if (!buildComponents()) process.exit(1);
const [slowest, slow, ...others] = GATES;
// a third at a time would only make each of them slower on two cores
conclude(await runSteps([BROWSER, slowest, slow, ...TESTS, ...others], 2), started);
