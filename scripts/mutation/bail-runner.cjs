/** Jest's own runner for Stryker, but it stops after the first file with a failing test: a mutant is killed once. */
const { createRequire } = require('node:module');

const { default: TestRunner } = createRequire(require.resolve('@salesforce/sfdx-lwc-jest'))('jest-runner');

module.exports = class BailRunner extends TestRunner {
    async runTests(tests, watcher, options) {
        let hasFailed = false;
        this.on('test-file-success', ([, { numFailingTests }]) => {
            hasFailed ||= numFailingTests > 0;
        });
        this.on('test-file-failure', () => {
            hasFailed = true;
        });
        for (const test of tests) {
            if (hasFailed) return;
            await super.runTests([test], watcher, options);
        }
    }
};
