/** Every gate, or those named on the command line, two at a time; the last line counts them. */
import { prepare } from '../lib/prepare.mjs';

prepare();
const { buildComponents } = await import('../build.mjs');
const { conclude, runSteps } = await import('../lib/steps.mjs');
const { GATES } = await import('./gates.mjs');

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !GATES.some((gate) => gate.name === name));
if (unknown) {
    console.error(`There is no gate ${unknown}, only ${GATES.map(({ name }) => name).join(', ')}.`);
    process.exit(1);
}
const started = Date.now();
const gates = GATES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (gates.some(({ built }) => built) && !buildComponents()) process.exit(1);
conclude(await runSteps(gates, 2), started);
