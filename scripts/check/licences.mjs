/** Licences of the packages that package-lock.json names; none of them reaches an org. */
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

export function checkLock(text) {
    const findings = [];
    const entries = Object.entries(JSON.parse(text).packages).filter(
        ([key, { link }]) => key.includes('node_modules/') && !link
    );
    for (const [key, { license, dev }] of entries) {
        const name = key.slice(key.lastIndexOf('node_modules/') + 'node_modules/'.length);
        const report = (message) =>
            findings.push(finding('package-lock.json', lineAt(text, text.indexOf(`"${key}"`)), `${name}: ${message}`));
        if (!dev) report('not a development dependency, but nothing of npm is deployed');
        const licence = license ?? BY_FILE[name];
        if (!licence) report('no licence');
        else if (!allowed(licence) && !SALESFORCE_TERMS.test(name)) report(`licence '${licence}' is not on the list`);
    }
    return { findings, checked: entries.length, of: 'packages' };
}

export const check = ({ root }) => checkLock(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));

await runAsProgram(import.meta, check);
