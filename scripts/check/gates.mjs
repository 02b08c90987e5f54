import path from 'node:path';
import { bin } from '../lib/steps.mjs';

const gate = (name, needs = {}) => ({
    name,
    run: [process.execPath, path.join(import.meta.dirname, `${name}.mjs`)],
    ...needs
});

/** Every gate, the slowest first, so that none is left alone at the end; `built` are those that need the compiled components. */
export const GATES = [
    gate('graph-engine'),
    gate('lint'),
    gate('format'),
    gate('code-analyzer'),
    { name: 'apex-compiler', run: [process.execPath, 'local-org/apex/run.mjs', 'check'] },
    gate('dead-code'),
    gate('apex-ls'),
    gate('convert', { built: true }),
    gate('bundles', { built: true }),
    gate('metadata'),
    { name: 'fidelity', run: [bin('tsx'), 'local-org/fidelity.ts', '--check'] },
    gate('dependencies'),
    gate('house')
];
