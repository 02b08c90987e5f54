import { spawnSync } from 'node:child_process';
import { root } from './prepare.mjs';
import { bin } from './steps.mjs';

const TESTS = ['the window opens in the task of the press', 'fifty buttons on a page make one call'];

/**
 * What browser tests saw: the Apex calls between a press and the window, whether both are of one task, and the calls of a
 * page with fifty buttons at the first view, after the sign-in and at a view of a connection that works.
 */
export function pageCalls() {
    const { stdout } = spawnSync(
        bin('playwright'),
        ['test', '-c', 'e2e/playwright.config.ts', '--reporter', 'json', '--grep', TESTS.join('|')],
        { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
    );
    const specs = JSON.parse(stdout.slice(stdout.indexOf('\n{') + 1)).suites.flatMap((suite) => suite.specs);
    const annotations = specs.flatMap(({ tests }) => tests).flatMap((test) => test.annotations);
    const seen = (name) => annotations.find(({ type }) => type === name).description;
    const between = seen('press to window').split(', ');
    return {
        press: {
            apexCalls: between.filter((event) => event === 'Apex called').length,
            sameTask: !between.includes('press handled')
        },
        calls: {
            view: Number(seen('calls: view')),
            back: Number(seen('calls: back')),
            healthy: Number(seen('calls: healthy'))
        }
    };
}
