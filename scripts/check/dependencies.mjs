/**
 * The packages that package-lock.json names: none reaches an org, each has a licence on the list, is the one that was
 * chosen (exact versions, hashes), and runs nothing when it is installed. Known vulnerabilities only the registry
 * knows: npm run audit asks it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { finding, lineAt, runAsProgram } from './lib/gate.mjs';

/** Free to use and to change; what MPL and CC-BY ask for concerns passing the package on, which nobody does. */
const ALLOWED = new Set([
    '0BSD',
    'Apache-2.0',
    'Artistic-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC-BY-3.0',
    'CC-BY-4.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MPL-2.0',
    'Python-2.0',
    'Zlib'
]);

/** Free of charge under Salesforce's terms of use, not open source: for development only, never copied. */
const SALESFORCE_TERMS =
    /^(@locker\/.+|@lwc\/(sfdc-lwc-compiler|sfdc-compiler-utils|metadata|dev-server-plugin-lex|state|state-test-utils)|@salesforce-ux\/design-system-2|@salesforce\/lightning-types)$/;

/** package.json says nothing, the file LICENSE inside does. */
const BY_FILE = { exit: 'MIT', 'qrcode-terminal': 'Apache-2.0' };

/** One of the alternatives has to be allowed, all parts of a combination. */
const allowed = (licence) =>
    licence
        .replace(/[()]/g, '')
        .split(' OR ')
        .some((alternative) => alternative.split(' AND ').every((part) => ALLOWED.has(part)));

/** Packages whose install scripts were read: esbuild puts its binary in place, the others only look at versions here. */
const SCRIPTED = new Set(['@salesforce/cli', 'esbuild', 'protobufjs', 'yarn']);

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

function problemsOf(name, { license, dev, integrity, inBundle, hasInstallScript }) {
    const licence = license ?? BY_FILE[name];
    return [
        !dev && 'not a development dependency, but nothing of npm is deployed',
        !licence && 'no licence',
        licence && !allowed(licence) && !SALESFORCE_TERMS.test(name) && `licence '${licence}' is not on the list`,
        // what is bundled into another package is covered by the hash of that
        !integrity?.startsWith('sha512-') && !inBundle && 'no sha512 hash to recognise it by',
        hasInstallScript && !SCRIPTED.has(name) && 'runs a script when it is installed: read it, and add it to SCRIPTED'
    ].filter(Boolean);
}

/** A version that may change by itself would be another one tomorrow. */
function checkVersions(text) {
    const { dependencies = {}, devDependencies = {}, overrides = {} } = JSON.parse(text);
    return Object.entries({ ...dependencies, ...devDependencies, ...overrides })
        .filter(([, version]) => !EXACT.test(version))
        .map(([name, version]) =>
            finding(
                'package.json',
                lineAt(text, text.indexOf(`"${name}"`)),
                `${name}: ${version} is not an exact version`
            )
        );
}

export function checkPackages(manifest, lock) {
    const entries = Object.entries(JSON.parse(lock).packages).filter(
        ([key, { link }]) => key.includes('node_modules/') && !link
    );
    const findings = entries.flatMap(([key, entry]) => {
        const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
        const line = lineAt(lock, lock.indexOf(`"${key}"`));
        return problemsOf(name, entry).map((problem) => finding('package-lock.json', line, `${name}: ${problem}`));
    });
    return { findings: [...checkVersions(manifest), ...findings], checked: entries.length, of: 'packages' };
}

export const check = ({ root }) =>
    checkPackages(...['package.json', 'package-lock.json'].map((name) => readFileSync(path.join(root, name), 'utf8')));

await runAsProgram(import.meta, check);
