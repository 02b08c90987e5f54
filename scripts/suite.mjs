/**
 * Runs the test files of a folder in one process: to start costs most of them more than to run. A file with hooks keeps them
 * in a suite of its own.
 * usage: node scripts/suite.mjs <folder> <ending>; tsx instead of node for TypeScript
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/prepare.mjs';

const [folder, ending] = process.argv.slice(2);
for (const name of readdirSync(path.join(root, folder), { recursive: true })) {
    if (name.endsWith(ending)) await import(pathToFileURL(path.join(root, folder, name)));
}
