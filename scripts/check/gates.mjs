import path from 'node:path';
import { bin } from '../lib/steps.mjs';

const gate = (name) => ({ name, run: [process.execPath, path.join(import.meta.dirname, `${name}.mjs`)] });

/** Every gate, the slowest first, so that none is left alone at the end. */
export const GATES = [
    gate('graph-engine'),
    gate('lint'),
    gate('format'),
    gate('types'),
    gate('code-analyzer'),
    { name: 'Apex compiler', run: [process.execPath, 'local-org/apex/run.mjs', 'check'] },
    gate('dead-code'),
    gate('apex-ls'),
    gate('convert'),
    gate('bundles'),
    gate('metadata'),
    { name: 'fidelity', run: [bin('tsx'), 'local-org/fidelity.ts', '--check'] },
    gate('licences'),
    gate('house')
];
