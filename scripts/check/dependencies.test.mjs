import test from 'node:test';
import { checkPackages } from './dependencies.mjs';
import { assertFindings } from './lib/planted.mjs';

const LOCK = 'package-lock.json';
const integrity = 'sha512-AAAA';

/** The findings about installed packages, each a development dependency of licence MIT with a hash unless it says otherwise. */
function findingsAbout(packages, manifest = {}) {
    const usual = { license: 'MIT', dev: true, integrity };
    const entries = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, { ...usual, ...entry }]);
    const lock = { packages: { '': {}, ...Object.fromEntries(entries) } };
    return checkPackages(JSON.stringify(manifest), JSON.stringify(lock)).findings;
}

test('Accepts open licences, a choice that holds one, the named exceptions, and what another package bundles', () => {
    const packages = {
        a: {},
        'a/node_modules/b': { license: '(GPL-3.0-or-later OR MIT)', integrity: undefined, inBundle: true },
        '@locker/sandbox': { license: 'SEE LICENSE IN LICENSE.txt' },
        exit: { license: undefined },
        esbuild: { hasInstallScript: true }
    };
    const manifest = { devDependencies: { a: '1.0.0', b: '1.28.15-alpha' }, overrides: { c: '7.30.2' } };
    assertFindings(findingsAbout(packages, manifest), []);
});

test('Catches a licence that is not on the list, none at all, a combination, and a package that would be deployed', () => {
    const packages = {
        a: { license: 'GPL-3.0-or-later' },
        b: { license: undefined },
        c: { license: '(MIT AND SSPL-1.0)' },
        d: { dev: undefined },
        e: { license: 'SEE LICENSE IN LICENSE.txt' }
    };
    assertFindings(findingsAbout(packages), [
        [LOCK, /^a: licence 'GPL-3.0-or-later' is not on the list/],
        [LOCK, /^b: no licence/],
        [LOCK, /^c: licence '\(MIT AND SSPL-1.0\)' is not on the list/],
        [LOCK, /^d: not a development dependency/],
        [LOCK, /^e: licence 'SEE LICENSE IN LICENSE.txt' is not on the list/]
    ]);
});

test('Catches a package without a hash, with a weak one, and one that runs a script nobody has read', () => {
    const packages = {
        a: { integrity: undefined },
        b: { integrity: 'sha1-AAAA' },
        c: { hasInstallScript: true }
    };
    assertFindings(findingsAbout(packages), [
        [LOCK, /^a: no sha512 hash/],
        [LOCK, /^b: no sha512 hash/],
        [LOCK, /^c: runs a script when it is installed/]
    ]);
});

test('Catches versions that may change by themselves', () => {
    const manifest = { dependencies: { a: '^1.0.0' }, devDependencies: { b: 'latest' }, overrides: { c: '>=2' } };
    assertFindings(findingsAbout({}, manifest), [
        ['package.json', /^a: \^1.0.0 is not an exact version/],
        ['package.json', /^b: latest is not/],
        ['package.json', /^c: >=2 is not/]
    ]);
});
