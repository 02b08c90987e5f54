import test from 'node:test';
import { checkLock } from './licences.mjs';
import { assertFindings } from './lib/planted.mjs';

const lock = (packages) => JSON.stringify({ packages: { '': {}, ...packages } });
const FILE = 'package-lock.json';

test('Accepts open licences, a choice that holds one, and the named exceptions', () => {
    const packages = {
        'node_modules/a': { license: 'MIT', dev: true },
        'node_modules/a/node_modules/b': { license: '(GPL-3.0-or-later OR MIT)', dev: true },
        'node_modules/@locker/sandbox': { license: 'SEE LICENSE IN LICENSE.txt', dev: true },
        'node_modules/exit': { dev: true }
    };
    assertFindings(checkLock(lock(packages)).findings, []);
});

test('Catches a licence that is not on the list, none at all, a combination, and a package that would be deployed', () => {
    const packages = {
        'node_modules/a': { license: 'GPL-3.0-or-later', dev: true },
        'node_modules/b': { dev: true },
        'node_modules/c': { license: '(MIT AND SSPL-1.0)', dev: true },
        'node_modules/d': { license: 'MIT' },
        'node_modules/e': { license: 'SEE LICENSE IN LICENSE.txt', dev: true }
    };
    assertFindings(checkLock(lock(packages)).findings, [
        [FILE, /^a: licence 'GPL-3.0-or-later' is not on the list/],
        [FILE, /^b: no licence/],
        [FILE, /^c: licence '\(MIT AND SSPL-1.0\)' is not on the list/],
        [FILE, /^d: not a development dependency/],
        [FILE, /^e: licence 'SEE LICENSE IN LICENSE.txt' is not on the list/]
    ]);
});
