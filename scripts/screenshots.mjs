/** npm run screenshots: takes the pictures of the documentation from local-org. */
import { prepare } from './lib/prepare.mjs';

prepare();
const { buildComponents } = await import('./build.mjs');
if (!buildComponents()) process.exit(1);
const { register } = await import('tsx/esm/api');
register();
await import('../e2e/screenshots.ts');
