/** Every gate, two at a time; the last line counts them. */
import { prepare } from '../lib/prepare.mjs';

prepare();
const { buildComponents } = await import('../build.mjs');
const { conclude, runSteps } = await import('../lib/steps.mjs');
const { GATES } = await import('./gates.mjs');

const started = Date.now();
if (!buildComponents()) process.exit(1);
conclude(await runSteps(GATES, 2), started);
