import { defineConfig } from '@playwright/test';
import { launchOptions } from './browser.ts';

export default defineConfig({
    testDir: '.',
    testMatch: '*.test.ts',
    outputDir: '../test-results',
    forbidOnly: true,
    // one org and one browser: the other tests run beside them on two cores
    workers: 1,
    timeout: 60_000,
    expect: { timeout: 15_000 },
    reporter: [['list'], ['./reporter.ts']],
    use: {
        launchOptions: launchOptions(),
        viewport: { width: 1280, height: 900 }
    }
});
