import { prepare } from './lib/prepare.mjs';

prepare();
const { buildComponents } = await import('./build.mjs');
if (!buildComponents()) process.exit(1);
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../local-org/main.ts');
await main();
