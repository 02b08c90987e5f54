/** Says under which conditions a failed test ran, and whether all tests together met every unknown. */
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { conditionsFor, describeConditions, VARIED } from './conditions.ts';

const NOT_TESTS = /^(test|-.*|.*\.config\.ts|\d+)$/;

export default class ConditionsReporter implements Reporter {
    #titles: readonly string[] = [];

    onBegin(_config: unknown, suite: Suite): void {
        this.#titles = suite.allTests().map(({ title }) => title);
    }

    onTestEnd(test: TestCase, result: TestResult): void {
        if (result.status !== test.expectedStatus) {
            console.log(`    ran under ${describeConditions(conditionsFor(test.title))}, as it will alone`);
        }
    }

    // eslint-disable-next-line @typescript-eslint/require-await -- the interface wants a promise
    async onEnd(): Promise<{ status?: FullResult['status'] }> {
        const isWhole = process.argv.slice(2).every((argument) => NOT_TESTS.test(argument));
        const met = new Set(
            this.#titles.map((title) => Object.keys(conditionsFor(title).switches)[0] ?? 'all defaults')
        );
        const missing = [...VARIED, 'all defaults'].filter((dealt) => !met.has(dealt));
        if (!isWhole || missing.length === 0) return {};
        console.log(`No test meets ${missing.join(', ')}: change DEAL in e2e/conditions.ts`);
        return { status: 'failed' };
    }
}
