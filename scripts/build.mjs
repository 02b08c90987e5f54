import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/prepare.mjs';

/** A .js without its .ts, which an org would take all the same: left over from a component that is gone, or written by hand. */
function scriptsWithoutSource() {
    return ['force-app/main', 'connections'].flatMap((folder) =>
        readdirSync(path.join(root, folder), { recursive: true })
            .map((name) => path.join(folder, name))
            .filter((file) => /[\\/]lwc[\\/].*\.js$/.test(file) && !file.includes('__tests__'))
            .filter((file) => !existsSync(path.join(root, file.replace(/\.js$/, '.ts'))))
    );
}

/** Compiles the components to the JavaScript that an org and local-org take; answers whether it worked. */
export function buildComponents() {
    const handmade = scriptsWithoutSource();
    for (const file of handmade) {
        console.error(`${file} has no .ts beside it: delete it, or write the component in TypeScript`);
    }
    if (handmade.length > 0) return false;
    const tsc = path.join(root, 'node_modules/.bin/tsc');
    return spawnSync(tsc, ['-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' }).status === 0;
}

if (process.argv[1] === import.meta.filename) process.exit(buildComponents() ? 0 : 1);
