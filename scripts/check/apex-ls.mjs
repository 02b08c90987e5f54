/** Salesforce's language server for Apex looks at every class of the package directories. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { finding, repository, runAsProgram } from './lib/gate.mjs';

const JARS = path.join(repository, 'node_modules/@salesforce/code-analyzer-pmd-engine/dist/java-lib/*');

/**
 * apex-ls takes the four methods that a plug-in implements for overrides; only refresh() is virtual in
 * Auth.AuthProviderPluginClass, and the compiler refuses `override` on the others.
 */
const NOT_AN_OVERRIDE =
    /^Method '(getCustomMetadataType|initiate|handleCallback|getUserInfo)' must use the 'override' keyword$/;
const PLUGIN = /\bextends\s+Auth\.AuthProviderPluginClass\b/i;

const isFalse = (message, text) => NOT_AN_OVERRIDE.test(message) && PLUGIN.test(text);

function languageServer(folder) {
    const options = ['-n', '-d', 'warnings', '-f', 'json', '-w', folder];
    const java = spawn('java', [
        '-XX:TieredStopAtLevel=1',
        '-cp',
        JARS,
        'io.github.apexdevtools.apexls.CheckForIssues',
        ...options
    ]);
    return new Promise((resolve, reject) => {
        let [out, err] = ['', ''];
        java.stdout.on('data', (data) => (out += data));
        java.stderr.on('data', (data) => (err += data));
        java.on('error', reject);
        java.on('close', (code) => {
            if (code !== 0 && code !== 4) reject(new Error(`apex-ls ended with ${code}: ${err || out}`));
            else resolve(JSON.parse(out).files);
        });
    });
}

export async function check(project) {
    const classes = project.matching(/\.(cls|trigger)$/);
    if (classes.length === 0) return { findings: [], checked: 0, of: 'Apex classes' };
    const findings = [];
    for (const { path: full, messages } of await languageServer(project.root)) {
        const file = path.relative(project.root, full).replaceAll(path.sep, '/');
        const text = project.texts.get(file) ?? '';
        for (const { message, category, start } of messages) {
            if (!isFalse(message, text)) findings.push(finding(file, start.line, `${category}: ${message}`));
        }
    }
    return { findings, checked: classes.length, of: 'Apex classes' };
}

await runAsProgram(import.meta, check);
