/**
 * Runs the test files of a folder in one process, each as a suite: to start costs most of them more than to run. Files that
 * wait for the same module may land in the suite of the first of them, and then run each other's hooks as well.
 * usage: node scripts/suite.mjs <folder> <ending>; tsx instead of node for TypeScript
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from './lib/prepare.mjs';

const [folder, ending] = process.argv.slice(2);
const files = readdirSync(path.join(root, folder), { recursive: true }).filter((name) => name.endsWith(ending));
for (const file of files) {
    describe(path.join(folder, file), () => import(pathToFileURL(path.join(root, folder, file))));
}
