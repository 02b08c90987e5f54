import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/prepare.mjs';

/** Where the TypeScript of the components lives; tsc writes the .js beside it. */
const COMPONENT_FOLDERS = ['force-app/main/ui/lwc', 'force-app/main/app/lwc', 'connections/acme-sign/lwc'];

/** A .js whose .ts is gone would still be deployed, so it goes first. */
function removeOrphans() {
    for (const folder of COMPONENT_FOLDERS) {
        for (const name of readdirSync(path.join(root, folder), { recursive: true })) {
            const file = path.join(root, folder, name);
            if (name.endsWith('.js') && !name.includes('__tests__') && !existsSync(file.replace(/\.js$/, '.ts')))
                rmSync(file);
        }
    }
}

/** Compiles the components to the JavaScript that an org and local-org take; answers whether it worked. */
export function buildComponents() {
    removeOrphans();
    const tsc = path.join(root, 'node_modules/.bin/tsc');
    return spawnSync(tsc, ['-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' }).status === 0;
}

if (process.argv[1] === import.meta.filename) process.exit(buildComponents() ? 0 : 1);
