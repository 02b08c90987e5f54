import { spawnSync } from 'node:child_process';
import { root } from './prepare.mjs';
import { bin } from './steps.mjs';

const TEST = 'the window opens in the task of the press';

/** What happens on the page between a press and the window: calls of Apex, or that the task of the press has ended. */
export function pressToWindow() {
    const { stdout } = spawnSync(
        bin('playwright'),
        ['test', '-c', 'e2e/playwright.config.ts', '--reporter', 'json', '--grep', TEST],
        { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }
    );
    const [test] = JSON.parse(stdout.slice(stdout.indexOf('\n{') + 1)).suites.flatMap(({ specs }) => specs);
    const { description } = test.tests[0].annotations.find(({ type }) => type === 'press to window');
    const between = description.split(', ');
    return {
        apexCalls: between.filter((event) => event === 'Apex called').length,
        sameTask: !between.includes('press handled')
    };
}
